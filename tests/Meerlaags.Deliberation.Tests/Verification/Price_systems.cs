using Meerlaags.Deliberation.Numerics;
using Meerlaags.Deliberation.Proportional;
using Meerlaags.Deliberation.Tests.Fixtures;
using Meerlaags.Deliberation.Tests.Proportional;
using Meerlaags.Deliberation.Verification;

namespace Meerlaags.Deliberation.Tests.Verification;

public class Price_systems
{
    private const int Seed = 20260405;

    [Fact]
    public void Ranges_and_complaints_are_those_of_the_reference()
    {
        var expected = FixtureFolder.Json("expected/priceability/cases.json").GetProperty("cases");

        var run = CommandLine.Run("priceability", Path.Combine(FixtureFolder.Root!, "expected", "priceability", "cases.json"));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        foreach (var (asked, actual) in Agreement.Pairs(expected, run.Json.GetProperty("cases")))
            Near.Equal(asked, actual, 1e-6, $"{asked.GetProperty("instance")} {asked.GetProperty("set")}");
    }

    [Fact]
    public void Ranges_are_exactly_those_of_the_definition() =>
        RandomElection.ForAll(
            Seed,
            (election, message) =>
            {
                var (profile, _) = election.Equal();
                var random = new Random(election.Approvals.Length);
                int[] supported = [.. Enumerable.Range(0, profile.ProjectCount).Where(p => profile.SupportersOf(p).Count > 0)];
                int[] selected = [.. supported.Where(_ => random.Next(2) == 0)];

                var plain = PlainPrices.Range(profile, selected);
                var range = Priceability.Range(profile, selected);
                var fractions = Priceability.RangeByFractions(profile, selected, [.. supported.Except(selected)]);

                Assert.True(plain == (range is null ? null : ((Rational, Rational?)?)(range.Least, range.Most)), $"{message}: {range} instead of {plain}");
                Assert.True(range == fractions, $"{message}: {range} and by fractions {fractions}");
            }
        );

    [Fact]
    public void What_equal_shares_buys_has_prices_with_the_money_it_had() =>
        RandomElection.ForAll(
            Seed,
            (election, message) =>
            {
                foreach (var (profile, purses) in election.Variants())
                {
                    Rational[] shares = [.. purses.Endowments.Select(e => e / election.Budget)];
                    var range = Priceability.Range(profile, [.. EqualShares.Run(profile, purses).Selected], shares);
                    Assert.True(range is not null && range.Least <= election.Budget && (range.Most is null || election.Budget <= range.Most), message);
                }
            }
        );

    [Fact]
    public void A_programme_beyond_its_limit_is_refused_and_one_under_way_can_be_cancelled()
    {
        var count = Priceability.MostProjects + 1;
        var profile = SupportProfile.Create(1, [.. Enumerable.Range(0, count).Select(p => new SupportedProject($"{p}", 1, [0]))]);
        Assert.Throws<BudgetLimitException>(() => Priceability.Range(profile, [0]));

        var small = RandomElection.From(new Random(Seed)).Equal().Profile;
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        int[] supported = [.. Enumerable.Range(0, small.ProjectCount).Where(p => small.SupportersOf(p).Count > 0)];
        Assert.Throws<OperationCanceledException>(() => Priceability.Range(small, supported, cancellation: cancelled.Token));
    }

    [Fact]
    public void A_project_nobody_supports_has_no_price_and_without_losers_there_is_no_upper_end()
    {
        var profile = SupportProfile.Create(2, [new("a", 10, [0, 1]), new("b", 10, [])]);

        Assert.Null(Priceability.Range(profile, [0, 1]));
        var range = Priceability.Range(profile, [0]);
        Assert.Equal(new PriceRange(10, null), range);
    }
}
