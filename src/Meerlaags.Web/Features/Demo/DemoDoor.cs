using System.Net;
using Meerlaags.Web.Platform;
using Meerlaags.Web.Platform.Localisation;
using Meerlaags.Web.Platform.Security;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Meerlaags.Web.Features.Demo;

/// <summary>Keeps the one-click sign-in on this machine: the server listens on loopback only, else it stops; the connection and the name asked for are local too.</summary>
public sealed class DemoDoor(IServer server, Installation installation, IConfiguration configuration, Texts texts) : IHostedLifecycleService
{
    private const string Local = "localhost";

    /// <summary>Names by which a demo may be asked.</summary>
    public static readonly string[] Hosts = [Local, "*." + Local];

    private static readonly string[] SignsOfAProxy = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via"];

    /// <summary>Whether the settings ask for the demo.</summary>
    public static bool IsAskedFor(IConfiguration configuration) => configuration.GetValue("Demo:Enabled", false);

    /// <summary>The cast key in the name asked for; empty for the front (<c>localhost</c>), null when the door is closed for this request.</summary>
    public static string? KeyFor(HttpContext context, Installation installation)
    {
        var host = context.Request.Host.Host;
        var isLocalName = host == Local || host.EndsWith("." + Local, StringComparison.OrdinalIgnoreCase);
        var isLocalConnection = context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);
        if (!installation.CastSignsIn || !isLocalName || !isLocalConnection || SignsOfAProxy.Any(context.Request.Headers.ContainsKey))
            return null;
        return host.Length == Local.Length ? "" : host[..^(Local.Length + 1)];
    }

    /// <summary>Once the server listens: opens the door, or stops the server when somebody else could reach it.</summary>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        if (!IsAskedFor(configuration) || !installation.IsDemo)
            return Task.CompletedTask;
        if (ReverseProxy.IsUsed(configuration))
            throw new StartRefusedException(texts["Demo.Refused.Proxy"]);
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        if (addresses.FirstOrDefault(address => !IsLoopback(address)) is { } open)
            throw new StartRefusedException(texts["Demo.Refused.Address", open]);
        installation.CastSignsIn = true;
        return Task.CompletedTask;
    }

    /// <summary>Whether only this machine can reach an address on which a server listens.</summary>
    public static bool IsLoopback(string address)
    {
        var binding = BindingAddress.Parse(address);
        if (binding.IsUnixPipe || binding.IsNamedPipe)
            return false;
        return binding.Host.Equals(Local, StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(binding.Host.Trim('[', ']'), out var parsed) && IPAddress.IsLoopback(parsed));
    }

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
