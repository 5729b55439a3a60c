using System.Reflection;
using Meerlaags.Web.Tests.Harness;
using Xunit.Sdk;
using Xunit.v3;

namespace Meerlaags.Browser.Tests.Harness;

/// <summary>Runs a journey with the product on SQLite and on PostgreSQL: <c>(Database database)</c>. Where one of them or the browser is missing it is skipped for all to see, and in CI it fails.</summary>
public sealed class OnBothDatabasesAttribute : DataAttribute
{
    /// <inheritdoc/>
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([
            new TheoryDataRow<Database>(Database.Sqlite) { Skip = Chromium.Missing },
            new TheoryDataRow<Database>(Database.Postgres) { Skip = Chromium.Missing ?? Postgres.WhySkipped },
        ]);

    /// <inheritdoc/>
    public override bool SupportsDiscoveryEnumeration() => true;
}
