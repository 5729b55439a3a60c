using Meerlaags.Web.Features.Framing;
using Meerlaags.Web.Features.Sessions;
using Meerlaags.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Tests.Sessions;

/// <summary>A guest who is led out, turned away, or whose room closes in the middle of a sentence.</summary>
public sealed class Nothing_typed_is_lost(Apps apps, Databases databases) : IClassFixture<Apps>
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
        await refused.Submit("button[formaction$='handler=Party']", ("Input.Party", fryslan.Value.ToString()));
        await (await (await hall.App.As(People.Fryslan)).Get(hall.DoorOf(fryslan))).Submit("main form.ml-actions");

        Assert.Contains("Mijn woorden", (await (await hall.App.As(People.Fryslan)).Get(hall.Desk(fryslan))).Text);
        Assert.DoesNotContain("Mijn woorden", (await (await hall.App.As(People.Dantumadiel)).Get(hall.Desk(dantumadiel))).Html);
    }

    [Theory, OnEveryDatabase]
    public async Task Let_in_while_typing_the_words_are_offered_to_the_party(Database database)
    {
        var hall = await Hall.OpenAsync(await apps.On(database));
        var party = hall.Table.Dantumadiel;
        var guest = await hall.JoinAsync("Adviseur", by: null, chosen: party);
        var other = await hall.JoinAsync("Collega", by: null, chosen: party);
        var sheet = await guest.Get("/deelname");
        var concept = (await other.Get("/deelname")).Document.QuerySelector("form[data-autosave]")!.GetAttribute("data-autosave")!;
        var member = await hall.App.As(People.Dantumadiel);
        for (var waiting = 0; waiting < 2; waiting++)
            await LetInAsync(member, hall.DoorOf(party));

        var after = await sheet.Submit("form[data-autosave]", ("Input.Text", "Dit typte ik net nog"), ("Input.Points", "En dit"));
        var kept = await other.Post(concept, ("Input.Text", "Vanzelf bewaard"));

        Assert.Contains("liggen nu bij uw partij", after.Done);
        Assert.Equal(204, (int)kept.StatusCode);
        var desk = (await member.Get(hall.Desk(party))).Text;
        Assert.Contains("Dit typte ik net nog", desk);
        Assert.Contains("En dit", desk);
        Assert.Contains("Vanzelf bewaard", desk);
        // What cannot be kept stays in the form.
        var tooLong = await sheet.Submit("form[data-autosave]", ("Input.Text", new string('x', 20_001)));
        Assert.Equal(422, tooLong.Status);
        Assert.Equal(20_001, tooLong.Document.QuerySelector("textarea[name='Input.Text']")!.TextContent.Trim().Length);
    }

    [Theory, OnEveryDatabase]
    public async Task Who_asks_to_be_let_in_without_choosing_keeps_what_was_typed(Database database)
    {
        var hall = await Hall.OpenAsync(await apps.On(database));
        var guest = await hall.JoinAsync("Adviseur", by: null, chosen: hall.Table.Dantumadiel);
        await (await (await hall.App.As(People.Dantumadiel)).Get(hall.DoorOf(hall.Table.Dantumadiel))).Submit("button[formaction$='handler=No']");

        var refused = await (await guest.Get("/deelname")).Submit(
            "button[formaction$='handler=Party']",
            ("Input.Text", "Net getypt"),
            ("Input.Points", "Punt")
        );

        Assert.Equal(422, refused.Status);
        Assert.Contains("Kies een partij", refused.Text);
        Assert.Equal("Net getypt", refused.Document.QuerySelector("textarea[name='Input.Text']")!.TextContent.Trim());
        Assert.Equal("Punt", refused.Document.QuerySelector("textarea[name='Input.Points']")!.TextContent.Trim());
        var asked = await refused.Submit(
            "button[formaction$='handler=Party']",
            ("Input.Text", "En meer"),
            ("Input.Party", hall.Table.Fryslan.Value.ToString())
        );
        Assert.Contains("U wacht bij de deur", asked.Text);
        Assert.Contains("En meer", asked.Html);
    }

    [Theory, OnEveryDatabase]
    public async Task On_a_shared_phone_the_words_of_one_do_not_become_those_of_the_next(Database database)
    {
        var hall = await Hall.OpenAsync(await apps.On(database));
        var phone = await hall.JoinAsync("Eerste", by: null, chosen: hall.Table.Dantumadiel);
        var first = await phone.Get("/deelname");
        var firstPlace = Place(first);
        await first.Submit("form[action$='handler=Leave']");
        await Hall.JoinAsync(phone, "Tweede", await hall.CodeAsync(null), hall.Table.Dantumadiel);

        Assert.NotEqual(firstPlace, Place(await phone.Get("/deelname")));
        Assert.Equal(410, (int)(await phone.Post(firstPlace, ("Input.Text", "Van de eerste"))).StatusCode);
        // The page of the first is too old; sent again it still is not for the second.
        var late = await first.Submit("form[data-autosave]", ("Input.Text", "Van de eerste"));
        Assert.Equal(400, late.Status);
        var again = await late.Submit();
        Assert.Equal(410, again.Status);
        Assert.Contains("Van de eerste", again.Text);
        Assert.DoesNotContain("Van de eerste", (await phone.Get("/deelname")).Html);

        static string Place(WebPage page) => page.Document.QuerySelector("form[data-autosave]")!.GetAttribute("data-autosave")!;
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_typed_at_the_desk_of_a_party_is_kept_on_the_phone_per_person(Database database)
    {
        var hall = await Hall.OpenAsync(await apps.On(database));
        var party = hall.Table.Dantumadiel;
        var one = await hall.JoinAsync("Een", party);
        var other = await hall.JoinAsync("Ander", party);

        var people = new List<string?>();
        foreach (var browser in new[] { one, other, await hall.App.As(People.Dantumadiel) })
            people.Add((await browser.Get(hall.Desk(party))).Document.QuerySelector("form[data-autosave]")!.GetAttribute("data-draft-of"));

        Assert.Equal(3, people.Distinct().Count());
        Assert.All(people, person => Assert.NotEmpty(person!));
    }

    [Theory, OnEveryDatabase]
    public async Task A_day_later_the_page_still_gives_back_what_was_typed(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var hall = await Hall.OpenAsync(app);
        var guest = await hall.JoinAsync("Wethouder", hall.Table.Dantumadiel);
        var waiting = await hall.JoinAsync("Adviseur", by: null, chosen: hall.Table.Fryslan);
        var desk = await guest.Get(hall.Desk(hall.Table.Dantumadiel));
        var sheet = await waiting.Get("/deelname");

        app.Clock.Pass(TimeSpan.FromHours(25));

        var late = await desk.Submit("form.ml-form", ("Input.Answers[issue]", "Halve zin"));
        Assert.Equal(410, late.Status);
        Assert.Contains("Halve zin", late.Text);
        var lost = await sheet.Submit("form[data-autosave]", ("Input.Text", "Ook half"));
        Assert.Equal(410, lost.Status);
        Assert.Contains("Ook half", lost.Text);
        Assert.Equal((410, "/deelname"), (await guest.Get(hall.Round)) is var home ? (home.Status, home.Address) : default);
    }

    [Theory, OnEveryDatabase]
    public async Task Led_out_between_sending_and_keeping_nothing_is_handed_in(Database database)
    {
        var hall = await Hall.OpenAsync(await apps.On(database));
        var party = hall.Table.Dantumadiel;
        var guest = await hall.JoinAsync("Wethouder", party);
        var desk = await guest.Get(hall.Desk(party));

        var sent = await hall.WhileHeldAsync(
            () => desk.Submit("button[formaction$='handler=HandIn']", ("Input.Answers[issue]", "Net te laat")),
            async (db, act) => Assert.Null((await db.Guests.SingleAsync(known => known.Collaboration == hall.Table.Id)).Leave(act))
        );

        Assert.Equal(410, sent.Status);
        Assert.Contains("Net te laat", sent.Text);
        Assert.Equal(0, await hall.App.Data(db => db.Formulations.CountAsync(text => text.Round == hall.Table.Round)));
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

    private static async Task LetInAsync(Browser member, string door)
    {
        var waiting = (await member.Get(door)).Document.QuerySelector("main form.ml-actions input[name=Guest]")!.GetAttribute("value")!;
        Assert.Equal(302, (int)(await member.Post(door, ("Guest", waiting))).StatusCode);
    }
}
