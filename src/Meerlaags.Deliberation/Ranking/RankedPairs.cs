namespace Meerlaags.Deliberation.Ranking;

/// <summary>
/// Ranked pairs (Tideman, Social Choice and Welfare 4, 1987): victories by descending margin are locked in unless they close a circle. Equal
/// margins are taken in the order of the candidates' numbers, which is the stated tie rule.
/// </summary>
public static class RankedPairs
{
    /// <summary>Candidates in levels, best first, and the victories that were left out because they would have closed a circle.</summary>
    public static (IReadOnlyList<IReadOnlyList<int>> Levels, IReadOnlyList<(int Winner, int Loser)> LeftOut) Rank(PairwiseMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var m = matrix.CandidateCount;
        var victories = Enumerable
            .Range(0, m)
            .SelectMany(a => Enumerable.Range(0, m).Where(b => matrix.Beats(a, b)).Select(b => (Winner: a, Loser: b)))
            .OrderByDescending(v => matrix.Margin(v.Winner, v.Loser))
            .ThenBy(v => v.Winner)
            .ThenBy(v => v.Loser);
        var above = new bool[m, m]; // transitive
        var leftOut = new List<(int, int)>();
        foreach (var (winner, loser) in victories)
        {
            if (above[loser, winner])
            {
                leftOut.Add((winner, loser));
                continue;
            }
            for (var a = 0; a < m; a++)
            for (var b = 0; b < m; b++)
                above[a, b] |= (a == winner || above[a, winner]) && (b == loser || above[loser, b]);
        }
        var levels = new List<IReadOnlyList<int>>();
        var left = Enumerable.Range(0, m).ToList();
        while (left.Count > 0)
        {
            var top = left.Where(a => left.TrueForAll(b => !above[b, a])).ToList();
            levels.Add(top);
            left.RemoveAll(top.Contains);
        }
        return (levels, leftOut);
    }
}
