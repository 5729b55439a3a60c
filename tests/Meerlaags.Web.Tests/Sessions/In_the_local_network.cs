using System.Net;
using System.Security.Cryptography.X509Certificates;
using Meerlaags.Web.Platform.Security;
using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Web.Tests.Sessions;

/// <summary>The small authority of an installation: phones that trust it trust this machine, and nothing else.</summary>
public sealed class In_the_local_network : IDisposable
{
    private static readonly IPAddress Home = IPAddress.Parse("192.168.7.20");
    private readonly string folder = Directory.CreateTempSubdirectory("meerlaags-authority").FullName;
    private readonly Clock clock = new();
    private IReadOnlyList<IPAddress> addresses = [Home];

    [Fact]
    public void A_phone_that_trusts_the_authority_trusts_this_machine()
    {
        using var authority = Make();

        Assert.True(Trusts(authority, authority.Current()));
        Assert.True(authority.Current().MatchesHostname("localhost"));
        Assert.True(authority.Current().MatchesHostname(Home.ToString()));
        Assert.False(authority.Current().MatchesHostname("192.168.7.21"));
    }

    [Fact]
    public void It_is_good_for_nothing_elsewhere()
    {
        addresses = [IPAddress.Parse("203.0.113.9")];
        using var authority = Make();

        Assert.False(Trusts(authority, authority.Current()));
    }

    [Fact]
    public void It_is_kept_and_made_anew_only_when_it_must()
    {
        string first;
        using (var authority = Make())
            first = authority.Current().Thumbprint;

        using var again = Make();
        Assert.Equal(first, again.Current().Thumbprint);
        var trusted = again.Certificate.Thumbprint;
        addresses = [Home, IPAddress.Parse("10.0.0.4")];
        again.LookAgain();
        var moved = again.Current().Thumbprint;
        Assert.NotEqual(first, moved);
        clock.Pass(TimeSpan.FromDays(397 - 29));
        Assert.NotEqual(moved, again.Current().Thumbprint);
        Assert.Equal(trusted, again.Certificate.Thumbprint);
        Assert.True(Trusts(again, again.Current()));
    }

    [Fact]
    public void Only_who_runs_the_installation_reads_the_keys()
    {
        using var authority = Make();
        authority.Current();

        foreach (var key in Directory.GetFiles(folder, "*.key").Select(path => new FileInfo(path)))
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, key.UnixFileMode);
        Assert.Equal(2, Directory.GetFiles(folder, "*.key").Length);
        Assert.DoesNotContain("PRIVATE", authority.Certificate.ExportCertificatePem(), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private LocalAuthority Make() => new(folder, clock, () => addresses);

    private bool Trusts(LocalAuthority authority, X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority.Certificate);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationTime = clock.Now.UtcDateTime;
        return chain.Build(certificate);
    }
}
