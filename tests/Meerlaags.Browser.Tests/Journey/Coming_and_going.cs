using System.Globalization;
using Meerlaags.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Meerlaags.Browser.Tests.Journey;

/// <summary>A party of several ministries comes to the table, one person speaks for two parties, a next talk is planned; then a person stops and a party leaves, and what they said stays.</summary>
public sealed class Coming_and_going(Product product)
{
    private const string Challenge = "Hoe leren nieuwkomers";

    [Theory, OnBothDatabases]
    public async Task A_party_with_voices_comes_a_person_sits_twice_and_who_leaves_stays_in_the_record(Database database)
    {
        await using var installation = await Installation.WithDemoAsync(database);
        await using var window = await product.OpenAsync(installation);
        var table = new Table(window, Challenge);

        await PlansATalkAsync(table);
        await SeatsTheStateAsync(table);
        await SitsTwiceAsync(table);
        await SpeaksFromAMinistryAsync(table);
        await StopsForOnePartyAsync(table);
        await LeavesAsync(table);
    }

    private static async Task PlansATalkAsync(Table table)
    {
        var lead = await table.At("begeleider", "/gesprek");
        await lead.Page.FillAsync("#Input-On", "2020-01-01");
        await lead.Press("Bewaren");
        await lead.Says("Verbeter 1 antwoord");
        await lead.IsFine();
        await lead.Page.FillAsync("#Input-On", TimeProvider.System.GetUtcNow().AddDays(9).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await lead.Fill("Waar gaat het over?", "10.00 uur, dorpshuis");
        await lead.Press("Bewaren");
        await lead.Says("Het volgende gesprek is op");

        var alderman = await table.At("dantumadiel", "");
        await alderman.Says("10.00 uur, dorpshuis");
        await alderman.IsFine();
    }

    private static async Task SeatsTheStateAsync(Table table)
    {
        var lead = await table.At("begeleider", "/partijen");
        await lead.Follow("Partij toevoegen");
        await lead.Page.FillAsync("#zoek", "rijk");
        await lead.Press("Zoeken");
        await lead.IsFine();
        var state = lead.Page.Locator("main li:has(input[value=RIJK])");
        await state.Locator("#stem-MNRE1034").CheckAsync();
        await state.Locator("#stem-MNRE1153").CheckAsync();
        await lead.Press(state.GetByRole(AriaRole.Button));
        await lead.Says("De partij zit nu aan tafel.");
        await lead.Says("Hierin spreken:");
        await lead.IsFine();
    }

    private static async Task SitsTwiceAsync(Table table)
    {
        await AcceptsAsync(table, "fryslan", await InvitesAsync(table, "Gemeente Noardeast-Fryslân", voice: null));
        var deputy = await table.At("fryslan", "/partijen");
        await Assertions.Expect(OwnEnds(deputy)).ToHaveCountAsync(2);
        await deputy.Resize(Product.Phone);
        await deputy.IsFine();
        await deputy.Resize(Product.Desk);
    }

    private static async Task SpeaksFromAMinistryAsync(Table table)
    {
        await AcceptsAsync(table, "bzk", await InvitesAsync(table, "Rijk", voice: "MNRE1034"));
        var manager = await table.At("bzk", "/partijen");
        await Assertions.Expect(manager.Page.Locator("main table tr", new() { HasText = "ministerie van BZK" }).Locator(".ml-meta").First).ToBeVisibleAsync();
        await manager.IsFine();
    }

    private static async Task StopsForOnePartyAsync(Table table)
    {
        var deputy = await table.At("fryslan", "/partijen");
        await deputy.Press(OwnEnds(deputy).Last);
        await deputy.Says("Doet u niet meer mee?");
        await deputy.IsFine();
        await deputy.Press("Beëindig de deelname");
        await deputy.Says("doet niet meer mee op deze plek.");
        await Assertions.Expect(OwnEnds(deputy)).ToHaveCountAsync(1);
    }

    private static async Task LeavesAsync(Table table)
    {
        var lead = await table.At("begeleider", "/partijen");
        await lead.Press(lead.Page.Locator("a[aria-label^='Partij laten vertrekken'][aria-label$='Rijk']"));
        await lead.Says("Dit kunt u niet ongedaan maken.");
        await lead.IsFine();
        await lead.Press("Laat de partij vertrekken");
        await lead.Says("is vertrokken.");
        await lead.Says("Wat deze partijen zeiden, blijft staan.");
        await lead.IsFine();

        var manager = await table.Of("bzk");
        Assert.Equal(404, await manager.GoTo(lead.Path));
        var alderman = await table.At("dantumadiel", "/logboek");
        await alderman.Says("Het Rijk is vertrokken.");
        await alderman.Says("Gedeputeerde, provincie Fryslân doet niet meer mee voor de gemeente Noardeast-Fryslân.");
        await alderman.IsFine();
    }

    private static ILocator OwnEnds(Visit visit) => visit.Page.Locator("a[aria-label*='Deelname beëindigen'][aria-label*='provincie Fryslân']");

    private static async Task<string> InvitesAsync(Table table, string party, string? voice)
    {
        var lead = await table.At("begeleider", "/uitnodigen");
        await lead.Fill("Voor wie is de uitnodiging?", "iemand van " + party);
        await lead.Page.CheckAsync("#functie-Representative");
        await lead.Page.SelectOptionAsync("#Input-Party", new SelectOptionValue { Label = party });
        if (voice is not null)
            await lead.Page.SelectOptionAsync("#Input-Voice", voice);
        await lead.IsFine();
        await lead.Press("Maak de uitnodiging");
        await lead.Says("De uitnodiging is gemaakt");
        return new Uri(await lead.Page.Locator("#uitnodiging").InnerTextAsync()).PathAndQuery;
    }

    private static async Task AcceptsAsync(Table table, string member, string link)
    {
        var visit = await table.Of(member);
        await visit.GoTo(link);
        await visit.IsFine();
        await visit.Press("Neem plaats");
        await visit.Says("Welkom. U doet nu mee.");
    }
}
