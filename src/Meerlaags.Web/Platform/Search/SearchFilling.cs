using Meerlaags.Domain.Collaborations;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Journal;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Platform.Search;

/// <summary>That all things of before were read for the index, with one version of the words.</summary>
public sealed class SearchFilled
{
    /// <summary>The <see cref="SearchWords.Version"/>.</summary>
    public int Words { get; init; }

    /// <summary>When the last of them was read.</summary>
    public DateTimeOffset At { get; init; }
}

/// <summary>
/// Reads all things anew when the index came later than they did, or when its words are made in another way. The program runs meanwhile: what is changed finds its own way into the
/// index, and what is not read yet is not found yet. Broken off, it begins again.
/// </summary>
public sealed class SearchFilling(IServiceScopeFactory scopes, TimeProvider clock, ILogger<SearchFilling> log) : BackgroundService
{
    private const int ToldEvery = 500;

    private static readonly TimeSpan Again = TimeSpan.FromSeconds(5);

    // Between two tables others write: whoever waits for SQLite only looks now and then whether it is free.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!await TryAsync(stoppingToken))
            await Task.Delay(Again, clock, stoppingToken);
    }

    // A database that gives way for a moment must not take the installation along.
    private async Task<bool> TryAsync(CancellationToken stop)
    {
        try
        {
            await LookAsync(stop);
            return true;
        }
        catch (Exception fault) when (DataFaults.IsOne(fault) && !stop.IsCancellationRequested)
        {
            log.LogWarning(fault, "Search could not read all texts; trying again");
            return false;
        }
    }

    private async Task LookAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        if (!await db.Set<SearchFilled>().AnyAsync(filled => filled.Words == SearchWords.Version, stop))
            await FillAsync(scope.ServiceProvider, stop);
    }

    private async Task FillAsync(IServiceProvider services, CancellationToken stop)
    {
        var db = services.GetRequiredService<Db>();
        using var _ = services.GetRequiredService<Viewer>().System(SystemPurpose.FillSearch);
        var tables = await db.Set<Collaboration>().AsNoTracking().Select(table => new { table.Id, table.ArchivedAt }).ToListAsync(stop);
        foreach (var (place, table) in tables.Index())
        {
            // Nothing is written in the archive, so nobody is kept waiting either.
            await FillAsync(services, table.Id, table.ArchivedAt is null ? table.Id.Value : JournalChain.Installation, stop);
            await Task.Delay(Pause, stop);
            if ((place + 1) % ToldEvery == 0)
                log.LogInformation("Search reads all texts again: {Done} of {All} collaborations", place + 1, tables.Count);
        }
        await using var last = await db.WriteAsync(JournalChain.Installation, submit: null, stop);
        db.Add(new SearchFilled { Words = SearchWords.Version, At = Moment.Of(clock) });
        await last.CommitAsync(stop);
    }

    // The chain is held: what is read here is not changed before it is written.
    private static async Task FillAsync(IServiceProvider services, CollaborationId table, Guid chain, CancellationToken stop)
    {
        var db = services.GetRequiredService<Db>();
        await using var writing = await db.WriteAsync(chain, submit: null, stop);
        foreach (var kind in services.GetRequiredService<SearchKinds>().All)
        foreach (var text in await kind.InAsync(db, table, stop))
            await services.GetRequiredService<SearchIndex>().WriteAsync(db, [(kind, text)], stop);
        await writing.CommitAsync(stop);
    }
}
