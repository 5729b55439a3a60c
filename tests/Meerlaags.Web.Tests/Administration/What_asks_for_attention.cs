using Meerlaags.Domain.Administration;
using Meerlaags.Web.Features.Administration;
using Meerlaags.Web.Platform.Mail;
using Meerlaags.Web.Tests.Framing;
using Meerlaags.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using People = Meerlaags.Web.Tests.Harness.People;

namespace Meerlaags.Web.Tests.Administration;

/// <summary>The front of administration says what waits, only what can be acted on, and that nothing does when all is well.</summary>
public sealed class What_asks_for_attention(Databases databases)
{
    [Theory, OnEveryDatabase]
    public async Task Nothing_asks_for_attention_in_a_new_installation(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));

        var front = await (await app.As(People.Administrator)).Get("/beheer");

        Assert.Contains("Niets vraagt aandacht", front.Text);
        Assert.Single(front.Document.QuerySelectorAll(".ml-ask"));
    }

    [Theory, OnEveryDatabase]
    public async Task What_waits_is_named_and_goes_when_it_is_done(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        await Table.SetAsync(app);
        var at = app.Clock.Now;
        await app.Data(async db =>
        {
            db.Add(
                new OutgoingMail
                {
                    Id = Guid.CreateVersion7(),
                    Template = "invitation",
                    Recipient = "iemand",
                    CreatedAt = at,
                }
            );
            return await db.SaveChangesAsync();
        });
        var stranger = (await app.Id(People.Stranger)).Value;
        await app.Data(db =>
            db.Users.Where(account => account.Id == stranger).ExecuteUpdateAsync(set => set.SetProperty(account => account.LockoutEnd, at.AddMinutes(5)))
        );
        Assert.Contains("Eén account is tijdelijk dicht", (await (await app.As(People.Administrator)).Get("/beheer")).Text);

        app.Clock.Pass(TimeSpan.FromDays(40));
        var administrator = await app.As(People.Administrator);
        var waiting = (await administrator.Get("/beheer")).Text;
        Assert.Contains("Eén bericht staat langer dan een dag klaar", waiting);
        Assert.Contains("nog nooit gecontroleerd", waiting);
        Assert.DoesNotContain("tijdelijk dicht", waiting);

        await (await administrator.Get("/beheer/logboek")).Submit("form[action$='/beheer/logboek']");
        Assert.DoesNotContain("gecontroleerd", (await administrator.Get("/beheer")).Text);
    }

    [Theory, OnEveryDatabase]
    public async Task A_review_of_rights_is_due_after_half_a_year(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var administrator = await app.As(People.Administrator);
        var review = await (await administrator.Get("/beheer/rechtentoets")).Submit("main form");
        Assert.Contains("nog niet getekend", (await administrator.Get("/beheer")).Text);
        var ready = await review.Submit("form[action*='?pagina='] button[name=rest]");
        await ready.Submit("form[action$='handler=Sign']", ("Input.Password", Someone.Password));
        Assert.Contains("Niets vraagt aandacht", (await administrator.Get("/beheer")).Text);

        app.Clock.Now = new DateTimeOffset(2027, 6, 1, 8, 0, 0, TimeSpan.Zero);

        Assert.Contains("moest er zijn op dinsdag 1 juni 2027", (await (await app.As(People.Administrator)).Get("/beheer")).Text);
        Assert.Equal(6, AccessReview.DefaultMonths);
    }

    [Theory, OnEveryDatabase]
    public async Task Seats_whose_organisation_ended_are_counted_not_named(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        await RegionalDeal.StartAsync(app, "PV21", "GM1891", "GM1970");
        var form = await (await app.As(People.Administrator)).Get("/beheer/opvolgingen");
        await form.Submit(
            "main section form",
            ("Input.On", "2027-01-01"),
            ("Input.From", "GM1891"),
            ("Input.Into", "GM1970"),
            ("Input.Source", "Wet (bedacht)")
        );
        Assert.DoesNotContain("wie verdergaat", (await (await app.As(People.Administrator)).Get("/beheer")).Text);

        app.Clock.Now = new DateTimeOffset(2027, 1, 1, 8, 0, 0, TimeSpan.Zero);

        var front = await (await app.As(People.Administrator)).Get("/beheer");
        Assert.Contains("Op één plek is nog niet bevestigd wie verdergaat", front.Text);
        Assert.DoesNotContain("Dantumadiel", front.Text);
    }

    [Fact]
    public async Task A_disk_that_is_nearly_full_comes_first()
    {
        await using var app = new TestApp(await databases.StartedAsync(Database.Sqlite));
        await using var scope = app.Services.CreateAsyncScope();
        var machine = ActivatorUtilities.CreateInstance<AttentionForTheMachine>(scope.ServiceProvider);

        Assert.Null(machine.Disk(AttentionForTheMachine.LeastRoom));
        Assert.True(machine.Disk(AttentionForTheMachine.LeastRoom - 1)!.IsUrgent);
        Assert.Contains("vrij op de schijf", machine.Disk(5 << 20)!.What);
    }
}
