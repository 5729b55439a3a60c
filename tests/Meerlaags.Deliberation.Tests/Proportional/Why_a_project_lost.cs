using Meerlaags.Deliberation.Numerics;
using Meerlaags.Deliberation.Proportional;

namespace Meerlaags.Deliberation.Tests.Proportional;

/// <summary>What is said of a loser is tried out: with that lower cost, or those further supporters, it is bought.</summary>
public class Why_a_project_lost
{
    private const int Seed = 20260421;

    [Fact]
    public void At_the_money_its_supporters_had_left_it_is_bought() =>
        ForEveryLoss(
            (profile, purses, loss, message) =>
            {
                Assert.True(loss.MoneyLeft + loss.Lacking == profile.Costs[loss.Project], message);
                if (loss.MoneyLeft.IsZero)
                    return;
                var cheaper = Changed(profile, loss.Project, loss.MoneyLeft, profile.SupportersOf(loss.Project));
                Assert.True(EqualShares.Run(cheaper, purses).Selected.Contains(loss.Project), message);
            }
        );

    [Fact]
    public void With_so_many_more_supporters_it_is_bought_and_one_fewer_have_not_the_money() =>
        ForEveryLoss(
            (profile, purses, loss, message) =>
            {
                var outcome = EqualShares.Run(profile, purses);
                var others = Enumerable.Range(0, profile.VoterCount).Except(profile.SupportersOf(loss.Project)).OrderByDescending(outcome.MoneyLeft).ToList();
                var money = others.ConvertAll(outcome.MoneyLeft);
                if (loss.MoreSupporters is not { } more)
                {
                    Assert.True(Rational.Sum(money) < loss.Lacking, message);
                    return;
                }
                Assert.True(Rational.Sum(money.Take((int)more - 1)) < loss.Lacking, message);
                int[] supporters = [.. profile.SupportersOf(loss.Project).Concat(others.Take((int)more)).Order()];
                var wider = Changed(profile, loss.Project, profile.Costs[loss.Project], supporters);
                Assert.True(EqualShares.Run(wider, purses).Selected.Contains(loss.Project), message);
            }
        );

    private static SupportProfile Changed(SupportProfile profile, int project, Rational cost, IReadOnlyList<int> supporters)
    {
        SupportedProject Like(int p) => new(profile.Ids[p], profile.Costs[p], profile.SupportersOf(p)) { Utility = profile.UnitUtility[p] };
        return SupportProfile.Create(
            profile.VoterCount,
            [.. Enumerable.Range(0, profile.ProjectCount).Select(p => p == project ? Like(p) with { Cost = cost, Supporters = supporters } : Like(p))]
        );
    }

    private static void ForEveryLoss(Action<SupportProfile, Purses, Loss, string> holds) =>
        RandomElection.ForAll(
            Seed,
            (election, message) =>
            {
                foreach (var (profile, purses) in election.Variants().Where(v => v.Item1.Points is null))
                foreach (var loss in EqualShares.Run(profile, purses).Losses())
                    holds(profile, purses, loss, message);
            }
        );
}
