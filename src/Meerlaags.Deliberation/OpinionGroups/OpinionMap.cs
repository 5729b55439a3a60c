namespace Meerlaags.Deliberation.OpinionGroups;

/// <summary>Whether groups were found, and if not, why.</summary>
public enum GroupsFound
{
    /// <summary>Tighter than chance gives, and the same when some participants are left out.</summary>
    Clear,

    /// <summary>There is a best division, but clouds without groups divide as well, or it falls apart when some participants are left out.</summary>
    NotClear,

    /// <summary>Fewer than three participants with votes.</summary>
    TooFewParticipants,

    /// <summary>Everybody stands in the same place.</summary>
    NoDifferences,

    /// <summary>
    /// The votes have mirrors (participants and statements change places and every vote stays), and every division found has others that are
    /// just as good: which of them is shown would be a matter of numbers, so none is.
    /// </summary>
    Interchangeable,
}

/// <summary>
/// A division into k groups: how good (mean silhouette, -1 to 1; inertia, the sum of squared distances), how stable (mean adjusted Rand index
/// over resamples, 1 = always the same), and the silhouette that clouds without groups reach. <see cref="GroupOf"/> in the order of the map's rows.
/// </summary>
public sealed record Division(int Groups, double Silhouette, double Inertia, double Stability, double SilhouetteByChance, IReadOnlyList<int> GroupOf)
{
    private const double WeakSilhouette = 0.25; // Kaufman and Rousseeuw 1990: below this "no substantial structure"
    private const double WeakStability = 0.5;

    /// <summary>Whether these are groups to speak of.</summary>
    public bool IsClear => Silhouette >= WeakSilhouette && Silhouette > SilhouetteByChance && Stability >= WeakStability;
}

/// <summary>
/// Who stands near whom: deterministic, the same for every order and numbering of participants and statements. The picture is that of Polis
/// (two components, sparsity-aware projection); the groups are the best of many starts, with their stability shown, and "not clear" is an answer.
/// </summary>
public sealed class OpinionMap
{
    private const int MostGroups = 5;
    private const int ParticipantsPerGroup = 12;
    private const int Starts = 40;
    private const int FewestParticipants = 3;

    private readonly OpinionPicture picture;
    private readonly int[] order; // place in the canonical order of the picture, per row of the map

    private readonly (int X, int Y) facing; // 1, or -1 where the map is the mirror image of the picture

    private OpinionMap(VoteMatrix votes, IReadOnlySet<int> moderatedOut, OpinionPicture picture, OpinionMap? before = null)
    {
        (Votes, ModeratedOut, this.picture) = (votes, moderatedOut, picture);
        facing = before is null ? (1, 1) : Facing(before);
        order = [.. Enumerable.Range(0, picture.Rows.Length).OrderBy(i => picture.Rows[i])];
        Rows = Array.ConvertAll(order, i => picture.Rows[i]);
        Points = Array.ConvertAll(order, i => (facing.X * picture.Points[i].X, facing.Y * picture.Points[i].Y));
    }

    private OpinionMap(OpinionMap drawn)
    {
        (Votes, ModeratedOut, picture, order, facing) = (drawn.Votes, drawn.ModeratedOut, drawn.picture, drawn.order, drawn.facing);
        (Rows, Points) = (drawn.Rows, drawn.Points);
    }

    /// <summary>The votes the map was drawn from.</summary>
    public VoteMatrix Votes { get; }

    /// <summary>Statements taken out by a moderator: they pull nobody anywhere. (In the stretch for few votes they count as seen, as in Polis.)</summary>
    public IReadOnlySet<int> ModeratedOut { get; }

    /// <summary>Rows of the participants who take part in the grouping, ascending.</summary>
    public IReadOnlyList<int> Rows { get; }

    /// <summary>Where they stand; no unit, only distances mean something.</summary>
    public IReadOnlyList<(double X, double Y)> Points { get; }

    /// <summary>Whether there are groups to speak of, and if not, why.</summary>
    public GroupsFound Found { get; private init; }

    /// <summary>The division with the best silhouette, or null when there is none to make.</summary>
    public Division? Best { get; private init; }

    /// <summary>One division per number of groups tried.</summary>
    public IReadOnlyList<Division> Divisions { get; private init; } = [];

    /// <summary>True after <see cref="With"/>: number of groups, stability and chance are those of the last map with all divisions.</summary>
    public bool IsProvisional { get; private init; }

