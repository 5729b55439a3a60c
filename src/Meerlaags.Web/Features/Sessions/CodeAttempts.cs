using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Meerlaags.Domain.Sessions;

namespace Meerlaags.Web.Features.Sessions;

/// <summary>Codes are short, so nobody may try many: wrong ones are counted per address, people who join per room. A hall full of people behind one address types no wrong codes to speak of.</summary>
public sealed class CodeAttempts : IDisposable
{
    /// <summary>Most wrong codes from one address in the time below.</summary>
    public const int MostWrong = 60;

    /// <summary>Most guests who join one room in the time below.</summary>
    public const int MostJoining = Room.MostGuests;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly PartitionedRateLimiter<string> wrong = Limiter<string>(MostWrong);
    private readonly PartitionedRateLimiter<RoomId> joining = Limiter<RoomId>(MostJoining);

    /// <summary>Whether another code may be tried from this address.</summary>
    public bool MayTry(IPAddress? from) => wrong.AttemptAcquire(Network(from), 0).IsAcquired;

    /// <summary>Counts a wrong code; false when there were too many.</summary>
    public bool CountWrong(IPAddress? from) => wrong.AttemptAcquire(Network(from)).IsAcquired;

    /// <summary>Counts somebody who joins; false when too many did so in a short time.</summary>
    public bool CountJoining(RoomId room) => joining.AttemptAcquire(room).IsAcquired;

    /// <inheritdoc/>
    public void Dispose()
    {
        wrong.Dispose();
        joining.Dispose();
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
