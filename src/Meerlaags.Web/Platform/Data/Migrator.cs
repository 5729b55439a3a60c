using System.Data.Common;
using System.Reflection;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Meerlaags.Web.Platform.Data;

/// <summary>Brings a database to the present shape with numbered SQL files, each in one transaction. A SQLite file is copied first.</summary>
public sealed class Migrator(DataSettings settings, Texts texts, ILogger<Migrator> log)
{
    /// <summary>The advisory lock that keeps two processes from migrating at once.</summary>
    private const string Lock = "select pg_advisory_lock(4921337605)";

    /// <summary>Runs every file that has not run yet. Answers how many did.</summary>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        await using var connection = await OpenAsync(stop);
        await ExecuteAsync(connection, null, "create table if not exists schema_migrations (name text not null primary key)", stop);

        var done = await DoneAsync(connection, stop);
        var files = Files(settings.IsSqlite);
        if (done.Except(files.Select(file => file.Name)).Order(StringComparer.Ordinal).LastOrDefault() is { } newer)
            throw new StartRefusedException(texts["Platform.Refused.Newer", newer]);
        var waiting = files.Where(file => !done.Contains(file.Name)).ToList();
        if (waiting.Count > 0 && done.Count > 0 && settings.IsSqlite)
            CopyFirst((SqliteConnection)connection);
        foreach (var (name, sql) in waiting)
        {
            await using var transaction = await connection.BeginTransactionAsync(stop);
            await ExecuteAsync(connection, transaction, sql, stop);
            await ExecuteAsync(connection, transaction, $"insert into schema_migrations (name) values ('{name}')", stop);
            await transaction.CommitAsync(stop);
            log.LogInformation("Database brought to {Migration}", name);
        }
        return waiting.Count;
    }

    /// <summary>The numbered files of a provider, in order.</summary>
    public static IReadOnlyList<(string Name, string Sql)> Files(bool sqlite)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var folder = sqlite ? "Migrations/Sqlite/" : "Migrations/Postgres/";
        return
        [
            .. assembly
                .GetManifestResourceNames()
                .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => (name[folder.Length..], new StreamReader(assembly.GetManifestResourceStream(name)!).ReadToEnd())),
        ];
    }

    private async Task<DbConnection> OpenAsync(CancellationToken stop)
    {
        DbConnection? connection = null;
        try
        {
            Directory.CreateDirectory(settings.Folder);
            connection = settings.IsSqlite ? new SqliteConnection(settings.Connection) : new NpgsqlConnection(settings.Connection);
            await connection.OpenAsync(stop);
            await ExecuteAsync(connection, null, settings.IsSqlite ? "PRAGMA journal_mode=WAL" : Lock, stop);
            return connection;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or DbException or ArgumentException)
        {
            if (connection is not null)
                await connection.DisposeAsync();
            throw new StartRefusedException(
                fault is IOException or UnauthorizedAccessException
                    ? texts["Platform.Refused.Folder", settings.Folder, fault.Message]
                    : texts["Platform.Refused.Database", settings.IsSqlite ? settings.Folder : "PostgreSQL", fault.Message]
            );
        }
    }

    private static async Task<HashSet<string>> DoneAsync(DbConnection connection, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "select name from schema_migrations";
        await using var reader = await command.ExecuteReaderAsync(stop);
        var done = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(stop))
            done.Add(reader.GetString(0));
        return done;
    }

    private static void CopyFirst(SqliteConnection connection)
    {
        var copy = $"{connection.DataSource}.before-{Files(sqlite: true)[^1].Name[..4]}";
        using var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = copy, Pooling = false }.ConnectionString);
        target.Open();
        connection.BackupDatabase(target);
    }

    private static async Task ExecuteAsync(DbConnection connection, DbTransaction? transaction, string sql, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(stop);
    }
}
