using Meerlaags.Web.Platform.Data;

namespace Meerlaags.Web.Tests.Harness;

/// <summary>
/// What Entity Framework makes of the product's model and its queries, kept once for each kind of database. By itself it keeps that for every
/// started product apart and for good: a second and some twenty megabytes for each of hundreds.
/// </summary>
internal static class Models
{
    private static readonly Lazy<IServiceProvider> Sqlite = new(() => new ServiceCollection().AddEntityFrameworkSqlite().BuildServiceProvider());
    private static readonly Lazy<IServiceProvider> Postgres = new(() => new ServiceCollection().AddEntityFrameworkNpgsql().BuildServiceProvider());

    /// <summary>The services of Entity Framework for products on this kind of database.</summary>
    public static IServiceProvider On(DataSettings settings) => (settings.IsSqlite ? Sqlite : Postgres).Value;
}
