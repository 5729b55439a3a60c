using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Meerlaags.Web.Platform.Security;

namespace Meerlaags.Web.Tests.Sessions;

/// <summary>The built product, as a program of its own, in a local network: phones reach it over https, and the cast of the demo stays on the machine itself.</summary>
public sealed class With_the_phones_in_the_room : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ml-lan-");
    private readonly int here = BuiltProduct.FreePort();
    private readonly int phones = BuiltProduct.FreePort();

    [Fact]
    public async Task Who_trusts_its_authority_gets_in_and_the_cast_does_not()
    {
        using var program = BuiltProduct.Start(
            ["--urls", $"http://localhost:{here};https://*:{phones}", "--Lan:Port", $"{phones}", "--Data:Folder", folder.FullName, "--Demo:Enabled", "true"],
            heard: true
        );
        try
        {
            using var machine = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            {
                BaseAddress = new Uri($"http://localhost:{here}"),
            };
            await UntilItListensAsync(program);
            var certificate = await machine.GetByteArrayAsync(LocalNetwork.TrustPage + "?handler=Certificate");
            using var authority = X509CertificateLoader.LoadCertificate(certificate);

            // On the machine itself one click is enough; over https it is not there, by whatever name or address.
            using var click = new HttpRequestMessage(HttpMethod.Get, "/voorbeeld/aanmelden") { Headers = { Host = "dantumadiel.localhost" } };
            Assert.True(IsSignedIn(await machine.SendAsync(click)));
            foreach (var name in LocalNetwork.Addresses().Select(address => $"{address}").Append(LocalNetwork.HostName))
            {
                using var phone = Phone(authority);
                var at = IPAddress.TryParse(name, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{name}]" : name;
                Assert.Equal(HttpStatusCode.OK, (await phone.GetAsync($"https://{at}:{phones}/meedoen")).StatusCode);
                var refused = await phone.GetAsync($"https://{at}:{phones}/voorbeeld/aanmelden");
                Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
                Assert.False(IsSignedIn(refused));
            }

            // Who does not trust it is warned.
            using var wary = Phone(trusted: null);
            await Assert.ThrowsAsync<HttpRequestException>(() => wary.GetAsync($"https://localhost:{phones}/meedoen"));
        }
        finally
        {
            program.Kill(entireProcessTree: true);
            await program.WaitForExitAsync();
        }
    }

    private static bool IsSignedIn(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var cookies)
        && cookies.Any(cookie => cookie.StartsWith("meerlaags=", StringComparison.Ordinal) || cookie.StartsWith("__Host-meerlaags=", StringComparison.Ordinal));

    public void Dispose() => folder.Delete(recursive: true);

    // Whatever the name, the connection goes to this machine, as that of a phone in the room does.
    private HttpClient Phone(X509Certificate2? trusted)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        if (trusted is not null)
            policy.CustomTrustStore.Add(trusted);
        return new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy },
                ConnectCallback = async (call, stop) =>
                {
                    var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                    await socket.ConnectAsync(
                        IPAddress.TryParse(call.DnsEndPoint.Host.Trim('[', ']'), out var address) ? address : IPAddress.Loopback,
                        phones,
                        stop
                    );
                    return new NetworkStream(socket, ownsSocket: true);
                },
            }
        );
    }

    // It says where phones find it once it listens.
    private static async Task UntilItListensAsync(Process program)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (await program.StandardOutput.ReadLineAsync(limit.Token) is { } said)
        {
            if (said.Contains(LocalNetwork.TrustPage, StringComparison.Ordinal))
                return;
        }
        Assert.Fail(await program.StandardError.ReadToEndAsync(limit.Token));
    }
}
