using System.Globalization;
using System.Text.Json;
using Meerlaags.Web.Features.Notices;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Tests.Framing;
using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Web.Tests.Notices;

/// <summary>Who is told of what, as a program reads it.</summary>
public sealed class Told_by_program(Databases databases)
{
    private const string Address = "/api/v1/meldingen";

    [Theory, OnEveryDatabase]
    public async Task Everyone_at_the_table_is_told_but_who_did_it(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var deal = await RegionalDeal.StartAsync(app, "RIJK", "PV21");

        Assert.Equal(["member-joined", "member-joined"], await FactsAsync(deal.Facilitator));
        Assert.Empty(await FactsAsync(deal["PV21"]));
        await deal.OpenAsync();
        await deal.HandInAsync("RIJK", "Waarom het hier gaat om water", new { tekst = "Een gedachte", stem = "MNRE1034" });
        await deal.HandInAsync("PV21", "Waarom het hier gaat om wonen", "Een gedachte");
        await deal.RevealAsync();

        Assert.Equal(["texts-revealed", "round-opened"], await FactsAsync(deal["RIJK"]));
        Assert.Equal(["texts-revealed", "round-opened"], await FactsAsync(deal["PV21"]));
        Assert.Equal(["member-joined", "member-joined"], await FactsAsync(deal.Facilitator));
        var newest = (await NoticesAsync(deal["PV21"]))[0];
        Assert.Equal(deal.Home["/api/v1".Length..] + "/rondes/1/naast-elkaar", newest.GetProperty("pagina").GetString());
        Assert.Contains("heeft in ronde 1 de teksten onthuld", newest.GetProperty("tekst").GetString());
        Assert.Equal("Noordoost-Fryslân: blijven kunnen wonen, werken en leven", newest.GetProperty("opgave").GetString());
        Assert.Equal(JsonValueKind.Null, newest.GetProperty("gelezen").ValueKind);
    }

    [Theory, OnEveryDatabase]
    public async Task What_concerns_one_party_or_one_person_is_told_to_those_alone(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var deal = await RegionalDeal.StartAsync(app, "RIJK", "PV21");

        var seat = new { stoel = "partial", beslist = false };
        Assert.Equal(204, (await deal.Facilitator.Send(HttpMethod.Patch, $"{deal.Home}/partijen/{deal.Id("PV21")}", seat)).Status);
        await deal.GiveMandatesAsync();

        Assert.Equal(["mandate-recorded", "seat-changed"], (await FactsAsync(deal["PV21"])).Order(StringComparer.Ordinal));
        Assert.Equal(["mandate-recorded"], await FactsAsync(deal["RIJK"]));
    }

    [Theory, OnEveryDatabase]
    public async Task Who_joins_later_is_not_told_what_was_and_who_left_is_told_nothing_any_more(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var deal = await RegionalDeal.StartAsync(app, "RIJK", "PV21");
        await deal.OpenAsync();
        app.Clock.Pass(TimeSpan.FromMinutes(1));

        var late = await deal.InviteAsync(new Someone("Opvolger, provincie Fryslân", "opvolger@voorbeeld.nl"), "PV21");
        Assert.Empty(await FactsAsync(late));
        Assert.Equal(204, (await deal["PV21"].Post($"{deal.Home}/partijen/{deal.Id("PV21")}/vertrek")).Status);
        Assert.Equal(204, (await deal.Facilitator.Put(deal.Home + "/gesprek", new { dag = "2026-12-24" })).Status);

        Assert.Equal(["talk-planned", "party-left", "round-opened"], await FactsAsync(deal["RIJK"]));
        Assert.Empty(await FactsAsync(deal["PV21"]));
        Assert.Empty(await FactsAsync(late));
    }

    [Theory, OnEveryDatabase]
    public async Task What_one_act_did_many_times_is_told_once(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var deal = await RegionalDeal.OpenedAsync(app);
        await deal.HandInAsync("PV21", "Waarom het hier gaat om wonen", "Een gedachte", "Nog een gedachte");
        await deal.HandInAsync("GM1891", "Waarom het hier gaat om werken", "Een gedachte");
        await deal.RevealAsync();
        foreach (var (place, point) in (await PointsAsync(deal, "PV21")).Index())
        {
            var body = new
            {
                namens = deal.Id("PV21"),
                tekst = $"Stelling {place}",
                punten = new[] { point },
            };
            var made = await deal["PV21"].Post(deal.Round + "/stellingen", body);
            Assert.Equal(201, made.Status);
            foreach (var code in new[] { "PV21", "GM1891" })
                await deal[code].Put($"{deal.Round}/stellingen/{made.Id}/standpunten/{deal.Id(code)}", new { standpunt = "agree" });
        }
        var before = (await FactsAsync(deal["PV21"])).Count;

        Assert.Equal(204, (await deal.Facilitator.Post(deal.Round + "/standpunten/opening")).Status);

        var told = await NoticesAsync(deal["PV21"]);
        Assert.Equal(before + 1, told.Count);
        Assert.Equal(("positions-opened", 1), (told[0].GetProperty("feit").GetString(), told[0].GetProperty("nogMeer").GetInt32()));
    }

