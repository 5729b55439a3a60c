using System.Net;
using System.Net.NetworkInformation;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Meerlaags.Web.Platform.Security;

/// <summary>The machine that an authority signs for.</summary>
/// <param name="Name">Its name in the network.</param>
/// <param name="Addresses">Its addresses; asked again when the network changes.</param>
public sealed record LocalMachine(string Name, Func<IReadOnlyList<IPAddress>> Addresses);

/// <summary>
/// The small authority of one installation. It signs the certificate for the addresses of this machine in the local network and is good
/// for nothing else: names and addresses elsewhere are outside of its limits, so that a phone that trusts it risks little.
/// </summary>
public sealed class LocalAuthority : IDisposable
{
    private const string AuthorityFile = "authority.pem";
    private const string ServerFile = "server.pem";
    private const string KeyBegins = "-----BEGIN PRIVATE KEY-----";

    private static readonly TimeSpan RenewBefore = TimeSpan.FromDays(30);
    private static readonly TimeSpan ServerLifetime = TimeSpan.FromDays(397);
    private static readonly TimeSpan AuthorityLifetime = TimeSpan.FromDays(5 * 365);

    private readonly string folder;
    private readonly TimeProvider clock;
    private readonly LocalMachine machine;
    private readonly Lock gate = new();
    private X509Certificate2? current;
    private volatile bool mayHaveMoved = true;

    /// <summary>Makes or reads the authority.</summary>
    /// <param name="folder">A folder of its own.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="machine">The machine it signs for.</param>
    public LocalAuthority(string folder, TimeProvider clock, LocalMachine machine)
    {
        (this.folder, this.clock, this.machine) = (folder, clock, machine);
        Directory.CreateDirectory(folder);
        IsRenewed = File.Exists(PathOf(AuthorityFile));
        if (Read(AuthorityFile) is { } known && MaySign(known))
            (Certificate, IsRenewed) = (known, false);
        else
            Certificate = MakeAuthority();
        NetworkChange.NetworkAddressChanged += OnMoved;
    }

    /// <summary>The certificate that phones are asked to trust.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>Whether it took the place of another one at this start: that one was near its end, or made for another name. Phones that trusted it must be told anew.</summary>
    public bool IsRenewed { get; }

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
            current = kept is not null && IsFresh(kept) && IsOurs(kept) && Has(kept, names) ? kept : MakeServer(names);
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

    // A name outside of its limits would be refused by every phone that trusts it.
    private bool MaySign(X509Certificate2 authority) =>
        authority.NotAfter.ToUniversalTime() > clock.GetUtcNow() + ServerLifetime && Has(authority, LocalNames.OnlyThese(machine.Name));

    private bool IsFresh(X509Certificate2 certificate) => certificate.NotAfter.ToUniversalTime() > clock.GetUtcNow() + RenewBefore;

    // A certificate of the authority before would be trusted by nobody.
    private bool IsOurs(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509AuthorityKeyIdentifierExtension>().FirstOrDefault()?.KeyIdentifier is { } signer
        && Certificate.Extensions.OfType<X509SubjectKeyIdentifierExtension>().First().SubjectKeyIdentifierBytes.Span.SequenceEqual(signer.Span);

    private static bool Has(X509Certificate2 certificate, X509Extension wanted) =>
        certificate.Extensions.Any(known => known.Oid?.Value == wanted.Oid?.Value && known.RawData.AsSpan().SequenceEqual(wanted.RawData));

    private X509Extension Names()
    {
        var names = new SubjectAlternativeNameBuilder();
        foreach (var name in LocalNames.Of(machine.Name))
            names.AddDnsName(name);
        foreach (var address in machine.Addresses().Append(IPAddress.Loopback).Append(IPAddress.IPv6Loopback))
            names.AddIpAddress(address);
        return names.Build();
    }

    private X509Certificate2 MakeAuthority()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN=Meerlaags op {machine.Name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, true, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(LocalNames.OnlyThese(machine.Name));
        var now = clock.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now + AuthorityLifetime);
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

    // A certificate and its key are one file, which is there as a whole or not at all. Only who runs the installation reads it.
    private X509Certificate2 Keep(string name, X509Certificate2 certificate, ECDsa key)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var fresh = PathOf(name) + ".new";
        using (var file = new FileStream(fresh, options))
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes($"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n"));
            file.Flush(flushToDisk: true);
        }
        File.Move(fresh, PathOf(name), overwrite: true);
        return Read(name)!;
    }

    // A certificate without its key is no pair: it is made anew.
    private X509Certificate2? Read(string name) =>
        File.Exists(PathOf(name)) && File.ReadAllText(PathOf(name)) is var pair && pair.Contains(KeyBegins, StringComparison.Ordinal)
            ? X509Certificate2.CreateFromPem(pair, pair)
            : null;

    private string PathOf(string name) => Path.Combine(folder, name);
}
