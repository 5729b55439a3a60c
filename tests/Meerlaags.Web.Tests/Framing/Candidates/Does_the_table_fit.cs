using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Web.Tests.Framing.Candidates;

/// <summary>Loop A: every new version asks every party whether the table fits, and a seat may change degree without loss.</summary>
public sealed class Does_the_table_fit(Apps apps) : IClassFixture<Apps>
{
    [Theory, OnEveryDatabase]
    public async Task Every_version_asks_anew_and_shows_who_is_missing_according_to_whom(Database database)
    {
        var table = await Table_with_texts.SetAsync(await apps.On(database));
        await table.WriteAsync(table.Dantumadiel, "Wij bouwen huizen.");
        await (await table.Facilitator.Get(table.Round + "/voorleggen")).Submit("main form.ml-form");
        var address = table.Round + "/instemming";
        var page = await table.Fryslan.Get(address);
        Assert.Contains("Past de tafel bij versie 1?", page.Text);

        Assert.Equal(422, (await page.Submit("form[action$='handler=Fit']")).Status);
        var nobody = await page.Submit("form[action$='handler=Fit']", ("Fit.Fits", "false"), ("Fit.Why", "Iedereen praat over hen."));
        Assert.Equal((422, "Iedereen praat over hen."), (nobody.Status, nobody.Document.QuerySelector("#Fit-Why")!.TextContent.Trim()));
        var missing = await nobody.Submit("form[action$='handler=Fit']", ("Fit.Fits", "false"), ("Fit.Who", "Jongeren <b>uit</b> de dorpen"));

        Assert.Contains("Jongeren <b>uit</b> de dorpen", missing.Text);
        Assert.Contains("Jongeren <b>uit</b> de dorpen", (await table.Dantumadiel.Get(table.Round + "/tekst")).Text);
        var fits = await (await table.Dantumadiel.Get(address)).Submit("form[action$='handler=Fit']", ("Fit.Fits", "true"));
        Assert.Contains("De tafel past volgens", fits.Text);
        await Answer(table.Fryslan, address, "Concern", "Wij vrezen nat land.");
        await table.WriteAsync(table.Dantumadiel, "Op droge grond.");
        await (await table.Facilitator.Get(table.Round + "/voorleggen")).Submit("main form.ml-form");
        var next = await table.Fryslan.Get(address);
        Assert.Contains("Past de tafel bij versie 2?", next.Text);
        Assert.DoesNotContain("De tafel past volgens", next.Text);
        Assert.Contains("zei dat er iemand ontbreekt", (await table.Fryslan.Get(table.Home + "/logboek")).Text);
    }

    [Theory, OnEveryDatabase]
    public async Task A_seat_that_changes_degree_keeps_words_and_answers_with_the_degree_of_then(Database database)
    {
        var deal = await RegionalDeal.OpenedAsync(await apps.On(database));
        foreach (var code in new[] { "RIJK", "PV21", "GM1891", "GM1970" })
            await deal.HandInAsync(
                code,
                "Waarom het gaat om " + code,
                code == "RIJK" ? new { tekst = "Punt van RIJK", stem = "MNRE1034" } : "Punt van " + code
            );
        await deal.RevealAsync();
        await deal.GiveMandatesAsync();
        await deal.Sentence("PV21", "Wij bouwen huizen.");
        await deal.Facilitator.Post(deal.Round + "/versies", new { herzienOp = "2027-06-01" });
        Assert.Equal(201, (await deal.Bind("PV21", 1, "concern", "Wij vrezen nat land.")).Status);
        var fit = await deal["PV21"]
            .Put(
                $"{deal.Round}/versies/1/tafel/{deal.Id("PV21")}",
                new
                {
                    past = false,
                    wie = "Jongeren",
                    waarom = "Zij ontbreken.",
                }
            );
        Assert.Equal((200, "whole"), (fit.Status, fit.Json.GetProperty("tafel")[0].GetProperty("stoel").GetString()));
        Expect.Problem(400, "text.missing", await deal["PV21"].Put($"{deal.Round}/versies/1/tafel/{deal.Id("PV21")}", new { past = false }));
        Expect.Problem(403, "access.party-only", await deal["RIJK"].Put($"{deal.Round}/versies/1/tafel/{deal.Id("PV21")}", new { past = true }));

        foreach (var degree in new[] { "partial", "moving-along", "resting", "whole", "resting" })
        {
            var seat = new { stoel = degree, beslist = degree is "whole" or "partial" };
            var changed = await deal["PV21"].Send(HttpMethod.Patch, $"{deal.Home}/partijen/{deal.Id("PV21")}", System.Text.Json.JsonSerializer.Serialize(seat));
            Assert.True(changed.Status is 200 or 204, changed.Body);
            var version = (await deal["RIJK"].Get(deal.Round + "/versies/1")).Json;
            Assert.Equal(
                ("concern", "whole"),
                (version.GetProperty("antwoorden")[0].GetProperty("keuze").GetString(), version.GetProperty("antwoorden")[0].GetProperty("stoel").GetString())
            );
            Assert.Equal("Jongeren", version.GetProperty("tafel")[0].GetProperty("wie").GetString());
            Assert.Equal(4, (await deal["RIJK"].Get(deal.Round + "/formuleringen")).Json.GetProperty("formuleringen").GetArrayLength());
        }
    }

    private static async Task Answer(Browser browser, string address, string choice, string reason) =>
        Assert.Equal(
            200,
            (
                await (await browser.Get(address)).Submit("main form.ml-form", ("Input.Choice", choice), ("Input.Reason", reason), ("Input.Binding", "false"))
            ).Status
        );
}
