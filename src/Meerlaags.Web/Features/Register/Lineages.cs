using Meerlaags.Domain.Register;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Meerlaags.Web.Features.Register;

/// <summary>Who came after whom. Few rows that hardly change, asked on every page with parties: kept for ten minutes.</summary>
public sealed class Lineages(Db db, IMemoryCache cache)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    /// <summary>The lineage as it is on record, at most ten minutes old.</summary>
    public async Task<Lineage> KnownAsync(CancellationToken stop) =>
        await cache.GetOrCreateAsync(
            typeof(Lineages),
            async entry =>
            {
                entry.AbsoluteExpirationRelativeToNow = Kept;
                return new Lineage(await AllAsync(stop));
            }
        ) ?? new Lineage([]);

    /// <summary>All successions, the latest day first.</summary>
    public async Task<IReadOnlyList<Succession>> AllAsync(CancellationToken stop) =>
        await db
            .Successions.AsNoTracking()
            .OrderByDescending(succession => succession.On)
            .ThenByDescending(succession => succession.RecordedAt)
            .ToListAsync(stop);

    /// <summary>What was read is out of date: a succession was put on record or taken back here.</summary>
    public void Forget() => cache.Remove(typeof(Lineages));
}
