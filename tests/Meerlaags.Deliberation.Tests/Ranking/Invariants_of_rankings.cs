using Meerlaags.Deliberation.Ranking;
using Meerlaags.Deliberation.Tests.Fixtures;

namespace Meerlaags.Deliberation.Tests.Ranking;

public class Invariants_of_rankings
{
    private const int Seed = 20261122;

    [Fact]
    public void Paths_sets_and_orders_are_those_that_trying_everything_finds()
    {
        ForEachCase(
            (random, m, ballots, matrix) =>
            {
                var measure = (VictoryStrength)random.Next(2);
                var schulze = SchulzeMethod.Rank(matrix, measure);
                for (var a = 0; a < m; a++)
                for (var b = 0; b < m; b++)
                {
                    if (a == b)
                        continue;
                    Assert.Equal(StrongestPath(matrix, measure, a, b, [a]), schulze.PathStrength(a, b));
                    var path = schulze.Path(a, b);
                    Assert.Equal(schulze.PathStrength(a, b), path.Zip(path.Skip(1), (x, y) => matrix.Victory(x, y, measure)).DefaultIfEmpty(0).Min());
                }
                Assert.Equal(SmallestDominating(matrix), matrix.SmithSet());
                Assert.Subset(matrix.SmithSet().ToHashSet(), schulze.Winners.ToHashSet());
                Assert.Subset(matrix.SmithSet().ToHashSet(), RankedPairs.Rank(matrix, measure).Levels[0].ToHashSet());

                var costs = Orders(m).Select(o => (Order: o, Cost: Disagreements(matrix, o))).ToList();
                var kemeny = KemenyRule.Rank(matrix);
                var best = costs.Where(c => c.Cost == costs.Min(d => d.Cost)).ToList();
                Assert.Equal((best[0].Cost, best.Count), (kemeny.Disagreements, kemeny.EquallyGood));
                Assert.Equal(best[0].Order, kemeny.Order);
            }
        );
    }

    [Fact]
    public void Order_of_ballots_weights_as_clones_and_names_of_candidates_change_nothing()
    {
        ForEachCase(
            (random, m, ballots, matrix) =>
            {
                RankedBallot[] clones = [.. ballots.SelectMany(b => Enumerable.Repeat(b with { Weight = 1 }, (int)b.Weight))];
                random.Shuffle(clones);
                var name = Enumerable.Range(0, m).ToArray();
                random.Shuffle(name);
                RankedBallot[] renamed = [.. clones.Select(b => new RankedBallot([.. b.Levels.Select(l => l.Select(c => name[c]).ToArray())]))];
                var other = new PairwiseMatrix(m, renamed);

                Assert.Equal(Names(SchulzeMethod.Rank(matrix).Levels, name), Names(SchulzeMethod.Rank(other).Levels, null));
                Assert.Equal(matrix.SmithSet().Select(c => name[c]).Order(), other.SmithSet());
                Assert.Equal(PositionalRules.Borda(m, ballots), Enumerable.Range(0, m).Select(c => PositionalRules.Borda(m, renamed)[name[c]]));
                var pairs = RankedPairs.Rank(matrix);
                if (!pairs.OrderOfTiesMatters)
                    Assert.Equal(Names(pairs.Levels, name), Names(RankedPairs.Rank(other).Levels, null));
                Assert.Equal(KemenyRule.Rank(matrix).Disagreements, KemenyRule.Rank(other).Disagreements);
            }
        );
    }

    private static void ForEachCase(Action<Random, int, RankedBallot[], PairwiseMatrix> check) =>
        RandomCases.ForAll(
            Seed,
            (random, _) =>
            {
                var m = random.Next(1, 6);
                RankedBallot[] ballots = [.. Enumerable.Range(0, random.Next(0, 6)).Select(_ => MadeBallot(random, m))];
                check(random, m, ballots, new(m, ballots));
            }
        );

    // Some candidates left out, some on one level.
    private static RankedBallot MadeBallot(Random random, int m)
    {
        var order = Enumerable.Range(0, m).ToArray();
        random.Shuffle(order);
        var levels = new List<List<int>>();
        foreach (var candidate in order.Take(random.Next(0, m + 1)))
            if (levels.Count > 0 && random.Next(3) == 0)
                levels[^1].Add(candidate);
            else
                levels.Add([candidate]);
        return new(levels, random.Next(0, 4));
    }

    private static long StrongestPath(PairwiseMatrix matrix, VictoryStrength measure, int from, int to, List<int> visited)
    {
        var best = matrix.Victory(from, to, measure);
        for (var via = 0; via < matrix.CandidateCount; via++)
            if (via != to && !visited.Contains(via) && matrix.Beats(from, via))
                best = Math.Max(best, Math.Min(matrix.Victory(from, via, measure), StrongestPath(matrix, measure, via, to, [.. visited, via])));
        return best;
    }

    private static List<int> SmallestDominating(PairwiseMatrix matrix)
    {
        var m = matrix.CandidateCount;
        return Enumerable
            .Range(1, (1 << m) - 1)
            .Select(set => Enumerable.Range(0, m).Where(c => (set >> c & 1) != 0).ToList())
            .Where(inside => inside.TrueForAll(a => Enumerable.Range(0, m).All(b => inside.Contains(b) || matrix.Beats(a, b))))
            .MinBy(inside => inside.Count)!;
    }

    private static IEnumerable<int[]> Orders(int m)
    {
        if (m == 0)
            return
            [
                [],
            ];
        return Ordered([], [.. Enumerable.Range(0, m)]);

        static IEnumerable<int[]> Ordered(int[] done, int[] left) =>
            left.Length == 0 ? [done] : left.SelectMany(next => Ordered([.. done, next], [.. left.Where(c => c != next)]));
    }

    private static long Disagreements(PairwiseMatrix matrix, int[] order) =>
        order.SelectMany((above, i) => order.Skip(i + 1).Select(below => matrix[below, above])).Sum();

    private static string Names(IReadOnlyList<IReadOnlyList<int>> levels, int[]? name) =>
        string.Join(" > ", levels.Select(l => string.Join(' ', l.Select(c => name?[c] ?? c).Order())));
}
