using Meerlaags.Deliberation.Numerics;
using Meerlaags.Deliberation.Proportional;

namespace Meerlaags.Deliberation.Tests.Proportional;

/// <summary>Sequential Phragmén on random elections with many ties; the seed is in every message.</summary>
public class Phragmen_with_loads
{
    private const int Seed = 20260424;

    [Theory]
    [InlineData(PhragmenStop.FirstMisfit)]
    [InlineData(PhragmenStop.Skip)]
    public void It_is_the_definition_voter_by_voter(PhragmenStop stop) =>
        RandomElection.ForAll(
            Seed,
            (election, message) =>
            {
                var profile = election.Equal().Profile;
                var outcome = SequentialPhragmen.Run(profile, election.Budget, new PhragmenRules(stop) { Weights = election.Weights });
                Assert.True(outcome.Selected.Count == outcome.Loads.Count, message);
                Assert.True(Plain(profile, election, stop).SequenceEqual(outcome.Selected.Zip(outcome.Loads)), message);
                Assert.True(outcome.TotalCost <= election.Budget, message);
            }
        );

    [Fact]
    public void A_voter_of_some_weight_is_so_many_voters_and_their_order_changes_nothing() =>
        RandomElection.ForAll(
            Seed,
            (election, message) =>
            {
                var clones = election with
                {
                    Approvals = [.. election.Approvals.SelectMany((a, i) => Enumerable.Repeat(a, (int)election.Weights[i])).Reverse()],
                };
                var weighted = SequentialPhragmen.Run(
                    election.Equal().Profile,
                    election.Budget,
                    new PhragmenRules(PhragmenStop.Skip) { Weights = election.Weights }
                );
                var single = SequentialPhragmen.Run(clones.Equal().Profile, election.Budget, PhragmenStop.Skip);
                Assert.True(weighted.Selected.SequenceEqual(single.Selected) && weighted.Loads.SequenceEqual(single.Loads), message);
            }
        );

    [Fact]
    public void A_loser_that_was_skipped_lacks_money_and_one_never_reached_carries_no_less() =>
        RandomElection.ForAll(
            Seed,
            (election, message) =>
            {
                var profile = election.Equal().Profile;
                var skipped = SequentialPhragmen.Run(profile, election.Budget, PhragmenStop.Skip);
                Assert.All(skipped.Losses(), loss => Assert.True(loss.Lacking == profile.Costs[loss.Project] - (election.Budget - skipped.TotalCost), message));
                Assert.All(skipped.Losses(), loss => Assert.True(loss.Lacking.Sign > 0, message));
                var ended = SequentialPhragmen.Run(profile, election.Budget, PhragmenStop.FirstMisfit);
                foreach (var loss in ended.Losses().Where(loss => profile.Costs[loss.Project] <= election.Budget))
                    Assert.True(ended.Loads.All(load => load <= loss.Load), message);
            }
        );

    private static List<(int Project, Rational Load)> Plain(SupportProfile profile, RandomElection election, PhragmenStop stop)
    {
        var loads = new Rational[profile.VoterCount];
        var open = Enumerable.Range(0, profile.ProjectCount).Where(p => profile.SupportersOf(p).Count > 0 && profile.Costs[p] <= election.Budget).ToList();
        var left = election.Budget;
        var bought = new List<(int, Rational)>();
        while (open.Count > 0)
        {
            Rational NewLoad(int p) =>
                (profile.Costs[p] + Rational.Sum(profile.SupportersOf(p).Select(v => loads[v] * election.Weights[v])))
                / profile.SupportersOf(p).Sum(v => election.Weights[v]);
            var least = open.Min(NewLoad);
            var minimal = open.Where(p => NewLoad(p) == least).ToList();
            if (minimal.Exists(p => profile.Costs[p] > left))
            {
                if (stop == PhragmenStop.FirstMisfit)
                    return bought;
                open.RemoveAll(p => minimal.Contains(p) && profile.Costs[p] > left);
                continue;
            }
            var chosen = minimal.OrderBy(p => profile.Ids[p], StringComparer.Ordinal).First();
            bought.Add((chosen, least));
            open.Remove(chosen);
            left -= profile.Costs[chosen];
            foreach (var v in profile.SupportersOf(chosen))
                loads[v] = least;
        }
        return bought;
    }
}
