namespace Meerlaags.Domain.Register.Boundaries;

/// <summary>
/// What areas make together. Neighbours share their lines point by point, so a line that two areas of one region have lies within it, and the others are its outline. Each line
/// is drawn once, and a region needs no boundaries of its own.
/// </summary>
public static class SharedLines
{
    /// <summary>The outline of areas together.</summary>
    public static IReadOnlyList<IReadOnlyList<MapPoint>> Outline(IEnumerable<BoundaryShape> areas) =>
        Chained(Counted(areas).Where(line => line.Value == 1).Select(line => line.Key));

    /// <summary>The lines within regions: those that two areas of the same region share.</summary>
    /// <param name="regions">The areas of each region.</param>
    public static IReadOnlyList<IReadOnlyList<MapPoint>> Within(IEnumerable<IReadOnlyCollection<BoundaryShape>> regions) =>
        Chained(regions.SelectMany(Counted).Where(line => line.Value > 1).Select(line => line.Key).Distinct());

    private static Dictionary<(MapPoint From, MapPoint To), int> Counted(IEnumerable<BoundaryShape> areas)
    {
        var counted = new Dictionary<(MapPoint, MapPoint), int>();
        foreach (var ring in areas.SelectMany(area => area.Rings))
            for (var place = 1; place < ring.Count; place++)
            {
                var line =
                    (ring[place - 1].X, ring[place - 1].Y).CompareTo((ring[place].X, ring[place].Y)) < 0
                        ? (ring[place - 1], ring[place])
                        : (ring[place], ring[place - 1]);
                counted[line] = counted.GetValueOrDefault(line) + 1;
            }
        return counted;
    }

    // Loose pieces into lines as long as can be: first those with loose ends, then what goes round.
    private static List<IReadOnlyList<MapPoint>> Chained(IEnumerable<(MapPoint From, MapPoint To)> pieces)
    {
        var beside = new Dictionary<MapPoint, List<MapPoint>>();
        foreach (var (from, to) in pieces)
        {
            Beside(from).Add(to);
            Beside(to).Add(from);
        }
        var chained = new List<IReadOnlyList<MapPoint>>();
        foreach (var start in beside.Where(point => point.Value.Count % 2 == 1).Concat(beside).Select(point => point.Key).ToList())
            while (beside[start].Count > 0)
                chained.Add(Walk(start));
        return chained;

        List<MapPoint> Beside(MapPoint point)
        {
            if (!beside.TryGetValue(point, out var known))
                beside.Add(point, known = []);
            return known;
        }

        List<MapPoint> Walk(MapPoint start)
        {
            List<MapPoint> walked = [start];
            while (beside[walked[^1]] is { Count: > 0 } next)
            {
                var to = next[^1];
                next.RemoveAt(next.Count - 1);
                beside[to].Remove(walked[^1]);
                walked.Add(to);
                if (to == start)
                    break;
            }
            return walked;
        }
    }
}
