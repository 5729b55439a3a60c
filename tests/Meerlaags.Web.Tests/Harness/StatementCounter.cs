using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Meerlaags.Web.Tests.Harness;

/// <summary>Counts the statements that the product sends to the database.</summary>
public sealed class StatementCounter : DbCommandInterceptor
{
    private long count;

    /// <summary>Statements so far.</summary>
    public long Count => Interlocked.Read(ref count);

    /// <inheritdoc/>
    public override DbCommand CommandCreated(CommandEndEventData eventData, DbCommand result)
    {
        Interlocked.Increment(ref count);
        return result;
    }
}
