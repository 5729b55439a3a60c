using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Meerlaags.Web.Platform.Security;

/// <summary>The installation in a local network: phones in the same room reach it over https. On with the setting <c>Lan:Port</c>.</summary>
public sealed class LocalNetwork(int port)
{
    /// <summary>Where a phone learns to trust this installation.</summary>
    public const string TrustPage = "/vertrouwen";

    /// <summary>The port asked for, or null when the installation is not in a local network.</summary>
    public static int? PortOf(IConfiguration configuration) => configuration.GetValue<int?>("Lan:Port");

    /// <summary>The name of this machine.</summary>
    public static string HostName => Dns.GetHostName().ToLowerInvariant();

    /// <summary>The address to type or to scan.</summary>
    public string Address => string.Create(CultureInfo.InvariantCulture, $"https://{(Addresses() is [var first, ..] ? Bracketed(first) : HostName)}:{port}");

    /// <summary>The addresses of this machine in private networks, the most usual kind first.</summary>
    public static IReadOnlyList<IPAddress> Addresses() =>
        [
            .. NetworkInterface
                .GetAllNetworkInterfaces()
                .Where(card => card.OperationalStatus == OperationalStatus.Up)
                .OrderByDescending(card => card.GetIPProperties().GatewayAddresses.Count > 0)
                .SelectMany(card => card.GetIPProperties().UnicastAddresses.Select(found => found.Address))
                .Where(IsPrivate)
                .Distinct()
                .OrderBy(address => address.AddressFamily == AddressFamily.InterNetwork ? 0 : 1),
        ];

    // What others on the internet could reach is no local network.
    private static bool IsPrivate(IPAddress address) => !IPAddress.IsLoopback(address) && Private.Any(network => network.Contains(address));

    /// <summary>The networks that are nobody else's.</summary>
    internal static readonly IPNetwork[] Private =
    [
        IPNetwork.Parse("10.0.0.0/8"),
        IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("fc00::/7"),
        IPNetwork.Parse("::1/128"),
    ];

    private static string Bracketed(IPAddress address) => address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString();
}
