namespace Meerlaags.Domain.Register.Boundaries;

/// <summary>
/// Leaves out points that no screen shows, after Douglas and Peucker (1973). Lines that two areas share are cut where a third one joins and each piece is simplified once, the
/// same for both: no gaps appear between neighbours.
/// </summary>
public static class Simplification
{
    /// <summary>Most points of a layer that are kept: enough for a screen, and little enough for a page.</summary>
    public const int MostPoints = 20_000;

    private const int Corners = 4;
    private const double FirstTolerance = 4;
    private const double Growth = 1.5;

    // A degree of longitude is that much shorter here than one of latitude.
    private static readonly double Narrow = MapProjection.Narrow;

    /// <summary>The same areas with few enough points; as they are when they have few enough already.</summary>
    public static IReadOnlyList<BoundaryShape> Of(IReadOnlyList<BoundaryShape> shapes)
    {
        if (shapes.Sum(shape => shape.Points) <= MostPoints)
            return shapes;
        var junctions = Junctions(shapes);
        var kept = shapes;
        // Whatever the file, this ends: with so much left out only the junctions and a few corners remain.
        for (var tolerance = FirstTolerance; kept.Sum(shape => shape.Points) > MostPoints && tolerance < 10_000; tolerance *= Growth)
            kept = [.. shapes.Select(shape => Of(shape, junctions, tolerance))];
        return kept;
    }

    private static BoundaryShape Of(BoundaryShape shape, HashSet<MapPoint> junctions, double tolerance)
    {
        var polygons = new List<IReadOnlyList<IReadOnlyList<MapPoint>>>();
        foreach (var polygon in shape.Polygons)
        {
            List<List<MapPoint>> rings = [.. polygon.Select(ring => Ring(ring, junctions, tolerance))];
            if (rings[0].Count >= Corners)
                polygons.Add([rings[0], .. rings.Skip(1).Where(hole => hole.Count >= Corners)]);
        }
        // Small as it may be, an area stays on the map.
        return polygons.Count > 0 ? shape with { Polygons = polygons } : shape with { Polygons = [shape.Polygons.MaxBy(polygon => polygon[0].Count)!] };
    }

    // Points where lines of more than two directions meet.
    private static HashSet<MapPoint> Junctions(IReadOnlyList<BoundaryShape> shapes)
    {
        var junctions = new HashSet<MapPoint>();
        var beside = new Dictionary<MapPoint, (MapPoint One, MapPoint? Other)>();
        foreach (var ring in shapes.SelectMany(shape => shape.Rings))
            for (var place = 0; place + 1 < ring.Count; place++)
            {
                Meet(ring[place], ring[place + 1]);
                Meet(ring[place + 1], ring[place]);
            }
        return junctions;

        void Meet(MapPoint point, MapPoint neighbour)
        {
            if (!beside.TryGetValue(point, out var known))
                beside.Add(point, (neighbour, null));
            else if (known.One == neighbour || known.Other == neighbour)
                return;
            else if (known.Other is null)
                beside[point] = (known.One, neighbour);
            else
                junctions.Add(point);
        }
    }

    private static List<MapPoint> Ring(IReadOnlyList<MapPoint> ring, HashSet<MapPoint> junctions, double tolerance)
    {
        List<MapPoint> open = [.. ring.SkipLast(1)];
        List<int> cuts = [.. open.Index().Where(point => junctions.Contains(point.Item)).Select(point => point.Index)];
        // A ring that meets no other is cut at two places that are found whichever way one walks it.
        if (cuts.Count == 0)
            cuts.Add(open.IndexOf(open.MinBy(point => (point.X, point.Y))));
        if (cuts.Count == 1)
            cuts.Add(open.Index().MaxBy(point => (Squared(open[cuts[0]], point.Item), point.Item.X, point.Item.Y)).Index);
        cuts.Sort();
        var kept = new List<MapPoint>();
        foreach (var (index, cut) in cuts.Index())
        {
            var end = cuts[(index + 1) % cuts.Count];
            var length = ((end - cut + open.Count) % open.Count) + 1;
            MapPoint[] piece = [.. Enumerable.Range(cut, length).Select(place => open[place % open.Count])];
            kept.AddRange(Piece(piece, tolerance).SkipLast(1));
        }
        kept.Add(kept[0]);
        return kept;
    }

    // Always walked the same way, so that both neighbours keep the same points.
    private static MapPoint[] Piece(MapPoint[] piece, double tolerance)
    {
        var turned = (piece[0].X, piece[0].Y).CompareTo((piece[^1].X, piece[^1].Y)) > 0;
        if (turned)
            Array.Reverse(piece);
        var keeps = new bool[piece.Length];
        keeps[0] = keeps[^1] = true;
        var waiting = new Stack<(int From, int To)>([(0, piece.Length - 1)]);
        while (waiting.TryPop(out var part))
        {
            var (farthest, most) = (-1, tolerance * tolerance);
            for (var place = part.From + 1; place < part.To; place++)
                if (Squared(piece[place], piece[part.From], piece[part.To]) is var far && far > most)
                    (farthest, most) = (place, far);
            if (farthest < 0)
                continue;
            keeps[farthest] = true;
            waiting.Push((part.From, farthest));
            waiting.Push((farthest, part.To));
        }
        MapPoint[] kept = [.. piece.Where((_, place) => keeps[place])];
        if (turned)
            Array.Reverse(kept);
        return kept;
    }

    private static double Squared(MapPoint one, MapPoint other) => Math.Pow((one.X - other.X) * Narrow, 2) + Math.Pow(one.Y - other.Y, 2);

    // From a point to the line between two others.
    private static double Squared(MapPoint point, MapPoint from, MapPoint to)
    {
        var (dx, dy) = ((to.X - from.X) * Narrow, (double)(to.Y - from.Y));
        var length = (dx * dx) + (dy * dy);
        var along = length == 0 ? 0 : Math.Clamp(((((point.X - from.X) * Narrow) * dx) + ((point.Y - from.Y) * dy)) / length, 0, 1);
        return Math.Pow(((point.X - from.X) * Narrow) - (along * dx), 2) + Math.Pow(point.Y - from.Y - (along * dy), 2);
    }
}
