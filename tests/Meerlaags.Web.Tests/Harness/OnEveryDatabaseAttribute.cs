using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Meerlaags.Web.Tests.Harness;

/// <summary>
/// Runs a theory on SQLite and on PostgreSQL. Where PostgreSQL is missing that half is skipped for all to see; in CI it fails instead.
/// <c>MEERLAAGS_TEST_DATABASES=sqlite</c> leaves PostgreSQL out, for the inner loop.
/// </summary>
public sealed class OnEveryDatabaseAttribute : DataAttribute
{
    private static bool OnlySqlite => Environment.GetEnvironmentVariable("MEERLAAGS_TEST_DATABASES") == "sqlite";

    private static bool IsCi => Environment.GetEnvironmentVariable("CI") == "true";

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        List<ITheoryDataRow> rows = [new TheoryDataRow<Database>(Database.Sqlite)];
        if (!OnlySqlite)
            rows.Add(new TheoryDataRow<Database>(Database.Postgres) { Skip = IsCi ? null : Postgres.Missing });
        return new(rows);
    }

    /// <inheritdoc/>
    public override bool SupportsDiscoveryEnumeration() => true;
}
