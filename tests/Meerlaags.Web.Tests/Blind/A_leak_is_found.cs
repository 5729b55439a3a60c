using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Features.Collaborations;
using Meerlaags.Web.Features.Framing;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Meerlaags.Web.Tests.Blind;

/// <summary>The walk can fail: each way to leak is planted once, and found.</summary>
public sealed class A_leak_is_found(Scenes scenes) : IClassFixture<Scenes>
{
    [Fact]
    public async Task A_length_on_a_page() =>
        Assert.Contains(
            await WalkAsync(services =>
                services.AddScoped<ICollaborationMenu>(Menu((text, _) => [new MenuEntry($"{text.Answers.Sum(answer => answer.Text.Length)}", "/")]))
            ),
            leak => leak.Contains("Observer, GET /samenwerkingen/{id:guid}/rondes/{number:int}: body", StringComparison.Ordinal)
        );

    [Fact]
    public async Task The_text_itself_on_a_page() =>
        Assert.Contains(
            await WalkAsync(services => services.AddScoped<ICollaborationMenu>(Menu((text, _) => [new MenuEntry(text.TextOf("issue"), "/")]))),
            leak => leak.EndsWith("shows the hidden text", StringComparison.Ordinal)
        );

    [Fact]
    public async Task One_statement_more_for_a_text_that_is_there() =>
        Assert.Contains(
            await WalkAsync(services =>
                services.AddScoped<ICollaborationMenu>(
                    Menu(
                        (text, db) =>
                        {
                            Assert.True(db.Rounds.Any(round => round.Id == text.Round));
                            return [];
                        }
                    )
                )
            ),
            leak => leak.Contains("statements", StringComparison.Ordinal)
        );

    [Fact]
    public async Task A_header_that_tells_the_version() =>
        Assert.Contains(
            await WalkAsync(services => services.AddSingleton<IStartupFilter, LeakingHeader>()),
            leak => leak.Contains(": headers", StringComparison.Ordinal)
        );

    [Fact]
    public async Task A_line_in_the_log() =>
        Assert.Contains(
            await WalkAsync(services =>
                services.AddScoped<ICollaborationMenu>(provider => new LeakingMenu(
                    provider,
                    (text, _) =>
                    {
                        provider.GetRequiredService<ILogger<A_leak_is_found>>().LogDebug("Menu for {Text}", text.TextOf("issue"));
                        return [];
                    }
                ))
            ),
            leak => leak.StartsWith("the log says", StringComparison.Ordinal)
        );

    private async Task<IReadOnlyList<string>> WalkAsync(Action<IServiceCollection> plant)
    {
        await using var worlds = await scenes.SplitAsync(Database.Sqlite, plant);
        await Pen.KeepAsync(worlds.Telling.Author, worlds.Telling.Desk, Pen.Longest);
        return
        [
            .. await new Walk(worlds).ReadAsync("Planted", who => who.Who == "Observer"),
            .. worlds.Telling.Log.Lines.Select(line => $"the log says: {line}"),
        ];
    }

    private static Func<IServiceProvider, ICollaborationMenu> Menu(Func<Formulation, Db, IReadOnlyList<MenuEntry>> tell) =>
        provider => new LeakingMenu(provider, tell);

    /// <summary>An entry in the side navigation by somebody who looked past the filter.</summary>
    private sealed class LeakingMenu(IServiceProvider services, Func<Formulation, Db, IReadOnlyList<MenuEntry>> tell) : ICollaborationMenu
    {
        public async Task<IReadOnlyList<MenuEntry>> EntriesAsync(CollaborationId collaboration, CancellationToken stop)
        {
            var db = services.GetRequiredService<Db>();
            using var _ = services.GetRequiredService<Viewer>().System(SystemPurpose.VerifyJournal);
            var texts = await db.Formulations.AsNoTracking().Where(text => text.Collaboration == collaboration && text.Submission == null).ToListAsync(stop);
            return [.. texts.SelectMany(text => tell(text, db))];
        }
    }

    private sealed class LeakingHeader : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(
                    async (context, onwards) =>
                    {
                        await using var scope = app.ApplicationServices.CreateAsyncScope();
                        using var _ = scope.ServiceProvider.GetRequiredService<Viewer>().System(SystemPurpose.VerifyJournal);
                        var versions = await scope.ServiceProvider.GetRequiredService<Db>().Formulations.SumAsync(text => text.Version);
                        context.Response.Headers["X-Draft-Version"] = $"{versions}";
                        await onwards(context);
                    }
                );
                next(app);
            };
    }
}
