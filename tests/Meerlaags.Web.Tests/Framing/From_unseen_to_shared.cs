using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Web.Tests.Framing;

/// <summary>The main job through the pages, without a line of script: write unseen, reveal, agree one text.</summary>
public sealed class From_unseen_to_shared(Apps apps) : IClassFixture<Apps>
{
    [Theory, OnEveryDatabase]
    public async Task Two_parties_come_to_one_shared_issue(Database database)
    {
        var app = await apps.On(database);
        var table = await Table.SetAsync(app);
        var facilitator = await app.As(People.Facilitator);
        var dantumadiel = await app.As(People.Dantumadiel);
        var fryslan = await app.As(People.Fryslan);
        var home = $"/samenwerkingen/{table.Id.Value}";

        var round = await (await facilitator.Get($"{home}/rondes/nieuw")).Submit();
        Assert.Equal($"{home}/rondes/1", round.Address);

        var written = await Write(
            dantumadiel,
            $"{home}/rondes/1/schrijven/{table.Dantumadiel.Value}",
            "Er is geen huis voor wie hier opgroeide",
            "Starters vinden niets",
            "Het dorp vergrijst"
        );
        Assert.Contains("ingediend", written.Done);
        var early = await (await facilitator.Get($"{home}/rondes/1/onthullen")).Answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("ml-button--decisive", early);
        await Write(fryslan, $"{home}/rondes/1/schrijven/{table.Fryslan.Value}", "De woningen passen niet bij de mensen", "Jongeren trekken weg");
        var unseen = await fryslan.Get($"{home}/rondes/1");
        Assert.DoesNotContain("opgroeide", unseen.Html);

        var revealed = await (await facilitator.Get($"{home}/rondes/1/onthullen")).Submit("main form.ml-card");
        Assert.Contains("liggen op tafel", revealed.Text);
        var beside = await fryslan.Get($"{home}/rondes/1/naast-elkaar");
        Assert.Contains("Er is geen huis voor wie hier opgroeide", beside.Text);
        Assert.Contains("Dit noemde maar één partij", beside.Text);

        var points = beside.Document.QuerySelectorAll("input[name=points]").Select(box => box.GetAttribute("value")!).ToList();
        Assert.Equal(3, points.Count);
        var same = await beside.Submit("form.ml-same", ("points", points[0]), ("points", points[1]));
        Assert.Contains("Ieder in eigen woorden", same.Text);

        var text = await (await dantumadiel.Get($"{home}/rondes/1/tekst")).Submit(
            "form[action$='handler=Add']",
            ("Sentence.Text", "Jonge mensen vinden geen plek om te wonen."),
            ("Sentence.Points", points[0])
        );
        Assert.Contains("Jonge mensen vinden geen plek om te wonen.", text.Text);
        text = await text.Submit("form[action$='handler=Recognise']");
        Assert.Contains("herkent zich in deze zin", text.Done);
        text = await text.Submit(
            "form[action$='handler=Missing']",
            ("Missing.Name", "Jongeren uit de dorpen"),
            ("Missing.Why", "Iedereen praat over hen, niemand met hen.")
        );
        Assert.Contains("Jongeren uit de dorpen", text.Text);

        await table.GiveMandateAsync(People.Dantumadiel);
        await table.GiveMandateAsync(People.Fryslan);
        var put = await (await facilitator.Get($"{home}/rondes/1/voorleggen")).Submit();
        Assert.Contains("vastgelegd", put.Done);

        var concern = await Answer(fryslan, home, "Concern", "We vrezen dat nieuwe huizen op natte grond komen.");
        Assert.Contains("zorg", concern.Text);
        text = await (await facilitator.Get($"{home}/rondes/1/tekst")).Submit(
            "form[action$='handler=Add']",
            ("Sentence.Text", "We bouwen niet waar het water moet staan.")
        );
        Assert.Contains("natte grond", text.Text);
        await (await facilitator.Get($"{home}/rondes/1/voorleggen")).Submit();
        await Answer(fryslan, home, "Consent", "");
        var shared = await Answer(dantumadiel, home, "ConsentWithReservation", "Noem ook de ouderen.");
        Assert.Contains("Dit is nu ons gedeelde vraagstuk", shared.Text);
        Assert.Contains("versie 2", shared.Text);
    }

    private static async Task<WebPage> Write(Browser browser, string address, string issue, params string[] points)
    {
        var page = await browser.Get(address);
        return await page.Submit(
            "button[formaction$='handler=HandIn']",
            [
                ("Input.Answers[issue]", issue),
                .. points.Select(point => ("Input.Points", point)),
                .. points.SelectMany(_ => new[] { ("Input.PointIds", ""), ("Input.Voices", "") }),
            ]
        );
    }

    private static async Task<WebPage> Answer(Browser browser, string home, string choice, string reason) =>
        await (await browser.Get($"{home}/rondes/1/instemming")).Submit(
            "main form.ml-form",
            ("Input.Choice", choice),
            ("Input.Reason", reason),
            ("Input.Binding", "true"),
            ("Input.Password", Someone.Password)
        );
}
