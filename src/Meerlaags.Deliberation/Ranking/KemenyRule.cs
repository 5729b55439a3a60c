namespace Meerlaags.Deliberation.Ranking;

/// <summary>An order with the fewest disagreements (pairs of a ballot's weight put the other way), and how many orders are as good.</summary>
public sealed record KemenyRanking(IReadOnlyList<int> Order, long Disagreements, long EquallyGood);

/// <summary>Kemeny (1959; Young and Levenglick 1978): the order with fewest disagreements with the ballots.</summary>
public static class KemenyRule
{
    /// <summary>Number of candidates up to which the rule is solved (2^m states).</summary>
    public const int MostCandidates = 16;

    /// <summary>
    /// By dynamic programming over sets. Of several best orders the lexicographically first, with how many there are. At most <see cref="MostCandidates"/> candidates, else throws.
    /// </summary>
    public static KemenyRanking Rank(PairwiseMatrix matrix, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var m = matrix.CandidateCount;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(m, MostCandidates, nameof(matrix));
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
