using System.Data.Common;
using System.Globalization;
using Meerlaags.Web.Platform.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Meerlaags.Web.Tests.Schema;

/// <summary>The shape of a database as sorted lines, so that two can be laid side by side. The words of search are no part of the model: each database keeps them in its own way.</summary>
public static class Catalog
{
    private const string SqliteTables = """
        select t.name || '.' || c.name || ' ' || lower(c.type) || case c."notnull" when 1 then ' not null' else '' end || ' key ' || c.pk
          || ' default ' || coalesce(c.dflt_value, '-')
        from sqlite_schema t, pragma_table_info(t.name) c
        where t.type = 'table' and t.name not like 'sqlite_%' and t.name not like 'search_index%' and t.name <> 'schema_migrations'
        """;

    private const string SqliteIndexes = """
        select i.tbl_name || ' index ' || i.name || ' ' || i.sql from sqlite_schema i where i.type = 'index' and i.sql is not null
        """;

    private const string SqliteReferences = """
        select t.name || ' refers by ' || group_concat(f."from", ',') || ' to ' || f."table" || ' ' || group_concat(f."to", ',') || ' on delete ' || f.on_delete
        from sqlite_schema t, pragma_foreign_key_list(t.name) f
        where t.type = 'table'
        group by t.name, f.id, f."table", f.on_delete
        """;

    private const string PostgresTables = """
        select table_name || '.' || column_name || ' ' || data_type || coalesce('(' || character_maximum_length || ')', '')
          || case is_nullable when 'NO' then ' not null' else '' end || ' default ' || coalesce(column_default, '-') || ' identity ' || is_identity
        from information_schema.columns
        where table_schema = 'public' and table_name not in ('schema_migrations', 'search_index')
        """;

    private const string PostgresIndexes = """
        select tablename || ' index ' || indexdef from pg_indexes where schemaname = 'public' and tablename not in ('schema_migrations', 'search_index')
        """;

    private const string PostgresConstraints = """
        select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
        from pg_constraint
        where connamespace = 'public'::regnamespace and conrelid <> 0 and conrelid::regclass::text not in ('schema_migrations', 'search_index') and contype <> 'n'
        """;

    /// <summary>Tables with columns, indexes and references.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(DataSettings settings)
    {
        string[] questions = settings.IsSqlite ? [SqliteTables, SqliteIndexes, SqliteReferences] : [PostgresTables, PostgresIndexes, PostgresConstraints];
        await using var connection = await OpenAsync(settings);
        var lines = new List<string>();
        foreach (var question in questions)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = question;
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                lines.Add(OneSpaced(reader.GetString(0)));
        }
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    /// <summary>Runs statements; answers how many rows they touched.</summary>
    public static async Task<int> ExecuteAsync(DataSettings settings, string sql)
    {
        await using var connection = await OpenAsync(settings);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>Counts.</summary>
    public static async Task<long> CountAsync(DataSettings settings, string table)
    {
        await using var connection = await OpenAsync(settings);
        await using var command = connection.CreateCommand();
        command.CommandText = $"select count(*) from {table}";
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private static async Task<DbConnection> OpenAsync(DataSettings settings)
    {
        Directory.CreateDirectory(settings.Folder);
        DbConnection connection = settings.IsSqlite ? new SqliteConnection(settings.Connection) : new NpgsqlConnection(settings.Connection);
        await connection.OpenAsync();
        return connection;
    }

    private static string OneSpaced(string text) =>
        string.Join(' ', text.Replace("\"", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
