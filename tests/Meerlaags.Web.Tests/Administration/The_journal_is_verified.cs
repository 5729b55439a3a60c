using Meerlaags.Web.Features.Administration;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Journal;
using Meerlaags.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using People = Meerlaags.Web.Tests.Harness.People;

namespace Meerlaags.Web.Tests.Administration;

/// <summary>A verification of the journal says how far it is, is kept with who asked for it, can be stopped, and tells when it was broken off.</summary>
public sealed class The_journal_is_verified(Databases databases)
{
    private const string Page = "/beheer/logboek";

    [Theory, OnEveryDatabase]
    public async Task What_was_found_is_kept_with_who_asked(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        await Table.SetAsync(app);
        var administrator = await app.As(People.Administrator);

        var whole = await (await administrator.Get(Page)).Submit("form[action$='/beheer/logboek']");
        Assert.Contains("Het logboek klopt.", whole.Text);
        Assert.Contains("Nagerekende ketens: 2 van 2", whole.Text);

        await Tamper(app);
        var broken = await whole.Submit("form[action$='/beheer/logboek']");
        Assert.Contains("Het logboek klopt niet", broken.Text);
        Assert.Contains("door Beheerder", broken.Text);
        Assert.Contains("Het logboek klopt niet", (await administrator.Get("/beheer")).Text);
    }

    [Theory, OnEveryDatabase]
    public async Task One_that_runs_shows_how_far_it_is_and_can_be_stopped(Database database)
    {
        var slow = new SlowReading();
        await using var app = new TestApp(
            await databases.StartedAsync(database),
            services => services.ConfigureDbContext<Db>(options => options.AddInterceptors(slow))
        );
        for (var tables = 0; tables < 3; tables++)
            await Table.SetAsync(app);
        var administrator = await app.As(People.Administrator);
        var page = await administrator.Get(Page);
        slow.Hold();
        var start = page.Submit("form[action$='/beheer/logboek']");
        await slow.Reached;
        app.Clock.Pass(TimeSpan.FromSeconds(3));
        var running = await start;
        Assert.Contains("van 4 ketens", running.Text);
        Assert.NotNull(running.Document.QuerySelector("progress[max='100']"));
        Assert.Contains("van 4 ketens", (await administrator.Get(Page + "?handler=Now")).Document.Body!.TextContent);

        Assert.Contains("gestopt", (await running.Submit("form[action$='handler=Stop']")).Text);
        var kept = await app.Data(db => db.JournalChecks.SingleAsync());
        Assert.Equal((CheckState.Stopped, 4), (kept.State, kept.Total));
        Assert.InRange(kept.Done, 0, 2);
    }

    [Theory, OnEveryDatabase]
    public async Task One_that_a_stop_broke_off_says_so(Database database)
    {
        var settings = await databases.StartedAsync(database);
        await using (var app = new TestApp(settings))
        {
            var at = app.Clock.Now - VerificationRun.SilentFor - VerificationRun.SilentFor;
            await app.Data(async db =>
            {
                db.Add(
                    new JournalCheck
                    {
                        Id = Guid.CreateVersion7(),
                        StartedAt = at,
                        SeenAt = at,
                        Total = 9,
                        Done = 4,
                        State = CheckState.Running,
                    }
                );
                return await db.SaveChangesAsync();
            });
            Assert.Contains("afgebroken", (await (await app.As(People.Administrator)).Get(Page)).Text);
        }

        await using var later = new TestApp(settings);
        Assert.Contains("Nagerekende ketens: 4 van 9", (await (await later.As(People.Administrator)).Get(Page)).Text);
        Assert.Equal(CheckState.Interrupted, (await later.Data(db => db.JournalChecks.SingleAsync())).State);
    }

    [Theory, OnEveryDatabase]
    public async Task Commands_on_the_machine_are_kept_too(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        app.Start();

        Assert.Equal(0, await Commands.RunAsync(app.Services, ["administrator", "create", "--email", "nieuw@voorbeeld.nl", "--name", "Nieuwe beheerder"]));
        Assert.Equal(0, await Commands.RunAsync(app.Services, ["administrator", "link", "--email", "nieuw@voorbeeld.nl"]));
        Assert.Equal(0, await Commands.RunAsync(app.Services, ["journal", "verify"]));

        var page = (await (await app.As(People.Administrator)).Get(Page)).Text;
        Assert.Contains("Het logboek klopt.", page);
        Assert.Contains("De beheerder heeft een account gemaakt voor Nieuwe beheerder.", page);
        Assert.Contains("De beheerder heeft voor Nieuwe beheerder een link gemaakt", page);
    }

    private static Task<int> Tamper(TestApp app) => app.Data(db => db.Set<JournalChain>().ExecuteUpdateAsync(set => set.SetProperty(head => head.Hash, "00")));
}
