using System.Text.Json;
using Meerlaags.Web.Platform.Journal;
using Meerlaags.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Tests.Framing.Differences;

/// <summary>Points that people put together: named, split, with who did it; by page and by program.</summary>
public sealed class Points_together(Apps apps) : IClassFixture<Apps>
{
    private const string Longest = "Huizen voor wie hier jong is, in gewone woorden en niet in de taal van een nota!";

    private TestApp app = null!;

    [Theory, OnEveryDatabase]
    public async Task A_group_gets_a_name_that_shows_wherever_the_group_shows(Database database)
    {
        var (deal, points) = await TogetherAsync(database);
        var browser = await app.As(RegionalDeal.SpeakerOf("PV21"));

        var named = await (await browser.Get(Beside(deal))).Submit("form[action$='handler=Name']", ("called", "Wonen <b>voor</b>\njongeren"));

        Assert.NotEmpty(named.Done);
        Assert.Equal("Wonen <b>voor</b> jongeren", WebPage.Words(named.Document.QuerySelector(".ml-pointcard__name")));
        Assert.Contains("provincie Fryslân,", named.Text, StringComparison.Ordinal);
        Assert.Contains("Wonen <b>voor</b> jongeren", (await browser.Get(Page(deal, "/tekst"))).Text, StringComparison.Ordinal);
        var renamed = await named.Submit("form[action$='handler=Name']", ("called", Longest));
        Assert.Equal(Longest, WebPage.Words(renamed.Document.QuerySelector(".ml-pointcard__name")));
        var names = Group(await ListAsync(deal), points[0]).GetProperty("namen").EnumerateArray().ToList();
        Assert.Equal(["Wonen <b>voor</b> jongeren", Longest], names.Select(name => name.GetProperty("naam").GetString()));
        Assert.Equal(deal.Id("PV21"), names[1].GetProperty("partij").GetGuid());
        Assert.Equal(2, await app.Data(db => db.Set<JournalLine>().CountAsync(line => line.Chain == Id(deal) && line.Fact == "points-named")));
    }

    [Theory, OnEveryDatabase]
    public async Task A_name_that_is_refused_is_still_in_its_field(Database database)
    {
        var (deal, _) = await TogetherAsync(database);
        var page = await (await app.As(RegionalDeal.SpeakerOf("PV21"))).Get(Beside(deal));

        var refused = await page.Submit("form[action$='handler=Name']", ("called", Longest + "!"));
        var empty = await page.Submit("form[action$='handler=Name']", ("called", " "));

        Assert.Equal((422, 422), (refused.Status, empty.Status));
        Assert.Equal(Longest + "!", refused.Document.QuerySelector("#Name")!.GetAttribute("value"));
        Assert.NotNull(refused.Document.QuerySelector("[role=alert] a[href='#Name']"));
        Assert.NotNull(refused.Document.QuerySelector(".ml-pointcard details[open]"));
        Assert.Empty((await ListAsync(deal)).GetProperty("alle")[0].GetProperty("namen").EnumerateArray());
    }

    [Theory, OnEveryDatabase]
    public async Task Points_are_taken_out_of_their_group_and_the_others_stay(Database database)
    {
        var (deal, points) = await TogetherAsync(database);
        var browser = await app.As(RegionalDeal.SpeakerOf("PV21"));
        var page = await browser.Get(Beside(deal));
        await page.Submit("form[action$='handler=Name']", ("called", "Wonen"));

        var split = await page.Submit("form[action$='handler=Split']", ("points", points[0].ToString()));
        var again = await page.Submit("form[action$='handler=Split']", ("points", points[0].ToString()));
        var all = await page.Submit("form[action$='handler=Split']", [.. points[1..].Select(point => ("points", point.ToString()))]);
        var none = await page.Submit("form[action$='handler=Split']");

        Assert.NotEmpty(split.Done);
        Assert.Equal((200, 422, 422), (again.Status, all.Status, none.Status));
        var list = await ListAsync(deal);
        Assert.Single(Group(list, points[0]).GetProperty("punten").EnumerateArray());
        var stayed = Group(list, points[1]);
        Assert.Equal(points[1..].Order(), stayed.GetProperty("punten").EnumerateArray().Select(point => point.GetProperty("id").GetGuid()).Order());
        Assert.Equal("Wonen", stayed.GetProperty("namen")[0].GetProperty("naam").GetString());
    }

