using System.Text.Json;
using Meerlaags.Web.Platform.Journal;
using Meerlaags.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Tests.Framing.Differences;

/// <summary>The product proposes which points may say the same; people decide, and a no is remembered.</summary>
public sealed class Deciding_on_points(Apps apps) : IClassFixture<Apps>
{
    private TestApp app = null!;

    [Theory, OnEveryDatabase]
    public async Task Nothing_is_proposed_before_people_spoke_or_when_it_is_switched_off(Database database)
    {
        var deal = await RevealedAsync(database);
        var browser = await app.As(RegionalDeal.SpeakerOf("PV21"));
        Assert.Empty((await browser.Get(Page(deal))).Document.QuerySelectorAll(".ml-opposed__pair"));
        Assert.Equal("speak-first", (await ProposedAsync(deal)).GetProperty("stand").GetString());

        var facilitator = await app.As(People.Facilitator);
        var opened = await (await facilitator.Get(Page(deal))).Submit("form[action$='handler=Spoken']");
        Assert.NotEmpty(opened.Document.QuerySelectorAll(".ml-opposed__pair"));
        await opened.Submit("form[action$='handler=Want']");

        Assert.Empty((await browser.Get(Page(deal))).Document.QuerySelectorAll(".ml-opposed__pair"));
        Assert.Equal("off", (await ProposedAsync(deal)).GetProperty("stand").GetString());
        Assert.NotEmpty((await browser.Get(deal.Round["/api/v1".Length..] + "/verschillen")).Text);
    }

