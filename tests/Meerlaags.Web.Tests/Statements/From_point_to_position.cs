using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Meerlaags.Web.Tests.Blind;
using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Web.Tests.Statements;

/// <summary>Statements through the pages, without a line of script: from a point, a position for the party, opened together, talked about.</summary>
public sealed class From_point_to_position(Apps apps) : IClassFixture<Apps>
{
    private const string Thought = "Jongeren moeten hier kunnen blijven wonen.";

    [Theory, OnEveryDatabase]
    public async Task A_point_becomes_a_statement_that_parties_weigh_unseen_and_open_together(Database database)
    {
        var (app, _, home) = await RevealedAsync(database);
        var (dantumadiel, colleague, fryslan) = (await app.As(People.Dantumadiel), await app.As(People.DantumadielColleague), await app.As(People.Fryslan));
        var facilitator = await app.As(People.Facilitator);
        var statement = await ProposeAsync(dantumadiel, home);
        foreach (var asked in new[] { dantumadiel, fryslan })
            Assert.Contains("bij één stelling", (await asked.Get("/mijn-overzicht")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("bij één stelling", (await facilitator.Get("/mijn-overzicht")).Text, StringComparison.Ordinal);

        var said = await (await colleague.Get(statement)).Submit("button[name=stance][value=Disagree]");
        Assert.Contains("U zei: oneens", said.Text, StringComparison.Ordinal);
        var own = await dantumadiel.Get(statement);
        Assert.Contains("1 oneens", own.Text, StringComparison.Ordinal);
        var given = await own.Submit("form.ml-form", ("Input.Stance", "Agree"), ("Input.Moves", "true"));
        Assert.NotEmpty(given.Done);
        Assert.Equal($"{home}/stellingen", given.Address);
        Assert.DoesNotContain("bij één stelling", (await dantumadiel.Get("/mijn-overzicht")).Text, StringComparison.Ordinal);

        // The other party and the facilitator know that it was given, and not which.
        foreach (var other in new[] { fryslan, facilitator })
        {
            var seen = await other.Get(statement);
            Assert.Contains("Eén partij van de twee", seen.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Dit raakt ons echt", seen.Document.QuerySelector(".ml-rows")?.TextContent ?? "", StringComparison.Ordinal);
            Assert.DoesNotContain("1 oneens", seen.Text, StringComparison.Ordinal);
            Assert.Contains("nog geen open standpunten", (await other.Get($"{home}/stellingen/uitkomst")).Text, StringComparison.Ordinal);
        }
        await (await fryslan.Get($"{home}/stellingen")).Submit(".ml-statement button[value=Agree]");

        var opened = await (await facilitator.Get($"{home}/stellingen")).Submit("form[action$='handler=Open']");
        Assert.Equal($"{home}/stellingen/uitkomst", opened.Address);
        var table = await fryslan.Get($"{home}/stellingen/uitkomst");
        Assert.Contains("Dit raakt ons echt", table.Text, StringComparison.Ordinal);
        Assert.Contains("Eerst praten", table.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("1 oneens", table.Text, StringComparison.Ordinal);

        var spoken = await opened.Submit("form[action$='handler=Spoken']");
        Assert.NotEmpty(spoken.Done);
        var bridged = await fryslan.Get($"{home}/stellingen/uitkomst");
        Assert.Contains(Thought, WebPage.Words(bridged.Document.QuerySelector("[aria-labelledby=brug-Binds]")), StringComparison.Ordinal);
        Assert.Contains("te weinig partijen", bridged.Text, StringComparison.Ordinal);
        Assert.Contains("standpunt over stelling 1: eens, en zegt dat dit echt raakt", (await fryslan.Get(Logbook(home))).Text, StringComparison.Ordinal);

        await spoken.Submit("form:has(input[value=Bridges])");
        Assert.Contains("staat uit", (await fryslan.Get($"{home}/stellingen/uitkomst")).Text, StringComparison.Ordinal);
    }

    [Theory, OnEveryDatabase]
    public async Task What_most_find_is_taken_over_and_a_position_can_change(Database database)
    {
        var (app, _, home) = await RevealedAsync(database);
        var dantumadiel = await app.As(People.Dantumadiel);
        var statement = await ProposeAsync(dantumadiel, home);
        await (await dantumadiel.Get(statement)).Submit("button[name=stance][value=Pass]");
        var colleague = await (await (await app.As(People.DantumadielColleague)).Get(statement)).Submit("button[name=stance][value=Pass]");

        await colleague.Submit("button[formaction$='handler=Adopt']");

        Assert.Contains(
            "Passen",
            WebPage.Words((await dantumadiel.Get($"{home}/stellingen")).Document.QuerySelector(".ml-statement__own")),
            StringComparison.Ordinal
        );
        await (await dantumadiel.Get(statement)).Submit("form.ml-form", ("Input.Stance", "Disagree"));
        Assert.Contains("Eerder zei uw partij: passen", (await dantumadiel.Get(statement)).Text, StringComparison.Ordinal);
    }

    [Theory, OnEveryDatabase]
    public async Task A_statement_is_set_aside_with_a_reason_and_stays_to_be_read(Database database)
    {
        var (app, _, home) = await RevealedAsync(database);
        var dantumadiel = await app.As(People.Dantumadiel);
        var statement = await ProposeAsync(dantumadiel, home);
        Assert.Equal(404, (await (await app.As(People.Fryslan)).Get(statement + "/opzij")).Status);
        var facilitator = await app.As(People.Facilitator);

        var nothing = await (await facilitator.Get(statement + "/opzij")).Submit("form.ml-form");
        Assert.Equal(422, nothing.Status);
        var done = await nothing.Submit("form.ml-form", ("Input.Reason", "Dit zijn twee gedachten."));

        Assert.NotEmpty(done.Done);
        Assert.Contains("Dit zijn twee gedachten.", (await dantumadiel.Get($"{home}/stellingen")).Text, StringComparison.Ordinal);
        Assert.Empty((await dantumadiel.Get(statement)).Document.QuerySelectorAll("input[name='Input.Stance']"));
        var late = await dantumadiel.Post(statement, ("namens", "00000000-0000-0000-0000-000000000001"), ("Input.Stance", "Agree"));
        Assert.Equal(422, (int)late.StatusCode);
    }

    [Theory, OnEveryDatabase]
    public async Task Nothing_typed_is_lost_and_nothing_is_there_before_the_reveal(Database database)
    {
        var (app, _, home) = await RevealedAsync(database);
        var dantumadiel = await app.As(People.Dantumadiel);
        var tooLong = string.Concat(Enumerable.Repeat("Er is te weinig plek. ", 20));

        var refused = await (await dantumadiel.Get($"{home}/stellingen/nieuw")).Submit("form.ml-form", ("Input.Text", tooLong));

        Assert.Equal(422, refused.Status);
        Assert.Contains(tooLong.Trim(), refused.Document.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        var table = await Table.SetAsync(app);
        await table.OpenRoundAsync();
        foreach (var page in new[] { "stellingen", "stellingen/nieuw", "stellingen/uitkomst" })
            Assert.Equal(404, (await dantumadiel.Get($"/samenwerkingen/{table.Id.Value}/rondes/1/{page}")).Status);
    }

    private static string Logbook(string home) => home.Replace("/rondes/1", "/logboek", StringComparison.Ordinal);

    private static async Task<string> ProposeAsync(Browser browser, string home)
    {
        var point = (await browser.Get($"{home}/stellingen/nieuw")).Document.QuerySelector<IHtmlAnchorElement>(".ml-rows a")!;
        var form = await browser.Get(point.PathName + point.Search);
        Assert.NotEmpty(form.Document.QuerySelector("textarea")!.TextContent.Trim());
        var made = await form.Submit("form.ml-form", ("Input.Text", Thought));
        Assert.NotEmpty(made.Done);
        return made.Document.QuerySelector<IHtmlAnchorElement>(".ml-statement__text a")!.PathName;
    }

    private async Task<(TestApp App, Table Table, string Home)> RevealedAsync(Database database)
    {
        var app = await apps.On(database);
        var table = await Table.SetAsync(app);
        await table.OpenRoundAsync();
        await Pen.HandInAsync(await app.As(People.Dantumadiel), Pen.Address(table, table.Dantumadiel), Pen.Short("Jongeren vinden hier geen plek."));
        await Pen.HandInAsync(await app.As(People.Fryslan), Pen.Address(table, table.Fryslan), Pen.Short("Ouderen blijven te lang alleen."));
        var round = $"/samenwerkingen/{table.Id.Value}/rondes/1";
        await (await (await app.As(People.Facilitator)).Get($"{round}/onthullen")).Submit("main form.ml-card");
        return (app, table, round);
    }
}
