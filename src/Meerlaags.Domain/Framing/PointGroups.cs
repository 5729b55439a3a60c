using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Framing;

/// <summary>A thought with everyone who raised it: one point, or several that people marked as the same.</summary>
/// <param name="Points">The points, in the order of the parties at the table.</param>
/// <param name="Parties">The parties that raised it.</param>
public sealed record PointGroup(IReadOnlyList<RaisedPoint> Points, IReadOnlyList<PartyId> Parties);

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

    /// <summary>Groups the points of open texts: connected components of the marks that stand.</summary>
    public static PointGroups From(IEnumerable<Formulation> texts, IEnumerable<SamePoint> marks)
    {
        var open = texts.Where(text => text.RevealedAt is not null).ToList();
        var raised = open.SelectMany(text => text.Points.Select(point => new RaisedPoint(text.Party, point))).ToList();
        var leader = raised.ToDictionary(point => point.Point.Id, point => point.Point.Id);

        foreach (var mark in marks.Where(mark => mark.UndoneAt is null))
        {
            if (leader.ContainsKey(mark.First) && leader.ContainsKey(mark.Second))
                leader[Lead(mark.Second)] = Lead(mark.First);
        }

        var groups = raised
            .GroupBy(point => Lead(point.Point.Id))
            .Select(group => new PointGroup([.. group], [.. group.Select(point => point.Party).Distinct()]))
            .ToList();
        return new PointGroups(
            [.. groups.Where(group => group.Parties.Count == 1 && open.Count > 1)],
            [.. groups.Where(group => group.Parties.Count > 1 && group.Parties.Count < open.Count).OrderBy(group => group.Parties.Count)],
            [.. groups.Where(group => group.Parties.Count == open.Count)]
        );

        PointId Lead(PointId point)
        {
            while (leader[point] != point)
                point = leader[point];
            return point;
        }
    }
}