    [Theory, OnEveryDatabase]
    public async Task What_may_say_the_same_is_shown_with_the_words_and_the_opposite_apart(Database database)
    {
        var deal = await SpokenAsync(database);

        var page = await (await app.As(RegionalDeal.SpeakerOf("PV21"))).Get(Page(deal));
        var proposed = await ProposedAsync(deal);

        var same = page.Document.QuerySelectorAll(".ml-opposed__pair--same").Select(WebPage.Words).ToList();
        Assert.Contains(
            same,
            pair => pair.Contains("De bus rijdt hier bijna niet meer", StringComparison.Ordinal) && pair.Contains("bus", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(same, pair => pair.Contains("Er moeten minder huizen komen", StringComparison.Ordinal));
        var opposed = page.Document.QuerySelectorAll(".ml-opposed__pair:not(.ml-opposed__pair--same)").Select(WebPage.Words).ToList();
        Assert.Contains(opposed, pair => pair.Contains("minder", StringComparison.Ordinal) && pair.Contains("meer", StringComparison.Ordinal));
        Assert.Contains("meer / minder", Pairs(proposed, "tegenover").SelectMany(pair => Words(pair)));
        Assert.DoesNotContain("0,", string.Concat(same), StringComparison.Ordinal);
    }

    [Theory, OnEveryDatabase]
    public async Task Yes_puts_them_together_and_no_is_remembered_with_who_said_so(Database database)
    {
        var deal = await SpokenAsync(database);
        var browser = await app.As(RegionalDeal.SpeakerOf("PV21"));
        var before = await browser.Get(Page(deal));
        var first = before.Document.QuerySelectorAll(".ml-opposed__pair--same").Length;

        var no = await before.Submit(".ml-opposed__pair--same button[formaction$='handler=No']");
        var again = await before.Submit(".ml-opposed__pair--same button[formaction$='handler=No']");

        Assert.NotEmpty(no.Done);
        Assert.Equal(200, again.Status);
        Assert.Equal(first - 1, no.Document.QuerySelectorAll(".ml-opposed__pair--same").Length);
        Assert.Contains("provincie Fryslân", WebPage.Words(no.Document.QuerySelector("section[aria-labelledby=apart]")), StringComparison.Ordinal);
        var apart = (await ProposedAsync(deal)).GetProperty("ongelijk").EnumerateArray().Single();
        Assert.Equal(deal.Id("PV21"), apart.GetProperty("partij").GetGuid());
        Assert.Equal(1, await app.Data(db => db.Set<JournalLine>().CountAsync(line => line.Chain == Id(deal) && line.Fact == "points-told-apart")));

        var yes = await no.Submit("section[aria-labelledby=apart] form");
        Assert.NotEmpty(yes.Done);
        Assert.Null(yes.Document.QuerySelector("section[aria-labelledby=apart]"));
        Assert.Single((await deal.Facilitator.Get(deal.Round + "/punten")).Json.GetProperty("meer").EnumerateArray());
    }

    [Theory, OnEveryDatabase]
    public async Task What_was_taken_apart_is_not_proposed_again(Database database)
    {
        var deal = await SpokenAsync(database);
        var pair = Points(Pairs(await ProposedAsync(deal), "gelijk").First());
        Assert.Equal(201, (await deal.Facilitator.Post(deal.Round + "/gelijke-punten", new { punten = pair })).Status);
        Assert.DoesNotContain(Pairs(await ProposedAsync(deal), "gelijk"), left => Points(left).SequenceEqual(pair));
        Expect.Problem(400, "points.are-together", await deal.Facilitator.Post(deal.Round + "/ongelijke-punten", new { punten = pair }));

        Assert.Equal(200, (await deal.Facilitator.Post(deal.Round + "/gelijke-punten/splitsing", new { punten = pair[..1] })).Status);

        Assert.DoesNotContain(Pairs(await ProposedAsync(deal), "gelijk"), left => Points(left).SequenceEqual(pair));
    }

    [Theory, OnEveryDatabase]
    public async Task A_program_decides_for_its_own_party_only(Database database)
    {
        var deal = await SpokenAsync(database);
        var pair = Points(Pairs(await ProposedAsync(deal), "gelijk").First());
        var apart = deal.Round + "/ongelijke-punten";

        Expect.Problem(403, "access.party-only", await deal["PV21"].Post(apart, new { punten = pair, namens = deal.Id("GM1891") }));
        Expect.Problem(400, "points.choose-two", await deal["PV21"].Post(apart, new { punten = pair[..1], namens = deal.Id("PV21") }));
        Expect.Problem(
            400,
            "points.unknown",
            await deal["PV21"].Post(apart, new { punten = new[] { pair[0], Guid.CreateVersion7() }, namens = deal.Id("PV21") })
        );
        Assert.Equal(204, (await deal["PV21"].Post(apart, new { punten = pair, namens = deal.Id("PV21") })).Status);
        Assert.Equal(204, (await deal["GM1891"].Post(apart, new { punten = pair, namens = deal.Id("GM1891") })).Status);
        Assert.Single(Pairs(await ProposedAsync(deal), "ongelijk"));
    }

    private async Task<RegionalDeal> RevealedAsync(Database database)
    {
        app = await apps.On(database);
        var deal = await RegionalDeal.OpenedAsync(app);
        await deal.HandInAsync("RIJK", "Wonen en rondkomen.", "Er moeten meer huizen komen", "Boeren willen weten waar ze aan toe zijn");
        await deal.HandInAsync("PV21", "Wonen.", "De bus rijdt hier bijna niet meer");
        await deal.HandInAsync("GM1891", "Jongeren.", "Er moeten minder huizen komen", "In de dorpen rijdt de bus bijna niet meer");
        await deal.HandInAsync("GM1970", "Dorpen.", "Geen leraar wil hier wonen");
        await deal.RevealAsync();
        return deal;
    }

    private async Task<RegionalDeal> SpokenAsync(Database database)
    {
        var deal = await RevealedAsync(database);
        Assert.Equal(204, (await deal.Facilitator.Post(deal.Round + "/gesproken")).Status);
        return deal;
    }

    private static async Task<JsonElement> ProposedAsync(RegionalDeal deal) => (await deal.Facilitator.Get(deal.Round + "/gelijke-punten/voorstellen")).Json;

    private static List<JsonElement> Pairs(JsonElement proposed, string kind) => [.. proposed.GetProperty(kind).EnumerateArray()];

    private static List<Guid> Points(JsonElement pair) => [.. pair.GetProperty("punten").EnumerateArray().Select(point => point.GetGuid())];

    private static IEnumerable<string?> Words(JsonElement pair) => pair.GetProperty("woorden").EnumerateArray().Select(word => word.GetString());

    private static Guid Id(RegionalDeal deal) => Guid.Parse(deal.Home.Split('/')[^1]);

    private static string Page(RegionalDeal deal) => deal.Round["/api/v1".Length..] + "/zelfde-punt";
}
