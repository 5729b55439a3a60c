using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Meerlaags.Domain.Sessions;

namespace Meerlaags.Web.Features.Sessions;

/// <summary>Codes are short, so nobody may try many: wrong ones are counted per address, people who join per code. A hall full of people behind one address types no wrong codes to speak of.</summary>
public sealed class CodeAttempts : IDisposable
{
    /// <summary>Most wrong codes from one address in the time below.</summary>
    public const int MostWrong = 60;

    /// <summary>Most guests who join with one code in the time below: a crowd in the lobby keeps nobody with the code of a party outside.</summary>
    public const int MostJoining = Room.MostGuests;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly PartitionedRateLimiter<string> wrong = Limiter<string>(MostWrong);
    private readonly PartitionedRateLimiter<RoomCodeId> joining = Limiter<RoomCodeId>(MostJoining);

    private readonly PartitionedRateLimiter<string> turns = PartitionedRateLimiter.Create<string, string>(network =>
        RateLimitPartition.GetConcurrencyLimiter(
            network,
            _ => new ConcurrencyLimiterOptions
            {
                PermitLimit = 1,
                QueueLimit = Room.MostGuests,
                QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
            }
        )
    );

    /// <summary>Waits until the code before from this address is tried, so that as many sent at once count as many; dispose it to leave. Not acquired when too many wait.</summary>
    public ValueTask<RateLimitLease> TakeTurnAsync(IPAddress? from, CancellationToken stop) => turns.AcquireAsync(Network(from), 1, stop);

    /// <summary>Whether another code may be tried from this address.</summary>
    public bool MayTry(IPAddress? from) => wrong.AttemptAcquire(Network(from), 0).IsAcquired;

    /// <summary>Counts a wrong code; false when there were too many.</summary>
    public bool CountWrong(IPAddress? from) => wrong.AttemptAcquire(Network(from)).IsAcquired;

    /// <summary>Counts somebody who joins; false when too many did so in a short time.</summary>
    public bool CountJoining(RoomCodeId code) => joining.AttemptAcquire(code).IsAcquired;

    /// <inheritdoc/>
    public void Dispose()
    {
        wrong.Dispose();
        joining.Dispose();
        turns.Dispose();
    }

    // Whoever has one address of the new kind has a whole network of them.
    private static string Network(IPAddress? address)
    {
        if (address is null)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }

    private static PartitionedRateLimiter<TKey> Limiter<TKey>(int most)
        where TKey : notnull =>
        PartitionedRateLimiter.Create<TKey, TKey>(key =>
            RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = Window })
        );
}
