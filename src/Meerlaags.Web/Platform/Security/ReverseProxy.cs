using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Meerlaags.Web.Platform.Security;

/// <summary>Behind a reverse proxy the scheme and the name come from its headers: only when <c>Proxy:Enabled</c> says so, and only from the addresses in <c>Proxy:Addresses</c> (this machine when empty).</summary>
public static class ReverseProxy
{
    /// <summary>Whether a proxy stands in front.</summary>
    public static bool IsUsed(IConfiguration configuration) => configuration.GetValue("Proxy:Enabled", false);

    /// <summary>Believes the headers of the proxy.</summary>
    public static void UseReverseProxy(this WebApplication app)
    {
        if (!IsUsed(app.Configuration))
            return;
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
        };
        foreach (var address in app.Configuration.GetSection("Proxy:Addresses").Get<string[]>() ?? [])
            options.KnownProxies.Add(IPAddress.Parse(address));
        app.UseForwardedHeaders(options);
    }
}
