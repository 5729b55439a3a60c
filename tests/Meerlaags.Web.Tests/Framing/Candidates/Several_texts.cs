using Meerlaags.Web.Features.Framing;
using Meerlaags.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Tests.Framing.Candidates;

/// <summary>Several candidate texts through the pages, without a line of script.</summary>
public sealed class Several_texts(Apps apps) : IClassFixture<Apps>
{
    [Theory, OnEveryDatabase]
    public async Task Parties_start_texts_beside_each_other_and_one_is_put_to_all(Database database)
    {
        var table = await Table_with_texts.SetAsync(await apps.On(database));
        Assert.Contains("Er is nog geen tekst", (await table.Fryslan.Get(table.Round + "/teksten")).Text);
        await table.WriteAsync(table.Dantumadiel, "Jonge mensen vinden geen plek om te wonen.");

        var copy = await table.StartAsync(table.Fryslan, "Dorpen eerst", "1");
        Assert.Equal((200, table.Round + "/tekst/2"), (copy.Status, copy.Address));
        Assert.Contains("Jonge mensen vinden geen plek om te wonen.", copy.Text);
        var points = await table.StartAsync(table.Facilitator, "Van Fryslân", table.Table.Fryslan.Value.ToString());
        Assert.Equal(table.Round + "/tekst/3", points.Address);
        await table.WriteAsync(table.Fryslan, "En oude mensen blijven te lang alleen.", "/tekst/2");

        var all = await table.Dantumadiel.Get(table.Round + "/teksten");
        Assert.Equal(["Tekst 1", "Tekst 2: Dorpen eerst", "Tekst 3: Van Fryslân"], all.Document.QuerySelectorAll("article h2").Select(WebPage.Words));
        Assert.Contains("Begonnen door de provincie Fryslân", all.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("En oude mensen", (await table.Dantumadiel.Get(table.Round + "/tekst")).Text);

        var put = await (await table.Facilitator.Get(table.Round + "/voorleggen/2")).Submit("main form.ml-form");
        Assert.Contains("vastgelegd", put.Done);
        Assert.Contains("En oude mensen blijven te lang alleen.", put.Text);
        Assert.Contains("Tekst 2: Dorpen eerst", put.Text);
        Assert.Equal(200, (await table.Fryslan.Get(table.Round + "/tekst/3")).Status);
        Assert.Equal(404, (await table.Fryslan.Get(table.Round + "/tekst/9")).Status);
        Assert.Equal(404, (await table.Facilitator.Get(table.Round + "/voorleggen/9")).Status);
        Assert.Contains("begon tekst 2", (await table.Fryslan.Get(table.Home + "/logboek")).Text);
    }

    [Theory, OnEveryDatabase]
    public async Task A_start_that_is_refused_keeps_what_was_typed_and_one_sent_twice_is_one(Database database)
    {
        var table = await Table_with_texts.SetAsync(await apps.On(database));
        await table.WriteAsync(table.Dantumadiel, "Een zin.");
        var form = await table.Fryslan.Get(table.Round + "/teksten");
        (string, string)[] filled = [("Input.Name", "Dorpen eerst"), ("Input.From", "1")];

        var answers = await Task.WhenAll(form.Post("[aria-labelledby=begin] form", filled), form.Post("[aria-labelledby=begin] form", filled));

        Assert.All(answers, answer => Assert.EndsWith("/tekst/2", answer.Headers.Location!.ToString(), StringComparison.Ordinal));
        var taken = await table.StartAsync(table.Facilitator, "dorpen EERST", "1");
        Assert.Equal((422, "dorpen EERST"), (taken.Status, taken.Document.QuerySelector("#Input-Name")!.GetAttribute("value")));
        Assert.Equal("1", taken.Document.QuerySelector("#Input-From option[selected]")!.GetAttribute("value"));
        Assert.Equal(422, (await table.StartAsync(table.Facilitator, "Niets", "99")).Status);
        Assert.Equal(422, (await table.StartAsync(table.Facilitator, "Niemand", Guid.CreateVersion7().ToString())).Status);
        var strange = await table.StartAsync(table.Facilitator, "<b>مرحبا</b> " + new string('x', 60));
        Assert.Contains("<b>مرحبا</b>", strange.Text);
        Assert.DoesNotContain("<b>مرحبا", strange.Html);
        var round = table.Table.Round;
        Assert.Equal(3, await table.App.Data(db => db.CandidateTexts.CountAsync(text => text.Round == round)));
        var observer = await table.App.As(People.Observer);
        Assert.Empty((await observer.Get(table.Round + "/teksten")).Document.QuerySelectorAll("main form"));
        Assert.InRange((int)(await observer.Post(table.Round + "/teksten", filled)).StatusCode, 400, 422);
    }

    [Theory, OnEveryDatabase]
    public async Task A_text_gets_another_name_that_is_nobody_elses(Database database)
    {
        var table = await Table_with_texts.SetAsync(await apps.On(database));
        await table.WriteAsync(table.Dantumadiel, "Een zin.");
        await table.StartAsync(table.Fryslan, "Dorpen eerst", "1");

        var renamed = await (await table.Dantumadiel.Get(table.Round + "/teksten")).Submit(Renaming, ("Renamed.Candidate", "2"), ("Renamed.Name", "Wonen"));
        Assert.Contains("andere naam", renamed.Done);
        Assert.Equal(["Tekst 1", "Tekst 2: Wonen"], renamed.Document.QuerySelectorAll("article h2").Select(WebPage.Words));
        Assert.Contains("gaf tekst 2 in ronde 1 een naam", (await table.Fryslan.Get(table.Home + "/logboek")).Text);

        var taken = await renamed.Submit(Renaming, ("Renamed.Candidate", "1"), ("Renamed.Name", "WONEN"));
        Assert.Equal((422, "WONEN"), (taken.Status, taken.Document.QuerySelector("#Renamed-Name")!.GetAttribute("value")));
        Assert.NotEmpty(taken.Document.QuerySelectorAll("#naam[open]"));
        Assert.Equal(404, (int)(await renamed.Post(Renaming, ("Renamed.Candidate", "9"), ("Renamed.Name", "Niets"))).StatusCode);
    }

    private const string Renaming = "form[action$='handler=Rename']";
}
