using System.Text.Json;
using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Register.Boundaries;

/// <summary>Reads a GeoJSON feature collection (RFC 7946).</summary>
internal static class GeoJson
{
    private const int Corners = 4;

    /// <summary>Its areas.</summary>
    public static IEnumerable<FoundArea> Areas(FilePlace root, PointReader points)
    {
        foreach (var feature in root.Get("features").Items())
        {
            var (code, named) = feature.Code("");
            var polygons = new List<IReadOnlyList<IReadOnlyList<MapPoint>>>();
            Gather(feature.Get("geometry"), polygons, points);
            yield return new FoundArea(feature.Path, code, named, polygons);
        }
    }

    private static void Gather(FilePlace geometry, List<IReadOnlyList<IReadOnlyList<MapPoint>>> polygons, PointReader points)
    {
        switch (geometry.Get("type").Text())
        {
            case "Polygon":
                polygons.Add(Polygon(geometry.Get("coordinates"), points));
                break;
            case "MultiPolygon":
                polygons.AddRange(geometry.Get("coordinates").Items().Select(polygon => Polygon(polygon, points)));
                break;
            case "GeometryCollection":
                foreach (var part in geometry.Get("geometries").Items())
                    Gather(part, polygons, points);
                break;
            case var other:
                throw FilePlace.Wrong(new Refusal("boundary.no-area", geometry.Path, FilePlace.Short(other)));
        }
        if (polygons.Count == 0)
            throw FilePlace.Wrong(new Refusal("boundary.no-rings", geometry.Path));
    }

    private static IReadOnlyList<IReadOnlyList<MapPoint>> Polygon(FilePlace polygon, PointReader points) =>
        Closed(polygon.Path, polygon.Items().Select(ring => Ring(ring, points)));

    private static List<MapPoint> Ring(FilePlace ring, PointReader points)
    {
        var read = new List<MapPoint>(ring.Is(JsonValueKind.Array).Element.GetArrayLength());
        points.Count(read.Capacity);
        foreach (var position in ring.Element.EnumerateArray())
            read.Add(points.Point(PointReader.Numbers(position, ring.Path, read.Count), ring.Path, read.Count));
        return Checked(read, ring.Path);
    }

    /// <summary>A ring that ends where it begins and goes around something.</summary>
    public static List<MapPoint> Checked(List<MapPoint> ring, string path)
    {
        if (ring.Count < Corners)
            throw FilePlace.Wrong(new Refusal("boundary.too-few-points", path, ring.Count, Corners));
        if (ring[0] != ring[^1])
            throw FilePlace.Wrong(new Refusal("boundary.open-ring", path));
        return ring;
    }

    /// <summary>The rings of a polygon; what is smaller than the map can show falls away, but never all of it.</summary>
    public static IReadOnlyList<IReadOnlyList<MapPoint>> Closed(string path, IEnumerable<List<MapPoint>> rings)
    {
        List<List<MapPoint>> all = [.. rings.Select(Without)];
        if (all.Count == 0)
            throw FilePlace.Wrong(new Refusal("boundary.no-rings", path));
        if (all[0].Count < Corners)
            throw FilePlace.Wrong(new Refusal("boundary.too-small", path));
        return [all[0], .. all.Skip(1).Where(hole => hole.Count >= Corners)];
    }

    private static List<MapPoint> Without(List<MapPoint> ring)
    {
        var kept = new List<MapPoint>(ring.Count);
        foreach (var point in ring)
            if (kept.Count == 0 || kept[^1] != point)
                kept.Add(point);
        return kept;
    }
}
