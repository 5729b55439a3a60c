using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Meerlaags.Web.Tests.Access;

/// <summary>Takes every change back at the moment it would be kept: whoever walks through all doors leaves everything as it was.</summary>
public sealed class RolledBack : DbTransactionInterceptor
{
    /// <summary>Whether changes are taken back now.</summary>
    public bool IsOn { get; set; }

    /// <inheritdoc/>
    public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction,
        TransactionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default
    )
    {
        if (!IsOn)
            return result;
        await transaction.RollbackAsync(cancellationToken);
        return InterceptionResult.Suppress();
    }
}