    /// <summary>Draws the map; works from 0 participants on. A vote not given is missing, never a pass.</summary>
    public static OpinionMap Draw(VoteMatrix votes, IReadOnlySet<int> moderatedOut, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(votes);
        ArgumentNullException.ThrowIfNull(moderatedOut);
        return new OpinionMap(votes, moderatedOut, OpinionPicture.Take(votes, moderatedOut, cancellation)).Divided(cancellation);
    }

    // With one division per number of groups.
    private OpinionMap Divided(CancellationToken cancellation)
    {
        var distinct = Distinct(picture);
        if (WhyNone(picture, distinct) is { } reason)
            return new(this) { Found = reason };
        var divisions = new List<Division>();
        var most = Math.Min(Math.Min(MostGroups, 2 + picture.Points.Length / ParticipantsPerGroup), distinct);
        for (var k = 2; k <= most; k++)
        {
            var partition = Partition.Find(picture.Points, k, Starts, cancellation);
            if (!Settles(partition))
                continue;
            var stability = Resampling.Stability(picture.Points, partition, k, cancellation);
            divisions.Add(Divide(partition, stability, Resampling.SilhouetteByChance(picture.Points, k, cancellation)));
        }
        var best = divisions.MaxBy(d => d.Silhouette);
        return new(this)
        {
            Divisions = divisions,
            Best = best,
            Found =
                best is null ? GroupsFound.Interchangeable
                : best.IsClear ? GroupsFound.Clear
                : GroupsFound.NotClear,
        };
    }

    /// <summary>
    /// The map after a few votes more, also of new participants or on new statements, at once: only the number of groups, their stability and
    /// what chance gives are kept. The division is exactly the one that drawing anew has for this number of groups, and the map is turned the
    /// way of this one. Where there was no division, or none into as many groups is left, it is drawn anew.
    /// </summary>
    public OpinionMap With(IReadOnlyCollection<Vote> votes, CancellationToken cancellation = default)
    {
        var after = Votes.With(votes);
        var map = new OpinionMap(after, ModeratedOut, OpinionPicture.Take(after, ModeratedOut, cancellation), this);
        var distinct = Distinct(map.picture);
        if (Best is null || WhyNone(map.picture, distinct) is not null || distinct < Best.Groups)
            return map.Divided(cancellation);
        var partition = Partition.Find(map.picture.Points, Best.Groups, Starts, cancellation);
        if (!map.Settles(partition))
            return map.Divided(cancellation);
        var division = map.Divide(partition, Best.Stability, Best.SilhouetteByChance);
        return new(map)
        {
            Divisions = [division],
            Best = division,
            Found = division.IsClear ? GroupsFound.Clear : GroupsFound.NotClear,
            IsProvisional = true,
        };
    }

    /// <summary>Group per row of <see cref="Votes"/>: -1 for who is in none; one group for all where none was found.</summary>
    public IReadOnlyList<int> GroupOfRow()
    {
        var group = new int[Votes.Rows];
        Array.Fill(group, -1);
        for (var i = 0; i < Rows.Count; i++)
            group[Rows[i]] = Best?.GroupOf[i] ?? 0;
        return group;
    }

    private Division Divide(Partition partition, double stability, double chance) =>
        new(partition.Groups, partition.Silhouette(picture.Points), partition.Inertia, stability, chance, Array.ConvertAll(order, i => partition.GroupOf[i]));

    // A new direction may come out the other way round; people would then jump from left to right.
    private (int X, int Y) Facing(OpinionMap before)
    {
        var (x, y) = (0.0, 0.0);
        foreach (var (statement, now) in picture.Directions)
            if (before.picture.Directions.TryGetValue(statement, out var then))
                (x, y) = (x + now.X * then.X, y + now.Y * then.Y);
        return (x < 0 ? -before.facing.X : before.facing.X, y < 0 ? -before.facing.Y : before.facing.Y);
    }

    private bool Settles(Partition partition)
    {
        var group = new int[Votes.Rows];
        Array.Fill(group, -1);
        for (var i = 0; i < picture.Rows.Length; i++)
            group[picture.Rows[i]] = partition.GroupOf[i];
        return picture.Order.Settles(group);
    }

    private static GroupsFound? WhyNone(OpinionPicture picture, int distinct) =>
        picture.Points.Length < FewestParticipants ? GroupsFound.TooFewParticipants
        : distinct < 2 ? GroupsFound.NoDifferences
        : null;

    private static int Distinct(OpinionPicture picture) => picture.Points.Select(p => (Math.Round(p.X, 9), Math.Round(p.Y, 9))).Distinct().Count();
}
