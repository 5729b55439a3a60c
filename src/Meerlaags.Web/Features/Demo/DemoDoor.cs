using System.Net;
using Meerlaags.Web.Platform;
using Meerlaags.Web.Platform.Localisation;
using Meerlaags.Web.Platform.Security;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Meerlaags.Web.Features.Demo;

/// <summary>Keeps the one-click sign-in on this machine: the server listens on loopback only, and over https for phones in the room when asked to, else it stops. The connection and the name asked for are local at every request.</summary>
public sealed class DemoDoor(IServer server, Installation installation, IConfiguration configuration, Texts texts) : IHostedLifecycleService
{
    /// <summary>Names by which a demo may be asked.</summary>
    public static readonly string[] Hosts = [Installation.LocalName, "*." + Installation.LocalName];

    /// <summary>Whether the settings ask for the demo.</summary>
    public static bool IsAskedFor(IConfiguration configuration) => configuration.GetValue("Demo:Enabled", false);

    /// <summary>The cast key in the name asked for; empty for the front (<c>localhost</c>), null when the door is closed for this request.</summary>
    public static string? KeyFor(HttpContext context, Installation installation)
    {
        if (!installation.LetsCastActOver(context))
            return null;
        var host = context.Request.Host.Host;
        return host.Length == Installation.LocalName.Length ? "" : host[..^(Installation.LocalName.Length + 1)];
    }

    /// <summary>Once the server listens: opens the door, or stops the server when somebody else could reach it.</summary>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        if (!IsAskedFor(configuration) || !installation.IsDemo)
            return Task.CompletedTask;
        if (ReverseProxy.IsUsed(configuration))
            throw new StartRefusedException(texts["Demo.Refused.Proxy"]);
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        if (addresses.FirstOrDefault(address => !IsLoopback(address) && !IsForPhones(address)) is { } open)
            throw new StartRefusedException(texts["Demo.Refused.Address", open]);
        installation.CastSignsIn = true;
        return Task.CompletedTask;
    }

    // Phones in the room come in over https as guests; the cast acts over connections of this machine only, which is asked at every request.
    private bool IsForPhones(string address) =>
        LocalNetwork.PortOf(configuration) is { } port && BindingAddress.Parse(address) is { Scheme: "https" } binding && binding.Port == port;

    /// <summary>Whether only this machine can reach an address on which a server listens.</summary>
    public static bool IsLoopback(string address)
    {
        var binding = BindingAddress.Parse(address);
        if (binding.IsUnixPipe || binding.IsNamedPipe)
            return false;
        return binding.Host.Equals(Installation.LocalName, StringComparison.OrdinalIgnoreCase)
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
