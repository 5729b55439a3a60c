using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Web.Tests.Sessions;

/// <summary>A guest who is led out, turned away, or whose room closes in the middle of a sentence.</summary>
public sealed class Nothing_typed_is_lost(Apps apps) : IClassFixture<Apps>
{
    [Theory, OnEveryDatabase]
    public async Task Led_out_while_typing(Database database)
    {
        var hall = await Hall.OpenAsync(await apps.On(database));
        var party = hall.Table.Dantumadiel;
        var guest = await hall.JoinAsync("Wethouder", party);
        var desk = await guest.Get(hall.Desk(party));
        var second = await desk.Submit("form.ml-form", ("Input.Answers[issue]", "Dit is bewaard"));

        await (await hall.Facilitator.Get(hall.Lead)).Submit("form[action$='handler=Out']");
        var after = await second.Submit("form.ml-form", ("Input.Answers[issue]", "Dit typte ik net nog"));

        Assert.Equal(410, after.Status);
        Assert.Contains("Dit typte ik net nog", after.Text);
        var kept = await (await hall.App.As(People.Dantumadiel)).Get(hall.Desk(party));
        Assert.Contains("Dit is bewaard", kept.Html);
        var concept = await guest.Post(hall.Desk(party) + "?handler=Concept", ("Input.Answers[issue]", "En dit"));
        Assert.Equal(410, (int)concept.StatusCode);
    }

    [Theory, OnEveryDatabase]
    public async Task The_room_closes_in_the_middle_of_a_sentence(Database database)
    {
        var hall = await Hall.OpenAsync(await apps.On(database));
        var guest = await hall.JoinAsync("Wethouder", hall.Table.Dantumadiel);
        var waiting = await hall.JoinAsync("Adviseur", by: null, chosen: hall.Table.Fryslan);
        var desk = await guest.Get(hall.Desk(hall.Table.Dantumadiel));
        var lobby = await waiting.Get("/deelname");

        await (await hall.Facilitator.Get(hall.Lead)).Submit("form[action$='handler=Close']");

        var writing = await desk.Submit("form.ml-form", ("Input.Answers[issue]", "Halve zin"), ("Input.Points", "Half punt"));
        Assert.Equal(410, writing.Status);
        Assert.Contains("Halve zin", writing.Text);
        Assert.Contains("Half punt", writing.Text);
        Assert.Contains("Ook half", (await lobby.Submit("form[data-autosave]", ("Input.Text", "Ook half"))).Text);
    }

    [Theory, OnEveryDatabase]
    public async Task Turned_away_one_asks_elsewhere_and_takes_the_words_along(Database database)
    {
        var hall = await Hall.OpenAsync(await apps.On(database));
        var (dantumadiel, fryslan) = (hall.Table.Dantumadiel, hall.Table.Fryslan);
        var guest = await hall.JoinAsync("Adviseur", by: null, chosen: dantumadiel);
        await (await guest.Get("/deelname")).Submit("form[data-autosave]", ("Input.Text", "Mijn woorden"));

        var door = await (await hall.App.As(People.Dantumadiel)).Get(hall.DoorOf(dantumadiel));
        Assert.NotEmpty((await door.Submit("button[formaction$='handler=No']")).Done);
        var refused = await guest.Get("/deelname");
        Assert.Contains("kent u niet", refused.Text);
        Assert.Contains("Mijn woorden", refused.Html);
        await refused.Submit("form[action$='handler=Party']", ("Input.Party", fryslan.Value.ToString()));
        await (await (await hall.App.As(People.Fryslan)).Get(hall.DoorOf(fryslan))).Submit("main form.ml-actions");

        Assert.Contains("Mijn woorden", (await (await hall.App.As(People.Fryslan)).Get(hall.Desk(fryslan))).Text);
        Assert.DoesNotContain("Mijn woorden", (await (await hall.App.As(People.Dantumadiel)).Get(hall.Desk(dantumadiel))).Html);
    }

    [Theory, OnEveryDatabase]
    public async Task With_the_code_of_the_party_one_who_waits_is_in_after_all(Database database)
    {
        var hall = await Hall.OpenAsync(await apps.On(database));
        var party = hall.Table.Dantumadiel;
        var guest = await hall.JoinAsync("Adviseur", by: null, chosen: party);
        await (await guest.Get("/deelname")).Submit("form[data-autosave]", ("Input.Text", "Mijn woorden"));

        Assert.Equal("/deelname", (await (await guest.Get("/meedoen/" + await hall.CodeAsync(party))).Submit()).Address);

        Assert.Contains("Mijn woorden", (await guest.Get(hall.Desk(party))).Text);
        Assert.Equal(1, await hall.GuestsAsync());
    }
}
