using Meerlaags.Web.Features.Statements;
using Meerlaags.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Tests.Blind;

/// <summary>
/// What a party says to a statement, and what its people find, changes nothing for anybody else until the positions are opened: given once or changed three times,
/// with what moves it and what colleagues find, every outsider gets the very same answer at every address.
/// </summary>
public sealed class Until_positions_are_opened_nobody_knows(WeighedScenes scenes) : IClassFixture<WeighedScenes>
{
    [Theory, OnEveryDatabase]
    public async Task Every_door_answers_every_outsider_the_same(Database database)
    {
        await using var worlds = await scenes.SplitAsync(database);
        var (quiet, telling) = (worlds.Quiet, worlds.Telling);
        var statement = await IdAsync(quiet);
        var walk = new Walk(worlds, statement);
        var address = $"{Home(worlds)}/stellingen/{statement}";
        // Signing in is no secret of the table: the colleague does it in both, and tells what they find in one.
        await worlds.InBothAsync(world => world.App.As(People.DantumadielColleague));
        var colleague = await telling.App.As(People.DantumadielColleague);
        var wrong = new List<string>();

        await VoteAsync(telling.Author, address, "Agree");
        await VoteAsync(colleague, address, "Disagree");
        worlds.ItIs(minutes: 4);
        wrong.AddRange(await walk.ReadAsync("What people find", who => who.IsNear));

        await GiveAsync(quiet.Author, address, "Pass");
        await GiveAsync(telling.Author, address, "Agree");
        telling.App.Clock.Pass(TimeSpan.FromMinutes(1));
        await GiveAsync(telling.Author, address, "Disagree", ("Input.Moves", "true"));
        worlds.ItIs(minutes: 8);
        wrong.AddRange(await walk.ReadAsync("A position, once or twice"));
        wrong.AddRange(await walk.TryAsync("Tried"));
        wrong.AddRange(await walk.ReadAsync("After all was tried", who => who.IsNear));

        Expect.Nothing(wrong);
        Assert.True(walk.Compared > 1000, $"only {walk.Compared} answers were compared");
    }

    [Theory, OnEveryDatabase]
    public async Task Once_opened_positions_are_there_for_the_table_and_what_people_find_for_nobody(Database database)
    {
        await using var worlds = await scenes.SplitAsync(database);
        var world = worlds.Telling;
        var address = $"{Home(worlds)}/stellingen/{await IdAsync(world)}";
        await VoteAsync(await world.App.As(People.DantumadielColleague), address, "Disagree");
        await GiveAsync(world.Author, address, "Agree", ("Input.Moves", "true"));
        await GiveAsync(await world.App.As(People.Fryslan), address, "Pass");
        await OpenAsync(worlds, world);

        foreach (var who in worlds.Scene.Outsiders.Where(who => who.Token is null))
        {
            var page = await who.In(world.App).Get($"{Home(worlds)}/stellingen/uitkomst");
            var sits = who.Who is "Observer" or "Member of another party" or nameof(People.Facilitator);
            Assert.Equal(sits, page.Text.Contains("Dit raakt ons echt", StringComparison.Ordinal));
            Assert.DoesNotContain("1 oneens", page.Text, StringComparison.Ordinal);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task What_a_party_said_that_left_before_the_opening_stays_unseen(Database database)
    {
        await using var worlds = await scenes.SplitAsync(database);
        var statement = await IdAsync(worlds.Quiet);
        var address = $"{Home(worlds)}/stellingen/{statement}";
        await GiveAsync(worlds.Quiet.Author, address, "Pass");
        await GiveAsync(worlds.Telling.Author, address, "Disagree", ("Input.Moves", "true"));
        foreach (var other in new[] { People.Fryslan, Scene.WaterAuthority })
            await worlds.InBothAsync(async world => await GiveAsync(await world.App.As(other), address, "Agree"));
        var table = worlds.Scene.Table;
        await worlds.InBothAsync(world => Scene.LeaveAsync(world.App, table.Id, table.Dantumadiel));
        await worlds.InBothAsync(world => OpenAsync(worlds, world));

        Expect.Nothing(await new Walk(worlds, statement).ReadAsync("Opened after it left", who => who.IsNear));
    }

    private static string Home(Worlds worlds) => $"/samenwerkingen/{worlds.Scene.Table.Id.Value}/rondes/1";

    private static async Task OpenAsync(Worlds worlds, World world)
    {
        var facilitator = worlds.Scene.Outsiders.Single(who => who.Reveals).In(world.App);
        Assert.NotEmpty((await (await facilitator.Get($"{Home(worlds)}/stellingen")).Submit("form[action$='handler=Open']")).Done);
    }

    private static async Task VoteAsync(Browser browser, string address, string stance) =>
        Assert.NotEmpty((await (await browser.Get(address)).Submit($"button[name=stance][value={stance}]")).Done);

    private static async Task GiveAsync(Browser browser, string address, string stance, params (string Name, string Value)[] more) =>
        Assert.NotEmpty((await (await browser.Get(address)).Submit("form.ml-form", [("Input.Stance", stance), .. more])).Done);

    private static async Task<Guid> IdAsync(World world) => (await world.App.Data(db => db.Statements.Select(statement => statement.Id).SingleAsync())).Value;
}

/// <summary>The scene after the reveal, with one statement that the author's party brought in.</summary>
public sealed class WeighedScenes(Databases databases) : Scenes(databases)
{
    private protected override async Task PrepareAsync(TestApp app, Scene scene)
    {
        var home = $"/samenwerkingen/{scene.Table.Id.Value}/rondes/1";
        var author = scene.Author.In(app);
        await Pen.HandInAsync(author, Pen.Address(scene.Table, scene.Table.Dantumadiel), Pen.Short());
        var facilitator = scene.Outsiders.Single(who => who.Reveals).In(app);
        await (await facilitator.Get($"{home}/onthullen")).Submit("main form.ml-card", ("Known", "true"));
        var made = await (await author.Get($"{home}/stellingen/nieuw")).Submit("form.ml-form", ("Input.Text", "Wie hier opgroeit moet hier kunnen wonen."));
        Assert.NotEmpty(made.Done);
    }
}
