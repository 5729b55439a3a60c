using Meerlaags.Web.Features.Sessions;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Tests.Sessions;

/// <summary>A guest is no member: nobody keeps the account, and what was handed to a party stays.</summary>
public sealed class Guests_go_with_the_room(Databases databases)
{
    [Theory, OnEveryDatabase]
    public async Task They_are_forgotten_when_it_is_over_and_never_listed(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var hall = await Hall.OpenAsync(app);
        var (dantumadiel, fryslan) = (hall.Table.Dantumadiel, hall.Table.Fryslan);
        await hall.HandInAsync(await hall.JoinAsync("Gaste Vertrekt", dantumadiel), dantumadiel, "Starters vertrekken");
        var waiting = await hall.JoinAsync("Wacht Nog", by: null, chosen: fryslan);
        await (await waiting.Get("/deelname")).Submit("form[data-autosave]", ("Input.Text", "Van niemand"));
        var key = await app.AnonymousApi().Post("/api/v1/deelnames", new { code = await hall.CodeAsync(fryslan), naam = "Programma" });
        Assert.Equal(201, key.Status);

        var people = await (await app.As(People.Administrator)).Get("/beheer/mensen");
        Assert.DoesNotContain("Gaste Vertrekt", people.Text);
        Assert.Contains(People.Fryslan.Name, people.Text);
        app.Clock.Pass(TimeSpan.FromHours(47));
        Assert.Equal(0, await ForgetAsync(app));
        app.Clock.Pass(TimeSpan.FromHours(2));

        Assert.Equal(3, await ForgetAsync(app));
        Assert.Equal(0, await ForgetAsync(app));
        Assert.Equal(0, await app.Data(db => db.Users.CountAsync(account => account.GuestUntil != null)));
        Assert.Equal(0, await app.Data(db => db.Set<PersonalToken>().CountAsync()));
        Assert.Equal(0, await app.Data(db => db.GuestTexts.CountAsync()));
        Assert.Equal(3, await app.Data(db => db.Guests.CountAsync()));
        Assert.Contains("Starters vertrekken", (await (await app.As(People.Dantumadiel)).Get(hall.Desk(dantumadiel))).Text);
        var log = await (await app.As(People.Facilitator)).Get($"/samenwerkingen/{hall.Table.Id.Value}/logboek");
        Assert.Equal(200, log.Status);
        Assert.DoesNotContain("Gaste Vertrekt", log.Html);
    }

    private static async Task<int> ForgetAsync(TestApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ForgetGuests>().RunAsync(CancellationToken.None);
    }
}
