using Meerlaags.Web.Platform;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Notices;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Demo;

/// <summary>The cast has read what happened longer ago: what is new is what a visitor can still find.</summary>
public sealed class ExampleNotices(Db db, Viewer viewer, TimeProvider clock) : IDemoPart
{
    private static readonly TimeSpan Read = TimeSpan.FromDays(7);

    /// <inheritdoc/>
    public int Order => 9;

    /// <inheritdoc/>
    public async Task WriteAsync(DemoContext demo, CancellationToken stop)
    {
        using var _ = viewer.System(SystemPurpose.Demo);
        var before = Moment.Of(clock) - Read;
        await db.Set<NoticeLine>()
            .Where(notice => notice.At < before)
            .ExecuteUpdateAsync(set => set.SetProperty(notice => notice.ReadAt, notice => notice.At), stop);
    }
}
