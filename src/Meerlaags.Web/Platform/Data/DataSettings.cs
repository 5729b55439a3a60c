using System.Data.Common;
using System.Runtime.CompilerServices;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Live;
using Meerlaags.Web.Platform.Notices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Meerlaags.Web.Platform.Data;

/// <summary>Where the data lives: a folder with a SQLite file, or PostgreSQL when <c>Data:Postgres</c> is set.</summary>
/// <param name="Folder">Folder for the SQLite file and the keys that protect cookies.</param>
/// <param name="Connection">Connection string of the database in use.</param>
/// <param name="IsSqlite">Whether that is SQLite.</param>
public sealed record DataSettings(string Folder, string Connection, bool IsSqlite)
{
    /// <summary>Reads the settings <c>Data:Folder</c> and <c>Data:Postgres</c>.</summary>
    public static DataSettings From(IConfiguration configuration)
    {
        var folder = Path.GetFullPath(configuration["Data:Folder"] ?? "data");
        if (configuration["Data:Postgres"] is { Length: > 0 } postgres)
            return new DataSettings(folder, postgres, IsSqlite: false);
        var file = new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(folder, "meerlaags.db"),
            ForeignKeys = true,
            DefaultTimeout = 30,
        };
        return new DataSettings(folder, file.ConnectionString, IsSqlite: true);
    }
}

/// <summary>Registers everything around the database.</summary>
public static class DataServices
{
    /// <summary>Adds the database, the writers' gate and the viewer its filters ask.</summary>
    public static void AddData(this IServiceCollection services, DataSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<Bell>();
        services.AddHostedService<BellRope>();
        services.AddSingleton<WriteGate>();
        services.AddSingleton<Migrator>();
        services.AddSingleton<SqliteDurability>();
        services.AddScoped<Viewer>();
        services.AddScoped<NoticeWriter>();
        services.AddDbContext<Db>(
            (provider, options) =>
            {
                if (settings.IsSqlite)
                    options.UseSqlite(settings.Connection, Queries).AddInterceptors(provider.GetRequiredService<SqliteDurability>());
                else
                    options.UseNpgsql(settings.Connection, Queries);
            }
        );
    }

    // The lists in the filters travel as one parameter: then the SQL of a query is made once, not anew for every request.
    private static void Queries<TBuilder, TExtension>(RelationalDbContextOptionsBuilder<TBuilder, TExtension> queries)
        where TBuilder : RelationalDbContextOptionsBuilder<TBuilder, TExtension>
        where TExtension : RelationalOptionsExtension, new() =>
        queries.UseQuerySplittingBehavior(QuerySplittingBehavior.SingleQuery).UseParameterizedCollectionMode(ParameterTranslationMode.Parameter);
}

/// <summary>What is acknowledged survives a power cut: every SQLite connection syncs fully. Connections are used again and again, so each is told once.</summary>
internal sealed class SqliteDurability : DbConnectionInterceptor
{
    private const string Settings = "PRAGMA synchronous=FULL; PRAGMA mmap_size=268435456; PRAGMA cache_size=-16000;";

    private readonly ConditionalWeakTable<object, object> told = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (!told.TryAdd(((SqliteConnection)connection).Handle!, told))
            return;
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }

    // SQLite has nothing to wait for: its asynchronous calls are the synchronous ones.
    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
