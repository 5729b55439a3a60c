using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Web.Tests.Blind;

/// <summary>
/// What one party writes changes nothing for anybody else: to every outsider, at every address, a long text that was kept, handed in, taken back and handed in
/// again at other moments gives the very answer of a text that was hardly written, with as many statements. That it was handed in is all that shows.
/// </summary>
public sealed class Until_the_reveal_nobody_knows(Scenes scenes) : IClassFixture<Scenes>
{
    [Theory, OnEveryDatabase]
    public async Task Every_door_answers_every_outsider_the_same(Database database)
    {
        await using var worlds = await scenes.SplitAsync(database);
        var walk = new Walk(worlds);
        var (quiet, telling) = (worlds.Quiet, worlds.Telling);
        var wrong = new List<string>();

        await Pen.KeepAsync(telling.Author, telling.Desk, Pen.Longest);
        await Pen.WaitAsync(telling.Visitor, Pen.Longest);
        worlds.ItIs(minutes: 4);
        wrong.AddRange(await walk.ReadAsync("Nothing or a draft", who => who.IsNear));

        await worlds.InBothAsync(world => Pen.LetInAsync(world.Author, world.Desk.Replace("/schrijven/", "/deur/", StringComparison.Ordinal)));
        telling.App.Clock.Pass(TimeSpan.FromMinutes(1));
        await Pen.HandInAsync(telling.Author, telling.Desk, Pen.Longest);
        await Pen.HandInAsync(quiet.Author, quiet.Desk, Pen.Short());
        worlds.ItIs(minutes: 8);
        wrong.AddRange(await walk.ReadAsync("Handed in", who => who.IsNear));

        telling.App.Clock.Pass(TimeSpan.FromMinutes(1));
        await worlds.InBothAsync(world => Pen.TakeBackAsync(world.Author, world.Desk));
        worlds.ItIs(minutes: 12);
        wrong.AddRange(await walk.ReadAsync("Taken back", who => who.IsNear));

        await Pen.KeepAsync(telling.Author, telling.Desk, Pen.Short());
        telling.App.Clock.Pass(TimeSpan.FromMinutes(1));
        await Pen.HandInAsync(telling.Author, telling.Desk, Pen.Longest);
        telling.App.Clock.Pass(TimeSpan.FromMinutes(1));
        await Pen.TakeBackAsync(telling.Author, telling.Desk);
        await Pen.HandInAsync(telling.Author, telling.Desk, Pen.Longest);
        await Pen.HandInAsync(quiet.Author, quiet.Desk, Pen.Short());
        worlds.ItIs(minutes: 16);
        wrong.AddRange(await walk.ReadAsync("Handed in once or three times"));

        wrong.AddRange(await walk.TryAsync("Tried"));
        wrong.AddRange(await walk.ReadAsync("After all was tried"));
        wrong.AddRange(telling.Log.Lines.Select(line => $"the log says: {line}"));

        TestContext.Current.SendDiagnosticMessage("{0} answers compared on {1}", walk.Compared, database);
        Expect.Nothing(wrong);
        Assert.True(walk.Compared > 1000, $"only {walk.Compared} answers were compared");
        Assert.True(telling.Log.Heard > 1000, "the log was not kept");
    }

    [Theory, OnEveryDatabase]
    public async Task The_text_stands_where_it_is_filtered_and_nowhere_else(Database database)
    {
        await using var worlds = await scenes.SplitAsync(database);
        await Pen.HandInAsync(worlds.Telling.Author, worlds.Telling.Desk, Pen.Longest);
        await Pen.HandInAsync(worlds.Quiet.Author, worlds.Quiet.Desk, Pen.Short());
        await Pen.WaitAsync(worlds.Telling.Visitor, Pen.Longest);
        await Pen.WaitAsync(worlds.Quiet.Visitor, Pen.Short());

        var telling = await Stored.TablesAsync(worlds.Telling.App.Settings);
        var quiet = await Stored.TablesAsync(worlds.Quiet.App.Settings);

        Assert.Equal(["formulations", "guest_texts", "points"], telling.Where(table => table.Value.Marked).Select(table => table.Key).Order());
        Expect.Nothing(
            quiet
                .Where(table => table.Key != "points" && table.Value.Rows != telling[table.Key].Rows)
                .Select(table => $"{table.Key}: {table.Value.Rows} rows, and {telling[table.Key].Rows}")
        );
    }

    [Theory, OnEveryDatabase]
    public async Task A_party_that_left_stays_unseen_after_the_reveal(Database database)
    {
        await using var worlds = await scenes.SplitAsync(database);
        await Pen.KeepAsync(worlds.Telling.Author, worlds.Telling.Desk, Pen.Short());
        await Pen.HandInAsync(worlds.Telling.Author, worlds.Telling.Desk, Pen.Longest);
        await Pen.TakeBackAsync(worlds.Telling.Author, worlds.Telling.Desk);
        await Pen.HandInAsync(worlds.Telling.Author, worlds.Telling.Desk, Pen.Longest);
        await Pen.HandInAsync(worlds.Quiet.Author, worlds.Quiet.Desk, Pen.Short());
        var table = worlds.Scene.Table;
        await worlds.InBothAsync(world => Scene.LeaveAsync(world.App, table.Id, table.Dantumadiel));
        await worlds.InBothAsync(world => RevealAsync(worlds, world));

        Expect.Nothing(await AfterwardsAsync(worlds));
    }

    [Theory, OnEveryDatabase]
    public async Task A_draft_that_was_never_handed_in_stays_unseen_after_the_reveal(Database database)
    {
        await using var worlds = await scenes.SplitAsync(database);
        await Pen.KeepAsync(worlds.Telling.Author, worlds.Telling.Desk, Pen.Longest);
        await Pen.HandInAsync(worlds.Telling.Author, worlds.Telling.Desk, Pen.Longest);
        await Pen.TakeBackAsync(worlds.Telling.Author, worlds.Telling.Desk);
        await worlds.InBothAsync(world => RevealAsync(worlds, world));

        Expect.Nothing(await AfterwardsAsync(worlds));
    }

    [Theory, OnEveryDatabase]
    public async Task After_the_reveal_the_text_is_there_for_all_at_the_table(Database database)
    {
        await using var worlds = await scenes.SplitAsync(database);
        await Pen.HandInAsync(worlds.Telling.Author, worlds.Telling.Desk, Pen.Longest);
        await RevealAsync(worlds, worlds.Telling);

        foreach (var who in worlds.Scene.Outsiders.Where(who => who.Token is null))
        {
            var page = await who.In(worlds.Telling.App).Get($"/samenwerkingen/{worlds.Scene.Table.Id.Value}/rondes/1/naast-elkaar");
            var sits = who.Who is "Observer" or "Member of another party" or Outsider.Guest or nameof(People.Facilitator);
            Assert.Equal(sits, page.Html.Contains(Pen.Marker, StringComparison.Ordinal));
        }
    }

    private static async Task RevealAsync(Worlds worlds, World world)
    {
        var facilitator = worlds.Scene.Outsiders.Single(who => who.Reveals).In(world.App);
        var page = await facilitator.Get($"/samenwerkingen/{worlds.Scene.Table.Id.Value}/rondes/1/onthullen");
        Assert.Contains("liggen op tafel", (await page.Submit("main form.ml-card", ("Known", "true"))).Text);
    }

    private static async Task<IReadOnlyList<string>> AfterwardsAsync(Worlds worlds)
    {
        var walk = new Walk(worlds);
        return [.. await walk.ReadAsync("Revealed"), .. await walk.TryAsync("Revealed, tried"), .. worlds.Telling.Log.Lines];
    }
}
