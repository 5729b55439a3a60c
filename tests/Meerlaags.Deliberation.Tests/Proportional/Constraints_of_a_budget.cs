using Meerlaags.Deliberation.Numerics;
using Meerlaags.Deliberation.Proportional;
using Meerlaags.Deliberation.Proportional.Constraints;
using Meerlaags.Deliberation.Verification;

namespace Meerlaags.Deliberation.Tests.Proportional;

/// <summary>What the constraints promise, on random elections (the seed is in every message), and where a promise is lost, an example.</summary>
public class Constraints_of_a_budget
{
    private const int Seed = 20260410;
    private const int Cases = 3_000;

    [Fact]
    public void Every_constraint_is_kept_and_every_cent_accounted_for() =>
        ForAll(
            (election, constraints, message) =>
            {
                foreach (var (profile, purses) in election.Variants())
                {
                    var budget = new ConstrainedBudget(profile, constraints);
                    var outcome = budget.Run(purses);
                    bool Funded(int project) => outcome.Funding[project].Sign > 0;
                    Assert.True(constraints.Objections.All(o => !Funded(o.Project)), message);
                    Assert.True(constraints.Requirements.All(r => !Funded(r.Project) || Funded(r.Needs)), message);
                    Assert.True(constraints.Alternatives.All(a => a.Distinct().Count(Funded) <= 1), message);
                    foreach (var steps in constraints.Steps)
                        Assert.True(!Funded(steps.Project) || steps.Totals.Contains(outcome.Funding[steps.Project]), message);
                    Assert.True(Sum(outcome.Funding) == outcome.Shares.TotalCost && outcome.Shares.TotalCost <= election.Budget, message);
                    for (var k = 0; k < outcome.Shares.Selected.Count; k++)
                    {
                        var cost = budget.ItemProfile.Costs[outcome.Shares.Selected[k]];
                        Assert.True(cost == Sum(outcome.Shares.PaymentsFor(k).Select(p => p.Amount)), message);
                    }
                }
            }
        );

    [Fact]
    public void Purchases_are_those_of_the_plain_rule_among_what_may_be_bought() =>
        ForAll(
            (election, constraints, message) =>
            {
                var (profile, purses) = election.Equal();
                var budget = new ConstrainedBudget(profile, constraints);
                int[] Projects(int item) => [.. budget.Items[item].Parts.Select(part => part.Project)];
                bool MayBuy(int item, IReadOnlyList<int> bought)
                {
                    HashSet<int> funded = [.. bought.SelectMany(Projects)];
                    return budget.Items[item].Needs.All(bought.Contains)
                        && Projects(item).All(p => constraints.Objections.All(o => o.Project != p))
                        && constraints.Alternatives.All(a =>
                            a.Distinct().Count(p => Projects(item).Contains(p) || funded.Contains(p)) <= 1 || !Projects(item).Any(a.Contains)
                        );
                }

                var plain = PlainEqualShares.Run(budget.ItemProfile, purses, MayBuy);
                var shares = budget.Run(purses).Shares;
                Assert.True(plain.SequenceEqual(Enumerable.Range(0, shares.Selected.Count).Select(k => (shares.Selected[k], shares.Rho(k)))), message);
            }
        );

    [Fact]
    public void The_promised_claims_are_met_and_there_are_prices() =>
        ForAll(
            (election, constraints, message) =>
            {
                foreach (var (profile, purses) in (IEnumerable<(SupportProfile, Purses)>)[election.Equal(), election.Cardinality(), election.Clones()])
                {
                    var budget = new ConstrainedBudget(profile, constraints);
                    var outcome = budget.Run(purses);
                    if (budget.ItemProfile.Points is null)
                        Assert.True(budget.Complaints(purses, outcome).Count == 0, message);
                    var range = budget.Prices(outcome, [.. purses.Endowments.Select(e => e / election.Budget)]);
                    Assert.True(range is not null && range.Least <= election.Budget && !(range.Most < election.Budget), message);
                }
            }
        );

