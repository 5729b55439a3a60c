namespace Meerlaags.Deliberation.Ranking;

/// <summary>
/// Candidates in levels, best first; the victories that were left out because they would have closed a circle; and whether the order in which
/// equally strong victories were taken could have mattered. When it could not, the levels are the only answer.
/// </summary>
public sealed record RankedPairsResult(IReadOnlyList<IReadOnlyList<int>> Levels, IReadOnlyList<(int Winner, int Loser)> LeftOut, bool OrderOfTiesMatters);

/// <summary>
/// Ranked pairs (Tideman, Social Choice and Welfare 4, 1987): victories by descending strength are locked in unless they close a circle.
/// Equally strong ones are taken in the order of the candidates' numbers, which is the stated tie rule.
/// </summary>
public static class RankedPairs
{
    public static RankedPairsResult Rank(PairwiseMatrix matrix, VictoryStrength measure = VictoryStrength.Margins)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var m = matrix.CandidateCount;
        var victories = Enumerable
            .Range(0, m)
            .SelectMany(a => Enumerable.Range(0, m).Where(b => matrix.Beats(a, b)).Select(b => (Winner: a, Loser: b)))
            .GroupBy(v => matrix.Victory(v.Winner, v.Loser, measure))
            .OrderByDescending(equal => equal.Key);
        var above = new bool[m, m]; // transitive
        var (leftOut, matters) = (new List<(int, int)>(), false);
        foreach (var equal in victories)
        {
            // A victory that nothing stronger contradicts, and yet is left out, fell to one of its equals.
            var open = equal.Where(v => !above[v.Loser, v.Winner]).ToHashSet();
            foreach (var (winner, loser) in equal)
            {
                if (above[loser, winner])
                {
                    matters |= open.Contains((winner, loser));
                    leftOut.Add((winner, loser));
                    continue;
                }
                for (var a = 0; a < m; a++)
                for (var b = 0; b < m; b++)
                    above[a, b] |= (a == winner || above[a, winner]) && (b == loser || above[loser, b]);
            }
        }
        var levels = new List<IReadOnlyList<int>>();
        var left = Enumerable.Range(0, m).ToList();
        while (left.Count > 0)
        {
            var top = left.Where(a => left.TrueForAll(b => !above[b, a])).ToList();
            levels.Add(top);
            left.RemoveAll(top.Contains);
        }
        return new(levels, leftOut, matters);
    }
}
