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
    private string name = "vergaderzaal";

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

        var kept = Directory.GetFiles(folder).Select(path => new FileInfo(path)).ToList();
        Assert.Equal(2, kept.Count);
        foreach (var file in kept)
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, file.UnixFileMode);
        Assert.DoesNotContain("PRIVATE", authority.Certificate.ExportCertificatePem(), StringComparison.Ordinal);
    }

    [Fact]
    public void Under_another_name_the_authority_is_renewed_and_says_so()
    {
        string before;
        using (var authority = Make())
            (before, _) = (authority.Certificate.Thumbprint, authority.Current());
        using (var again = Make())
            Assert.False(again.IsRenewed);
        name = "raadzaal";

        using var renamed = Make();

        Assert.True(renamed.IsRenewed);
        Assert.NotEqual(before, renamed.Certificate.Thumbprint);
        Assert.True(Trusts(renamed, renamed.Current()));
        Assert.True(renamed.Current().MatchesHostname("raadzaal.local"));
    }

    [Fact]
    public void A_certificate_and_its_key_are_one_file_and_what_is_broken_is_made_anew()
    {
        using (var authority = Make())
            authority.Current();
        Assert.Equal(["authority.pem", "server.pem"], Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        foreach (var file in Directory.GetFiles(folder))
            Assert.Contains("PRIVATE KEY", File.ReadAllText(file), StringComparison.Ordinal);

        // The process died in between: what is new is not there yet, and what was there still is a pair.
        File.WriteAllText(Path.Combine(folder, "server.pem.new"), "-----BEGIN CERT");
        using (var after = Make())
            Assert.True(Trusts(after, after.Current()));

        // As an earlier version left it: certificates without their keys.
        foreach (var file in Directory.GetFiles(folder, "*.pem"))
            File.WriteAllText(file, File.ReadAllText(file).Split("-----BEGIN PRIVATE KEY")[0]);
        using var anew = Make();
        Assert.True(anew.IsRenewed);
        Assert.True(Trusts(anew, anew.Current()));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private LocalAuthority Make() => new(folder, clock, new LocalMachine(name, () => addresses));

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
