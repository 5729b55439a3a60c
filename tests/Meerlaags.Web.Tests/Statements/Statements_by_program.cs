using System.Text.Json;
using Meerlaags.Web.Tests.Framing;
using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Web.Tests.Statements;

/// <summary>Statements by program, with the parties of a real Regio Deal: unseen until opened, then what binds, divides and moves. Texts are invented.</summary>
public sealed class Statements_by_program(Apps apps) : IClassFixture<Apps>
{
    private static readonly string[] Codes = RegionalDeal.Codes;

    [Theory, OnEveryDatabase]
    public async Task Seven_parties_weigh_statements_unseen_and_see_what_binds_and_divides(Database database)
    {
        var deal = await WeighedAsync(database);
        var binds = await ProposeAsync(deal, "GM1891", "Wie hier opgroeit moet hier kunnen wonen.");
        var divides = await ProposeAsync(deal, "PV21", "Nieuwe huizen komen alleen in de kernen.");
        var alone = await ProposeAsync(deal, "WS0653", "Eerst water, dan pas huizen.");
        foreach (var code in Codes)
        {
            await GiveAsync(deal, binds, code, "agree", moves: code == "RIJK");
            await GiveAsync(deal, divides, code, code.StartsWith("GM", StringComparison.Ordinal) ? "disagree" : "agree");
            if (code != "GM0737")
                await GiveAsync(deal, alone, code, code == "WS0653" ? "agree" : "pass");
        }

        var unseen = await StatementAsync(deal["PV21"], deal, binds);
        Assert.Equal(Codes.Length, unseen.GetProperty("standpuntGegeven").GetArrayLength());
        Assert.Equal([deal.Id("PV21")], unseen.GetProperty("standpunten").EnumerateArray().Select(position => position.GetProperty("partij").GetGuid()));
        Assert.Empty((await StatementAsync(deal.Facilitator, deal, binds)).GetProperty("standpunten").EnumerateArray());
        Expect.Problem(403, "access.scope", await deal["PV21"].Post(deal.Round + "/standpunten/opening"));

        Assert.Equal(204, (await deal.Facilitator.Post(deal.Round + "/standpunten/opening")).Status);
        Expect.Problem(400, "positions.too-few", await deal.Facilitator.Post(deal.Round + "/standpunten/opening"));
        Assert.Equal(7, (await StatementAsync(deal["PV21"], deal, binds)).GetProperty("standpunten").GetArrayLength());
        Assert.Equal("speak-first", (await OutcomeAsync(deal)).GetProperty("bruggen").GetProperty("stand").GetString());

        Assert.Equal(204, (await deal.Facilitator.Post(deal.Round + "/gesproken")).Status);
        var outcome = await OutcomeAsync(deal);
        var bridges = outcome.GetProperty("bruggen");
        Assert.Equal([binds], Ids(bridges.GetProperty("verbindt")));
        Assert.Equal([divides], Ids(bridges.GetProperty("verdeeltLagen")));
        Assert.Equal([alone], Ids(bridges.GetProperty("eenPartij")));
        Assert.Equal("too-few", outcome.GetProperty("groepen").GetProperty("gevonden").GetString());
        var moved = outcome.GetProperty("stellingen").EnumerateArray().First(said => said.GetProperty("stelling").GetGuid() == binds);
        Assert.Equal([deal.Id("RIJK")], Ids(moved.GetProperty("geraakt")));
        var waiting = outcome.GetProperty("wacht").EnumerateArray().Single();
        Assert.Equal((deal.Id("GM0737"), alone), (waiting.GetProperty("partij").GetGuid(), waiting.GetProperty("stellingen")[0].GetGuid()));

        Assert.Equal(204, (await deal.Facilitator.Put(deal.Home + "/weergaven/bridges", new { gewenst = false })).Status);
        Assert.Equal("off", (await OutcomeAsync(deal)).GetProperty("bruggen").GetProperty("stand").GetString());
    }

    [Theory, OnEveryDatabase]
    public async Task A_party_says_of_three_statements_that_they_move_it_and_of_no_fourth(Database database)
    {
        var deal = await WeighedAsync(database);
        var statements = new List<Guid>();
        foreach (var number in Enumerable.Range(1, 4))
            statements.Add(await ProposeAsync(deal, "PV21", $"Gedachte {number} van de provincie"));
        foreach (var statement in statements.Take(3))
            await GiveAsync(deal, statement, "PV21", "agree", moves: true);

        var fourth = await deal["PV21"].Put(PositionOf(deal, statements[3], "PV21"), new { standpunt = "agree", raakt = true });

        Expect.Problem(400, "position.moves-enough", fourth);
        await GiveAsync(deal, statements[0], "PV21", "agree", moves: false);
        await GiveAsync(deal, statements[3], "PV21", "agree", moves: true);
        var changed = (await StatementAsync(deal["PV21"], deal, statements[0])).GetProperty("standpunten")[0];
        Assert.Equal((false, 1), (changed.GetProperty("raakt").GetBoolean(), changed.GetProperty("eerder").GetInt32()));
    }

