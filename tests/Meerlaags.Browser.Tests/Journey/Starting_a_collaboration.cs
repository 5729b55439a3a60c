using Meerlaags.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Meerlaags.Browser.Tests.Journey;

/// <summary>An installation without the example: the first person signs in, starts a collaboration by keyboard, and invites somebody.</summary>
public sealed class Starting_a_collaboration(Product product)
{
    private const string Password = "een lange zin als wachtwoord";
    private const int FarEnough = 150;

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
        await visit.Page.Locator("main button[type=submit]").ClickAsync();
        await visit.Page.WaitForURLAsync("**/mijn-overzicht");
        await visit.Says("U doet nog in geen samenwerking mee.");
        await visit.IsFine();
    }

    private static async Task StartsAsync(Visit visit)
    {
        await Goes(visit, "Start een samenwerking", "Enter");
        await Types(visit, "Om welke opgave gaat het?", "Hoe houden we het dorp bereikbaar?");
        await Types(visit, "Welke regio?", "Dantumadiel");
        await Types(visit, "Zoek op naam of code", "dantumadiel");
        await Leaves(visit, "Enter");
        await visit.Says("gevonden");
        await Goes(visit, "Voeg toe: de gemeente Dantumadiel", "Space");
        await visit.Says("Gekozen: 1 partij");
        await Types(visit, "Staat een partner er niet in?", "Dorpsbelang Damwâld");
        await Goes(visit, "Voeg partner toe", "Enter");
        await visit.Says("Gekozen: 2 partijen");
        await visit.IsFine();
        await Goes(visit, "Start de samenwerking", "Enter");
        await visit.Says("De samenwerking is gestart.");
        Assert.Equal("Hoe houden we het dorp bereikbaar?", await visit.Heading());
        await visit.IsFine();
    }

    private static async Task<string> InvitesAsync(Visit visit)
    {
        await Goes(visit, "Alle partijen en mensen", "Enter");
        await visit.Page.WaitForURLAsync("**/partijen");
        await Goes(visit, "Iemand uitnodigen voor de gemeente Dantumadiel", "Enter");
        await Types(visit, "Voor wie is de uitnodiging?", "de wethouder");
        await visit.Page.Keyboard.PressAsync("Tab");
        for (var presses = 0; presses < 4 && !(await Here(visit)).StartsWith("vertegenwoordiger", StringComparison.Ordinal); presses++)
            await visit.Page.Keyboard.PressAsync("ArrowDown");
        await visit.Page.Keyboard.PressAsync("Space");
        await Goes(visit, "Maak de uitnodiging", "Enter");
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

    private static async Task Types(Visit visit, string label, string text)
    {
        await Reach(visit, label);
        await visit.Page.Keyboard.TypeAsync(text);
    }

    private static async Task Goes(Visit visit, string name, string key)
    {
        await Reach(visit, name);
        await Leaves(visit, key);
    }

    // Waits until the next page is there: the mark is gone with the page that bore it.
    private static async Task Leaves(Visit visit, string key)
    {
        await visit.Page.EvaluateAsync("document.documentElement.dataset.left = ''");
        await visit.Page.Keyboard.PressAsync(key);
        await Assertions.Expect(visit.Page.Locator("html:not([data-left])")).ToBeAttachedAsync(new() { Timeout = 20_000 });
        await visit.Page.WaitForLoadStateAsync();
    }

    // Tab goes on where the page has the focus, and at the end begins at the top.
    private static async Task Reach(Visit visit, string name)
    {
        for (var presses = 0; presses < FarEnough; presses++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            if ((await Here(visit)).StartsWith(name, StringComparison.Ordinal))
                return;
        }
        Assert.Fail($"Tab does not reach '{name}' on {visit.Path}");
    }

    private static Task<string> Here(Visit visit) =>
        visit.Page.EvaluateAsync<string>(
            "() => { const here = document.activeElement; return (here.getAttribute('aria-label') ?? here.labels?.[0]?.innerText ?? here.innerText ?? '').trim(); }"
        );
}
