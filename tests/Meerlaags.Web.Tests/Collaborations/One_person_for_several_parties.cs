using Meerlaags.Web.Tests.Framing;
using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Web.Tests.Collaborations;

/// <summary>A person speaks for two municipalities at one table: each keeps its own words, its own answer and its own mandate, and the person says for whom.</summary>
public sealed class One_person_for_several_parties(Databases databases)
{
    private static readonly Someone Both = RegionalDeal.SpeakerOf("GM1891");

    [Theory, OnEveryDatabase]
    public async Task Writes_proposes_and_answers_for_each_apart(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var deal = await RegionalDeal.OpenedAsync(app);
        var home = deal.Home["/api/v1".Length..];
        await deal.InviteAsync(Both, "GM1970");
        var browser = await app.As(Both);

        var asked = (await browser.Get("/mijn-overzicht")).Text;
        Assert.Contains("gemeente Dantumadiel", asked);
        Assert.Contains("gemeente Noardeast-Fryslân", asked);
        Assert.Equal(2, (await browser.Get(home + "/rondes/1")).Document.QuerySelectorAll(".ml-side a[href*='/schrijven/']").Length);
        foreach (var code in new[] { "GM1891", "GM1970" })
        {
            var form = await browser.Get($"{home}/rondes/1/schrijven/{deal.Id(code)}");
            Assert.Equal(200, form.Status);
            var program = deal["GM1891"];
            var draft = RegionalDeal.Draft(0, "Het vraagstuk volgens " + code, "Een gedachte van " + code);
            var kept = await program.Put($"{deal.Round}/formuleringen/{deal.Id(code)}", draft);
            Assert.True(kept.Status == 200, kept.Body);
            Assert.Equal(
                201,
                (
                    await program.Post($"{deal.Round}/formuleringen/{deal.Id(code)}/indiening", new { versie = kept.Json.GetProperty("versie").GetInt32() })
                ).Status
            );
        }
        await deal.RevealAsync();

        var beside = (await browser.Get(home + "/rondes/1/naast-elkaar")).Text;
        Assert.Contains("Het vraagstuk volgens GM1891", beside);
        Assert.Contains("Het vraagstuk volgens GM1970", beside);
        var text = await browser.Get(home + "/rondes/1/tekst");
        Assert.NotEmpty(text.Document.QuerySelectorAll("select[name=namens]"));
        Assert.Equal(201, (await deal.Sentence("GM1891", "Een zin samen.")).Status);
        await deal.GiveMandatesAsync();
        Assert.Equal(201, (await deal.Facilitator.Post(deal.Round + "/versies", new { herzienOp = "2027-06-01" })).Status);
        Assert.Equal(201, (await deal.Bind("GM1891", 1, "consent")).Status);
        var hash = (await deal["GM1891"].Get(deal.Round + "/versies/1")).Json.GetProperty("hash").GetString();
        var other = await (await deal.BinderAsync("GM1891")).Post(deal.Round + "/versies/1/instemmingen", deal.Consent("GM1970", "leave-to-others", "", hash));
        Assert.True(other.Status == 201, other.Body);
        Assert.Equal(
            403,
            (await (await deal.BinderAsync("GM1891")).Post(deal.Round + "/versies/1/instemmingen", deal.Consent("PV21", "consent", "", hash))).Status
        );
    }

    [Theory, OnEveryDatabase]
    public async Task When_one_party_leaves_the_place_at_the_other_stays(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var deal = await RegionalDeal.OpenedAsync(app);
        var home = deal.Home["/api/v1".Length..];
        await deal.InviteAsync(Both, "GM1970");
        var browser = await app.As(Both);

        Assert.Equal(204, (await deal["GM1891"].Post($"{deal.Home}/partijen/{deal.Id("GM1891")}/vertrek")).Status);

        Assert.Equal(404, (await browser.Get($"{home}/rondes/1/schrijven/{deal.Id("GM1891")}")).Status);
        Assert.Equal(200, (await browser.Get($"{home}/rondes/1/schrijven/{deal.Id("GM1970")}")).Status);
        Assert.Equal(200, (await browser.Get(home)).Status);
    }

    [Theory, OnEveryDatabase]
    public async Task The_same_place_is_taken_once(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var deal = await RegionalDeal.OpenedAsync(app);
        var invited = await deal.Facilitator.Post(
            deal.Home + "/uitnodigingen",
            new
            {
                functie = "representative",
                partij = deal.Id("GM1891"),
                voor = Both.Name,
            }
        );

        var again = await deal["GM1891"].Post("/api/v1/uitnodigingen/aanvaardingen", new { geheim = invited.Json.GetProperty("geheim").GetString() });

        Assert.Equal((409, "invitation.already-member"), (again.Status, again.Code));
    }
}