    [Theory, OnEveryDatabase]
    public async Task People_of_the_Rijk_vote_within_and_their_ministries_show_when_it_wants_so(Database database)
    {
        var deal = await WeighedAsync(database);
        var colleague = await deal.InviteAsync(new Someone("Adviseur bij een ministerie", "ministerie@voorbeeld.nl"), "RIJK");
        var statement = await ProposeAsync(deal, "RIJK", "Het Rijk betaalt mee aan de eerste honderd huizen.");
        var votes = $"{deal.Round}/stellingen/{statement}/meningen/{deal.Id("RIJK")}";
        Assert.Equal(204, (await deal["RIJK"].Put(votes, new { mening = "agree" })).Status);
        Assert.Equal(204, (await colleague.Put(votes, new { mening = "disagree" })).Status);
        Expect.Problem(400, "position.nothing-leads", await deal["RIJK"].Post(PositionOf(deal, statement, "RIJK") + "/overname"));
        Assert.Equal(204, (await colleague.Put(votes, new { mening = "agree" })).Status);

        Assert.Equal(204, (await deal["RIJK"].Post(PositionOf(deal, statement, "RIJK") + "/overname")).Status);

        var own = await StatementAsync(colleague, deal, statement);
        Assert.Equal(2, own.GetProperty("binnenPartij")[0].GetProperty("eens").GetInt32());
        Assert.True(own.GetProperty("standpunten")[0].GetProperty("overgenomen").GetBoolean());
        Assert.Equal(0, (await StatementAsync(deal["PV21"], deal, statement)).GetProperty("binnenPartij")[0].GetProperty("eens").GetInt32());
        Expect.Problem(403, "access.party-only", await deal["PV21"].Put(votes, new { mening = "agree" }));
        Expect.Problem(403, "access.party-only", await deal["PV21"].Put(PositionOf(deal, statement, "RIJK"), new { standpunt = "agree" }));
    }

    [Theory, OnEveryDatabase]
    public async Task A_resent_statement_is_one_and_equal_ones_are_told_apart(Database database)
    {
        var deal = await WeighedAsync(database);
        var submit = Guid.CreateVersion7();
        var body = Body(deal, "PV21", "Er rijdt hier na zeven uur geen bus meer.");

        var first = await deal["PV21"].Post(deal.Round + "/stellingen", body, submit);
        var again = await deal["PV21"].Post(deal.Round + "/stellingen", body, submit);
        var same = await deal["GM1891"].Post(deal.Round + "/stellingen", Body(deal, "GM1891", "er rijdt hier na zeven uur geen BUS meer."));

        Assert.Equal((201, 201, first.Id), (first.Status, again.Status, again.Id));
        Expect.Problem(409, "statement.already-there", same);
        var other = await ProposeAsync(deal, "GM1891", "De bus moet later rijden.");
        Expect.Problem(403, "access.facilitator-only", await AsideAsync(deal["GM1891"], deal, other, first.Id, deal.Id("GM1891")));
        Assert.Equal(204, (await AsideAsync(deal.Facilitator, deal, other, first.Id, null)).Status);
        Assert.Equal(first.Id, (await StatementAsync(deal["PV21"], deal, other)).GetProperty("opzij").GetProperty("samenMet").GetGuid());
        Expect.Problem(400, "statement.set-aside", await deal["PV21"].Put(PositionOf(deal, other, "PV21"), new { standpunt = "agree" }));
        Expect.Problem(400, "statement.set-aside", await AsideAsync(deal.Facilitator, deal, other, null, null));
    }

    [Theory, OnEveryDatabase]
    public async Task Two_at_once_give_one_position(Database database)
    {
        var deal = await WeighedAsync(database);
        var statement = await ProposeAsync(deal, "PV21", "Er is geen plek voor wie begint.");

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(turn => deal["PV21"].Put(PositionOf(deal, statement, "PV21"), new { standpunt = turn % 2 == 0 ? "agree" : "disagree" }))
        );

        Assert.All(answers, answer => Assert.Equal(204, answer.Status));
        Assert.Single((await StatementAsync(deal["PV21"], deal, statement)).GetProperty("standpunten").EnumerateArray());
    }

    private static object Body(RegionalDeal deal, string code, string text) =>
        new
        {
            namens = deal.Id(code),
            tekst = text,
            punten = Array.Empty<Guid>(),
        };

    private static async Task<Guid> ProposeAsync(RegionalDeal deal, string code, string text)
    {
        var made = await deal[code].Post(deal.Round + "/stellingen", Body(deal, code, text));
        Assert.True(made.Status == 201, made.Body);
        return made.Id;
    }

    private static Task<ApiAnswer> AsideAsync(Api api, RegionalDeal deal, Guid statement, Guid? into, Guid? party) =>
        api.Post(
            $"{deal.Round}/stellingen/{statement}/opzij",
            new
            {
                reden = "Zegt hetzelfde.",
                samenMet = into,
                namens = party,
            }
        );

    private static string PositionOf(RegionalDeal deal, Guid statement, string code) => $"{deal.Round}/stellingen/{statement}/standpunten/{deal.Id(code)}";

    private static async Task GiveAsync(RegionalDeal deal, Guid statement, string code, string stance, bool? moves = null)
    {
        var given = await deal[code].Put(PositionOf(deal, statement, code), new { standpunt = stance, raakt = moves });
        Assert.True(given.Status == 204, given.Body);
    }

    private static async Task<JsonElement> StatementAsync(Api api, RegionalDeal deal, Guid statement) =>
        (await api.Get($"{deal.Round}/stellingen/{statement}")).Json;

    private static async Task<JsonElement> OutcomeAsync(RegionalDeal deal) => (await deal["PV21"].Get(deal.Round + "/stellingen/uitkomst")).Json;

    private static IEnumerable<Guid> Ids(JsonElement list) => list.EnumerateArray().Select(id => id.GetGuid());

    private async Task<RegionalDeal> WeighedAsync(Database database)
    {
        var deal = await RegionalDeal.StartAsync(await apps.On(database), Codes);
        await deal.OpenAsync();
        foreach (var code in Codes)
            await deal.HandInAsync(code, "Waarom het hier gaat om " + code, "Gedachte van " + code);
        await deal.RevealAsync();
        return deal;
    }
}
