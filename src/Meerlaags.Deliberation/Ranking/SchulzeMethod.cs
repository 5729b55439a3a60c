namespace Meerlaags.Deliberation.Ranking;

/// <summary>One victory on a path and its strength.</summary>
public readonly record struct PathStep(int Winner, int Loser, long Strength);

/// <summary>
/// Why one candidate stands above, beside or below another: the strongest path each way (empty when there is none) and how strong each is;
/// a path is as strong as its weakest step.
/// </summary>
public sealed record PathComparison(int Against, IReadOnlyList<PathStep> There, long ThereStrength, IReadOnlyList<PathStep> Back, long BackStrength);

/// <summary>
/// The Schulze method (Schulze, Social Choice and Welfare 36, 2011): a is above b when the strongest path of victories from a to b is
/// stronger than that back; a path is as strong as its weakest victory. O(m^3).
/// </summary>
public sealed class SchulzeMethod
{
    private readonly PairwiseMatrix matrix;
    private readonly VictoryStrength measure;
    private readonly long[,] strength;
    private readonly int[,] next;

    private SchulzeMethod(PairwiseMatrix matrix, VictoryStrength measure, long[,] strength, int[,] next) =>
        (this.matrix, this.measure, this.strength, this.next) = (matrix, measure, strength, next);

    /// <summary>Winners: candidates above whom nobody is, ascending; more than one when they tie, none without candidates.</summary>
    public IReadOnlyList<int> Winners => Levels.Count == 0 ? [] : Levels[0];

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

    /// <summary>A candidate against each other one, in order of their numbers: the reasons for its place.</summary>
    public IReadOnlyList<PathComparison> Explain(int candidate) =>
        [
            .. Enumerable
                .Range(0, matrix.CandidateCount)
                .Where(other => other != candidate)
                .Select(other => new PathComparison(
                    other,
                    Steps(candidate, other),
                    strength[candidate, other],
                    Steps(other, candidate),
                    strength[other, candidate]
                )),
        ];

    /// <summary>Ranks all candidates. Ballots may be partial: who is not named is below all named and equal to each other.</summary>
    public static SchulzeMethod Rank(PairwiseMatrix matrix, VictoryStrength measure = VictoryStrength.Margins)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var m = matrix.CandidateCount;
        var (strength, next) = (new long[m, m], new int[m, m]);
        for (var a = 0; a < m; a++)
        for (var b = 0; b < m; b++)
        {
            next[a, b] = b;
            if (a != b)
                strength[a, b] = matrix.Victory(a, b, measure);
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
        return new(matrix, measure, strength, next) { Levels = levels };
    }

    private PathStep[] Steps(int from, int to)
    {
        var path = Path(from, to);
        return [.. path.Zip(path.Skip(1), (a, b) => new PathStep(a, b, matrix.Victory(a, b, measure)))];
    }
}
