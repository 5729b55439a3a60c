using System.Reflection;
using System.Runtime.CompilerServices;
using Xunit.Sdk;
using Xunit.v3;

namespace Meerlaags.Web.Tests.Harness;

/// <summary>
/// Runs a theory on SQLite and on PostgreSQL. Where PostgreSQL is missing that half is skipped for all to see; in CI it fails instead.
/// <c>MEERLAAGS_TEST_DATABASES=sqlite</c> leaves PostgreSQL out, for the inner loop.
/// </summary>
public sealed class OnEveryDatabaseAttribute : DataAttribute
{
    /// <inheritdoc/>
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        List<ITheoryDataRow> rows = [new TheoryDataRow<Database>(Database.Sqlite)];
        if (!Postgres.IsLeftOut)
            rows.Add(new TheoryDataRow<Database>(Database.Postgres) { Skip = Postgres.WhySkipped });
        return new(rows);
    }

    /// <inheritdoc/>
    public override bool SupportsDiscoveryEnumeration() => true;
}

/// <summary>A test of what only PostgreSQL does; skipped and failing as the half of a theory above.</summary>
public sealed class OnPostgresAttribute : FactAttribute
{
    /// <summary>Marks a test.</summary>
    public OnPostgresAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line) => Skip = Postgres.IsLeftOut ? "left out: MEERLAAGS_TEST_DATABASES=sqlite" : Postgres.WhySkipped;
}
