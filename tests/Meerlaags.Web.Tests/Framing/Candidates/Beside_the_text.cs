using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Web.Tests.Framing.Candidates;

/// <summary>What stands beside a text while people write it: a shared dream, what moves each party, and the questions it leaves open.</summary>
public sealed class Beside_the_text(Apps apps) : IClassFixture<Apps>
{
    [Theory, OnEveryDatabase]
    public async Task The_shared_dream_is_kept_with_its_history_and_nobody_votes_on_it(Database database)
    {
        var table = await Table_with_texts.SetAsync(await apps.On(database));
        var address = table.Round + "/tekst";
        var early = await table.Dantumadiel.Get(address);

        var first = await (await table.Fryslan.Get(address)).Submit("form[action$='handler=Dream']", ("Dream.Text", "Een dorp waar je blijft."));

        Assert.Contains("Een dorp waar je blijft.", first.Text);
        var late = await early.Submit("form[action$='handler=Dream']", ("Dream.Text", "Een dorp dat bloeit."));
        Assert.Equal(409, late.Status);
        Assert.Equal("Een dorp dat bloeit.", late.Document.QuerySelector("#Dream-Text")!.TextContent.Trim());
        Assert.Contains("Een dorp waar je blijft.", late.Alert);
        var second = await late.Submit("form[action$='handler=Dream']", ("Dream.Text", "Een dorp dat bloeit en blijft."));
        Assert.Contains("Een dorp dat bloeit en blijft.", second.Text);
        Assert.Contains("Zo stond het er eerder", second.Text);
        Assert.Contains("gedeelde droom", (await table.Fryslan.Get(table.Home + "/logboek")).Text);
        Assert.Equal(422, (await second.Submit("form[action$='handler=Dream']", ("Dream.Text", new string('x', 601)))).Status);
    }

    [Theory, OnEveryDatabase]
    public async Task A_number_calls_for_whom_where_and_when_and_people_answer(Database database)
    {
        var table = await Table_with_texts.SetAsync(await apps.On(database));
        await table.WriteAsync(table.Fryslan, "Wij bouwen 75.000 woningen.");
        await table.WriteAsync(table.Fryslan, "Jongeren krijgen voorrang in Dantumadiel.");
        var address = table.Round + "/precies";
        var before = await table.Dantumadiel.Get(address);
        Assert.Contains("Voor wie?", before.Text);
        Assert.DoesNotContain("“75.000 woningen” in zin 1", before.Text);
        Assert.DoesNotContain("Betaalbaar voor wie?", before.Text);
        await (await table.Facilitator.Get(table.Round + "/verschillen")).Submit("form[action$='handler=Spoken']");

        var asked = await table.Dantumadiel.Get(address);

        Assert.Contains("Dit vraagt erom: “75.000 woningen” in zin 1.", WebPage.Words(asked.Document.QuerySelector("#vraag-whom")!));
        Assert.Contains("“Jongeren” in zin 2", WebPage.Words(asked.Document.QuerySelector("#vraag-whom")!));
        Assert.Contains("“Dantumadiel” in zin 2", WebPage.Words(asked.Document.QuerySelector("#vraag-where")!));
        Assert.Contains("vragen staan nog open", (await table.Fryslan.Get(table.Round + "/tekst")).Text);
        var sentence = asked.Document.QuerySelector("#zin-whom option:nth-child(3)")!.GetAttribute("value")!;
        var answered = await asked.Submit("#vraag-whom form", ("Input.Sentence", sentence));
        Assert.Contains("Dit staat in zin 2:", WebPage.Words(answered.Document.QuerySelector("#vraag-whom")!));
        var refused = await answered.Submit("#vraag-when form", ("Input.Reason", " "));
        Assert.Equal((422, true), (refused.Status, refused.Document.QuerySelector("#vraag-when #Input-Reason") is not null));
        var reasoned = await refused.Submit("#vraag-when form", ("Input.Reason", "Dat staat in de woondeal."));
        Assert.Contains("Dat staat in de woondeal.", WebPage.Words(reasoned.Document.QuerySelector("#vraag-when")!));

        var off = await (await table.Facilitator.Get(address)).Submit("form[action$='handler=Want']");
        Assert.DoesNotContain("Dit vraagt erom", off.Text);
        Assert.Contains("Voor wie?", off.Text);
    }

    [Theory, OnEveryDatabase]
    public async Task A_program_writes_the_dream_and_answers_the_questions(Database database)
    {
        var deal = await RegionalDeal.OpenedAsync(await apps.On(database));
        foreach (var code in new[] { "PV21", "GM1891" })
            await deal.HandInAsync(code, "Waarom het gaat om " + code, "Punt van " + code);
        await deal.RevealAsync();
        var written = await deal.Sentence("PV21", "Wij bouwen 75.000 betaalbare woningen.");
        Assert.Equal(204, (await deal.Facilitator.Post(deal.Round + "/gesproken")).Status);
        var dream = await deal["PV21"]
            .Put(
                deal.Round + "/droom",
                new
                {
                    tekst = "Een dorp waar je blijft.",
                    gezien = 0,
                    namens = deal.Id("PV21"),
                }
            );
        Assert.True(dream.Status == 200, dream.Body);
        Expect.Problem(409, "dream.changed-by-other", await deal.Facilitator.Put(deal.Round + "/droom", new { tekst = "Anders.", gezien = 0 }));

        var address = deal.Round + "/kandidaten/1/precies";
        var asked = (await deal["GM1891"].Get(address)).Json.GetProperty("vragen").EnumerateArray().ToList();
        Assert.Equal(
            ["which", "whom", "where", "when", "affordable", "value", "able", "know"],
            asked.Select(question => question.GetProperty("vraag").GetString())
        );
        Assert.Equal("75.000 betaalbare woningen", asked[1].GetProperty("roept")[0].GetProperty("woorden").GetString());
        Assert.Equal("betaalbare", asked[4].GetProperty("roept")[0].GetProperty("woorden").GetString());
        Assert.Equal("4W-model, Wat: voor wie?", asked[1].GetProperty("bron").GetString());
        var answered = await deal["GM1891"]
            .Post(
                address,
                new
                {
                    vraag = "which",
                    zin = written.Id,
                    namens = deal.Id("GM1891"),
                }
            );
        Assert.Equal((201, false), (answered.Status, answered.Json.GetProperty("vragen")[0].GetProperty("open").GetBoolean()));
        Expect.Problem(400, "precision.needs-sentence-or-reason", await deal.Facilitator.Post(address, new { vraag = "whom" }));
        Assert.Equal(404, (await deal.Facilitator.Post(address, new { vraag = "nergens", reden = "x" })).Status);
        await deal["PV21"]
            .Put(
                $"{deal.Round}/tekst/zinnen/{written.Id}",
                new
                {
                    tekst = "Wij bouwen woningen.",
                    punten = Array.Empty<Guid>(),
                    gezien = 1,
                    namens = deal.Id("PV21"),
                }
            );
        Assert.True((await deal["GM1891"].Get(address)).Json.GetProperty("vragen")[0].GetProperty("open").GetBoolean());
    }
}
