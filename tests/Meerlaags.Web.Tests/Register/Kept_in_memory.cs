using System.Data.Common;
using Meerlaags.Web.Features.Register;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Journal;
using Meerlaags.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Meerlaags.Web.Tests.Register;

/// <summary>The register is read once and kept; nobody notices but by the time it takes.</summary>
public sealed class Kept_in_memory(Databases databases)
{
    [Theory, OnEveryDatabase]
    public async Task It_is_read_once_and_anew_after_each_change(Database database)
    {
        var readings = new Readings();
        await using var app = new TestApp(
            await databases.StartedAsync(database),
            services => services.ConfigureDbContext<Db>(options => options.AddInterceptors(readings))
        );
        var visitor = app.Anonymous();
        await visitor.Get("/organisaties?zoek=dantumadiel");
        var once = readings.Count;
        await visitor.Get("/organisaties?zoek=wetterskip");
        await visitor.Get("/regios/VR01");
        await visitor.Get("/kaart");

        Assert.Equal(once, readings.Count);
        await DrawAsync(app, "Regio Deal");
        Assert.Contains("Regio Deal", (await visitor.Get("/regios?zoek=deal")).Text);
        Assert.InRange(readings.Count, once + 1, long.MaxValue);
    }

    [Theory, OnEveryDatabase]
    public async Task What_another_process_changed_shows_at_once(Database database)
    {
        var settings = await databases.StartedAsync(database);
        await using var here = new TestApp(settings);
        await using var elsewhere = new TestApp(settings);
        var visitor = here.Anonymous();
        Assert.DoesNotContain("Regio Deal", (await visitor.Get("/regios?zoek=deal")).Document.QuerySelector("main")!.TextContent);

        await DrawAsync(elsewhere, "Regio Deal Noordoost");

        Assert.Contains("Regio Deal Noordoost", (await visitor.Get("/regios?zoek=deal")).Document.QuerySelector("main")!.TextContent);
    }

    [Theory, OnEveryDatabase]
    public async Task What_a_change_did_that_was_given_up_is_never_kept(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        Assert.Equal("Dantumadiel", await NameAsync(app));

        await using (var scope = app.Services.CreateAsyncScope())
        {
            using var _ = scope.ServiceProvider.GetRequiredService<Viewer>().System(SystemPurpose.VerifyJournal);
            var db = scope.ServiceProvider.GetRequiredService<Db>();
            var register = scope.ServiceProvider.GetRequiredService<RegisterSearch>();
            await using (await db.WriteAsync(JournalChain.Installation, null, CancellationToken.None))
            {
                await db
                    .Organisations.Where(organisation => organisation.Code == "GM1891")
                    .ExecuteUpdateAsync(set => set.SetProperty(organisation => organisation.Name, "Bedacht"));
                Assert.Equal("Bedacht", (await register.ByCodeAsync("GM1891", CancellationToken.None))!.Name);
            }
            Assert.Equal("Dantumadiel", (await register.ByCodeAsync("GM1891", CancellationToken.None))!.Name);
        }

        Assert.Equal("Dantumadiel", await NameAsync(app));
    }

    private static async Task DrawAsync(TestApp app, string name)
    {
        var form = await (await app.As(People.Administrator)).Get("/beheer/regios");
        var answer = await form.Post("main form", ("Input.Name", name), ("Input.Source", "Convenant"));
        Assert.NotNull(answer.Headers.Location);
    }

    private static async Task<string> NameAsync(TestApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<RegisterSearch>().ByCodeAsync("GM1891", CancellationToken.None))!.Name;
    }

    /// <summary>Counts how often organisations are read.</summary>
    private sealed class Readings : DbCommandInterceptor
    {
        private long count;

        public long Count => Interlocked.Read(ref count);

        public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
        {
            if (
                result.CommandText.Contains("FROM organisations", StringComparison.OrdinalIgnoreCase)
                || result.CommandText.Contains("FROM \"organisations\"", StringComparison.OrdinalIgnoreCase)
            )
                Interlocked.Increment(ref count);
            return result;
        }
    }
}
