using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Web.Tests.Framing.Candidates;

/// <summary>Everything around several texts by program.</summary>
public sealed class Texts_by_program(Apps apps) : IClassFixture<Apps>
{
    [Theory, OnEveryDatabase]
    public async Task Four_parties_go_from_several_texts_to_one_version(Database database)
    {
        var deal = await RevealedAsync(database);
        var fryslan = deal["PV21"];
        var first = await deal.Sentence("RIJK", "Wij bouwen 75.000 woningen.");
        var submit = Guid.CreateVersion7();
        object plan = new
        {
            naam = "Dorpen eerst",
            kopieVan = 1,
            namens = deal.Id("PV21"),
        };
        var second = await fryslan.Post(deal.Round + "/kandidaten", plan, submit);
        var again = await fryslan.Post(deal.Round + "/kandidaten", plan, submit);
        Assert.Equal((201, 2, 2), (second.Status, second.Json.GetProperty("nummer").GetInt32(), again.Json.GetProperty("nummer").GetInt32()));
        var third = await deal.Facilitator.Post(deal.Round + "/kandidaten", new { naam = "Van Rijk", puntenVan = deal.Id("RIJK") });
        Assert.Equal("Punt van RIJK", third.Json.GetProperty("zinnen")[0].GetProperty("tekst").GetString());
        Expect.Problem(400, "candidate.name-taken", await deal.Facilitator.Post(deal.Round + "/kandidaten", new { naam = "van RIJK" }));
        Expect.Problem(400, "candidate.unknown-source", await deal.Facilitator.Post(deal.Round + "/kandidaten", new { naam = "Niets", kopieVan = 9 }));
        Assert.Equal(200, (await deal["RIJK"].Put(deal.Round + "/kandidaten/1/naam", new { naam = "Woningen", namens = deal.Id("RIJK") })).Status);
        var added = await fryslan.Post(
            deal.Round + "/kandidaten/2/zinnen",
            new
            {
                tekst = "In de dorpen eerst.",
                punten = Array.Empty<Guid>(),
                namens = deal.Id("PV21"),
            }
        );
        Assert.Equal(201, added.Status);
        var list = (await deal["GM1970"].Get(deal.Round + "/kandidaten")).Json.GetProperty("kandidaten");
        Assert.Equal(["Woningen", "Dorpen eerst", "Van Rijk"], list.EnumerateArray().Select(text => text.GetProperty("naam").GetString()));
        Assert.Equal(1, list[1].GetProperty("kopieVan").GetInt32());
        Assert.Equal(404, (await fryslan.Get(deal.Round + "/kandidaten/9")).Status);
        Assert.Equal(1, (await fryslan.Get(deal.Round + "/tekst")).Json.GetProperty("zinnen").GetArrayLength());

        await CriticiseAsync(deal, first.Id);
        await RankAsync(deal);
        Expect.Problem(400, "candidate.choice-needs-reason", await deal.Facilitator.Post(deal.Round + "/versies", new { herzienOp = "2027-06-01" }));
        var put = await deal.Facilitator.Post(
            deal.Round + "/versies",
            new
            {
                herzienOp = "2027-06-01",
                kandidaat = 1,
                reden = "De eerste is af.",
            }
        );
        Assert.Equal((201, "De eerste is af."), (put.Status, put.Json.GetProperty("reden").GetString()));
        Assert.Equal(404, (await deal.Facilitator.Post(deal.Round + "/versies", new { herzienOp = "2027-06-01", kandidaat = 9 })).Status);
    }

    private static async Task CriticiseAsync(RegionalDeal deal, Guid sentence)
    {
        var address = $"{deal.Round}/kandidaten/1/kritiek";
        object words = new
        {
            versie = 0,
            zorg = "Wij vrezen huizen op natte grond.",
            voorstellen = new[]
            {
                new
                {
                    zin = sentence,
                    gezien = 1,
                    tekst = "Wij bouwen 75.000 woningen voor starters.",
                },
            },
        };
        var kept = await deal["PV21"].Put($"{address}/{deal.Id("PV21")}", words);
        Assert.True(kept.Status == 200, kept.Body);
        Expect.Problem(409, "formulation.changed-by-colleague", await deal["PV21"].Put($"{address}/{deal.Id("PV21")}", words));
        Expect.Problem(403, "access.party-only", await deal["RIJK"].Put($"{address}/{deal.Id("PV21")}", words));
        Assert.Equal(1, (await deal["PV21"].Get(address)).Json.GetProperty("kritiek").GetArrayLength());
        Assert.Equal(0, (await deal.Facilitator.Get(address)).Json.GetProperty("kritiek").GetArrayLength());
        Assert.Equal(404, (await deal["RIJK"].Post($"{address}/{deal.Id("PV21")}/antwoorden", new { tekst = "x", namens = deal.Id("RIJK") })).Status);
        Assert.Equal(201, (await deal.Facilitator.Post(address + "/opening")).Status);
        var open = (await deal["RIJK"].Get(address)).Json.GetProperty("kritiek")[0];
        Assert.Equal("Wij vrezen huizen op natte grond.", open.GetProperty("zorg").GetString());
        Assert.Equal(sentence, open.GetProperty("voorstellen")[0].GetProperty("zin").GetGuid());
        var answered = await deal["RIJK"].Post($"{address}/{deal.Id("PV21")}/antwoorden", new { tekst = "Dat doen we.", namens = deal.Id("RIJK") });
        Assert.Equal((201, 1), (answered.Status, answered.Json.GetProperty("antwoorden").GetArrayLength()));
    }

    private static async Task RankAsync(RegionalDeal deal)
    {
        var address = deal.Round + "/volgorde";
        Expect.Problem(400, "ranking.speak-first", await Order("RIJK", [2]));
        Assert.Equal("speak-first", (await deal["RIJK"].Get(address)).Json.GetProperty("stand").GetString());
        Assert.Equal(204, (await deal.Facilitator.Post(deal.Round + "/gesproken")).Status);
        Assert.Equal(200, (await Order("RIJK", [1], [2, 3])).Status);
        Assert.Equal(200, (await Order("PV21", [2], [1])).Status);
        Assert.Equal(200, (await Order("GM1891", [2])).Status);
        Expect.Problem(400, "ranking.unknown-text", await Order("GM1970", [2], [2]));
        Expect.Problem(400, "ranking.unknown-text", await Order("GM1970", [9]));
        var last = (await Order("GM1970", [2], [3], [1])).Json;
        Assert.Equal("open", last.GetProperty("stand").GetString());
        Assert.Equal(4, last.GetProperty("perPartij").GetArrayLength());
        Assert.Equal(2, last.GetProperty("voorstel")[0].EnumerateArray().Single().GetInt32());
        Assert.Contains(
            last.GetProperty("omdat").EnumerateArray(),
            duel => (duel.GetProperty("een").GetInt32(), duel.GetProperty("ander").GetInt32(), duel.GetProperty("voor").GetInt32()) == (2, 1, 3)
        );

        Task<ApiAnswer> Order(string code, params int[][] levels) => deal[code].Put($"{address}/{deal.Id(code)}", new { volgorde = levels });
    }

    private async Task<RegionalDeal> RevealedAsync(Database database)
    {
        var deal = await RegionalDeal.OpenedAsync(await apps.On(database));
        foreach (var code in new[] { "RIJK", "PV21", "GM1891", "GM1970" })
            await deal.HandInAsync(
                code,
                "Waarom het gaat om " + code,
                code == "RIJK" ? new { tekst = "Punt van RIJK", stem = "MNRE1034" } : "Punt van " + code
            );
        await deal.RevealAsync();
        return deal;
    }
}