    [Fact]
    public void Completion_jumps_as_without_constraints() =>
        ForAll(
            (election, constraints, message) =>
            {
                var (profile, _) = election.Equal();
                var budget = new ConstrainedBudget(profile, constraints);
                var increment = new Rational(1, 3);
                var (jumped, completion) = budget.Add1(election.Budget, increment);
                ConstrainedOutcome At(long step) => budget.Run(Purses.Equal(profile.VoterCount, election.Budget + increment * step * profile.VoterCount));
                for (var step = 0L; step < completion.Increments; step++)
                    Assert.True(At(step).Shares.TotalCost <= election.Budget, message);
                Assert.True(At(completion.Increments).Shares.Selected.SequenceEqual(jumped.Shares.Selected), message);
                if (completion.End == CompletionEnd.Overshoot)
                    Assert.True(At(completion.Increments + 1).Shares.TotalCost > election.Budget, message);
                if (budget.ItemProfile.Points is null)
                    Assert.True(budget.Complaints(Purses.Equal(profile.VoterCount, election.Budget), jumped).Count == 0, message);
                Assert.All(budget.CompleteByVotes(jumped, election.Budget), item => Assert.DoesNotContain(item, jumped.Shares.Selected));
            }
        );

    [Fact]
    public void A_barred_project_leaves_its_group_with_a_complaint_that_is_not_promised_away()
    {
        var profile = Approvals(
            [10],
            [
                [0, 1],
            ],
            voters: 2
        );
        var (budget, outcome) = Run(profile, 20, new() { Objections = [new(0, "Fryslân")] });

        Assert.Equal(0, outcome.Funding[0]);
        Assert.Equal((Hindrance.Objection, "Fryslân"), (outcome.Shortfalls[0].Hindrance, outcome.Shortfalls[0].By[0]));
        Assert.NotEmpty(BudgetEjrPlus.Violations(profile, Purses.Equal(2, 20), []));
        Assert.Empty(budget.Complaints(Purses.Equal(2, 20), outcome));
        Assert.True(Priceability.Range(profile, [])!.Most < 20);
        Assert.Null(budget.Prices(outcome)!.Most);
    }

    [Fact]
    public void A_project_ruled_out_by_an_alternative_leaves_its_group_without()
    {
        var profile = Approvals(
            [20, 20],
            [
                [0, 1, 2],
                [3, 4],
            ],
            voters: 5
        );
        var (budget, outcome) = Run(
            profile,
            50,
            new()
            {
                Alternatives =
                [
                    [0, 1],
                ],
            }
        );

        Assert.Equal([20, 0], outcome.Funding);
        Assert.Equal(Hindrance.Alternative, outcome.Shortfalls.Single().Hindrance);
        Assert.Equal([0], outcome.Shortfalls.Single().Projects);
        Assert.NotEmpty(BudgetEjrPlus.Violations(profile, Purses.Equal(5, 50), [0]));
        Assert.Empty(budget.Complaints(Purses.Equal(5, 50), outcome));
    }

    [Fact]
    public void A_project_that_needs_what_its_group_does_not_support_is_not_promised()
    {
        var profile = Approvals(
            [20, 20],
            [
                [0, 1],
                [2],
            ],
            voters: 4
        );
        var (budget, outcome) = Run(profile, 40, new() { Requirements = [new(0, Needs: 1)] });

        Assert.Equal([0, 0], outcome.Funding);
        Assert.Equal([Hindrance.Requirement, Hindrance.Money], outcome.Shortfalls.Select(s => s.Hindrance));
        Assert.Equal([1], outcome.Shortfalls[0].Projects);
        Assert.NotEmpty(BudgetEjrPlus.Violations(profile, Purses.Equal(4, 40), []));
        Assert.Empty(budget.Complaints(Purses.Equal(4, 40), outcome));
    }

    [Fact]
    public void After_a_dear_first_step_the_next_step_itself_is_not_promised_only_up_to_the_dearest()
    {
        // While the first step is out of reach, members of a group spend at prices above what the group would have paid for the second.
        var found = false;
        ForAll(
            (election, _, _) =>
            {
                var (profile, purses) = election.Equal();
                var dear = Enumerable.Range(0, profile.ProjectCount).Where(p => profile.Costs[p] > 2);
                var steps = dear.Select(p => new FundingSteps(p, [profile.Costs[p] - 1, profile.Costs[p]]));
                var budget = new ConstrainedBudget(profile, new() { Steps = [.. steps] });
                var outcome = budget.Run(purses);
                found |= BudgetEjrPlus.Violations(budget.ItemProfile, purses, [.. outcome.Shares.Selected]).Count > 0;
                Assert.Empty(budget.Complaints(purses, outcome));
            }
        );
        Assert.True(found);
    }

