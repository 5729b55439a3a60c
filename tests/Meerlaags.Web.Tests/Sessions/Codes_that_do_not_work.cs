using Meerlaags.Web.Features.Sessions;
using Meerlaags.Web.Tests.Harness;

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
        Assert.StartsWith("/aanmelden", (await guest.Get(hall.Round)).Address);
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
