using System.Data.Common;
using Meerlaags.Web.Platform.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Meerlaags.Web.Tests.Blind;

/// <summary>What stands in a database, past everything the product does.</summary>
internal static class Stored
{
    /// <summary>Tables with their number of rows and whether the marker stands in them.</summary>
    public static async Task<IReadOnlyDictionary<string, (int Rows, bool Marked)>> TablesAsync(DataSettings settings)
    {
        await using DbConnection connection = settings.IsSqlite ? new SqliteConnection(settings.Connection) : new NpgsqlConnection(settings.Connection);
        await connection.OpenAsync();
        var names = await RowsAsync(
            connection,
            settings.IsSqlite
                ? "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'"
                : "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'"
        );
        var tables = new Dictionary<string, (int, bool)>();
        foreach (var name in names)
        {
            var rows = await RowsAsync(connection, $"select * from \"{name}\"");
            tables[name] = (rows.Count, rows.Any(row => row.Contains(Pen.Marker, StringComparison.OrdinalIgnoreCase)));
        }
        return tables;
    }

    private static async Task<IReadOnlyList<string>> RowsAsync(DbConnection connection, string query)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            var values = new object[reader.FieldCount];
            reader.GetValues(values);
            rows.Add(string.Join('\u001f', values));
        }
        return rows;
    }
}
