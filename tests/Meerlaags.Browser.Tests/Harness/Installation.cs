using System.Diagnostics;
using System.Net.Sockets;

namespace Meerlaags.Browser.Tests.Harness;

/// <summary>The product as it is built, running as a program of its own on this machine with data of its own.</summary>
public sealed class Installation : IAsyncDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("ml-browser-").FullName;
    private readonly int port = FreePort();
    private readonly bool demo;
    private Process? program;

    private Installation(bool demo) => this.demo = demo;

    /// <summary>Starts one that holds the demo.</summary>
    public static async Task<Installation> WithDemoAsync()
    {
        var installation = new Installation(demo: true);
        await installation.StartAsync();
        return installation;
    }

    /// <summary>Starts one that holds nobody but a first administrator; answers the address where that administrator chooses a password.</summary>
    public static async Task<(Installation, Uri)> EmptyAsync(string email, string name)
    {
        var installation = new Installation(demo: false);
        using var command = installation.Run(["administrator", "create", "--email", email, "--name", name], redirect: true);
        var said = await command.StandardOutput.ReadToEndAsync();
        await command.WaitForExitAsync();
        await installation.StartAsync();
        return (installation, new Uri(said.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)[^1]));
    }

    /// <summary>Where it answers; a member of the cast has an address of its own in front: <c>At("dantumadiel")</c>.</summary>
    public string At(string name = "") => name.Length == 0 ? $"http://localhost:{port}" : $"http://{name}.localhost:{port}";

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (program is not null)
        {
            program.Kill(entireProcessTree: true);
            await program.WaitForExitAsync();
            program.Dispose();
        }
        Directory.Delete(data, recursive: true);
    }

    private Process Run(IEnumerable<string> words, bool redirect = false)
    {
        var project = Path.Combine(Product.Root, "src", "Meerlaags.Web");
        // bin/Release/net10.0: the product is built the way these tests are.
        var built = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = data, RedirectStandardOutput = redirect };
        string[] settings =
        [
            "--contentRoot",
            project,
            "--urls",
            At(),
            "--Data:Folder",
            data,
            "--Demo:Enabled",
            demo ? "true" : "false",
            "--Logging:LogLevel:Default",
            "Warning",
        ];
        foreach (var word in words.Prepend(Path.Combine(project, "bin", built.Parent!.Name, built.Name, "Meerlaags.Web.dll")).Concat(settings))
            start.ArgumentList.Add(word);
        return Process.Start(start)!;
    }

    private async Task StartAsync()
    {
        program = Run([]);
        using var client = new HttpClient(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(2) });
        for (var tries = 0; ; tries++)
        {
            Assert.False(program.HasExited, "the product did not start; what it said stands above");
            try
            {
                using var answer = await client.GetAsync(new Uri(At()));
                return;
            }
            catch (HttpRequestException) when (tries < 300)
            {
                await Task.Delay(200);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
