using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Localisation;

namespace Meerlaags.Web.Platform.Security;

/// <summary>Adds the installation to the local network when <c>Lan:Port</c> is set: https on every address of this machine.</summary>
public static class LocalNetworkServices
{
    /// <summary>Listens over https with a certificate of the installation's own authority.</summary>
    public static void AddLocalNetwork(this WebApplicationBuilder builder, DataSettings data)
    {
        if (LocalNetwork.PortOf(builder.Configuration) is not { } port)
            return;
        builder.Services.AddSingleton(new LocalNetwork(port));
        builder.Services.AddSingleton(provider => new LocalAuthority(
            Path.Combine(data.Folder, "authority"),
            provider.GetRequiredService<TimeProvider>(),
            new LocalMachine(LocalNetwork.HostName, LocalNetwork.Addresses)
        ));
        builder.Services.AddHostedService<LocalNetworkNotice>();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.ConfigureHttpsDefaults(https =>
            {
                var authority = kestrel.ApplicationServices.GetRequiredService<LocalAuthority>();
                https.ServerCertificateSelector = (_, _) => authority.Current();
            })
        );
    }
}

/// <summary>Says at start how phones reach the installation and how they trust it.</summary>
internal sealed class LocalNetworkNotice(LocalNetwork network, LocalAuthority authority, Texts texts, IHostApplicationLifetime life) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        life.ApplicationStarted.Register(() =>
        {
            Console.WriteLine(texts["Platform.Lan.Notice", network.Address, network.Address + LocalNetwork.TrustPage, authority.Fingerprint]);
            if (authority.IsRenewed)
                Console.WriteLine(texts["Platform.Lan.Renewed"]);
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
