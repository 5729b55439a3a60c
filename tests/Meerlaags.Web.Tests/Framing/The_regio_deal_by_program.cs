using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Web.Tests.Framing;

/// <summary>The main job by program, with the parties of a real Regio Deal: write unseen, reveal, agree one text, and once not know yet.</summary>
public sealed class The_regio_deal_by_program(Apps apps) : IClassFixture<Apps>
{
    private const string Emoji = "Er is geen huis voor wie hier opgroeide 🏡 👩‍👩‍👧‍👦 🇳🇱";
    private const string Frisian = "Der is gjin hûs foar wa't hjir opgroeid is; it doarp fergriisket en de skoalle giet ticht.";
    private const string RightToLeft = "نريد بيوتًا للشباب الذين كبروا هنا";
    private const string Html = "<script>alert('x')</script><b>niet vet</b> & \"aangehaald\" <!--";
    private static readonly string Long = string.Concat(Enumerable.Repeat("ë", 20_000));

    [Theory, OnEveryDatabase]
    public async Task Seven_parties_come_to_one_shared_issue(Database database)
    {
        var app = await apps.On(database);
        var deal = await RegionalDeal.StartAsync(app, RegionalDeal.Codes);
        await deal.GiveMandatesAsync();
        await deal.OpenAsync();
        Assert.Contains(
            (await deal["RIJK"].Get(deal.Round + "/vragen")).Json.GetProperty("vragen").EnumerateArray(),
            question => question.GetProperty("vraag").GetString() == "issue" && question.GetProperty("verplicht").GetBoolean()
        );

        await WriteUnseenAsync(deal);
        await deal.RevealAsync();
        await ReadEverythingAsync(deal);
        var points = await MarkAsync(deal);
        await WriteTogetherAsync(deal, points);
        await AgreeAsync(deal);
        await LookBackAsync(deal);
    }

    [Theory, OnEveryDatabase]
    public async Task A_second_round_ends_with_not_knowing_yet(Database database)
    {
        var app = await apps.On(database);
        var deal = await RegionalDeal.StartAsync(app, "GM1891", "PV21");
        await deal.OpenAsync();
        var early = await deal.Facilitator.Post(deal.Home + "/rondes");
        Assert.Equal((400, "round.another-is-open"), (early.Status, early.Code));
        var submit = Guid.CreateVersion7();
        object why = new { reden = "Wij weten nog niet van wie de dijk is.", volgendGesprek = "2026-12-15" };

        var closed = await deal.Facilitator.Post(deal.Round + "/afsluiting", why, submit);
        var again = await deal.Facilitator.Post(deal.Round + "/afsluiting", why, submit);
        var second = await deal.Facilitator.Post(deal.Home + "/rondes");
        var secondClosed = await deal.Facilitator.Post(deal.Home + "/rondes/2/afsluiting", why);

        Assert.Equal((201, 201, 201, 201), (closed.Status, again.Status, second.Status, secondClosed.Status));
        Assert.Equal(2, second.Json.GetProperty("nummer").GetInt32());
        var closing = secondClosed.Json.GetProperty("afsluiting");
        Assert.Equal("not-yet-known", closing.GetProperty("uitkomst").GetString());
        Assert.Equal("Wij weten nog niet van wie de dijk is.", closing.GetProperty("reden").GetString());
        Assert.Equal("2026-12-15", (await deal["PV21"].Get(deal.Home)).Json.GetProperty("samenwerking").GetProperty("volgendGesprek").GetString());
        Assert.Equal(2, (await deal["PV21"].Get(deal.Home + "/rondes")).Json.GetProperty("rondes").GetArrayLength());
        Assert.Equal(404, (await deal["PV21"].Get(deal.Home + "/gedeeld-vraagstuk")).Status);
        var late = await deal["PV21"].Put($"{deal.Home}/rondes/2/formuleringen/{deal.Id("PV21")}", RegionalDeal.Draft(0, "te laat", "te laat"));
        Assert.Equal((409, "round.closed"), (late.Status, late.Code));
    }

