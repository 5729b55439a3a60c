using Meerlaags.Web.Tests.Blind;
using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Web.Tests.Framing.Candidates;

/// <summary>Two parties with open texts, in the browser.</summary>
internal sealed class Table_with_texts
{
    private Table_with_texts(TestApp app, Table table) => (App, Table) = (app, table);

    public TestApp App { get; }

    public Table Table { get; }

    public string Home => $"/samenwerkingen/{Table.Id.Value}";

    public string Round => Home + "/rondes/1";

    public Browser Facilitator { get; private set; } = null!;

    public Browser Dantumadiel { get; private set; } = null!;

    public Browser Fryslan { get; private set; } = null!;

    public static async Task<Table_with_texts> SetAsync(TestApp app)
    {
        var made = new Table_with_texts(app, await Table.SetAsync(app))
        {
            Facilitator = await app.As(People.Facilitator),
            Dantumadiel = await app.As(People.Dantumadiel),
            Fryslan = await app.As(People.Fryslan),
        };
        await made.Table.OpenRoundAsync();
        await Pen.HandInAsync(made.Dantumadiel, Pen.Address(made.Table, made.Table.Dantumadiel), Pen.Short("Jongeren vinden hier geen plek."));
        await Pen.HandInAsync(made.Fryslan, Pen.Address(made.Table, made.Table.Fryslan), Pen.Short("Ouderen blijven te lang alleen."));
        await (await made.Facilitator.Get($"{made.Round}/onthullen")).Submit("main form.ml-card");
        return made;
    }

    /// <summary>Somebody writes a sentence in a text.</summary>
    public async Task WriteAsync(Browser who, string sentence, string text = "/tekst") =>
        Assert.NotEmpty((await (await who.Get(Round + text)).Submit("form[action$='handler=Add']", ("Sentence.Text", sentence))).Done);

    /// <summary>Somebody starts another text.</summary>
    public async Task<WebPage> StartAsync(Browser who, string name, string from = "") =>
        await (await who.Get(Round + "/teksten")).Submit("[aria-labelledby=begin] form", ("Input.Name", name), ("Input.From", from));
}
