using Meerlaags.Deliberation.Numerics;
using Meerlaags.Deliberation.Proportional;
using Meerlaags.Deliberation.Proportional.Constraints;
using Meerlaags.Deliberation.Verification;

namespace Meerlaags.Deliberation.Tests.Proportional;

/// <summary>What the constraints promise, on random elections; the seed is in every message.</summary>
public class Constraints_of_a_budget
{
    private const int Seed = 20260410;

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
                    Assert.True(Rational.Sum(outcome.Funding) == outcome.Shares.TotalCost && outcome.Shares.TotalCost <= election.Budget, message);
                    for (var k = 0; k < outcome.Shares.Selected.Count; k++)
                    {
                        var cost = budget.ItemProfile.Costs[outcome.Shares.Selected[k]];
                        Assert.True(cost == Rational.Sum(outcome.Shares.PaymentsFor(k).Select(p => p.Amount)), message);
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
    public void After_a_dear_first_step_the_next_step_itself_is_not_promised_only_up_to_the_dearest()
    {
        // While the first step is out of reach, members of a group spend at prices above what the group would have paid for the second.
        var found = 0;
        ForAll(
            (election, _, _) =>
            {
                var (profile, purses) = election.Equal();
                var dear = Enumerable.Range(0, profile.ProjectCount).Where(p => profile.Costs[p] > 2);
                var steps = dear.Select(p => new FundingSteps(p, [profile.Costs[p] - 1, profile.Costs[p]]));
                var budget = new ConstrainedBudget(profile, new() { Steps = [.. steps] });
                var outcome = budget.Run(purses);
                Interlocked.Add(ref found, BudgetEjrPlus.Violations(budget.ItemProfile, purses, [.. outcome.Shares.Selected]).Count);
                Assert.Empty(budget.Complaints(purses, outcome));
            }
        );
        Assert.NotEqual(0, found);
    }

    private static void ForAll(Action<RandomElection, BudgetConstraints, string> holds) =>
        RandomElection.ForAll(
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
