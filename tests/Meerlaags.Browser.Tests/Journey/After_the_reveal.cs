using Meerlaags.Browser.Tests.Harness;

namespace Meerlaags.Browser.Tests.Journey;

/// <summary>Somebody comes late; people say that they do not know yet; the next round begins.</summary>
public sealed class After_the_reveal(Product product)
{
    [InTheBrowser]
    public async Task A_late_text_is_welcome_and_not_knowing_yet_is_a_good_outcome()
    {
        await using var installation = await Installation.WithDemoAsync();
        await using var window = await product.OpenAsync(installation);
        var table = new Table(window, "Hoe blijven onze dorpen leefbaar");

        await RevealsWithoutAllAsync(await table.At("begeleider", "/rondes/1/onthullen"));
        await ComesLateAsync(table);
        await ClosesAsync(await table.At("begeleider", "/rondes/1/afsluiten"));
        await BeginsAgainAsync(table);
    }

    private static async Task RevealsWithoutAllAsync(Visit facilitator)
    {
        await facilitator.Press("Onthul de teksten");
        await facilitator.Says("Fout");
        await facilitator.IsFine();
        await facilitator.Page.CheckAsync("#Known");
        await facilitator.Press("Onthul de teksten");
        await facilitator.Says("De teksten liggen op tafel");
    }

    private static async Task ComesLateAsync(Table table)
    {
        var reading = await table.At("fryslan", "/rondes/1/naast-elkaar");
        await reading.KeepsSilentAbout("Jonge gezinnen vertrekken");
        var visit = await table.At("wetterskip", "");
        await visit.Press(visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Ronde 1", Exact = true }).First);
        await visit.Press(visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Schrijven", Exact = true }).First);
        await visit.Says("De anderen hebben al onthuld.");
        await visit.Fill("Wat is volgens ons het vraagstuk?", "Het water bepaalt straks waar u kunt wonen.");
        await visit.Fill("Punt 1", "Water bepaalt waar wonen kan");
        await visit.Press("Dien in namens Wetterskip Fryslân");
        await visit.Says("Uw tekst is ingediend.");
        await visit.IsFine();

        await table.At("fryslan", "/rondes/1/naast-elkaar");
        await reading.Says("Het water bepaalt straks waar u kunt wonen.");
        await reading.Says("Later toegevoegd, niet ongezien");
        await reading.IsFine();
    }

    private static async Task ClosesAsync(Visit facilitator)
    {
        await facilitator.Fill("Wat weten we nog niet?", "Of het eerst over huizen gaat of eerst over zorg.");
        await facilitator.Page.FillAsync(
            "#Input-NextTalk",
            TimeProvider.System.GetUtcNow().AddDays(14).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
        );
        await facilitator.Press("Sluit de ronde af");
        await facilitator.Says("We weten het nog niet");
        await facilitator.Says("Of het eerst over huizen gaat of eerst over zorg.");
        await facilitator.IsFine();
        await facilitator.TakePicture("we-weten-het-nog-niet");
    }

    private static async Task BeginsAgainAsync(Table table)
    {
        var alderman = await table.At("dantumadiel", "");
        await alderman.Says("we weten het nog niet. Het gesprek gaat verder.");
        await alderman.IsFine();
        var facilitator = await table.At("begeleider", "");
        await facilitator.Follow("Open een ronde");
        await facilitator.IsFine();
        await facilitator.Press("Open de ronde");
        await facilitator.Says("De ronde is open.");
        await table.At("dantumadiel", "/rondes/2");
        await alderman.Follow("Schrijf namens de gemeente Dantumadiel");
        await alderman.Arrives("/schrijven/");
        await alderman.IsFine();
    }
}
