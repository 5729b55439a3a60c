using System.Collections.Concurrent;
using System.Data.Common;
using Meerlaags.Web.Platform.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Meerlaags.Bench.Servers;

/// <summary>Open connections with prepared statements, handed out to one request at a time.</summary>
internal sealed class Connections(DataSettings settings)
{
    private readonly ConcurrentBag<Prepared> free = [];

    /// <summary>Connections to the data of a seeded installation.</summary>
    public static Connections From(Options options)
    {
        var place = new Dictionary<string, string?> { ["Data:Folder"] = options.Folder, ["Data:Postgres"] = options.Text("Data:Postgres", "") };
        return new Connections(DataSettings.From(new ConfigurationBuilder().AddInMemoryCollection(place).Build()));
    }

    /// <summary>Lets somebody use one.</summary>
    public async Task UseAsync(Func<Prepared, Task> use)
    {
        if (!free.TryTake(out var connection))
            connection = await OpenAsync();
        await use(connection);
        free.Add(connection);
    }

    private async Task<Prepared> OpenAsync()
    {
        DbConnection connection = settings.IsSqlite ? new SqliteConnection(settings.Connection) : new NpgsqlConnection(settings.Connection);
        await connection.OpenAsync();
        var prepared = new Prepared(connection);
        if (settings.IsSqlite)
            await prepared.RunAsync("PRAGMA mmap_size=268435456");
        return prepared;
    }
}

/// <summary>One connection and the statements prepared on it.</summary>
internal sealed class Prepared(DbConnection connection)
{
    private readonly Dictionary<string, DbCommand> commands = new(StringComparer.Ordinal);

    /// <summary>Runs a statement that answers nothing.</summary>
    public async Task RunAsync(string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Reads rows with a statement that is prepared once.</summary>
    public async Task ReadAsync(string sql, IReadOnlyList<(string Name, object Value)> values, Action<DbDataReader> row)
    {
        if (!commands.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var (name, value) in values)
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (name, value);
                command.Parameters.Add(parameter);
            }
            await command.PrepareAsync();
            commands.Add(sql, command);
        }
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            row(reader);
    }
}
