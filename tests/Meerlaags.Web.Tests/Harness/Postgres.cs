using System.Diagnostics;
using Npgsql;

namespace Meerlaags.Web.Tests.Harness;

/// <summary>
/// A PostgreSQL of the tests' own: made in a temporary folder, reached through a socket in that folder, gone when the tests end.
/// A shell holds it by a pipe: when the test process dies, whatever the cause, the pipe closes and the shell stops and removes it.
/// </summary>
public sealed class Postgres : IAsyncDisposable
{
    private const string Keep = """
        set -e
        "$1/initdb" -D "$2/data" -A trust -U meerlaags -E UTF8 --locale=C.UTF-8 --no-sync >"$2/log" 2>&1
        "$1/postgres" -D "$2/data" -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c listen_addresses= -c max_connections=300 \
          -c unix_socket_directories="$2" >>"$2/log" 2>&1 &
        server=$!
        cat >/dev/null
        kill -QUIT $server
        wait $server || true
        rm -rf "$2"
        """;

    private static readonly Lazy<string?> Found = new(FindPrograms);

    private readonly Process keeper;

    private Postgres(Process keeper, string folder) => (this.keeper, Folder) = (keeper, folder);

    /// <summary>The folder of its data, its log and its socket.</summary>
    public string Folder { get; }

    /// <summary>Why there is no PostgreSQL here, or null when there is.</summary>
    public static string? Missing => Found.Value is null ? "PostgreSQL is not installed here (initdb is neither on PATH nor in /usr/lib/postgresql)" : null;

    /// <summary>Whether the inner loop leaves it out.</summary>
    public static bool IsLeftOut => Environment.GetEnvironmentVariable("MEERLAAGS_TEST_DATABASES") == "sqlite";

    /// <summary>Why tests on it are skipped, or null; in CI they fail instead.</summary>
    public static string? WhySkipped => Environment.GetEnvironmentVariable("CI") == "true" ? null : Missing;

    /// <summary>Makes and starts one.</summary>
    public static async Task<Postgres> StartAsync()
    {
        var programs = Found.Value ?? throw new InvalidOperationException(Missing);
        var folder = Directory.CreateTempSubdirectory("ml-pg-").FullName;
        var arguments = new List<string> { "sh", "-c", Keep, "sh", programs, folder };
        // PostgreSQL refuses to run as root: then the user that its package made runs it.
        if (Environment.UserName == "root")
        {
            await RunAsync("chown", ["postgres", folder]);
            arguments.InsertRange(0, ["runuser", "-u", "postgres", "--"]);
        }
        var start = new ProcessStartInfo(arguments[0], arguments.Skip(1)) { RedirectStandardInput = true, WorkingDirectory = folder };
        var postgres = new Postgres(Process.Start(start)!, folder);
        await postgres.AnswersAsync();
        return postgres;
    }

    /// <summary>How to reach a database in it.</summary>
    public string ConnectionTo(string database) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = Folder,
            Username = "meerlaags",
            Database = database,
            MaxPoolSize = 20,
            Timeout = 30,
        }.ConnectionString;

    /// <summary>Makes a database, empty or as a copy of another that nobody uses.</summary>
    public async Task MakeAsync(string database, string? template = null)
    {
        await using var connection = new NpgsqlConnection(ConnectionTo("postgres"));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"create database {database} template {template ?? "template0"}";
        await command.ExecuteNonQueryAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        keeper.StandardInput.Close();
        await keeper.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token);
        keeper.Dispose();
    }

    private async Task AnswersAsync()
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                await using var connection = new NpgsqlConnection(ConnectionTo("postgres"));
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException) when (tries < 300 && !keeper.HasExited)
            {
                await Task.Delay(100);
            }
        }
    }

    private static async Task RunAsync(string program, string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} answered {process.ExitCode}");
    }

    private static string? FindPrograms()
    {
        var packaged = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(version => Path.Combine(version, "bin"))
            : [];
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return packaged.Concat(onPath).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));
    }
}
