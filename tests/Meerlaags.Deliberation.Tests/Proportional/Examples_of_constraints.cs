using Meerlaags.Deliberation.Numerics;
using Meerlaags.Deliberation.Proportional;
using Meerlaags.Deliberation.Proportional.Constraints;
using Meerlaags.Deliberation.Verification;

namespace Meerlaags.Deliberation.Tests.Proportional;

/// <summary>For every guarantee a constraint costs, an election in which it is lost; and how a shortfall is explained.</summary>
public class Examples_of_constraints
{
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
        SupportProfile.Create(voters, [.. costs.Select((cost, p) => new SupportedProject($"{p}", cost, supporters[p]))]);
}
