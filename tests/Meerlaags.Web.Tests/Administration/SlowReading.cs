using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Meerlaags.Web.Tests.Administration;

/// <summary>Holds whoever reads the chains of the journal until they are stopped.</summary>
internal sealed class SlowReading : DbCommandInterceptor
{
    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool held;

    /// <summary>When somebody began.</summary>
    public Task Reached => reached.Task;

    /// <summary>From now on reading does not end by itself.</summary>
    public void Hold() => held = true;

    /// <inheritdoc/>
    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        if (
            held
            && command.CommandText.Contains("DISTINCT", StringComparison.Ordinal)
            && command.CommandText.Contains("journal_lines", StringComparison.Ordinal)
        )
        {
            reached.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        return result;
    }
}
