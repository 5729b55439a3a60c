using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Meerlaags.Domain.Register;
using Meerlaags.Web.Features.Framing.Differences;
using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Web.Tests.Framing.Differences;

/// <summary>Which parties use the same words: in words, on a map without figures, and within a party of several ministries.</summary>
public sealed partial class Seeing_likeness(Apps apps) : IClassFixture<Apps>
{
    private TestApp app = null!;

    [Theory, OnEveryDatabase]
    public async Task Every_two_parties_stand_in_words_and_the_map_says_no_more_than_the_list(Database database)
    {
        var deal = await RevealedAsync(database);
        var browser = await app.As(RegionalDeal.SpeakerOf("PV21"));
        Assert.Null((await browser.Get(Page(deal, "/woorden"))).Document.QuerySelector(".ml-map"));
        Assert.Equal(204, (await deal.Facilitator.Post(deal.Round + "/gesproken")).Status);

        var page = await browser.Get(Page(deal, "/woorden"));

        Assert.Equal(6, page.Document.QuerySelectorAll("section:not([aria-labelledby=lagen]) .ml-says__thing").Length);
        var opposed = page.Document.QuerySelectorAll(".ml-says__thing").Where(thing => thing.QuerySelector(".ml-noted") is not null).ToList();
        Assert.Contains(opposed, pair => WebPage.Words(pair).Contains("tegenover elkaar: niet", StringComparison.Ordinal));
        Assert.Equal(opposed.Count, page.Document.QuerySelectorAll(".ml-map__drawing .ml-map__opposed").Length);
        Assert.NotEmpty(page.Document.QuerySelectorAll(".ml-map__drawing circle"));
        Assert.NotEmpty(WebPage.Words(page.Document.QuerySelector("svg[role=img] title")));
        Assert.DoesNotMatch(Figure(), WebPage.Words(page.Document.QuerySelector("main")));
        Assert.Contains("bushalte", page.Text, StringComparison.Ordinal);
    }

    [Theory, OnEveryDatabase]
    public async Task It_is_switched_off_apart_from_the_other_views(Database database)
    {
        var deal = await RevealedAsync(database);
        Assert.Equal(204, (await deal.Facilitator.Post(deal.Round + "/gesproken")).Status);
        var facilitator = await app.As(People.Facilitator);

        await (await facilitator.Get(Page(deal, "/woorden"))).Submit("form[action$='handler=Want']");

        Assert.Null((await facilitator.Get(Page(deal, "/woorden"))).Document.QuerySelector(".ml-map"));
        Assert.Equal("off", (await deal["PV21"].Get(deal.Round + "/woorden")).Json.GetProperty("stand").GetString());
        Assert.Equal("open", (await deal["PV21"].Get(deal.Round + "/verschillen")).Json.GetProperty("stand").GetString());
    }

    [Theory, OnEveryDatabase]
    public async Task A_program_is_told_words_and_no_figures(Database database)
    {
        var deal = await RevealedAsync(database);
        Assert.Equal("speak-first", (await deal["PV21"].Get(deal.Round + "/woorden")).Json.GetProperty("stand").GetString());
        Assert.Equal(204, (await deal.Facilitator.Post(deal.Round + "/gesproken")).Status);

        var answer = await deal["PV21"].Get(deal.Round + "/woorden");

        var pairs = answer.Json.GetProperty("paren").EnumerateArray().ToList();
        Assert.Equal(6, pairs.Count);
        Assert.Contains(pairs, pair => pair.GetProperty("binden").EnumerateArray().Any(word => word.GetString() == "bushalte"));
        Assert.Contains(pairs, pair => pair.GetProperty("tegenover").EnumerateArray().Any(word => word.GetString() == "niet"));
        Assert.DoesNotContain(Kinds(answer.Json), kind => kind == JsonValueKind.Number);
    }

    [Theory, OnEveryDatabase]
    public async Task Within_the_rijk_ministries_are_told_apart_by_the_points_they_raised(Database database)
    {
        var deal = await RevealedAsync(database);
        Assert.Equal(204, (await deal.Facilitator.Post(deal.Round + "/gesproken")).Status);

        var page = await (await app.As(RegionalDeal.SpeakerOf("PV21"))).Get(Page(deal, "/verschillen"));
        var within = (await deal["PV21"].Get(deal.Round + "/verschillen")).Json.GetProperty("binnenPartijen").EnumerateArray().Single();

        var section = WebPage.Words(page.Document.QuerySelector("section[aria-labelledby^=binnen-]"));
        Assert.Contains("inisterie", section, StringComparison.Ordinal);
        Assert.Contains("jongeren", section, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(deal.Id("RIJK"), within.GetProperty("partij").GetGuid());
        Assert.Equal(
            ["MNRE1034", "MNRE1153"],
            within.GetProperty("genoemd").EnumerateArray().Select(thing => thing.GetProperty("stem").GetString()!).Distinct().Order()
        );
    }

    [Theory]
    [InlineData(9)]
    [InlineData(15)]
    public void Names_on_the_map_never_cover_each_other_and_it_is_drawn_the_same_each_time(int count)
    {
        var parties = Enumerable
            .Range(0, count)
            .Select(place =>
                (Party: Known.Party(place), Name: $"Gemeenschappelijke regeling voor wonen en zorg in de streek {place}", Tier: $"Laag {place / 3}")
            )
            .ToList();
        var likeness = WordLikeness.Of([
            .. parties.Select((party, place) => (new PartyText(party.Party, [$"Wonen en bus {place % 4}"]), (GovernmentTier)(place / 3))),
        ]);

        var map = WordMap.Of(parties, likeness);

        Assert.Equal(count + (count + 2) / 3, map.Names.Count);
        Assert.All(map.Names.Zip(map.Names.Skip(1)), two => Assert.Equal(WordMap.Row, two.Second.Y - two.First.Y));
        Assert.All(map.Names, name => Assert.InRange(new StringInfo(name.Text).LengthInTextElements, 1, WordMap.LongestName));
        Assert.InRange(map.Names[^1].Y, 0, map.Height - WordMap.Row / 2);
        Assert.NotEmpty(map.Lines);
        Assert.Equal(map.Lines, WordMap.Of(parties, likeness).Lines);
    }

    private static IEnumerable<JsonValueKind> Kinds(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Kinds(property.Value)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Kinds),
            var kind => [kind],
        };

    private async Task<RegionalDeal> RevealedAsync(Database database)
    {
        app = await apps.On(database);
        var deal = await RegionalDeal.OpenedAsync(app);
        await deal.HandInAsync(
            "RIJK",
            "De regelingen sluiten niet op elkaar aan.",
            new { tekst = "Jongeren zoeken een huis", stem = "MNRE1034" },
            new { tekst = "Boeren zoeken duidelijkheid", stem = "MNRE1153" },
            new { tekst = "Ouderen zoeken zorg" }
        );
        await deal.HandInAsync("PV21", "De bushalte bij het dorp moet blijven.", "Natuur en dorp in één plan");
        await deal.HandInAsync("GM1891", "De bushalte bij het dorp moet niet blijven.", "Fietsen kan ook");
        await deal.HandInAsync("GM1970", "Wij houden de bushalte en de school.", "De school blijft");
        await deal.RevealAsync();
        return deal;
    }

    private static string Page(RegionalDeal deal, string page) => deal.Round["/api/v1".Length..] + page;

    [GeneratedRegex(@"\d+(,\d+)?\s*%|0,\d")]
    private static partial Regex Figure();
}