    private static async Task WriteUnseenAsync(RegionalDeal deal)
    {
        // Not the order of the table, so that an order by time would show.
        await deal.HandInAsync("GM0737", Long, "Een dorp zonder huizen voor starters");
        await deal.HandInAsync("GM0059", Emoji, "Starters vinden niets 🏡", "De bus rijdt niet meer");
        await deal.HandInAsync("PV21", Html, "<i>Te weinig woningen voor starters</i>");
        await deal.HandInAsync("GM1970", RightToLeft, "بيوت للشباب");
        await deal.HandInAsync("GM1891", Frisian, "Jonge minsken fine gjin hûs");
        await deal.HandInAsync("WS0653", "Het water kan nergens heen", "Nieuwe huizen op natte grond");
        await NothingIsSeenAsync(deal);
        await deal.HandInAsync(
            "RIJK",
            "De regio krimpt en bouwt tegelijk",
            new { tekst = "Te weinig woningen", stem = "MNRE1034" },
            new { tekst = "Boeren stoppen", stem = "MNRE1153" }
        );
    }

    private static async Task NothingIsSeenAsync(RegionalDeal deal)
    {
        var round = (await deal["RIJK"].Get(deal.Round)).Json;
        Assert.Equal(RegionalDeal.Codes[1..].Select(deal.Id), Ids(round.GetProperty("ingediend")));
        foreach (var api in new[] { deal.Facilitator, deal["RIJK"] })
        {
            Assert.Equal(0, (await api.Get(deal.Round + "/formuleringen")).Json.GetProperty("formuleringen").GetArrayLength());
            foreach (var code in RegionalDeal.Codes[1..])
            {
                Assert.Equal(404, (await api.Get($"{deal.Round}/formuleringen/{deal.Id(code)}")).Status);
                Assert.Equal(404, (await api.Get($"{deal.Round}/formuleringen/{deal.Id(code)}/verzegeld")).Status);
            }
            foreach (var later in new[] { "punten", "tekst", "ontbrekende-partijen", "versies", "versies/1" })
                Assert.Equal(404, (await api.Get($"{deal.Round}/{later}")).Status);
        }
        var own = (await deal["WS0653"].Get(deal.Round + "/formuleringen")).Json.GetProperty("formuleringen");
        Assert.Equal([deal.Id("WS0653")], own.EnumerateArray().Select(text => text.GetProperty("partij").GetGuid()));
        Assert.Equal(0, (await deal["RIJK"].Get($"{deal.Round}/formuleringen/{deal.Id("RIJK")}")).Json.GetProperty("versie").GetInt32());
    }

