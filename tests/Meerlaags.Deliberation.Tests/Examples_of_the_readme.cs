using Meerlaags.Deliberation.Proportional;
using Meerlaags.Deliberation.Proportional.Constraints;
using Meerlaags.Deliberation.Similarity;
using Meerlaags.Deliberation.Verification;

namespace Meerlaags.Deliberation.Tests;

/// <summary>The README's examples, run.</summary>
public class Examples_of_the_readme
{
    private static SupportProfile Profile()
    {
        var profile = SupportProfile.Create(
            voterCount: 4,
            [new("fietspad", Cost: 75, Supporters: [0, 1, 2]), new("speeltuin", Cost: 25, Supporters: [3]), new("plein", Cost: 60, Supporters: [0, 1])]
        );
        return profile;
    }

    [Fact]
    public void A_budget_of_100_and_four_voters()
    {
        var profile = Profile();
        var outcome = EqualShares.Run(profile, Purses.Equal(4, total: 100));
        var loss = outcome.Losses().Single();

        Assert.Equal(["fietspad", "speeltuin"], outcome.Selected.Select(p => profile.Ids[p]));
        Assert.All(outcome.PaymentsFor(0), p => Assert.Equal(25, p.Amount));
        Assert.Equal(("plein", 2, "0", "60"), (profile.Ids[loss.Project], loss.Supporters, loss.MoneyLeft.ToString(), loss.Lacking.ToString()));
        Assert.Null(loss.MoreSupporters);
    }

    [Fact]
    public void A_point_funded_in_part_one_that_needs_it_and_an_objection()
    {
        var profile = Profile();
        var agenda = new ConstrainedBudget(
            profile,
            new BudgetConstraints
            {
                Steps = [new FundingSteps(Project: 2, Totals: [20, 40, 60])],
                Requirements = [new Requirement(Project: 0, Needs: 2)],
                Objections = [new Objection(Project: 1, By: "Fryslân")],
            }
        );
        var decided = agenda.Run(Purses.Equal(4, total: 100));

        Assert.Equal([0, 0, 40], decided.Funding);
        Assert.Equal([Hindrance.Money, Hindrance.Objection, Hindrance.Money], decided.Shortfalls.Select(s => s.Hindrance));
        Assert.Equal(35, decided.Shortfalls[0].Money!.MoneyLeft);
    }

    [Fact]
    public void Prices_that_explain_an_outcome_and_a_group_that_may_complain()
    {
        var profile = Profile();
        var range = Priceability.Range(profile, [0, 1]);
        var complaints = BudgetEjrPlus.Violations(profile, Purses.Equal(4, total: 100), [1]);
        var complaint = complaints.Single();

        Assert.Equal(new PriceRange(100, 270), range);
        Assert.Equal((0, 75), (complaint.Project, complaint.Entitlement));
        Assert.Equal([0, 1, 2], complaint.Voters.Order());
    }

    [Fact]
    public void Two_texts_that_say_the_opposite()
    {
        var texts = Background.Analyse(["De bushalte blijft op het plein.", "De bushalte blijft niet op het plein."], out var background);
        var comparison = TextSimilarity.Compare(texts[0], texts[1], background);

        Assert.Equal(TextRelation.Opposed, comparison.Relation);
        Assert.Equal(["niet"], comparison.Opposition);
    }
}
