using System.Net;
using System.Net.NetworkInformation;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Meerlaags.Web.Platform.Security;

/// <summary>
/// The small authority of one installation. It signs the certificate for the addresses of this machine in the local network and is good
/// for nothing else: names and addresses elsewhere are outside of its limits, so that a phone that trusts it risks little.
/// </summary>
public sealed class LocalAuthority : IDisposable
{
    private const string AuthorityFile = "authority";
    private const string ServerFile = "server";

    private static readonly TimeSpan RenewBefore = TimeSpan.FromDays(30);
    private static readonly TimeSpan ServerLifetime = TimeSpan.FromDays(397);
    private static readonly TimeSpan AuthorityLifetime = TimeSpan.FromDays(5 * 365);

    private readonly string folder;
    private readonly TimeProvider clock;
    private readonly Func<IReadOnlyList<IPAddress>> addresses;
    private readonly Lock gate = new();
    private X509Certificate2? current;
    private volatile bool mayHaveMoved = true;

    /// <summary>Makes or reads the authority.</summary>
    /// <param name="folder">A folder of its own.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="addresses">The addresses of this machine; asked again when the network changes.</param>
    public LocalAuthority(string folder, TimeProvider clock, Func<IReadOnlyList<IPAddress>> addresses)
    {
        (this.folder, this.clock, this.addresses) = (folder, clock, addresses);
        Directory.CreateDirectory(folder);
        Certificate = Read(AuthorityFile) is { } known && known.NotAfter.ToUniversalTime() > clock.GetUtcNow() + ServerLifetime ? known : MakeAuthority();
        NetworkChange.NetworkAddressChanged += OnMoved;
    }

    /// <summary>The certificate that phones are asked to trust.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>Its fingerprint, to be compared by eye.</summary>
    public string Fingerprint => string.Join(' ', Certificate.GetCertHashString(HashAlgorithmName.SHA256).Chunk(4).Select(group => new string(group)));

    /// <summary>The certificate of this machine: made anew when its addresses changed, or within a month of its end.</summary>
    public X509Certificate2 Current()
    {
        lock (gate)
        {
            if (current is not null && IsFresh(current) && !mayHaveMoved)
                return current;
            mayHaveMoved = false;
            var names = Names();
            var kept = current ?? Read(ServerFile);
            current = kept is not null && IsFresh(kept) && IsFor(kept, names) ? kept : MakeServer(names);
            return current;
        }
    }

    /// <summary>The network changed, or may have.</summary>
    public void LookAgain() => mayHaveMoved = true;

    /// <inheritdoc/>
    public void Dispose()
    {
        NetworkChange.NetworkAddressChanged -= OnMoved;
        Certificate.Dispose();
        current?.Dispose();
    }

    private void OnMoved(object? sender, EventArgs moved) => LookAgain();

    private bool IsFresh(X509Certificate2 certificate) => certificate.NotAfter.ToUniversalTime() > clock.GetUtcNow() + RenewBefore;

    private static bool IsFor(X509Certificate2 certificate, X509Extension names) =>
        certificate.Extensions.Any(known => known.Oid?.Value == names.Oid?.Value && known.RawData.AsSpan().SequenceEqual(names.RawData));

    private X509Extension Names()
    {
        var names = new SubjectAlternativeNameBuilder();
        foreach (var name in LocalNames.Of(LocalNetwork.HostName))
            names.AddDnsName(name);
        foreach (var address in addresses().Append(IPAddress.Loopback).Append(IPAddress.IPv6Loopback))
            names.AddIpAddress(address);
        return names.Build();
    }

    private X509Certificate2 MakeAuthority()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN=Meerlaags op {LocalNetwork.HostName}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, true, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(LocalNames.OnlyThese(LocalNetwork.HostName));
        var now = clock.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now + AuthorityLifetime);
        // A certificate of the authority before would be trusted by nobody.
        File.Delete(PathOf(ServerFile, "pem"));
        return Keep(AuthorityFile, made, key);
    }

    private X509Certificate2 MakeServer(X509Extension names)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Meerlaags", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(Certificate, true, false));
        request.CertificateExtensions.Add(names);
        var now = clock.GetUtcNow();
        using var made = request.Create(Certificate, now.AddDays(-1), now + ServerLifetime, RandomNumberGenerator.GetBytes(16));
        return Keep(ServerFile, made, key);
    }

    private X509Certificate2 Keep(string name, X509Certificate2 certificate, ECDsa key)
    {
        Write(PathOf(name, "key"), key.ExportPkcs8PrivateKeyPem());
        Write(PathOf(name, "pem"), certificate.ExportCertificatePem());
        return Read(name)!;
    }

    private X509Certificate2? Read(string name) =>
        File.Exists(PathOf(name, "pem")) && File.Exists(PathOf(name, "key"))
            ? X509Certificate2.CreateFromPemFile(PathOf(name, "pem"), PathOf(name, "key"))
            : null;

    private string PathOf(string name, string kind) => Path.Combine(folder, $"{name}.{kind}");

    // Only who runs the installation reads the keys; a file is there as a whole or not at all.
    private static void Write(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var writer = new StreamWriter(path + ".new", options))
            writer.Write(text);
        File.Move(path + ".new", path, overwrite: true);
    }
}
