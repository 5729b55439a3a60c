using System.Net;
using System.Text.Encodings.Web;
using Meerlaags.Domain.Sessions;
using Meerlaags.Web.Features.Collaborations;
using Meerlaags.Web.Features.Sessions;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Tests.Blind;
using Meerlaags.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Tests.Sessions;

/// <summary>Wrong, ended, closed and expired codes, and people who come twice or at once.</summary>
public sealed class Codes_that_do_not_work(Apps apps, Databases databases) : IClassFixture<Apps>
{
    [Theory, OnEveryDatabase]
    public async Task The_answer_is_the_same_for_all(Database database)
    {
        var app = await apps.On(database);
        var hall = await Hall.OpenAsync(app);
        var ended = await hall.CodeAsync(hall.Table.Fryslan);
        await (await hall.Facilitator.Get(hall.Lead)).Submit($"form:has(input[value='{hall.Table.Fryslan.Value}'])");
        Assert.NotEqual(ended, await hall.CodeAsync(hall.Table.Fryslan));
        var closed = await Hall.OpenAsync(app);
        var closedCode = await closed.CodeAsync(null);
        await (await closed.Facilitator.Get(closed.Lead)).Submit("form[action$='handler=Close']");

        var answers = new List<string>();
        foreach (var code in new[] { "AAAAAA", "x", "<script>", new string('A', 5000), ended, closedCode })
        {
            var page = await (await hall.Phone().Get("/meedoen")).Submit(("Code", code));
            answers.Add($"{page.Status} {page.Alert}");
        }

        Assert.Single(answers.Distinct());
        Assert.Contains("Deze code werkt niet", answers[0]);
        Assert.Contains("Deze code werkt niet", (await hall.Phone().Get("/meedoen/" + closedCode)).Alert);
    }

    [Theory, OnEveryDatabase]
    public async Task After_a_day_the_room_is_closed_by_itself(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var hall = await Hall.OpenAsync(app);
        var code = await hall.CodeAsync(null);
        var guest = await hall.JoinAsync("Wethouder", hall.Table.Dantumadiel);

        app.Clock.Pass(TimeSpan.FromHours(24));

        Assert.Contains("Deze code werkt niet", (await hall.Phone().Get("/meedoen/" + code)).Alert);
        Assert.Equal("/deelname", (await guest.Get(hall.Round)).Address);
        Assert.Equal(410, (await guest.Get(hall.Round)).Status);
    }

    [Theory, OnEveryDatabase]
    public async Task Too_many_wrong_codes_from_one_address_wait(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var hall = await Hall.OpenAsync(app);
        for (var times = 0; times < CodeAttempts.MostWrong; times++)
            Assert.Equal(422, (await hall.Phone().Get("/meedoen/AAAAAA")).Status);

        Assert.Equal(429, (await hall.Phone().Get("/meedoen/AAAAAA")).Status);
        Assert.Equal(429, (await hall.Phone().Get("/meedoen/" + await hall.CodeAsync(null))).Status);
        Expect.Problem(429, "room.too-many-attempts", await app.AnonymousApi().Post("/api/v1/deelnames", new { code = "AAAAAA", naam = "Wie" }));
    }

    [Theory, OnEveryDatabase]
    public async Task Who_scans_the_card_is_in_however_many_wrong_codes_came_from_the_hall(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var hall = await Hall.OpenAsync(app);
        var card = await hall.CardAsync(hall.Table.Dantumadiel);
        var typed = $"/meedoen/{await hall.CodeAsync(hall.Table.Dantumadiel)}";
        for (var times = 0; times <= CodeAttempts.MostWrong; times++)
            await hall.Phone().Get("/meedoen/AAAAAA");

        Assert.Equal(429, (await hall.Phone().Get(typed)).Status);
        Assert.Equal(429, (await hall.Phone().Get($"{typed}?kaart={Guid.CreateVersion7():N}")).Status);
        var scanned = await hall.Phone().Get(card);
        Assert.Equal(200, scanned.Status);
        Assert.Equal("/deelname", (await scanned.Submit(("Input.Name", "Wethouder"))).Address);
        await using var picture = new StringWriter();
        QrCode.Svg("http://localhost" + card, "").WriteTo(picture, HtmlEncoder.Default);
        Assert.Contains($"{picture}".Split("<path")[1], (await hall.Facilitator.Get(hall.Lead)).Html);
    }

