using Meerlaags.Browser.Tests.Harness;

namespace Meerlaags.Browser.Tests.Journey;

/// <summary>An installation without the example: the first person signs in, starts a collaboration by keyboard, and invites somebody.</summary>
public sealed class Starting_a_collaboration(Product product)
{
    private const string Password = "een lange zin als wachtwoord";

    [InTheBrowser]
    public async Task By_keyboard_alone_and_with_a_link_for_a_guest()
    {
        var (installation, welcome) = await Installation.EmptyAsync("begeleider@voorbeeld.invalid", "Procesbegeleider");
        await using var place = installation;
        await using var window = await product.OpenAsync(installation);
        await using var elsewhere = await product.OpenAsync(installation, width: Product.Phone);

        var visit = await window.OpenAsync();
        await SignsInAsync(visit, welcome);
        await StartsAsync(visit);
        var link = await InvitesAsync(visit);
        await AcceptsAsync(await elsewhere.OpenAsync(), link);
        await OpensARoundAsync(visit);
    }

    private static async Task SignsInAsync(Visit visit, Uri welcome)
    {
        await visit.GoTo(welcome.PathAndQuery);
        await visit.IsFine();
        await visit.Page.FillAsync("#Input-Password", Password);
        await visit.Page.FillAsync("#Input-Again", Password);
        await visit.Press("Stel wachtwoord in");
        await visit.Says("Uw wachtwoord is ingesteld.");
        await visit.Page.FillAsync("#Input-Email", "begeleider@voorbeeld.invalid");
        await visit.Page.FillAsync("#Input-Password", Password);
        await visit.Press(visit.Page.Locator("main button[type=submit]"));
        await visit.Arrives("/mijn-overzicht");
        await visit.Says("U doet nog in geen samenwerking mee.");
        await visit.IsFine();
    }

    private static async Task StartsAsync(Visit visit)
    {
        await new Keys(visit).Goes("Start een samenwerking", "Enter");
        await new Keys(visit).Types("Om welke opgave gaat het?", "Hoe houden we het dorp bereikbaar?");
        await new Keys(visit).Types("Welke regio?", "Dantumadiel");
        await new Keys(visit).Types("Zoek op naam of code", "dantumadiel");
        await new Keys(visit).Leaves("Enter");
        await visit.Says("gevonden");
        await new Keys(visit).Goes("Voeg toe: de gemeente Dantumadiel", "Space");
        await visit.Says("Gekozen: 1 partij");
        await new Keys(visit).Types("Staat een partner er niet in?", "Dorpsbelang Damwâld");
        await new Keys(visit).Goes("Voeg partner toe", "Enter");
        await visit.Says("Gekozen: 2 partijen");
        await visit.IsFine();
        await new Keys(visit).Goes("Start de samenwerking", "Enter");
        await visit.Says("De samenwerking is gestart.");
        Assert.Equal("Hoe houden we het dorp bereikbaar?", await visit.Heading());
        await visit.IsFine();
    }

    private static async Task<string> InvitesAsync(Visit visit)
    {
        await new Keys(visit).Goes("Alle partijen en mensen", "Enter");
        await visit.Arrives("/partijen");
        await new Keys(visit).Goes("Iemand uitnodigen voor de gemeente Dantumadiel", "Enter");
        await new Keys(visit).Types("Voor wie is de uitnodiging?", "de wethouder");
        await visit.Page.Keyboard.PressAsync("Tab");
        for (var presses = 0; presses < 4 && !(await new Keys(visit).Here()).StartsWith("vertegenwoordiger", StringComparison.Ordinal); presses++)
            await visit.Page.Keyboard.PressAsync("ArrowDown");
        await visit.Page.Keyboard.PressAsync("Space");
        await new Keys(visit).Goes("Maak de uitnodiging", "Enter");
        await visit.Says("De uitnodiging is gemaakt");
        await visit.IsFine();
        return await visit.Page.Locator("#uitnodiging").InnerTextAsync();
    }

    private static async Task AcceptsAsync(Visit guest, string link)
    {
        var path = new Uri(link).PathAndQuery;
        await guest.GoTo(path);
        await guest.Says("Hoe houden we het dorp bereikbaar?");
        await guest.IsFine();
        await guest.Press("Maak een account en neem plaats");
        await guest.Says("Fout");
        await guest.IsFine();
        await guest.Page.FillAsync("#Input-DisplayName", "De wethouder");
        await guest.Page.FillAsync("#Input-Email", "wethouder@voorbeeld.invalid");
        await guest.Page.FillAsync("#Input-Password", Password);
        await guest.Page.FillAsync("#Input-Repeated", Password);
        await guest.Press("Maak een account en neem plaats");
        await guest.Says("Welkom. U doet nu mee.");
        await guest.IsFine();

        Assert.Equal(410, await guest.GoTo(path));
        await guest.Says("Deze link werkt niet");
        await guest.IsFine();
    }

    private static async Task OpensARoundAsync(Visit visit)
    {
        await visit.GoTo("/mijn-overzicht");
        await visit.Follow("Hoe houden we het dorp bereikbaar?");
        await visit.Follow("Open een ronde");
        await visit.Press("Open de ronde");
        await visit.Says("Nog geen van de twee partijen heeft ingediend.");
        await visit.IsFine();
    }
}
