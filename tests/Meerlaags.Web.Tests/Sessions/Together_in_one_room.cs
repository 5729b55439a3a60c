using Meerlaags.Domain.Framing;
using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Web.Tests.Sessions;

/// <summary>A room from the first code to the last guest, with pages and without script.</summary>
public sealed class Together_in_one_room(Apps apps) : IClassFixture<Apps>
{
    private const string Answer = "textarea[name='Input.Answers[issue]']";

    [Theory, OnEveryDatabase]
    public async Task From_codes_to_the_reveal(Database database)
    {
        var hall = await Hall.OpenAsync(await apps.On(database), RoundFormat.MeetingFirst);
        var (dantumadiel, fryslan) = (hall.Table.Dantumadiel, hall.Table.Fryslan);
        var alderman = await TalkThenWriteAsync(hall);
        var deputy = await WaitAndEnterAsync(hall);

        // Nobody sees the other text; after the reveal guests see this round.
        await hall.HandInAsync(alderman, dantumadiel, "Starters vertrekken");
        await (await deputy.Get(hall.Desk(fryslan))).Submit("button[formaction$='handler=HandIn']");
        Assert.Contains("Alle twee partijen hebben ingediend", (await hall.Facilitator.Get(hall.Lead)).Text);
        Assert.DoesNotContain("Starters vertrekken", (await deputy.Get(hall.Round)).Html);
        Assert.Equal(404, (await deputy.Get(hall.Desk(dantumadiel))).Status);
        await hall.RevealAsync();
        Assert.Contains("Starters vertrekken", (await deputy.Get(hall.Round + "/naast-elkaar")).Text);
        Assert.Contains("De teksten zijn onthuld", (await hall.Facilitator.Get(hall.Round + "/scherm")).Text);

        // The room closes, and guests go home.
        Assert.Contains("gesloten", (await (await hall.Facilitator.Get(hall.Lead)).Submit("form[action$='handler=Close']")).Done);
        var home = await deputy.Get(hall.Round);
        Assert.Equal((410, "/deelname"), (home.Status, home.Address));
        var log = await hall.Facilitator.Get($"/samenwerkingen/{hall.Table.Id.Value}/logboek");
        Assert.Contains("Gedeputeerde schrijft als gast mee met de provincie Fryslân", log.Text);
    }

    // With the code of the party one is in at once; while people talk there is nothing to write yet.
    private static async Task<Browser> TalkThenWriteAsync(Hall hall)
    {
        var screen = await hall.Facilitator.Get(hall.Round + "/scherm");
        Assert.Contains("Wij praten", screen.Text);
        Assert.Contains((await hall.CodeAsync(null)).Insert(3, " "), screen.Text);
        var alderman = await hall.JoinAsync("Wethouder", hall.Table.Dantumadiel);
        Assert.Contains("Straks schrijft u mee", (await alderman.Get("/deelname")).Text);

        await (await hall.Facilitator.Get(hall.Lead)).Submit("form[action$='handler=Write']");

        Assert.Contains("Wij schrijven", (await hall.Facilitator.Get(hall.Round + "/scherm")).Text);
        Assert.Equal(200, (await alderman.Get(hall.Desk(hall.Table.Dantumadiel))).Status);
        return alderman;
    }

    // In the lobby one waits and writes for oneself; a member opens the door, and what was typed is offered, not merged.
    private static async Task<Browser> WaitAndEnterAsync(Hall hall)
    {
        var fryslan = hall.Table.Fryslan;
        var deputy = await hall.JoinAsync("Gedeputeerde", by: null, chosen: fryslan);
        Assert.Contains("U wacht bij de deur van de provincie Fryslân", (await deputy.Get("/deelname")).Text);
        Assert.Equal(404, (await deputy.Get(hall.Desk(fryslan))).Status);
        var kept = await (await deputy.Get("/deelname")).Submit(
            "form[data-autosave]",
            ("Input.Text", "Ouderen vinden geen huis"),
            ("Input.Points", "Doorstroming eerst\n\nBouw kleiner")
        );
        Assert.Contains("bewaard", kept.Done);

        var member = await hall.App.As(People.Fryslan);
        Assert.Contains("Laat Gedeputeerde binnen", (await member.Get("/mijn-overzicht")).Text);
        var door = await member.Get(hall.DoorOf(fryslan));
        Assert.DoesNotContain("Ouderen", door.Html);
        Assert.Contains("binnen en schrijft mee", (await door.Submit("main form.ml-actions")).Done);

        var desk = await deputy.Get(hall.Desk(fryslan));
        Assert.Equal("", desk.Document.QuerySelector(Answer)!.TextContent);
        Assert.Contains("Ouderen vinden geen huis", desk.Text);
        var taken = await desk.Submit("button[formaction*='TakeOver'][formaction$='place=0']", ("Input.Answers[issue]", "Wat ik al typte"));
        Assert.Equal("Wat ik al typte", taken.Document.QuerySelector(Answer)!.TextContent);
        Assert.Equal("Doorstroming eerst", taken.Document.QuerySelector("input[name='Input.Points']")!.GetAttribute("value"));
        taken = await taken.Submit("button[formaction*='TakeOver']:not([formaction*='place='])");
        Assert.Equal("Wat ik al typte\n\nOuderen vinden geen huis", taken.Document.QuerySelector(Answer)!.TextContent);
        return deputy;
    }
}
