using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Notices;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Notices;

/// <summary>Remembers what the viewer has read. What was read before stays read since then.</summary>
public sealed class ReadNotices(Db db, Acts acts)
{
    /// <summary>One notice was read.</summary>
    public Task OneAsync(Guid id, CancellationToken stop) => MarkAsync(db.Set<NoticeLine>().Where(notice => notice.Id == id), stop);

    /// <summary>All notices were read of what happened until a moment, that moment counted: what came in after it was not seen.</summary>
    public Task UntilAsync(DateTimeOffset moment, CancellationToken stop)
    {
        var until = moment.ToUniversalTime();
        return MarkAsync(db.Set<NoticeLine>().Where(notice => notice.At <= until), stop);
    }

    private Task<int> MarkAsync(IQueryable<NoticeLine> which, CancellationToken stop)
    {
        var now = acts.Now;
        return which.Where(notice => notice.ReadAt == null).ExecuteUpdateAsync(set => set.SetProperty(notice => notice.ReadAt, now), stop);
    }
}
