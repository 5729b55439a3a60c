using System.Text.Json;
using Meerlaags.Web.Tests.Framing;
using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Web.Tests.Statements;

/// <summary>Enough parties to speak of groups: who answers alike stands together, as long as there is something to say. Texts are invented.</summary>
public sealed class Sixteen_at_the_table(Apps apps) : IClassFixture<Apps>
{
    private const int Statements = 8;

    private static readonly string[] Coast = ["GM0059", "GM0060", "GM0088", "GM0093", "GM0096", "GM0072", "GM1970", "GM1891"];

    private static readonly string[] Inland = ["GM0074", "GM0080", "GM0085", "GM0086", "GM0090", "GM0098", "GM0737", "GM1900"];

    private static readonly string[] Codes = [.. Coast, .. Inland];

    [Theory, OnEveryDatabase]
    public async Task Groups_are_shown_once_enough_parties_answered_enough_and_no_longer_when_all_agree(Database database)
    {
        var deal = await RevealedAsync(database);
        var statements = await ProposeAsync(deal);
        foreach (var code in Codes)
        foreach (var (place, statement) in statements.Index().SkipLast(code is "GM0059" or "GM0074" ? 2 : 0))
            await GiveAsync(deal, statement, code, Stance(code, place));
        Assert.Equal(204, (await deal.Facilitator.Post(deal.Round + "/standpunten/opening")).Status);
        Assert.Equal(204, (await deal.Facilitator.Post(deal.Round + "/gesproken")).Status);
        // Fourteen answered seven or more.
        Assert.Equal("too-few", (await GroupsAsync(deal)).GetProperty("gevonden").GetString());

        foreach (var code in new[] { "GM0059", "GM0074" })
        foreach (var (place, statement) in statements.Index().TakeLast(2))
            await GiveAsync(deal, statement, code, Stance(code, place));
        var found = await GroupsAsync(deal);
        Assert.Equal("clear", found.GetProperty("gevonden").GetString());
        Assert.Equal("firmly", found.GetProperty("houden").GetString());
        var groups = found
            .GetProperty("groepen")
            .EnumerateArray()
            .Select(group => group.EnumerateArray().Select(party => party.GetGuid()).ToHashSet())
            .ToList();
        Assert.Equal(2, groups.Count);
        Assert.Contains(groups, group => group.SetEquals(Coast.Select(deal.Id)));
        Assert.Contains(groups, group => group.SetEquals(Inland.Select(deal.Id)));

        foreach (var code in Inland)
        foreach (var (place, statement) in statements.Index())
            await GiveAsync(deal, statement, code, Stance(Coast[0], place));
        Assert.Equal("not-clear", (await GroupsAsync(deal)).GetProperty("gevonden").GetString());
    }

    // Two answers to one half of the statements, the other way round to the other half; every third statement somebody in between passes.
    private static string Stance(string code, int place)
    {
        if (place % 3 == 0 && code is "GM0072" or "GM0086")
            return "pass";
        return place < Statements / 2 == Coast.Contains(code) ? "agree" : "disagree";
    }

    private static async Task<IReadOnlyList<Guid>> ProposeAsync(RegionalDeal deal)
    {
        var made = new List<Guid>();
        foreach (var number in Enumerable.Range(1, Statements))
        {
            var body = new
            {
                namens = deal.Id(Codes[0]),
                tekst = $"Gedachte {number} over de kust en het land.",
                punten = Array.Empty<Guid>(),
            };
            made.Add((await deal[Codes[0]].Post(deal.Round + "/stellingen", body)).Id);
        }
        return made;
    }

    private static async Task GiveAsync(RegionalDeal deal, Guid statement, string code, string stance)
    {
        var given = await deal[code].Put($"{deal.Round}/stellingen/{statement}/standpunten/{deal.Id(code)}", new { standpunt = stance });
        Assert.True(given.Status == 204, given.Body);
    }

    private static async Task<JsonElement> GroupsAsync(RegionalDeal deal) =>
        (await deal[Codes[0]].Get(deal.Round + "/stellingen/uitkomst")).Json.GetProperty("groepen");

    private async Task<RegionalDeal> RevealedAsync(Database database)
    {
        var deal = await RegionalDeal.StartAsync(await apps.On(database), Codes);
        await deal.OpenAsync();
        foreach (var code in Codes.Take(2))
            await deal.HandInAsync(code, "Waarom het hier gaat om " + code, "Gedachte van " + code);
        await deal.RevealAsync();
        return deal;
    }
}
