using Meerlaags.Deliberation.OpinionGroups.Polis;

namespace Meerlaags.Deliberation.OpinionGroups;

/// <summary>Whether groups were found, and if not, why.</summary>
public enum GroupsFound
{
    Clear,

    /// <summary>There is a best division, but it is weak or falls apart when some participants are left out.</summary>
    NotClear,

    /// <summary>Fewer than three participants with votes.</summary>
    TooFewParticipants,

    /// <summary>Everybody stands in the same place.</summary>
    NoDifferences,
}

/// <summary>A division into k groups: how good (silhouette, inertia) and how stable (mean adjusted Rand over resamples, 1 = always the same).</summary>
public sealed record Division(int Groups, double Silhouette, double Inertia, double Stability, IReadOnlyList<int> GroupOf);

/// <summary>How the groups stand on a statement: product over groups of (A+1)/(S+2) and (D+1)/(S+2), least and largest share agreeing.</summary>
public sealed record StatementStand(int Statement, double BridgingAgree, double BridgingDisagree, double LeastAgree, double MostAgree, double LeastDisagree)
{
    /// <summary>Difference in agreement between the groups furthest apart, between 0 and 1.</summary>
    public double Divides => MostAgree - LeastAgree;
}

/// <summary>
/// Who stands near whom: deterministic, the same for every order of participants and statements. The picture is that of Polis (two components,
/// sparsity-aware projection); the groups are the best of many starts, with their stability shown, and "not clear" is an answer.
/// </summary>
public sealed class OpinionMap
{
    private const int MostGroups = 5;
    private const int Starts = 40;
    private const int Resamples = 20;
    private const double WeakSilhouette = 0.25; // Kaufman and Rousseeuw 1990: below this "no substantial structure"
    private const double WeakStability = 0.5;

    private OpinionMap(VoteMatrix votes, List<int> rows, PolisComponents components, (double X, double Y)[] points)
    {
        (Votes, Rows, Components, Points) = (votes, rows, components, points);
    }

    public VoteMatrix Votes { get; }

    /// <summary>Rows of the participants who take part in the grouping.</summary>
    public IReadOnlyList<int> Rows { get; }

    /// <summary>Where they stand.</summary>
    public IReadOnlyList<(double X, double Y)> Points { get; }

    internal PolisComponents Components { get; }

    public GroupsFound Found { get; private init; }

    /// <summary>The division with the best silhouette, or null when there is none to make.</summary>
    public Division? Best { get; private init; }

    /// <summary>One division per number of groups tried.</summary>
    public IReadOnlyList<Division> Divisions { get; private init; } = [];

    /// <summary>Works from 0 participants on. Moderated-out statements have no influence on the picture and are not listed.</summary>
    public static OpinionMap Draw(VoteMatrix votes, IReadOnlySet<int> moderatedOut, CancellationToken cancellation = default)
    {
        var (map, distinct) = Place(votes, moderatedOut, null);
        if (map.Rows.Count < 3)
            return new(votes, [.. map.Rows], map.Components, [.. map.Points]) { Found = GroupsFound.TooFewParticipants };
        if (distinct < 2)
            return new(votes, [.. map.Rows], map.Components, [.. map.Points]) { Found = GroupsFound.NoDifferences };
        var divisions = new List<Division>();
        for (var k = 2; k <= Math.Min(Math.Min(MostGroups, 2 + map.Rows.Count / 12), distinct); k++)
        {
            cancellation.ThrowIfCancellationRequested();
            var partition = Partition.Find(map.Points, k, Starts);
            divisions.Add(new(k, partition.Silhouette(map.Points), partition.Inertia, Stability(map.Points, partition, k), partition.GroupOf));
        }
        var best = divisions.MaxBy(d => d.Silhouette)!;
        var clear = best.Silhouette >= WeakSilhouette && best.Stability >= WeakStability;
        return new(votes, [.. map.Rows], map.Components, [.. map.Points])
        {
            Divisions = divisions,
            Best = best,
            Found = clear ? GroupsFound.Clear : GroupsFound.NotClear,
        };
    }