    [Fact]
    public async Task Codes_from_one_address_are_tried_one_after_the_other()
    {
        using var attempts = new CodeAttempts();
        var (here, elsewhere) = (IPAddress.Parse("192.168.7.20"), IPAddress.Parse("192.168.7.21"));

        var first = await attempts.TakeTurnAsync(here, CancellationToken.None);
        var second = attempts.TakeTurnAsync(here, CancellationToken.None).AsTask();

        Assert.True((await attempts.TakeTurnAsync(elsewhere, CancellationToken.None)).IsAcquired);
        Assert.False(second.IsCompleted);
        first.Dispose();
        Assert.True((await second).IsAcquired);
    }

    [Theory, OnEveryDatabase]
    public async Task As_many_codes_sent_at_once_count_as_many(Database database)
    {
        var looks = new StatementCounter();
        await using var app = new TestApp(
            await databases.StartedAsync(database),
            services => services.ConfigureDbContext<Db>(options => options.AddInterceptors(looks))
        );
        app.Start();
        await app.Anonymous().Get("/meedoen/AAAAAA");
        var before = looks.Count;
        await app.Anonymous().Get("/meedoen/AAAAAA");
        var one = looks.Count - before;

        before = looks.Count;
        var answers = await Task.WhenAll(Enumerable.Range(0, 3 * CodeAttempts.MostWrong).Select(_ => app.Anonymous().Get("/meedoen/AAAAAA")));

        Assert.Equal(CodeAttempts.MostWrong - 2, answers.Count(answer => answer.Status == 422));
        Assert.InRange(looks.Count - before, 1, (CodeAttempts.MostWrong - 1) * one);
    }

    [Theory, OnEveryDatabase]
    public async Task A_crowd_in_the_lobby_keeps_nobody_with_the_code_of_a_party_outside(Database database)
    {
        var hall = await Hall.OpenAsync(await apps.On(database));
        await hall.JoinAsync("Eerste", by: null, chosen: hall.Table.Dantumadiel);
        await hall.CrowdAsync(Room.MostInLobby - 1);

        var refused = await Hall.JoinAsync(hall.Phone(), "Nog een", await hall.CodeAsync(null), hall.Table.Fryslan);
        Assert.Equal(422, refused.Status);
        Assert.Contains("Vraag iemand van uw partij", refused.Alert);
        await hall.JoinAsync("Wethouder", hall.Table.Dantumadiel);
    }

    [Theory, OnEveryDatabase]
    public async Task A_member_turns_several_away_at_once(Database database)
    {
        var hall = await Hall.OpenAsync(await apps.On(database));
        var (dantumadiel, fryslan) = (hall.Table.Dantumadiel, hall.Table.Fryslan);
        var elsewhere = await hall.JoinAsync("Van elders", by: null, chosen: fryslan);
        Browser[] phones = [.. await Task.WhenAll(Enumerable.Range(0, 3).Select(place => hall.JoinAsync($"Grap {place}", by: null, chosen: dantumadiel)))];
        var others = await hall.App.Data(db => db.Guests.Where(guest => guest.Party == fryslan).Select(guest => guest.Id).SingleAsync());
        var member = await hall.App.As(People.Dantumadiel);
        var door = await member.Get(hall.DoorOf(dantumadiel));
        var all = door.Document.QuerySelectorAll("input[name=Guests]").Select(box => ("Guests", box.GetAttribute("value")!)).ToArray();
        Assert.Equal(3, all.Length);

        var strangers = await member.Post(hall.DoorOf(dantumadiel) + "?handler=Several", [("Guests", others.Value.ToString()), .. all]);
        Assert.Equal(404, (int)strangers.StatusCode);
        Assert.Contains("weten nu", (await door.Submit("form[action$='handler=Several']", all)).Done);

        foreach (var phone in phones)
            Assert.Contains("kent u niet", (await phone.Get("/deelname")).Text);
        Assert.Contains("U wacht bij de deur", (await elsewhere.Get("/deelname")).Text);
    }

