namespace Meerlaags.Deliberation.Ranking;

/// <summary>
/// A ranking: levels of candidates, best first, equals together; candidates not named stand below all named ones and equal to each other.
/// <see cref="Weight"/> says how many equal rankings it stands for, 0 or more; for weights that are not whole take a common multiple.
/// </summary>
public sealed record RankedBallot(IReadOnlyList<IReadOnlyList<int>> Levels, long Weight = 1);

/// <summary>How strong a pairwise victory is.</summary>
public enum VictoryStrength
{
    /// <summary>Those in favour less those against.</summary>
    Margins,

    /// <summary>Those in favour, when they are more.</summary>
    WinningVotes,
}

/// <summary>How many prefer each candidate to each other one (Condorcet 1785). Candidates are numbers from 0.</summary>
public sealed class PairwiseMatrix
{
    private readonly long[,] preferred;

    /// <summary>Throws when a ballot names a candidate twice or one that does not exist, or has a weight below 0.</summary>
    public PairwiseMatrix(int candidateCount, IReadOnlyList<RankedBallot> ballots)
    {
        ArgumentNullException.ThrowIfNull(ballots);
        CandidateCount = candidateCount;
        preferred = new long[candidateCount, candidateCount];
        foreach (var ballot in ballots)
        {
            var rank = Ranks(candidateCount, ballot);
            for (var a = 0; a < candidateCount; a++)
            for (var b = 0; b < candidateCount; b++)
                if (rank[a] < rank[b])
                    preferred[a, b] += ballot.Weight;
        }
    }

    public int CandidateCount { get; }

    /// <summary>Weight of the ballots that put a above b.</summary>
    public long this[int a, int b] => preferred[a, b];

    /// <summary>Weight for a over b less that for b over a.</summary>
    public long Margin(int a, int b) => preferred[a, b] - preferred[b, a];

    /// <summary>Strength of the victory of a over b: 0 when there is none.</summary>
    public long Victory(int a, int b, VictoryStrength measure) =>
        !Beats(a, b) ? 0
        : measure == VictoryStrength.Margins ? Margin(a, b)
        : preferred[a, b];

    /// <summary>The candidate who beats each other one; null when there is none.</summary>
    public int? CondorcetWinner => SmithSet() is [var only] ? only : null;

    public bool Beats(int a, int b) => preferred[a, b] > preferred[b, a];

    /// <summary>
    /// The Smith set: the smallest group of candidates each of whom beats everyone outside it. With Copeland counts descending, the shortest
    /// beginning without a defeat or tie against the rest.
    /// </summary>
    public IReadOnlyList<int> SmithSet()
    {
        var inside = new HashSet<int>();
        var order = Enumerable
            .Range(0, CandidateCount)
            .OrderByDescending(a => Enumerable.Range(0, CandidateCount).Sum(b => a == b ? 0 : Math.Sign(Margin(a, b))))
            .ToList();
        foreach (var next in order)
        {
            inside.Add(next);
            if (inside.All(a => order.TrueForAll(b => inside.Contains(b) || Beats(a, b))))
                break;
        }
        return [.. inside.Order()];
    }

    /// <summary>Level per candidate, 0 the best. Throws when a candidate is named twice or does not exist.</summary>
    internal static int[] Ranks(int candidateCount, RankedBallot ballot)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ballot.Weight, nameof(ballot));
        var rank = new int[candidateCount];
        Array.Fill(rank, ballot.Levels.Count);
        for (var level = 0; level < ballot.Levels.Count; level++)
            foreach (var candidate in ballot.Levels[level])
            {
                if (candidate < 0 || candidate >= candidateCount || rank[candidate] != ballot.Levels.Count)
                    throw new ArgumentException($"Candidate {candidate} is unknown or ranked twice.", nameof(ballot));
                rank[candidate] = level;
            }
        return rank;
    }
}
