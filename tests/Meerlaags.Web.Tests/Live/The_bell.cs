using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Web.Tests.Live;

/// <summary>Open pages hear that something changed; who leaves hears no more.</summary>
public sealed class The_bell(Apps apps) : IClassFixture<Apps>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory, OnEveryDatabase]
    public async Task It_rings_for_a_change_and_for_the_reveal(Database database)
    {
        var app = await apps.On(database);
        var table = await Table.SetAsync(app);
        await table.OpenRoundAsync();
        var (facilitator, dantumadiel, fryslan) = (await app.As(People.Facilitator), await app.As(People.Dantumadiel), await app.As(People.Fryslan));
        var home = $"/samenwerkingen/{table.Id.Value}";
        using var limit = new CancellationTokenSource(Patience);
        using var ear = await Ear.OpenAsync(app, await app.As(People.Observer), table.Id, limit.Token);

        await WriteAsync(dantumadiel, $"{home}/rondes/1/schrijven/{table.Dantumadiel.Value}");
        await WriteAsync(fryslan, $"{home}/rondes/1/schrijven/{table.Fryslan.Value}");
        await (await facilitator.Get($"{home}/rondes/1/onthullen")).Submit("main form.ml-card");
        Assert.Equal("revealed", await ear.NextAsync(limit.Token));

        var texts = await (await app.As(People.Observer)).Get($"{home}/rondes/1?handler=Texts");
        Assert.Contains("Er is geen huis", texts.Html);
        await (await dantumadiel.Get($"{home}/rondes/1/tekst")).Submit("form[action$='handler=Add']", ("Sentence.Text", "Een zin."));
        Assert.Equal("changed", await ear.NextAsync(limit.Token));
    }

    [Theory, OnEveryDatabase]
    public async Task Who_leaves_is_cut_off(Database database)
    {
        var app = await apps.On(database);
        var table = await Table.SetAsync(app);
        using var limit = new CancellationTokenSource(Patience);
        using var leaving = await Ear.OpenAsync(app, await app.As(People.Fryslan), table.Id, limit.Token);
        using var staying = await Ear.OpenAsync(app, await app.As(People.Observer), table.Id, limit.Token);

        await table.EndAsync(People.Fryslan);

        Assert.Equal("changed", await staying.NextAsync(limit.Token));
        Assert.Null(await leaving.NextAsync(limit.Token));
    }

    [OnPostgres]
    public async Task It_rings_in_every_process_on_the_same_database()
    {
        var app = await apps.On(Database.Postgres);
        var table = await Table.SetAsync(app);
        await using var other = new TestApp(app.Settings);
        other.Start();
        using var limit = new CancellationTokenSource(Patience);
        using var ear = await Ear.OpenAsync(app, await app.As(People.Observer), table.Id, limit.Token);

        var elsewhere = await other.AsKnown(People.Facilitator);
        await (await elsewhere.Get($"/samenwerkingen/{table.Id.Value}/rondes/nieuw")).Submit();

        Assert.Equal("changed", await ear.NextAsync(limit.Token));
    }

    private static async Task WriteAsync(Browser browser, string address) =>
        await (await browser.Get(address)).Submit(
            "button[formaction$='handler=HandIn']",
            ("Input.Answers[issue]", "Er is geen huis"),
            ("Input.Points", "Een punt"),
            ("Input.PointIds", ""),
            ("Input.Voices", "")
        );
}
