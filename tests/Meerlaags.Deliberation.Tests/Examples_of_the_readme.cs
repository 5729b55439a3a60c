using Meerlaags.Deliberation.Proportional;
using Meerlaags.Deliberation.Similarity;

namespace Meerlaags.Deliberation.Tests;

/// <summary>The README's examples, run.</summary>
public class Examples_of_the_readme
{
    [Fact]
    public void A_budget_of_100_and_four_voters()
    {
        var profile = SupportProfile.Create(
            voterCount: 4,
            ids: ["fietspad", "speeltuin", "plein"],
            costs: [75, 25, 60],
            supporters:
            [
                [0, 1, 2],
                [3],
                [0, 1],
            ],
            utilities: [75, 25, 60]
        );
        var outcome = EqualShares.Run(profile, Purses.Equal(4, total: 100));
        var loss = outcome.Losses().Single();

        Assert.Equal(["fietspad", "speeltuin"], outcome.Selected.Select(p => profile.Ids[p]));
        Assert.All(outcome.PaymentsFor(0), p => Assert.Equal(25, p.Amount));
        Assert.Equal(("plein", 2, "0", "60"), (profile.Ids[loss.Project], loss.Supporters, loss.MoneyLeft.ToString(), loss.Lacking.ToString()));
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
