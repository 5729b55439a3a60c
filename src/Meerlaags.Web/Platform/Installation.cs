using System.Net;

namespace Meerlaags.Web.Platform;

/// <summary>What kind of installation this is; decided once, at start.</summary>
public sealed class Installation
{
    /// <summary>Whether the server listens.</summary>
    public bool HasStarted { get; set; }

    /// <summary>Whether it holds the demo cast and invented texts: every page says so.</summary>
    public bool IsDemo { get; set; }

    /// <summary>Whether the demo cast may sign in by one click: asked for by a setting, and only over connections of this machine itself.</summary>
    public bool CastSignsIn { get; set; }

    /// <summary>Whether the cast may act over this connection: on this machine, by a local name, with no proxy in between. Asked at every request, whatever a cookie or a token says.</summary>
    public bool LetsCastActOver(HttpContext context)
    {
        var isLocalConnection = context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);
        return CastSignsIn && IsLocalName(context.Request.Host.Host) && isLocalConnection && !SignsOfAProxy.Any(context.Request.Headers.ContainsKey);
    }

    /// <summary>Whether only this machine calls itself so.</summary>
    public static bool IsLocalName(string host) =>
        host.Equals(LocalName, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + LocalName, StringComparison.OrdinalIgnoreCase);

    /// <summary>The name of this machine to itself.</summary>
    public const string LocalName = "localhost";

    private static readonly string[] SignsOfAProxy = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via"];
}
