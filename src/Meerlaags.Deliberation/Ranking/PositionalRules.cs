using Meerlaags.Deliberation.Numerics;

namespace Meerlaags.Deliberation.Ranking;

/// <summary>Borda's count and Kemeny's rule.</summary>
public static class PositionalRules
{
    /// <summary>Number of candidates up to which Kemeny's rule is solved (2^m states).</summary>
    public const int LargestKemeny = 16;

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

    /// <summary>
    /// Kemeny (1959; Young and Levenglick 1978): the order with fewest disagreements with the ballots, by dynamic programming over sets. Of
    /// several best orders the lexicographically first, with how many there are. At most <see cref="LargestKemeny"/> candidates, else throws.
    /// </summary>
    public static KemenyRanking Kemeny(PairwiseMatrix matrix, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var m = matrix.CandidateCount;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(m, LargestKemeny, nameof(matrix));
        // Per set: fewest disagreements among its candidates when they come last, who then comes first, in how many orders.
        var least = new long[1 << m];
        var first = new int[1 << m];
        var orders = new long[1 << m];
        orders[0] = 1;
        for (var set = 1; set < least.Length; set++)
        {
            if ((set & 0xFFF) == 0)
                cancellation.ThrowIfCancellationRequested();
            least[set] = long.MaxValue;
            for (var top = 0; top < m; top++)
            {
                if ((set >> top & 1) == 0)
                    continue;
                var cost = least[set ^ 1 << top];
                for (var other = 0; other < m; other++)
                    if (other != top && (set >> other & 1) != 0)
                        cost += matrix[other, top];
                if (cost < least[set])
                    (least[set], first[set], orders[set]) = (cost, top, 0);
                if (cost == least[set])
                    orders[set] += orders[set ^ 1 << top];
            }
        }
        var order = new List<int>();
        for (var set = least.Length - 1; set > 0; set ^= 1 << order[^1])
            order.Add(first[set]);
        return new(order, least[^1], orders[^1]);
    }
}

/// <summary>An order with the fewest disagreements (pairs of a ballot's weight put the other way), and how many orders are as good.</summary>
public sealed record KemenyRanking(IReadOnlyList<int> Order, long Disagreements, long EquallyGood);