    private static async Task ReadEverythingAsync(RegionalDeal deal)
    {
        var texts = (await deal["GM0059"].Get(deal.Round + "/formuleringen")).Json.GetProperty("formuleringen").EnumerateArray().ToList();
        Assert.Equal(RegionalDeal.Codes.Select(deal.Id), texts.Select(text => text.GetProperty("partij").GetGuid()));
        var issues = texts.Select(text => text.GetProperty("antwoorden")[0].GetProperty("tekst").GetString()!).ToList();
        Assert.Equal([Html, Emoji, Frisian, RightToLeft, Long], [issues[1], issues[3], issues[4], issues[5], issues[6]]);
        Assert.Equal(["MNRE1034", "MNRE1153"], texts[0].GetProperty("punten").EnumerateArray().Select(point => point.GetProperty("stem").GetString()!));
        Assert.Equal(JsonValueKind.Null, texts[0].GetProperty("versie").ValueKind);
        var file = await deal["GM0059"].Get($"{deal.Round}/formuleringen/{deal.Id("PV21")}/verzegeld");
        Assert.Equal(("text/plain", 200), (file.Type, file.Status));
        Assert.Equal(texts[1].GetProperty("hash").GetString(), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file.Body))));
    }

    private static async Task<List<Guid>> MarkAsync(RegionalDeal deal)
    {
        var before = (await deal["WS0653"].Get(deal.Round + "/punten")).Json;
        Assert.Equal(9, before.GetProperty("een").GetArrayLength());
        var all = before.GetProperty("een").EnumerateArray().SelectMany(group => group.GetProperty("punten").EnumerateArray()).ToList();
        var house = all.Where(point =>
                point.GetProperty("tekst").GetString() is not ("Boeren stoppen" or "De bus rijdt niet meer" or "Nieuwe huizen op natte grond")
            )
            .Select(point => point.GetProperty("id").GetGuid())
            .ToList();
        var submit = Guid.CreateVersion7();

        var marked = await deal.Facilitator.Post(deal.Round + "/gelijke-punten", new { punten = house }, submit);
        var again = await deal.Facilitator.Post(deal.Round + "/gelijke-punten", new { punten = house }, submit);

        Assert.Equal((201, 201), (marked.Status, again.Status));
        Assert.Equal(marked.Body, again.Body);
        Assert.Equal(5, marked.Json.GetProperty("gelijk").GetArrayLength());
        Assert.Equal(6, marked.Json.GetProperty("meer")[0].GetProperty("partijen").GetArrayLength());
        Assert.Equal(3, marked.Json.GetProperty("een").GetArrayLength());
        var others = all.Select(point => point.GetProperty("id").GetGuid()).Except(house).ToList();
        var wrong = await deal["WS0653"].Post(deal.Round + "/gelijke-punten", new { punten = others[..2], namens = deal.Id("WS0653") });
        var undo = Marks(wrong).Except(Marks(marked)).Single();
        Assert.Equal(204, (await deal["WS0653"].Send(HttpMethod.Delete, $"{deal.Round}/gelijke-punten/{undo}?namens={deal.Id("WS0653")}")).Status);
        return [house[0], .. others];
    }

    private static IEnumerable<Guid> Marks(ApiAnswer points) =>
        points.Json.GetProperty("gelijk").EnumerateArray().Select(mark => mark.GetProperty("id").GetGuid());

    private static async Task WriteTogetherAsync(RegionalDeal deal, List<Guid> points)
    {
        var submit = Guid.CreateVersion7();
        object first = new
        {
            tekst = "Wie hier opgroeit, vindt hier geen huis.",
            punten = new[] { points[0] },
            namens = deal.Id("GM1891"),
        };
        var written = await deal["GM1891"].Post(deal.Round + "/tekst/zinnen", first, submit);
        var again = await deal["GM1891"].Post(deal.Round + "/tekst/zinnen", first, submit);
        Assert.Equal((201, written.Id), (again.Status, again.Id));
        var second = await deal.Facilitator.Post(
            deal.Round + "/tekst/zinnen",
            new { tekst = "En de bus rijdt niet meer.", punten = Array.Empty<Guid>() },
            submit
        );
        Assert.Equal(201, second.Status);

        var zin = $"{deal.Round}/tekst/zinnen/{second.Id}";
        var changed = await deal["GM0059"]
            .Put(
                zin,
                new
                {
                    tekst = "De bus rijdt niet meer.",
                    punten = Array.Empty<Guid>(),
                    gezien = 1,
                    namens = deal.Id("GM0059"),
                }
            );
        Assert.Equal((200, 2), (changed.Status, changed.Json.GetProperty("herziening").GetInt32()));
        Assert.Equal(1, (await deal["GM0059"].Put(zin + "/plaats", new { omhoog = true, namens = deal.Id("GM0059") })).Json.GetProperty("plaats").GetInt32());
        Assert.Equal(200, (await deal["GM0059"].Put($"{zin}/herkenningen/{deal.Id("GM0059")}", new { gezien = 2, herkend = true })).Status);
        var recognised = await deal["RIJK"].Put($"{zin}/herkenningen/{deal.Id("RIJK")}", new { gezien = 2, herkend = true });
        Assert.Equal([deal.Id("RIJK"), deal.Id("GM0059")], Ids(recognised.Json.GetProperty("herkend")));
        var text = (await deal["PV21"].Get(deal.Round + "/tekst")).Json;
        Assert.Equal([second.Id, written.Id], text.GetProperty("zinnen").EnumerateArray().Select(sentence => sentence.GetProperty("id").GetGuid()));
        Assert.Equal(
            ["RIJK", "WS0653", "GM0059"],
            RegionalDeal.Codes.Where((_, place) => text.GetProperty("weggelaten")[place].GetProperty("punten").GetArrayLength() > 0)
        );
        Assert.Equal(204, (await deal.Facilitator.Send(HttpMethod.Delete, zin)).Status);

        object missing = new
        {
            naam = "Jongeren uit de dorpen",
            waarom = "Iedereen praat over hen.",
            namens = deal.Id("GM1970"),
        };
        var named = await deal["GM1970"].Post(deal.Round + "/ontbrekende-partijen", missing, submit);
        var namedAgain = await deal["GM1970"].Post(deal.Round + "/ontbrekende-partijen", missing, submit);
        Assert.Equal((201, named.Id), (namedAgain.Status, namedAgain.Id));
        Assert.Equal(1, (await deal["RIJK"].Get(deal.Round + "/ontbrekende-partijen")).Json.GetProperty("ontbrekendePartijen").GetArrayLength());
    }

    private static async Task AgreeAsync(RegionalDeal deal)
    {
        var put = await deal.Facilitator.Post(deal.Round + "/versies", new { herzienOp = "2027-06-01" });
        Assert.Equal(RegionalDeal.Codes.Select(deal.Id), Ids(put.Json.GetProperty("gevraagd")));
        Assert.Equal("text.out-for-consent", (await deal["PV21"].Get(deal.Round + "/tekst")).Json.GetProperty("dicht").GetString());
        var hash = put.Json.GetProperty("hash").GetString();
        Assert.Equal(201, (await deal["RIJK"].Post(deal.Round + "/versies/1/verkenningen", deal.Consent("RIJK", "consent", "", hash))).Status);
        var concern = await deal.Bind("WS0653", 1, "concern", "Wij vrezen huizen op natte grond.");
        Assert.Equal(201, concern.Status);
        var added = await deal["WS0653"]
            .Post(
                deal.Round + "/tekst/zinnen",
                new
                {
                    tekst = "Wij bouwen niet waar het water moet staan.",
                    punten = Array.Empty<Guid>(),
                    namens = deal.Id("WS0653"),
                }
            );
        Assert.Equal(201, added.Status);
        Assert.Equal(2, (await deal.Facilitator.Post(deal.Round + "/versies", new { herzienOp = "2027-06-01" })).Json.GetProperty("nummer").GetInt32());
        Assert.NotEqual(
            JsonValueKind.Null,
            (await deal["PV21"].Get(deal.Round + "/versies")).Json.GetProperty("versies")[0].GetProperty("ingetrokkenOp").ValueKind
        );
        foreach (var code in RegionalDeal.Codes)
        {
            Assert.Equal(404, (await deal["PV21"].Get(deal.Home + "/gedeeld-vraagstuk")).Status);
            var given = code == "GM0737" ? await deal.Bind(code, 2, "consent-with-reservation", "Noem ook ouderen.") : await deal.Bind(code, 2, "consent");
            Assert.True(given.Status == 201, given.Body);
        }
    }

    private static async Task LookBackAsync(RegionalDeal deal)
    {
        var shared = (await deal["RIJK"].Get(deal.Home + "/gedeeld-vraagstuk")).Json;
        Assert.Equal("Wie hier opgroeit, vindt hier geen huis.\nWij bouwen niet waar het water moet staan.", shared.GetProperty("tekst").GetString());
        Assert.Equal("2027-06-01", shared.GetProperty("herzienOp").GetString());
        Assert.Equal((1, 2), (shared.GetProperty("ronde").GetInt32(), shared.GetProperty("versie").GetInt32()));
        Assert.Equal("shared", (await deal["RIJK"].Get(deal.Round)).Json.GetProperty("afsluiting").GetProperty("uitkomst").GetString());
        var last = (await deal["RIJK"].Get(deal.Round + "/versies/2")).Json;
        Assert.Equal(7, last.GetProperty("antwoorden").GetArrayLength());
        Assert.NotEqual(JsonValueKind.Null, last.GetProperty("vastgesteldOp").ValueKind);
        var facts = (await deal["RIJK"].Get(deal.Home + "/logboek"))
            .Json.GetProperty("regels")
            .EnumerateArray()
            .Select(line => line.GetProperty("feit").GetString())
            .ToList();
        Assert.Contains("shared-issue-established", facts);
        Assert.Equal(9, facts.Count(fact => fact == "consent-given"));
    }

    private static IEnumerable<Guid> Ids(JsonElement list) => list.EnumerateArray().Select(id => id.GetGuid());
}
