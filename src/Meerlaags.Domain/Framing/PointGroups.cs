using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Framing;

/// <summary>A thought with everyone who raised it: one point, or several that people marked as the same.</summary>
/// <param name="Points">The points, in the order of the parties at the table.</param>
/// <param name="Parties">The parties that raised it.</param>
public sealed record PointGroup(IReadOnlyList<RaisedPoint> Points, IReadOnlyList<PartyId> Parties)
{
    /// <summary>The names people gave it, in order of time; the last one holds.</summary>
    public IReadOnlyList<PointName> Names { get; init; } = [];

    /// <summary>What people call it, or null.</summary>
    public string? Name => Names is [.., var last] ? last.Name : null;
}

/// <summary>A name that people gave to points that are the same.</summary>
/// <param name="Name">The name.</param>
/// <param name="Points">The points that were together then.</param>
/// <param name="By">Who gave it.</param>
/// <param name="Party">The party that person spoke for, or null for the facilitator.</param>
/// <param name="At">When.</param>
public sealed record PointName(string Name, IReadOnlyList<PointId> Points, PersonId By, PartyId? Party, DateTimeOffset At)
{
    /// <summary>Most graphemes: a name, no sentence.</summary>
    public const int Limit = 80;
}

/// <summary>A point with the party that raised it.</summary>
public sealed record RaisedPoint(PartyId Party, Point Point);

/// <summary>What was raised by one, by several and by all, computed from what people marked as the same.</summary>
/// <param name="ByOne">Raised by one party only: shown first, since tables overlook exactly these (Stasser and Titus 1985).</param>
/// <param name="BySeveral">Raised by more than one, not by all.</param>
/// <param name="ByAll">Raised by every party whose text is open.</param>
public sealed record PointGroups(IReadOnlyList<PointGroup> ByOne, IReadOnlyList<PointGroup> BySeveral, IReadOnlyList<PointGroup> ByAll)
{
    /// <summary>All groups, those of one party first.</summary>
    public IEnumerable<PointGroup> All => [.. ByOne, .. BySeveral, .. ByAll];

    /// <summary>The group a point is in, or null.</summary>
    public PointGroup? Of(PointId point) => All.FirstOrDefault(group => group.Points.Any(raised => raised.Point.Id == point));

    /// <summary>The points that marks tie to this one, itself among them.</summary>
    public static IReadOnlySet<PointId> Tied(IReadOnlyCollection<SamePoint> marks, PointId point)
    {
        HashSet<PointId> tied = [point];
        var found = 0;
        while (tied.Count > found)
        {
            found = tied.Count;
            foreach (var mark in marks.Where(mark => mark.Ties && (tied.Contains(mark.First) || tied.Contains(mark.Second))))
                tied.UnionWith([mark.First, mark.Second]);
        }
        return tied;
    }

    /// <summary>Groups the points of open texts: connected components of the marks that tie. A name stays with the group that holds most of the points it was given to.</summary>
    public static PointGroups From(IEnumerable<Formulation> texts, IEnumerable<SamePoint> marks, IReadOnlyList<PointName>? names = null)
    {
        var open = texts.Where(text => text.RevealedAt is not null).ToList();
        var raised = open.SelectMany(text => text.Points.Select(point => new RaisedPoint(text.Party, point))).ToList();
        var leader = raised.ToDictionary(point => point.Point.Id, point => point.Point.Id);

        foreach (var mark in marks.Where(mark => mark.Ties))
        {
            if (leader.ContainsKey(mark.First) && leader.ContainsKey(mark.Second))
                leader[Lead(mark.Second)] = Lead(mark.First);
        }

        var groups = raised
            .GroupBy(point => Lead(point.Point.Id))
            .Select(group => new PointGroup([.. group], [.. group.Select(point => point.Party).Distinct()]))
            .ToList();
        var named = (names ?? []).ToLookup(name => Holding(groups, name));
        groups = [.. groups.Select(group => group with { Names = [.. named[group.Points[0].Point.Id].OrderBy(name => name.At)] })];
        return new PointGroups(
            [.. groups.Where(group => group.Parties.Count == 1 && open.Count > 1)],
            [.. groups.Where(group => group.Parties.Count > 1 && group.Parties.Count < open.Count).OrderBy(group => group.Parties.Count)],
            [.. groups.Where(group => group.Parties.Count == open.Count)]
        );

        // Of two halves the one with the first of the points keeps the name; a point on its own is called by its own words.
        static PointId? Holding(IEnumerable<PointGroup> groups, PointName name) =>
            groups
                .Where(group => group.Points.Count > 1)
                .Select(group => (group, Held: group.Points.Select(raised => raised.Point.Id).Intersect(name.Points).ToList()))
                .Where(found => found.Held.Count > 0)
                .OrderByDescending(found => found.Held.Count)
                .ThenBy(found => found.Held.Min(point => point.Value))
                .Select(found => (PointId?)found.group.Points[0].Point.Id)
                .FirstOrDefault();

        PointId Lead(PointId point)
        {
            while (leader[point] != point)
                point = leader[point];
            return point;
        }
    }
}
