using System.Text.Json;
using Meerlaags.Web.Platform.Journal;
using Meerlaags.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Tests.Framing.Differences;

/// <summary>People add differences in their own words, and say of those that were found whether they are right.</summary>
public sealed class Noting_by_hand(Apps apps) : IClassFixture<Apps>
{
    private TestApp app = null!;

    [Theory, OnEveryDatabase]
    public async Task A_difference_in_ones_own_words_stands_under_its_question_with_who_named_it(Database database)
    {
        var deal = await RevealedAsync(database);
        var browser = await app.As(RegionalDeal.SpeakerOf("PV21"));

        var added = await (await browser.Get(Page(deal))).Submit("form[action$='handler=Add']", Typed(deal, "Wie het <i>betaalt</i>."));
        var again = await (await browser.Get(Page(deal))).Submit("form[action$='handler=Add']", Typed(deal, " "));

        Assert.NotEmpty(added.Done);
        var section = WebPage.Words(added.Document.QuerySelector("section[aria-labelledby=v-means]"));
        Assert.Contains("Wie het <i>betaalt</i>.", section, StringComparison.Ordinal);
        Assert.Contains("het Rijk legt bij", section, StringComparison.Ordinal);
        Assert.Contains("provincie Fryslân", section, StringComparison.Ordinal);
        Assert.Equal(422, again.Status);
        Assert.Equal("het Rijk legt bij", again.Document.QuerySelector("[name='Difference.Sides']")!.GetAttribute("value"));
        var noted = (await ListAsync(deal)).GetProperty("vanMensen").EnumerateArray().Single();
        Assert.Equal("added", noted.GetProperty("oordeel").GetString());
        Assert.Equal(1, await app.Data(db => db.Set<JournalLine>().CountAsync(line => line.Chain == Id(deal) && line.Fact == "difference-noted")));
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_not_right_stays_to_be_seen_with_the_reason_and_who_gave_it(Database database)
    {
        var deal = await SpokenAsync(database);
        var browser = await app.As(RegionalDeal.SpeakerOf("PV21"));
        const string Form = ".ml-says__thing:first-child form[action$='handler=Correct']";

        var refused = await (await browser.Get(Page(deal))).Submit(Form, ("Verdict.Why", ""));
        var corrected = await refused.Submit(Form, ("Verdict.Why", "Want wij bedoelen <b>iedereen</b>."));

        Assert.Equal(422, refused.Status);
        Assert.NotNull(refused.Document.QuerySelector("#Verdict-Why[aria-invalid=true]"));
        Assert.NotEmpty(corrected.Done);
        var thing = WebPage.Words(corrected.Document.QuerySelector(".ml-corrected"));
        Assert.Contains("Klopt niet volgens", thing, StringComparison.Ordinal);
        Assert.Contains("Want wij bedoelen <b>iedereen</b>.", thing, StringComparison.Ordinal);
        var confirmed = await corrected.Submit(".ml-corrected button[formaction$='handler=Confirm']", ("Verdict.Why", ""));
        Assert.Null(confirmed.Document.QuerySelector(".ml-corrected"));
        Assert.Single((await ListAsync(deal)).GetProperty("vanMensen").EnumerateArray());
        var back = await confirmed.Submit("form[action$='handler=Withdraw']");
        Assert.NotEmpty(back.Done);
        Assert.Empty((await ListAsync(deal)).GetProperty("vanMensen").EnumerateArray());
    }

    [Theory, OnEveryDatabase]
    public async Task A_program_does_the_same_and_speaks_for_its_own_party_only(Database database)
    {
        var deal = await SpokenAsync(database);
        var thing = (await ListAsync(deal)).GetProperty("deelvragen")[0].GetProperty("genoemd")[0].GetProperty("vondst").GetString();
        var judge = deal.Round + "/verschillen/oordelen";
        var submit = Guid.CreateVersion7();

        var right = await deal["PV21"].Post(judge, Verdict(thing, true, null, deal.Id("PV21")), submit);
        var again = await deal["PV21"].Post(judge, Verdict(thing, true, null, deal.Id("PV21")), submit);
        var wrong = await deal["GM1891"].Post(judge, Verdict(thing, false, "Dat staat er niet.", deal.Id("GM1891")));

        Assert.Equal((201, 201, 201), (right.Status, again.Status, wrong.Status));
        Assert.Equal(right.Body, again.Body);
        Expect.Problem(400, "text.missing", await deal["PV21"].Post(judge, Verdict(thing, false, null, deal.Id("PV21"))));
        Expect.Problem(404, "request.not-there", await deal["PV21"].Post(judge, Verdict("group/niets", true, null, deal.Id("PV21"))));
        Expect.Problem(403, "access.party-only", await deal["PV21"].Post(judge, Verdict(thing, true, null, deal.Id("GM1891"))));
        var note = $"{deal.Round}/verschillen/{wrong.Id}";
        Expect.Problem(403, "access.party-only", await deal["PV21"].Send(HttpMethod.Delete, $"{note}?namens={deal.Id("PV21")}"));
        Assert.Equal(204, (await deal["GM1891"].Send(HttpMethod.Delete, $"{note}?namens={deal.Id("GM1891")}")).Status);
        Assert.Single((await ListAsync(deal)).GetProperty("vanMensen").EnumerateArray());
    }

    [Theory, OnEveryDatabase]
    public async Task Before_people_spoke_nobody_judges_what_does_not_show_but_people_may_speak(Database database)
    {
        var deal = await RevealedAsync(database);
        var browser = await app.As(RegionalDeal.SpeakerOf("PV21"));

        var judged = await browser.Post(
            Page(deal) + "?handler=Correct",
            ("Verdict.Finding", "group/young"),
            ("Verdict.Why", "Zo is het niet."),
            ("namens", deal.Id("PV21").ToString())
        );

        Assert.Equal(404, (int)judged.StatusCode);
        Assert.NotNull((await browser.Get(Page(deal))).Document.QuerySelector("form[action$='handler=Add']"));
    }

    private static (string, string)[] Typed(RegionalDeal deal, string words) =>
        [
            ("Difference.Aspect", "means"),
            ("Difference.Words", words),
            ("Difference.Parties", deal.Id("RIJK").ToString()),
            ("Difference.Sides", "het Rijk legt bij"),
            ("Difference.Parties", deal.Id("PV21").ToString()),
            ("Difference.Sides", ""),
        ];

    private static object Verdict(string? finding, bool right, string? why, Guid party) =>
        new
        {
            vondst = finding,
            klopt = right,
            reden = why,
            namens = party,
        };

    private async Task<RegionalDeal> RevealedAsync(Database database)
    {
        app = await apps.On(database);
        var deal = await RegionalDeal.OpenedAsync(app);
        await deal.HandInAsync("RIJK", "Jongeren vinden hier geen plek.", "Een punt");
        await deal.HandInAsync("PV21", "Ouderen blijven te lang alleen.", "Nog een punt");
        await deal.RevealAsync();
        return deal;
    }

    private async Task<RegionalDeal> SpokenAsync(Database database)
    {
        var deal = await RevealedAsync(database);
        Assert.Equal(204, (await deal.Facilitator.Post(deal.Round + "/gesproken")).Status);
        return deal;
    }

    private static async Task<JsonElement> ListAsync(RegionalDeal deal) => (await deal.Facilitator.Get(deal.Round + "/verschillen")).Json;

    private static Guid Id(RegionalDeal deal) => Guid.Parse(deal.Home.Split('/')[^1]);

    private static string Page(RegionalDeal deal) => deal.Round["/api/v1".Length..] + "/verschillen";
}