    [Fact]
    public void Projects_that_need_each_other_are_paid_together_by_all_who_support_one_of_them()
    {
        var profile = Approvals(
            [10, 20],
            [
                [0, 1],
                [1, 2],
            ],
            voters: 3
        );
        var (budget, outcome) = Run(profile, 30, new() { Requirements = [new(0, 1), new(1, 0)] });

        Assert.Equal([10, 20], outcome.Funding);
        Assert.Equal("0+1", budget.Items.Single().Id);
        // Utility 10, 30 and 20: whoever gets more out of it pays more, as far as the purse of 10 goes.
        Assert.Equal([10, 10, 10], outcome.Shares.PaymentsFor(0).Select(p => p.Amount));
        Assert.Throws<ArgumentException>(() => budget.Complaints(Purses.Equal(3, 30), outcome));
    }

    [Fact]
    public void Minimum_and_partial_funding_go_as_far_as_the_money_of_supporters()
    {
        var profile = Approvals(
            [90],
            [
                [0, 1],
            ],
            voters: 3
        );
        var (_, part) = Run(profile, 90, new() { Steps = [new(0, [40, 60, 90])] });
        var (_, none) = Run(profile, 90, new() { Steps = [new(0, [70, 90])] });

        Assert.Equal(60, part.Funding[0]);
        Assert.Equal(30, part.Shortfalls.Single().Money!.Lacking);
        Assert.Equal(0, none.Funding[0]);
        // Who supports it has 60 left; one more supporter with 30 would have brought 70 within reach.
        Assert.Equal(new Loss(0, 2, 60, 10, 1), none.Shortfalls.Single().Money);
    }

    [Fact]
    public void Constraints_that_make_no_sense_are_refused()
    {
        var profile = Approvals(
            [10],
            [
                [0],
            ],
            voters: 1
        );
        foreach (
            var wrong in (BudgetConstraints[])
                [
                    new() { Objections = [new(1, "x")] },
                    new() { Requirements = [new(0, 1)] },
                    new()
                    {
                        Alternatives =
                        [
                            [0, -1],
                        ],
                    },
                    new() { Steps = [new(0, [5])] },
                    new() { Steps = [new(0, [7, 5, 10])] },
                    new() { Steps = [new(0, [10]), new(0, [10])] },
                ]
        )
            Assert.Throws<ArgumentException>(() => new ConstrainedBudget(profile, wrong));
    }

    private static (ConstrainedBudget Budget, ConstrainedOutcome Outcome) Run(SupportProfile profile, Rational total, BudgetConstraints constraints)
    {
        var budget = new ConstrainedBudget(profile, constraints);
        return (budget, budget.Run(Purses.Equal(profile.VoterCount, total)));
    }

    private static SupportProfile Approvals(Rational[] costs, int[][] supporters, int voters) =>
        SupportProfile.Create(voters, [.. costs.Select((_, p) => $"{p}")], costs, supporters, costs);

    private static Rational Sum(IEnumerable<Rational> values) => values.Aggregate(Rational.Zero, (a, b) => a + b);

    private static void ForAll(Action<RandomElection, BudgetConstraints, string> holds) =>
        RandomElection.ForAll(
            Cases,
            Seed,
            (election, message) =>
                holds(
                    election,
                    Constraints(election, new Random((int)election.Costs.Sum(c => c.ToDouble()) + 97 * election.Approvals.Sum(a => a.Length))),
                    message
                )
        );

    private static BudgetConstraints Constraints(RandomElection election, Random random)
    {
        var count = election.Costs.Length;
        int Any() => random.Next(count);
        FundingSteps Steps(int project)
        {
            var cost = election.Costs[project];
            return new(project, cost > 1 ? [cost / random.Next(2, 5), cost] : [cost]);
        }
        return new()
        {
            Objections = random.Next(3) == 0 ? [new(Any(), "a party")] : [],
            Requirements = [.. Enumerable.Range(0, random.Next(3)).Select(_ => new Requirement(Any(), Any()))],
            Alternatives =
                random.Next(2) == 0
                    ?
                    [
                        [Any(), Any()],
                    ]
                    : [],
            Steps = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Any()).Distinct().Select(Steps)],
        };
    }
}
