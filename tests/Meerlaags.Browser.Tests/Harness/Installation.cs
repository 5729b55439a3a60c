using System.Diagnostics;

namespace Meerlaags.Browser.Tests.Harness;

/// <summary>The product as it is built, running as a program of its own on this machine with data of its own.</summary>
public sealed class Installation : IAsyncDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("ml-browser-").FullName;
    private readonly int port = BuiltProduct.FreePort();
    private readonly bool demo;
    private readonly int? phones;
    private readonly string? postgres;
    private Process? program;

    private Installation(bool demo, string? postgres, bool inTheNetwork = false) =>
        (this.demo, this.postgres, phones) = (demo, postgres, inTheNetwork ? BuiltProduct.FreePort() : null);

    /// <summary>Starts one that holds the demo.</summary>
    /// <param name="database">What it keeps its data in.</param>
    /// <param name="inTheNetwork">Whether phones in the local network reach it too.</param>
    public static async Task<Installation> WithDemoAsync(Database database = Database.Sqlite, bool inTheNetwork = false)
    {
        var installation = new Installation(demo: true, await ConnectionAsync(database), inTheNetwork);
        await installation.StartAsync();
        return installation;
    }

    /// <summary>Starts one that holds nobody but a first administrator; answers the address where that administrator chooses a password.</summary>
    public static async Task<(Installation, Uri)> EmptyAsync(string email, string name, Database database = Database.Sqlite)
    {
        var installation = new Installation(demo: false, await ConnectionAsync(database));
        using var command = installation.Run(["administrator", "create", "--email", email, "--name", name], heard: true);
        var said = await command.StandardOutput.ReadToEndAsync();
        await command.WaitForExitAsync();
        var chooses = new Uri(said.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)[^1]);
        await installation.StartAsync();
        return (installation, chooses);
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

    private static async Task<string?> ConnectionAsync(Database database) => database == Database.Postgres ? await OwnPostgres.EmptyAsync() : null;

    private Process Run(IEnumerable<string> words, bool heard = false)
    {
        string[] phonesToo = phones is null ? [] : ["--Lan:Port", $"{phones}"];
        string[] elsewhere = postgres is null ? [] : ["--Data:Postgres", postgres];
        string[] settings =
        [
            "--urls",
            phones is null ? At() : $"{At()};https://*:{phones}",
            .. phonesToo,
            .. elsewhere,
            "--Data:Folder",
            data,
            "--Demo:Enabled",
            demo ? "true" : "false",
            "--Logging:LogLevel:Default",
            "Warning",
        ];
        return BuiltProduct.Start([.. words, .. settings], heard);
    }

    private async Task StartAsync()
    {
        program = Run([]);
        try
        {
            await AnswersAsync(program);
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    private async Task AnswersAsync(Process program)
    {
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
}
