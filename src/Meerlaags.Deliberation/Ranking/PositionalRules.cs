using Meerlaags.Deliberation.Numerics;

namespace Meerlaags.Deliberation.Ranking;

/// <summary>Rules that give points for places on a ballot.</summary>
public static class PositionalRules
{
    /// <summary>
    /// Borda (1770) in its pairwise form: one point per candidate ranked below, half a point per equal one, so that partial rankings count
    /// the same in total.
    /// </summary>
    public static IReadOnlyList<Rational> Borda(int candidateCount, IReadOnlyList<RankedBallot> ballots)
    {
        ArgumentNullException.ThrowIfNull(ballots);
        var points = new Rational[candidateCount];
        foreach (var ballot in ballots)
        {
            var rank = PairwiseMatrix.Ranks(candidateCount, ballot);
            for (var a = 0; a < candidateCount; a++)
            {
                var below = rank.Count(r => r > rank[a]);
                var equal = rank.Count(r => r == rank[a]) - 1;
                points[a] += (below + new Rational(equal, 2)) * ballot.Weight;
            }
        }
        return points;
    }
}
