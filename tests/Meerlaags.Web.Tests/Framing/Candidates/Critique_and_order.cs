using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Web.Tests.Framing.Candidates;

/// <summary>What parties think of a text, unseen and then open; and the order in which they put the texts.</summary>
public sealed class Critique_and_order(Apps apps) : IClassFixture<Apps>
{
    [Theory, OnEveryDatabase]
    public async Task Critique_is_unseen_until_it_is_opened_and_then_answered_and_taken_over(Database database)
    {
        var table = await Table_with_texts.SetAsync(await apps.On(database));
        await table.WriteAsync(table.Dantumadiel, "Wij bouwen huizen.");
        var page = await table.Fryslan.Get(table.Round + "/kritiek");
        var words = page.Document.QuerySelector("textarea[name^='Input.Proposals']")!.GetAttribute("name")!;

        var kept = await page.Submit("main form.ml-form", ("Input.Harms", "Wij vrezen nat land."), (words, "Wij bouwen huizen op droge grond."));

        Assert.Contains("bewaard", kept.Done);
        Assert.Equal("Wij vrezen nat land.", kept.Document.QuerySelector("#Input-Harms")!.TextContent.Trim());
        foreach (var other in new[] { table.Dantumadiel, table.Facilitator })
            Assert.DoesNotContain("nat land", (await other.Get(table.Round + "/kritiek")).Html);
        Assert.DoesNotContain("kritiek op tekst", (await table.Dantumadiel.Get(table.Home + "/logboek")).Text);
        Assert.Equal(422, (int)(await table.Fryslan.Post(table.Round + "/kritiek/1?handler=Open")).StatusCode);
        var stale = await page.Submit("main form.ml-form", ("Input.Works", "Van een collega."));
        Assert.Equal((409, "Van een collega."), (stale.Status, stale.Document.QuerySelector("#Input-Works")!.TextContent.Trim()));

        var opened = await (await table.Facilitator.Get(table.Round + "/kritiek")).Submit("form[action$='handler=Open']");

        Assert.Contains("Wij vrezen nat land.", opened.Text);
        var answered = await (await table.Dantumadiel.Get(table.Round + "/kritiek/1")).Submit(
            "form[action$='handler=Reply']",
            ("Reply.Answer", "Dat nemen we over.")
        );
        Assert.Contains("Dat nemen we over.", answered.Text);
        Assert.Equal(422, (await answered.Submit("form[action$='handler=Reply']", ("Reply.Answer", " "))).Status);
        var taken = await answered.Submit("form[action$='handler=Change']");
        Assert.Contains("Wij bouwen huizen op droge grond.", taken.Text);
        var late = await (await table.Dantumadiel.Get(table.Round + "/kritiek")).Submit(
            "section[aria-labelledby=schrijf] form",
            ("Input.Works", "Kort en goed.")
        );
        Assert.Contains("Kort en goed.", late.Text);
        Assert.Empty((await table.Dantumadiel.Get(table.Round + "/kritiek")).Document.QuerySelectorAll("#Input-Works"));
    }

    [Theory, OnEveryDatabase]
    public async Task The_order_advises_after_people_spoke_and_another_choice_has_a_reason(Database database)
    {
        var table = await Table_with_texts.SetAsync(await apps.On(database));
        await table.WriteAsync(table.Dantumadiel, "Een.");
        await table.StartAsync(table.Fryslan, "Dorpen eerst", "1");
        var address = table.Round + "/volgorde";
        Assert.Contains("Praat eerst met elkaar", (await table.Fryslan.Get(address)).Text);
        Assert.Equal(422, (int)(await table.Fryslan.Post(address, ("namens", table.Table.Fryslan.Value.ToString()), ("Places[2]", "1"))).StatusCode);
        await (await table.Facilitator.Get(address)).Submit("form[action$='handler=Spoken']");

        var one = await (await table.Fryslan.Get(address)).Submit("main form.ml-form", ("Places[2]", "1"), ("Places[1]", "2"));
        Assert.Contains("Nog te weinig partijen", one.Text);
        var tie = await (await table.Dantumadiel.Get(address)).Submit("main form.ml-form", ("Places[1]", "1"), ("Places[2]", "2"));
        Assert.Contains("Er is geen duidelijke eerste", tie.Text);
        var both = await (await table.Dantumadiel.Get(address)).Submit("main form.ml-form", ("Places[2]", "1"), ("Places[1]", ""));

        Assert.Contains("Samen staat voorop: Tekst 2: Dorpen eerst", both.Text);
        Assert.Contains("Twee van de twee partijen zetten Tekst 2: Dorpen eerst voor Tekst 1. Andersom: nul.", both.Text);
        Assert.Contains("Weggelaten: Tekst 1.", both.Text);
        Assert.Equal(422, (await both.Submit("main form.ml-form", ("Places[1]", ""), ("Places[2]", ""))).Status);

        var without = await (await table.Facilitator.Get(table.Round + "/voorleggen")).Submit("main form.ml-form", ("Reason", ""));
        Assert.Equal((422, true), (without.Status, without.Alert.Contains("Schrijf op waarom", StringComparison.Ordinal)));
        var put = await without.Submit("main form.ml-form", ("Reason", "De eerste noemt iedereen."));
        Assert.Contains("De eerste noemt iedereen.", put.Text);
    }

    [Theory, OnEveryDatabase]
    public async Task Switched_off_nobody_sees_the_order_and_it_asks_for_no_reason(Database database)
    {
        var table = await Table_with_texts.SetAsync(await apps.On(database));
        await table.WriteAsync(table.Dantumadiel, "Een.");
        await table.StartAsync(table.Fryslan, "Dorpen eerst", "1");
        var address = table.Round + "/volgorde";
        await (await table.Facilitator.Get(address)).Submit("form[action$='handler=Spoken']");
        foreach (var who in new[] { table.Fryslan, table.Dantumadiel })
            await (await who.Get(address)).Submit("main form.ml-form", ("Places[2]", "1"), ("Places[1]", "2"));

        var off = await (await table.Facilitator.Get(address)).Submit("form[action$='handler=Want']");

        Assert.Contains("Deze weergave staat uit", off.Text);
        Assert.DoesNotContain("Samen staat voorop", (await table.Fryslan.Get(address)).Text);
        Assert.Contains("vastgelegd", (await (await table.Facilitator.Get(table.Round + "/voorleggen")).Submit("main form.ml-form")).Done);
    }
}