    [Theory, OnEveryDatabase]
    public async Task Reading_is_for_oneself_and_may_be_sent_twice(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var deal = await RegionalDeal.StartAsync(app, "RIJK", "PV21");
        await deal.OpenAsync();
        var mine = (await NoticesAsync(deal["PV21"]))[0].GetProperty("id").GetGuid();

        Assert.Equal(404, (await deal["RIJK"].Post($"{Address}/{mine}/gelezen")).Status);
        Assert.Equal(404, (await deal.Facilitator.Post($"{Address}/{mine}/gelezen")).Status);
        Assert.Single(await FactsAsync(deal["PV21"], "?ongelezen=true"));
        Assert.All(
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => deal["PV21"].Post($"{Address}/{mine}/gelezen"))),
            answer => Assert.Equal(204, answer.Status)
        );
        Assert.Equal(204, (await deal["PV21"].Post($"{Address}/{mine}/gelezen")).Status);

        Assert.Empty(await FactsAsync(deal["PV21"], "?ongelezen=true"));
        Assert.Single(await FactsAsync(deal["PV21"]));
        Assert.Single(await FactsAsync(deal["RIJK"], "?ongelezen=true"));
        Assert.Equal(400, (await deal["RIJK"].Post(Address + "/gelezen", new { })).Status);
        Assert.Equal(400, (await deal["RIJK"].Post(Address + "/gelezen", new { totEnMet = "morgen" })).Status);
        Assert.Equal(204, (await deal["RIJK"].Post(Address + "/gelezen", new { totEnMet = app.Clock.Now.AddSeconds(-1) })).Status);
        Assert.Single(await FactsAsync(deal["RIJK"], "?ongelezen=true"));
        Assert.Equal(204, (await deal["RIJK"].Post(Address + "/gelezen", new { totEnMet = app.Clock.Now.ToOffset(TimeSpan.FromHours(1)) })).Status);
        Assert.Empty(await FactsAsync(deal["RIJK"], "?ongelezen=true"));
        Assert.Equal(403, (await (await app.Api(RegionalDeal.SpeakerOf("RIJK"), Scopes.Read)).Post($"{Address}/{mine}/gelezen")).Status);
    }

    [Theory, OnEveryDatabase]
    public async Task Page_after_page_nothing_is_lost_and_nothing_comes_twice(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var deals = new[] { await RegionalDeal.StartAsync(app, "PV21"), await RegionalDeal.StartAsync(app, "PV21") };
        const int Talks = NoticeReader.PageSize + 7;
        for (var talk = 0; talk < Talks; talk++)
            foreach (var deal in deals)
            {
                var day = new DateOnly(2027, 1, 1).AddDays(talk).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                Assert.Equal(204, (await deal.Facilitator.Put(deal.Home + "/gesprek", new { dag = day })).Status);
            }

        var seen = new List<Guid>();
        var address = Address;
        while (true)
        {
            var page = (await deals[0]["PV21"].Get(address)).Json;
            seen.AddRange(page.GetProperty("meldingen").EnumerateArray().Select(notice => notice.GetProperty("id").GetGuid()));
            if (page.GetProperty("verder").ValueKind == JsonValueKind.Null)
                break;
            address = $"{Address}?voor={page.GetProperty("verder").GetGuid()}";
        }

        Assert.Equal(2 * Talks, seen.Count);
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    private static async Task<IReadOnlyList<Guid>> PointsAsync(RegionalDeal deal, string code) =>
        [
            .. (await deal[code].Get($"{deal.Round}/formuleringen/{deal.Id(code)}"))
                .Json.GetProperty("punten")
                .EnumerateArray()
                .Select(point => point.GetProperty("id").GetGuid()),
        ];

    private static async Task<IReadOnlyList<string?>> FactsAsync(Api api, string filter = "") =>
        [.. (await NoticesAsync(api, filter)).Select(notice => notice.GetProperty("feit").GetString())];

    private static async Task<IReadOnlyList<JsonElement>> NoticesAsync(Api api, string filter = "")
    {
        var answer = await api.Get(Address + filter);
        Assert.True(answer.Status == 200, answer.Body);
        return [.. answer.Json.GetProperty("meldingen").EnumerateArray()];
    }
}
