using Meerlaags.Deliberation.Numerics;
using Meerlaags.Deliberation.Proportional;

namespace Meerlaags.Deliberation.Tests.Proportional;

public class Making_a_profile
{
    public static IEnumerable<TheoryDataRow<SupportedProject, string>> Wrong =>
        [
            new(new("p", -1, [0]), "costs -1"),
            new(new("p", 1, [2]), "supporter 2; voters are 0 to 1"),
            new(new("p", 1, [-1]), "supporter -1"),
            new(new("p", 1, [0, 0]), "supporter 0 after 0"),
            new(new("p", 1, [1, 0]), "supporter 0 after 1"),
            new(new("p", 1, [0]) { Utility = 0 }, "utility 0"),
            new(new("p", 1, [0]) { Utility = -2 }, "utility -2"),
            new(new("p", 1, [0]) { Points = [1, 2] }, "2 points for 1 supporters"),
            new(new("p", 1, [0, 1]) { Points = [1, 0] }, "not above 0"),
            new(new("q", 1, [0]), "q is named twice"),
        ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_wrong_is_said_with_its_project(SupportedProject wrong, string said)
    {
        var fault = Assert.Throws<ArgumentException>(() => SupportProfile.Create(2, [new("q", 1, [0]), wrong]));

        Assert.Contains($"Project {wrong.Id} ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void There_are_no_fewer_than_no_voters() => Assert.Throws<ArgumentOutOfRangeException>(() => SupportProfile.Create(-1, []));

    [Fact]
    public void Points_of_any_size_count_by_their_ratios()
    {
        var huge = Rational.Parse("1e30");
        SupportProfile Profile(Rational one, Rational other) =>
            SupportProfile.Create(3, [new("a", 6, [0, 1]) { Utility = 1, Points = [one, other] }, new("b", 6, [1, 2]) { Utility = 1, Points = [other, one] }]);
        var (small, large) = (EqualShares.Run(Profile(1, 2), Purses.Equal(3, 12)), EqualShares.Run(Profile(huge, 2 * huge), Purses.Equal(3, 12)));

        Assert.Equal(small.Selected, large.Selected);
        Assert.Equal([.. small.Selected.Select((_, k) => small.Rho(k) / huge)], [.. large.Selected.Select((_, k) => large.Rho(k))]);
        Assert.Equal(["2", "4"], large.PaymentsFor(0).Select(p => p.Amount.ToString()));
    }

    [Fact]
    public void Points_too_fine_for_whole_numbers_of_64_bits_are_a_limit_that_is_said() =>
        Assert.Contains(
            "project p",
            Assert.Throws<BudgetLimitException>(() => SupportProfile.Create(2, [new("p", 1, [0, 1]) { Points = [1, Rational.Parse("1e19")] }])).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Weights_too_large_together_are_refused()
    {
        var profile = SupportProfile.Create(2, [new("a", 1, [0, 1])]);

        Assert.Throws<ArgumentException>(() => Purses.Clones([long.MaxValue, 1], 10));
        Assert.Throws<ArgumentException>(() => SequentialPhragmen.Run(profile, 10, new PhragmenRules(PhragmenStop.Skip) { Weights = [long.MaxValue, 1] }));
        Assert.Equal([0], EqualShares.Run(profile, Purses.Clones([long.MaxValue - 1, 1], 10)).Selected);
    }
}
