namespace Meerlaags.Deliberation.Ranking;

/// <summary>How strong a pairwise victory is.</summary>
public enum VictoryStrength
{
    /// <summary>Those in favour less those against.</summary>
    Margins,

    /// <summary>Those in favour, when they are more.</summary>
    WinningVotes,
}

/// <summary>
/// The Schulze method (Schulze, Social Choice and Welfare 36, 2011): a is above b when the strongest path of victories from a to b is
/// stronger than that back; a path is as strong as its weakest victory. O(m^3).
/// </summary>
public sealed class SchulzeMethod
{
    private readonly long[,] strength;
    private readonly int[,] next;

    private SchulzeMethod(long[,] strength, int[,] next) => (this.strength, this.next) = (strength, next);

    /// <summary>Winners: candidates above whom nobody is, ascending.</summary>
    public IReadOnlyList<int> Winners => Levels[0];

    /// <summary>All candidates in levels, best first; equals share one.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Levels { get; private init; } = [];

    /// <summary>Strength of the strongest path.</summary>
    public long PathStrength(int from, int to) => strength[from, to];

    /// <summary>The strongest path, both ends included; empty when there is none.</summary>
    public IReadOnlyList<int> Path(int from, int to)
    {
        if (strength[from, to] == 0)
            return [];
        var path = new List<int> { from };
        while (path[^1] != to)
            path.Add(next[path[^1], to]);
        return path;
    }

    public static SchulzeMethod Rank(PairwiseMatrix matrix, VictoryStrength measure = VictoryStrength.Margins)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var m = matrix.CandidateCount;
        var (strength, next) = (new long[m, m], new int[m, m]);
        for (var a = 0; a < m; a++)
        for (var b = 0; b < m; b++)
        {
            next[a, b] = b;
            if (a != b && matrix.Beats(a, b))
                strength[a, b] = measure == VictoryStrength.Margins ? matrix.Margin(a, b) : matrix[a, b];
        }
        for (var via = 0; via < m; via++)
        for (var a = 0; a < m; a++)
        for (var b = 0; b < m; b++)
        {
            if (a == b || a == via || b == via)
                continue;
            var through = Math.Min(strength[a, via], strength[via, b]);
            if (through <= strength[a, b])
                continue;
            strength[a, b] = through;
            next[a, b] = next[a, via];
        }
        var levels = new List<IReadOnlyList<int>>();
        var left = Enumerable.Range(0, m).ToList();
        while (left.Count > 0)
        {
            // Path strengths are transitive, so somebody is always without a superior.
            var top = left.Where(a => left.TrueForAll(b => strength[b, a] <= strength[a, b])).ToList();
            levels.Add(top);
            left.RemoveAll(top.Contains);
        }
        return new(strength, next) { Levels = levels };
    }
}
