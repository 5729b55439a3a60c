using Meerlaags.Deliberation.Numerics;
using Meerlaags.Deliberation.Proportional;
using Meerlaags.Deliberation.Verification;

namespace Meerlaags.Deliberation.Tests.Proportional;

/// <summary>What holds for every election, tried on 10,000 random small ones with many ties; the seed is in every message.</summary>
public class Invariants_of_equal_shares
{
    private const int Cases = 10_000;
    private const int Seed = 20260311;

    [Fact]
    public void Payments_sum_to_the_cost_nobody_overspends_and_rho_never_falls() =>
        ForAll(
            (election, message) =>
            {
                foreach (var (profile, purses) in election.Variants())
                {
                    var outcome = EqualShares.Run(profile, purses);
                    var spent = new Rational[profile.VoterCount];
                    for (var k = 0; k < outcome.Selected.Count; k++)
                    {
                        var payments = outcome.PaymentsFor(k);
                        Assert.True(profile.Costs[outcome.Selected[k]] == Sum(payments.Select(p => p.Amount)), message);
                        foreach (var payment in payments)
                            spent[payment.Voter] += payment.Amount;
                        Assert.True(k == 0 || outcome.Rho(k) >= outcome.Rho(k - 1), message);
                    }
                    for (var v = 0; v < profile.VoterCount; v++)
                        Assert.True(outcome.MoneyLeft(v).Sign >= 0 && outcome.MoneyLeft(v) + spent[v] == purses.Endowments[v], message);
                    Assert.All(outcome.Losses(), loss => Assert.True(loss.Lacking.Sign > 0, message));
                }
            }
        );

    [Fact]
    public void The_exact_rule_on_fractions_alone_gives_the_same() =>
        ForAll(
            (election, message) =>
            {
                foreach (var (profile, purses) in election.Variants())
                {
                    var outcome = EqualShares.Run(profile, purses);
                    var plain = PlainEqualShares.Run(profile, purses);
                    var ours = Enumerable.Range(0, outcome.Selected.Count).Select(k => (outcome.Selected[k], outcome.Rho(k)));
                    Assert.True(plain.SequenceEqual(ours), message);
                }
            }
        );

    [Fact]
    public void The_order_of_voters_changes_nothing_and_clones_split_freely() =>
        ForAll(
            (election, message) =>
            {
                var reversed = election with { Approvals = [.. election.Approvals.Reverse()], Weights = [.. election.Weights.Reverse()] };
                Assert.True(Selected(election.Equal()).SequenceEqual(Selected(reversed.Equal())), message);
                var split = election with
                {
                    Approvals = [.. election.Approvals.SelectMany((a, i) => Enumerable.Repeat(a, (int)election.Weights[i]))],
                    Weights = [.. election.Weights.SelectMany(w => Enumerable.Repeat(1L, (int)w))],
                };
                Assert.True(Selected(election.Clones()).SequenceEqual(Selected(split.Clones())), message);
            }
        );

    [Fact]
    public void Other_money_scales_payments_only() =>
        ForAll(
            (election, message) =>
            {
                var scale = new Rational(7, 3);
                var scaled = election with { Budget = election.Budget * scale, Costs = [.. election.Costs.Select(c => c * scale)] };
                Assert.True(Selected(election.Equal()).SequenceEqual(Selected(scaled.Equal())), message);
            }
        );

    [Fact]
    public void Equal_shares_never_leaves_a_group_with_a_complaint() =>
        ForAll(
            (election, message) =>
            {
                foreach (var (profile, purses) in (IEnumerable<(SupportProfile, Purses)>)[election.Equal(), election.Clones()])
                    Assert.True(BudgetEjrPlus.Violations(profile, purses, EqualShares.Run(profile, purses).Selected.ToArray()).Count == 0, message);
            }
        );

    private static IReadOnlyList<int> Selected((SupportProfile Profile, Purses Purses) election) => EqualShares.Run(election.Profile, election.Purses).Selected;

    private static Rational Sum(IEnumerable<Rational> values) => values.Aggregate(Rational.Zero, (a, b) => a + b);

    private static void ForAll(Action<RandomElection, string> holds) => RandomElection.ForAll(Cases, Seed, holds);
}