    /// <summary>
    /// The map after a few votes more: the components and centres of this map are the start, the number of groups and the stability are kept.
    /// For the moment itself; draw anew when it is quiet.
    /// </summary>
    public OpinionMap Redraw(IReadOnlySet<int> moderatedOut)
    {
        var (map, _) = Place(Votes, moderatedOut, Components.Components);
        if (Best is null || map.Rows.Count < 3)
            return Draw(Votes, moderatedOut);
        var centres = Enumerable
            .Range(0, Best.Groups)
            .Select(g => Enumerable.Range(0, Rows.Count).Where(i => Best.GroupOf[i] == g).Select(i => Points[i]).ToList())
            .Where(members => members.Count > 0)
            .Select(members => (members.Average(p => p.X), members.Average(p => p.Y)))
            .ToArray();
        var partition = Partition.From(map.Points, centres);
        var division = new Division(centres.Length, partition.Silhouette(map.Points), partition.Inertia, Best.Stability, partition.GroupOf);
        return new(Votes, [.. map.Rows], map.Components, [.. map.Points])
        {
            Divisions = [division],
            Best = division,
            Found = Found,
        };
    }

    /// <summary>
    /// How given groups stand on every statement not moderated out, in the order of statement numbers: found groups, or parties and tiers
    /// (group per row, negative for none).
    /// </summary>
    public static IReadOnlyList<StatementStand> Stands(VoteMatrix votes, IReadOnlySet<int> moderatedOut, IReadOnlyList<int> groupOfRow)
    {
        ArgumentNullException.ThrowIfNull(votes);
        var groups = Enumerable.Range(0, votes.Rows).Where(r => groupOfRow[r] >= 0).GroupBy(r => groupOfRow[r]).OrderBy(g => g.Key);
        var counts = groups.Select(g => PolisFigures.Count(votes, g)).ToList();
        var stands = new List<StatementStand>();
        for (var c = 0; c < votes.Columns; c++)
        {
            if (moderatedOut.Contains(votes.Statements[c]))
                continue;
            var agree = counts.ConvertAll(g => (g[c].Agree + 1.0) / (g[c].Seen + 2.0));
            var disagree = counts.ConvertAll(g => (g[c].Disagree + 1.0) / (g[c].Seen + 2.0));
            if (agree.Count == 0)
                continue;
            stands.Add(
                new(votes.Statements[c], agree.Aggregate((a, b) => a * b), disagree.Aggregate((a, b) => a * b), agree.Min(), agree.Max(), disagree.Min())
            );
        }
        return [.. stands.OrderBy(s => s.Statement)];
    }

    /// <summary>Group per row of <see cref="Votes"/>: -1 for who is in none.</summary>
    public IReadOnlyList<int> GroupOfRow()
    {
        var group = new int[Votes.Rows];
        Array.Fill(group, -1);
        for (var i = 0; i < Rows.Count; i++)
            group[Rows[i]] = Best?.GroupOf[i] ?? 0;
        return group;
    }

    private static (OpinionMap Map, int Distinct) Place(VoteMatrix votes, IReadOnlySet<int> moderatedOut, double[][]? start)
    {
        ArgumentNullException.ThrowIfNull(votes);
        ArgumentNullException.ThrowIfNull(moderatedOut);
        var signed = PolisPca.Signed(votes, moderatedOut);
        var components = PolisPca.Compute(signed, votes.Rows, votes.Columns, start);
        var projection = PolisPca.Project(signed, votes.Rows, votes.Columns, components);
        var rows = PolisPipeline.InConversation(votes);
        var points = rows.ConvertAll(r => projection[r]);
        var distinct = points.Select(p => (Math.Round(p.X, 9), Math.Round(p.Y, 9))).Distinct().Count();
        return (new(votes, rows, components, [.. points]), distinct);
    }

    // Leave out every fifth participant in turn and in two directions (few participants: every single one), divide again, compare the rest.
    private static double Stability(IReadOnlyList<(double X, double Y)> points, Partition whole, int k)
    {
        var order = Enumerable.Range(0, points.Count).OrderBy(i => points[i].X).ThenBy(i => points[i].Y).ToArray();
        var samples = Math.Min(Resamples, points.Count);
        var (sum, counted) = (0.0, 0);
        for (var s = 0; s < samples; s++)
        {
            var kept = order.Where((_, place) => points.Count <= Resamples ? place != s : Scatter(place, s) % 5 != 0).ToArray();
            var part = Array.ConvertAll(kept, i => points[i]);
            if (part.Distinct().Count() < k)
                continue;
            var again = Partition.Find(part, k, starts: 4);
            sum += Partition.AdjustedRand(Array.ConvertAll(kept, i => whole.GroupOf[i]), again.GroupOf);
            counted++;
        }
        return counted == 0 ? 0 : sum / counted;
    }

    private static uint Scatter(int place, int sample)
    {
        var z = (uint)(place * 20 + sample) * 0x9E3779B9u;
        z = (z ^ z >> 16) * 0x85EBCA6Bu;
        return z ^ z >> 13;
    }
}
