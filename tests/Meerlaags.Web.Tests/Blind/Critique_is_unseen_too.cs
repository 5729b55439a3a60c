using Meerlaags.Domain.Framing;
using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Web.Tests.Blind;

/// <summary>What a party thinks of a candidate text changes nothing for anybody else until the facilitator opens it; and then everybody at the table reads it.</summary>
public sealed class Critique_is_unseen_too(Scenes scenes) : IClassFixture<Scenes>
{
    private static readonly string Longest = string.Concat(Enumerable.Repeat(Pen.Marker + " ", Critique.WordsLimit))[..(Critique.WordsLimit - 1)] + "x";

    [Theory, OnEveryDatabase]
    public async Task Until_it_is_opened_every_door_answers_every_outsider_the_same(Database database)
    {
        await using var worlds = await scenes.SplitAsync(database);
        var page = await SetAsync(worlds);
        var walk = new Walk(worlds);

        await KeepAsync(worlds.Telling, page, Longest);
        worlds.Telling.App.Clock.Pass(TimeSpan.FromMinutes(1));
        await KeepAsync(worlds.Telling, page, Longest);
        worlds.ItIs(minutes: 4);
        var wrong = new List<string>(await walk.ReadAsync("Nothing or a critique", who => who.IsNear));
        wrong.AddRange(await walk.TryAsync("Tried"));
        wrong.AddRange(await walk.ReadAsync("After all was tried", who => who.IsNear));
        wrong.AddRange(worlds.Telling.Log.Lines.Select(line => $"the log says: {line}"));

        Expect.Nothing(wrong);
        Assert.Equal(["critiques"], (await Stored.TablesAsync(worlds.Telling.App.Settings)).Where(table => table.Value.Marked).Select(table => table.Key));
    }

    [Theory, OnEveryDatabase]
    public async Task Once_it_is_opened_it_is_there_for_all_at_the_table(Database database)
    {
        await using var worlds = await scenes.SplitAsync(database);
        var page = await SetAsync(worlds);
        var world = worlds.Telling;
        await KeepAsync(world, page, Longest);
        var facilitator = worlds.Scene.Outsiders.Single(who => who.Reveals).In(world.App);
        await (await facilitator.Get(page)).Submit("form[action$='handler=Open']");

        foreach (var who in worlds.Scene.Outsiders.Where(who => who.Token is null))
        {
            var sits = who.Who is "Observer" or "Member of another party" or Outsider.Guest or nameof(People.Facilitator);
            Assert.Equal(sits, (await who.In(world.App).Get(page)).Html.Contains(Pen.Marker, StringComparison.Ordinal));
        }
    }

    // The texts of the two others are open, and a candidate has a sentence.
    private static async Task<string> SetAsync(Worlds worlds)
    {
        var round = $"/samenwerkingen/{worlds.Scene.Table.Id.Value}/rondes/1";
        await worlds.InBothAsync(async world =>
        {
            var facilitator = worlds.Scene.Outsiders.Single(who => who.Reveals).In(world.App);
            await (await facilitator.Get(round + "/onthullen")).Submit("main form.ml-card", ("Known", "true"));
            await (await facilitator.Get(round + "/tekst")).Submit("form[action$='handler=Add']", ("Sentence.Text", "Wij bouwen huizen."));
        });
        return round + "/kritiek/1";
    }

    private static async Task KeepAsync(World world, string page, string words)
    {
        var form = await world.Author.Get(page);
        var proposal = form.Document.QuerySelector("textarea[name^='Input.Proposals']")!.GetAttribute("name")!;
        var kept = await form.Submit("main form.ml-form", ("Input.Works", words), ("Input.Harms", words), (proposal, words[..400]));
        Assert.NotEmpty(kept.Done);
    }
}