    [Theory, OnEveryDatabase]
    public async Task Who_waits_does_not_come_in_with_a_code_that_is_replaced_meanwhile(Database database)
    {
        var hall = await Hall.OpenAsync(await apps.On(database));
        var party = hall.Table.Dantumadiel;
        var waiting = await hall.JoinAsync("Adviseur", by: null, chosen: party);
        var page = await waiting.Get("/meedoen/" + await hall.CodeAsync(party));

        var answer = await hall.WhileHeldAsync(
            () => page.Submit(),
            async (db, act) =>
            {
                var room = await db.Rooms.SingleAsync(room => room.Collaboration == hall.Table.Id);
                var old = await db.RoomCodes.SingleAsync(code => code.Room == room.Id && code.Party == party);
                var table = await db.Collaborations.SingleAsync(table => table.Id == hall.Table.Id);
                Assert.True(RoomCode.Make(room, table.Party(party), "CCDDEE", old, act).Is(out var code, out _));
                db.Add(code!);
            }
        );

        Assert.Contains("Deze code werkt niet", answer.Alert);
        Assert.Contains("U wacht bij de deur", (await waiting.Get("/deelname")).Text);
    }

    [Theory, OnEveryDatabase]
    public async Task Who_waits_does_not_come_in_at_a_party_that_left(Database database)
    {
        var hall = await Hall.OpenAsync(await apps.On(database));
        var party = hall.Table.Dantumadiel;
        var waiting = await hall.JoinAsync("Adviseur", by: null, chosen: hall.Table.Fryslan);
        var page = await waiting.Get("/meedoen/" + await hall.CodeAsync(party));
        await Scene.LeaveAsync(hall.App, hall.Table.Id, party);

        var answer = await page.Submit();

        Assert.Equal(422, answer.Status);
        Assert.Contains("U wacht bij de deur van de provincie", (await waiting.Get("/deelname")).Text);
    }

    [Theory, OnEveryDatabase]
    public async Task Two_at_once_are_two_guests_and_one_who_comes_twice_is_one(Database database)
    {
        var hall = await Hall.OpenAsync(await apps.On(database));
        var code = await hall.CodeAsync(hall.Table.Dantumadiel);

        var phones = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Hall.JoinAsync(hall.Phone(), "Zelfde naam", code)));
        Assert.All(phones, page => Assert.Equal("/deelname", page.Address));
        Assert.Equal(8, await hall.GuestsAsync());

        var phone = hall.Phone();
        var form = await phone.Get("/meedoen/" + code);
        var sent = await Task.WhenAll(form.Post(("Input.Name", "Dubbel")), form.Post(("Input.Name", "Dubbel")));
        Assert.All(sent, answer => Assert.Equal("/deelname", answer.Headers.Location?.ToString()));
        Assert.Equal(9, await hall.GuestsAsync());
        Assert.Equal("/deelname", (await phone.Get("/meedoen/" + code)).Address);
        Assert.Equal(hall.Round, (await (await hall.App.As(People.Fryslan)).Get("/meedoen/" + code)).Address);
    }

    [Theory, OnEveryDatabase]
    public async Task A_name_and_a_party_are_needed(Database database)
    {
        var hall = await Hall.OpenAsync(await apps.On(database));
        var code = await hall.CodeAsync(null);

        var nothing = await (await hall.Phone().Get("/meedoen/" + code)).Submit();
        Assert.Equal(422, nothing.Status);
        Assert.Contains("Kies een partij", nothing.Text);
        var stranger = await (await hall.Phone().Get("/meedoen/" + code)).Submit(("Input.Name", "Ik"), ("Input.Party", Guid.CreateVersion7().ToString()));
        Assert.Equal(422, stranger.Status);
        var tooLong = await (await hall.Phone().Get("/meedoen/" + code)).Submit(
            ("Input.Name", new string('n', 81)),
            ("Input.Party", hall.Table.Fryslan.Value.ToString())
        );
        Assert.Equal(422, tooLong.Status);
        var html = await Hall.JoinAsync(hall.Phone(), "<b>Ik</b>", code, hall.Table.Fryslan);
        Assert.DoesNotContain("<b>Ik</b>", html.Html);
    }
}
