using Meerlaags.Browser.Tests.Harness;

namespace Meerlaags.Browser.Tests.Journey;

/// <summary>A hall with a facilitator, a big screen and three phones: one by camera, one without JavaScript, one by keyboard alone.</summary>
public sealed class Together_in_one_room(Product product, Before_the_reveal.Example example) : IClassFixture<Before_the_reveal.Example>
{
    private const string Challenge = "Hoe blijven onze dorpen leefbaar";
    private const string Question = "Wat is volgens ons het vraagstuk?";

    [InTheBrowser]
    public async Task Phones_join_write_unseen_and_read_together()
    {
        await using var desk = await product.OpenAsync(example.Installation);
        var table = new Table(desk, Challenge);
        var lead = await table.At("begeleider", "/rondes/1/zaal");
        await lead.Page.GetByLabel("Eerst praten").CheckAsync();
        await lead.Press("Open de zaal");
        await lead.Says("De zaal is open.");
        await lead.IsFine();
        await lead.TakePicture("zaal", height: 900);
        await lead.TakePicture("codes", from: "#codes", height: 900);
        var screen = await desk.AsAsync("begeleider");
        await screen.Page.SetViewportSizeAsync(1920, 1080);
        await screen.GoTo(lead.Path.Replace("/zaal", "/scherm", StringComparison.Ordinal));
        await screen.Says("Wij praten");
        await screen.TakePicture("groot-scherm", height: 720);

        await using var camera = await product.OpenAsync(example.Installation, width: Product.Phone);
        var alderman = await camera.OpenAsync();
        await JoinAsync(alderman, await CodeAsync(lead, "Gemeente Dantumadiel"), "Wethouder");
        await alderman.Says("Straks schrijft u mee");
        await lead.Press("Begin met schrijven");
        await screen.Says("Wij schrijven");
        await alderman.Says("Schrijf nu mee aan de tekst van de gemeente Dantumadiel.");
        await alderman.IsFine();
        await alderman.TakePicture("te-gast", height: 760);
        await alderman.Follow("Schrijf mee");

        await using var plain = await product.OpenAsync(example.Installation, width: Product.Phone, scripts: false);
        var lobby = await CodeAsync(lead, "Lobby");
        var adviser = await WaitWithoutScriptAsync(await plain.OpenAsync(), lobby);
        await using var keys = await product.OpenAsync(example.Installation, width: Product.Phone);
        var member = await JoinByKeyboardAsync(await keys.OpenAsync(), await CodeAsync(lead, "Wetterskip Fryslân"));
        await lead.Says("Adviseur op de gang");

        var door = await table.At("wetterskip", "/rondes/1");
        await door.GoTo("/mijn-overzicht");
        await door.Follow("Naar de deur");
        await door.IsFine();
        await door.TakePicture("deur", height: 900);
        await door.Press("Laat binnen Adviseur op de gang");
        await adviser.Follow("Kijk opnieuw");
        await adviser.Follow("Schrijf mee");
        await adviser.Says("Aangeboden door gasten");
        await adviser.Press("Neem over als punt");
        await adviser.Says("Overgenomen");

        await alderman.Fill(Question, "Wie hier opgroeit vindt geen huis.");
        await alderman.Says("Bewaard om");
        await adviser.KeepsSilentAbout("Wie hier opgroeit");
        await screen.KeepsSilentAbout("Wie hier opgroeit");
        await screen.IsFine();
        await member.IsFine();

        await lead.GoTo(lead.Path.Split('?')[0].Replace("/zaal", "/onthullen", StringComparison.Ordinal));
        await lead.Page.CheckAsync("#Known");
        await lead.Press("Onthul de teksten");
        await screen.Says("De teksten zijn onthuld");
        await alderman.Says("onthuld");
    }

    private static async Task<string> CodeAsync(Visit lead, string whose) =>
        await lead.Page.Locator(".ml-code", new() { HasText = whose }).First.Locator(".ml-code__characters").InnerTextAsync();

    private static async Task JoinAsync(Visit phone, string code, string name)
    {
        await phone.GoTo("/meedoen/" + code.Replace(" ", "", StringComparison.Ordinal));
        await phone.Fill("Uw naam", name);
        await phone.IsFine();
        await phone.TakePicture("meedoen", height: 980);
        await phone.Press("Doe mee");
    }

    private static async Task<Visit> WaitWithoutScriptAsync(Visit phone, string lobby)
    {
        await phone.GoTo("/meedoen");
        await phone.Fill("Uw code", lobby);
        await phone.Press("Verder");
        await phone.Fill("Uw naam", "Adviseur op de gang");
        await phone.Page.GetByLabel("Wetterskip Fryslân").CheckAsync();
        await phone.Press("Doe mee");
        await phone.Says("U wacht bij de deur van Wetterskip Fryslân");
        await phone.Fill("Uw gedachten", "Het peil past niet bij de bodem");
        await phone.Press("Bewaar");
        await phone.Says("Het is bewaard.");
        return phone;
    }

    private static async Task<Visit> JoinByKeyboardAsync(Visit phone, string code)
    {
        await phone.GoTo("/meedoen");
        await phone.Field("Uw code").PressSequentiallyAsync(code);
        await phone.Field("Uw code").PressAsync("Enter");
        await phone.Says("Met deze code schrijft u meteen mee");
        await phone.Field("Uw naam").PressSequentiallyAsync("Dijkgraaf");
        await phone.Field("Uw naam").PressAsync("Enter");
        await phone.Says("U doet mee met Wetterskip Fryslân");
        return phone;
    }
}
