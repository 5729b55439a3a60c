using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Jobs;
using Meerlaags.Web.Platform.Notices;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Notices;

/// <summary>A notice goes after a year, read or not: what it told stays in the logbook.</summary>
public sealed class ForgetNotices(Db db, Viewer viewer, Acts acts) : IChore
{
    /// <summary>How long a notice is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    // Others write meanwhile, and SQLite lets one at a time.
    private const int AtOnce = 500;

    /// <inheritdoc/>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        using var _ = viewer.System(SystemPurpose.ForgetNotices);
        var before = acts.Now - Kept;
        var due = await db.Set<NoticeLine>().Where(notice => notice.At < before).Select(notice => notice.Id).ToListAsync(stop);
        foreach (var some in due.Chunk(AtOnce))
            await db.Set<NoticeLine>().Where(notice => some.Contains(notice.Id)).ExecuteDeleteAsync(stop);
        return due.Count;
    }
}