    [Theory, OnEveryDatabase]
    public async Task A_program_splits_and_names_and_is_told_what_cannot_be(Database database)
    {
        var (deal, points) = await TogetherAsync(database);
        var names = new { naam = "Wonen", namens = deal.Id("GM1891") };
        var submit = Guid.CreateVersion7();

        Assert.Equal(200, (await deal["GM1891"].Put($"{deal.Round}/punten/{points[0]}/naam", names)).Status);
        var split = await deal.Facilitator.Post(deal.Round + "/gelijke-punten/splitsing", new { punten = points[..2] }, submit);
        var again = await deal.Facilitator.Post(deal.Round + "/gelijke-punten/splitsing", new { punten = points[..2] }, submit);

        Assert.Equal((200, 200), (split.Status, again.Status));
        Assert.Equal(2, split.Json.GetProperty("meer").GetArrayLength());
        Expect.Problem(404, "request.not-there", await deal["GM1891"].Put($"{deal.Round}/punten/{Guid.CreateVersion7()}/naam", names));
        Expect.Problem(403, "access.party-only", await deal["PV21"].Put($"{deal.Round}/punten/{points[0]}/naam", names));
        Expect.Problem(403, "access.scope", await deal["PV21"].Post(deal.Round + "/gelijke-punten/splitsing", new { punten = points[..1] }));
        Expect.Problem(400, "points.leave-some", await deal.Facilitator.Post(deal.Round + "/gelijke-punten/splitsing", new { punten = points[..2] }));
        Assert.Equal(400, (await deal["GM1891"].Put($"{deal.Round}/punten/{points[0]}/naam", names with { naam = Longest + "!" })).Status);
    }

    [Theory, OnEveryDatabase]
    public async Task What_only_one_party_raised_comes_first_with_why_that_matters_and_whence_it_is_known(Database database)
    {
        var (deal, _) = await TogetherAsync(database);

        var page = await (await app.As(RegionalDeal.SpeakerOf("PV21"))).Get(Beside(deal));

        var lists = page.Document.QuerySelectorAll(".ml-difference").ToList();
        Assert.Equal("De bus rijdt niet meer", WebPage.Words(lists[0].QuerySelector(".ml-pointcard__text")));
        Assert.Contains("65 onderzoeken", WebPage.Words(lists[0]), StringComparison.Ordinal);
        Assert.Contains("Lu, Yuan & McLeod (2012)", WebPage.Words(lists[0].QuerySelector("cite")), StringComparison.Ordinal);
    }

    [Theory, OnEveryDatabase]
    public async Task Several_who_name_and_split_at_once_are_all_told_the_truth(Database database)
    {
        var (deal, points) = await TogetherAsync(database);
        var names = new[] { "PV21", "GM1891", "GM1970" };

        var answers = await Task.WhenAll([
            .. names.Select(code => deal[code].Put($"{deal.Round}/punten/{points[0]}/naam", new { naam = "Wonen, zegt " + code, namens = deal.Id(code) })),
            .. points.Select(point => deal.Facilitator.Post(deal.Round + "/gelijke-punten/splitsing", new { punten = new[] { point } })),
        ]);

        Assert.All(answers, answer => Assert.Contains(answer.Status, new[] { 200, 400, 404, 409 }));
        var list = await ListAsync(deal);
        var shown = new[] { "een", "meer", "alle" }.SelectMany(kind => list.GetProperty(kind).EnumerateArray()).ToList();
        // Every point stands in one group, and in one only.
        Assert.Equal(
            5,
            shown.SelectMany(group => group.GetProperty("punten").EnumerateArray()).Select(point => point.GetProperty("id").GetGuid()).Distinct().Count()
        );
        Assert.Equal(5, shown.Sum(group => group.GetProperty("punten").GetArrayLength()));
        // What was done stands in the journal, once each; what was refused does not.
        var named = answers[..names.Length].Count(answer => answer.Status == 200);
        Assert.Equal(named, await app.Data(db => db.Set<JournalLine>().CountAsync(line => line.Chain == Id(deal) && line.Fact == "points-named")));
    }

    private async Task<(RegionalDeal Deal, List<Guid> Points)> TogetherAsync(Database database)
    {
        app = await apps.On(database);
        var deal = await RegionalDeal.OpenedAsync(app);
        await deal.HandInAsync("RIJK", "Wonen en rondkomen.", "Er zijn te weinig huizen");
        await deal.HandInAsync("PV21", "Wonen.", "Woningen ontbreken");
        await deal.HandInAsync("GM1891", "Jongeren.", "Wie hier opgroeit, vindt geen huis");
        await deal.HandInAsync("GM1970", "Dorpen.", "De bus rijdt niet meer", "Starters vinden niets");
        await deal.RevealAsync();
        var points = (await ListAsync(deal))
            .GetProperty("een")
            .EnumerateArray()
            .Select(group => group.GetProperty("punten")[0])
            .Where(point => point.GetProperty("tekst").GetString() != "De bus rijdt niet meer")
            .Select(point => point.GetProperty("id").GetGuid())
            .Order()
            .ToList();
        Assert.Equal(201, (await deal.Facilitator.Post(deal.Round + "/gelijke-punten", new { punten = points })).Status);
        return (deal, points);
    }

    private static async Task<JsonElement> ListAsync(RegionalDeal deal) => (await deal.Facilitator.Get(deal.Round + "/punten")).Json;

    private static JsonElement Group(JsonElement list, Guid point) =>
        new[] { "een", "meer", "alle" }
            .SelectMany(kind => list.GetProperty(kind).EnumerateArray())
            .Single(group => group.GetProperty("punten").EnumerateArray().Any(raised => raised.GetProperty("id").GetGuid() == point));

    private static Guid Id(RegionalDeal deal) => Guid.Parse(deal.Home.Split('/')[^1]);

    private static string Beside(RegionalDeal deal) => Page(deal, "/naast-elkaar");

    private static string Page(RegionalDeal deal, string page) => deal.Round["/api/v1".Length..] + page;
}
