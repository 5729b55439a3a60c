using System.Data.Common;
using System.Net;
using System.Net.Sockets;
using Meerlaags.Web.Tests.Harness;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Meerlaags.Web.Tests.Faults;

/// <summary>The built product, as a program of its own, is started wrongly: it says so in one sentence and ends with 1.</summary>
public sealed class A_start_that_is_refused(Databases databases) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ml-start-");

    [Theory, OnEveryDatabase]
    public async Task A_database_that_a_newer_version_has_changed_is_left_alone(Database kind)
    {
        var settings = await databases.StartedAsync(kind);
        await using (DbConnection connection = settings.IsSqlite ? new SqliteConnection(settings.Connection) : new NpgsqlConnection(settings.Connection))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "insert into schema_migrations (name) values ('9999_of_later.sql')";
            await command.ExecuteNonQueryAsync();
        }

        await RefusedAsync(
            "9999_of_later.sql",
            ["--Data:Folder", settings.Folder, .. settings.IsSqlite ? [] : new[] { "--Data:Postgres", settings.Connection }]
        );
    }

    [Fact]
    public Task A_command_is_refused_as_a_start_is() => RefusedAsync("Data:Folder", ["journal", "verify", "--Data:Folder", FileNamed("gegevens", "no folder")]);

    [Fact]
    public Task A_data_folder_that_is_a_file() => RefusedAsync("Data:Folder", ["--Data:Folder", FileNamed("gegevens", "no folder")]);

    [Fact]
    public Task A_database_file_that_is_none()
    {
        FileNamed("meerlaags.db", new string('x', 5_000));
        return RefusedAsync("Data:Folder", ["--Data:Folder", folder.FullName]);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Timeout=3")]
    [InlineData("Hoofdstad=Leeuwarden")]
    public Task A_server_that_does_not_answer_or_is_not_named(string connection) =>
        RefusedAsync("Data:Postgres", ["--Data:Folder", folder.FullName, "--Data:Postgres", connection]);

    [Theory]
    [InlineData("ergens")]
    [InlineData("http://192.0.2.1:5000")]
    public Task An_address_that_is_not_of_this_machine(string address) => RefusedAsync("", ["--Data:Folder", folder.FullName, "--urls", address]);

    [Fact]
    public async Task An_address_that_is_taken()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        await RefusedAsync("--urls", ["--Data:Folder", folder.FullName, "--urls", $"http://{other.LocalEndpoint}"]);
    }

    [Theory]
    [InlineData("Demo:Enabled", "ja")]
    [InlineData("Proxy:Enabled", "ja")]
    public Task A_switch_that_is_neither_on_nor_off(string name, string value) => RefusedAsync(name, ["--Data:Folder", folder.FullName, "--" + name, value]);

    [Fact]
    public Task A_demo_that_others_could_reach() =>
        RefusedAsync("Demo:Enabled", ["--Data:Folder", folder.FullName, "--Demo:Enabled", "true", "--urls", "http://0.0.0.0:0"]);

    /// <inheritdoc/>
    public void Dispose() => folder.Delete(recursive: true);

    private static async Task RefusedAsync(string names, string[] settings)
    {
        using var program = BuiltProduct.Start(["--urls", "http://127.0.0.1:0", .. settings], heard: true);
        var said = program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var why = await program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);

        var sentence = Assert.Single(why.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(names, sentence);
        Assert.DoesNotContain("Exception", await said);
        Assert.Equal(1, program.ExitCode);
    }

    private string FileNamed(string name, string content)
    {
        var file = Path.Combine(folder.FullName, name);
        File.WriteAllText(file, content);
        return file;
    }
}
