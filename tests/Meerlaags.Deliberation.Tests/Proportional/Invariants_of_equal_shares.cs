using Meerlaags.Deliberation.Numerics;
using Meerlaags.Deliberation.Proportional;
using Meerlaags.Deliberation.Verification;

namespace Meerlaags.Deliberation.Tests.Proportional;

/// <summary>What holds for every election, tried on 10,000 random small ones with many ties; the seed is in every message.</summary>
public class Invariants_of_equal_shares
{
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
                        Assert.True(profile.Costs[outcome.Selected[k]] == Rational.Sum(payments.Select(p => p.Amount)), message);
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

    [Fact]
    public void The_order_of_projects_in_the_file_changes_nothing() =>
        ForAll(
            (election, message) =>
            {
                foreach (var (profile, purses) in election.Variants())
                {
                    var last = profile.ProjectCount - 1;
                    var turned = Only(profile, [.. Enumerable.Range(0, profile.ProjectCount).Reverse()]);
                    Assert.True(Selected((profile, purses)).SequenceEqual(Selected((turned, purses)).Select(p => last - p)), message);
                }
            }
        );

    [Fact]
    public void Without_a_loser_the_same_is_bought() =>
        ForAll(
            (election, message) =>
            {
                foreach (var (profile, purses) in election.Variants())
                {
                    var selected = Selected((profile, purses));
                    foreach (var loser in Enumerable.Range(0, profile.ProjectCount).Except(selected))
                    {
                        int[] rest = [.. Enumerable.Range(0, profile.ProjectCount).Where(p => p != loser)];
                        Assert.True(selected.SequenceEqual(Selected((Only(profile, rest), purses)).Select(p => rest[p])), message);
                    }
                }
            }
        );

    [Fact]
    public void What_is_out_of_reach_stays_so() =>
        ForAll(
            (election, message) =>
            {
                foreach (var (profile, purses) in election.Variants())
                {
                    var outcome = EqualShares.Run(profile, purses);
                    var money = purses.Endowments.ToArray();
                    for (var k = 0; k < outcome.Selected.Count; k++)
                    {
                        foreach (var later in outcome.Selected.Skip(k))
                            Assert.True(Rational.Sum(profile.SupportersOf(later).Select(v => money[v])) >= profile.Costs[later], message);
                        foreach (var payment in outcome.PaymentsFor(k))
                            money[payment.Voter] -= payment.Amount;
                    }
                    foreach (var loser in Enumerable.Range(0, profile.ProjectCount).Except(outcome.Selected))
                        Assert.True(Rational.Sum(profile.SupportersOf(loser).Select(v => money[v])) < profile.Costs[loser], message);
                }
            }
        );

    private static SupportProfile Only(SupportProfile profile, int[] projects) =>
        SupportProfile.Create(
            profile.VoterCount,
            [
                .. projects.Select(p => new SupportedProject(profile.Ids[p], profile.Costs[p], profile.SupportersOf(p))
                {
                    Utility = profile.UnitUtility[p],
                    Points = profile.Points is { } points ? [.. points[p]] : null,
                }),
            ]
        );

    private static IReadOnlyList<int> Selected((SupportProfile Profile, Purses Purses) election) => EqualShares.Run(election.Profile, election.Purses).Selected;

    private static void ForAll(Action<RandomElection, string> holds) => RandomElection.ForAll(Seed, holds);
}
