using System.Threading.RateLimiting;

namespace Meerlaags.Web.Platform.Identity;

/// <summary>Whoever tries a password, or an address for a new account, waits for the attempt before on the same address. So many attempts sent at once count as many, and of two who claim an address one is told.</summary>
public sealed class AccountTurns : IDisposable
{
    private const int MostWaiting = 20;

    private readonly PartitionedRateLimiter<string> turns = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetConcurrencyLimiter(
            address.ToUpperInvariant(),
            _ => new ConcurrencyLimiterOptions
            {
                PermitLimit = 1,
                QueueLimit = MostWaiting,
                QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
            }
        )
    );

    /// <summary>Waits for the turn; dispose it to leave. Not acquired when too many wait already.</summary>
    /// <param name="address">The e-mail address of the account.</param>
    /// <param name="stop">Stops waiting.</param>
    public ValueTask<RateLimitLease> TakeAsync(string address, CancellationToken stop) => turns.AcquireAsync(address, 1, stop);

    /// <inheritdoc/>
    public void Dispose() => turns.Dispose();
}
