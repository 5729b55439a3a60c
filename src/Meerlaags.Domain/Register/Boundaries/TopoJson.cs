using System.Text.Json;
using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Register.Boundaries;

/// <summary>Reads TopoJSON: areas that share their arcs. An arc that is named by a negative number is walked backwards.</summary>
internal sealed class TopoJson
{
    private readonly PointReader points;
    private readonly List<MapPoint[]> arcs = [];

    private TopoJson(PointReader points) => this.points = points;

    /// <summary>The areas of all its objects.</summary>
    public static IEnumerable<FoundArea> Areas(FilePlace root, PointReader points)
    {
        var topology = new TopoJson(points);
        var transform = root.Find("transform") is { } found
            ? (Pair(found.Get("scale")), Pair(found.Get("translate")))
            : (((double, double), (double, double))?)null;
        foreach (var arc in root.Get("arcs").Items())
            topology.arcs.Add(topology.Arc(arc, transform));
        foreach (var (name, layer) in root.Get("objects").Properties())
        foreach (var area in topology.Gather(layer, name))
            yield return area;
    }

    private static (double, double) Pair(FilePlace place) => PointReader.Numbers(place.Element, place.Path, 0);

    // With a transform the first position is whole, the others are steps, all in small units.
    private MapPoint[] Arc(FilePlace arc, ((double X, double Y) Scale, (double X, double Y) Translate)? transform)
    {
        var read = new MapPoint[arc.Is(JsonValueKind.Array).Element.GetArrayLength()];
        if (read.Length < 2)
            throw FilePlace.Wrong(new Refusal("boundary.too-few-points", arc.Path, read.Length, 2));
        points.Count(read.Length);
        var (index, x, y) = (0, 0.0, 0.0);
        foreach (var position in arc.Element.EnumerateArray())
        {
            var (stepX, stepY) = PointReader.Numbers(position, arc.Path, index);
            (x, y) = transform is null ? (stepX, stepY) : (x + stepX, y + stepY);
            var at = transform is { } known ? ((x * known.Scale.X) + known.Translate.X, (y * known.Scale.Y) + known.Translate.Y) : (x, y);
            read[index] = points.Point(at, arc.Path, index);
            index++;
        }
        return read;
    }

    private IEnumerable<FoundArea> Gather(FilePlace geometry, string layer)
    {
        if (geometry.Get("type").Text() == "GeometryCollection")
        {
            foreach (var part in geometry.Get("geometries").Items())
            foreach (var area in Gather(part, layer))
                yield return area;
            yield break;
        }
        var (code, named) = geometry.Code(layer);
        IReadOnlyList<IReadOnlyList<IReadOnlyList<MapPoint>>> polygons = geometry.Get("type").Text() switch
        {
            "Polygon" => [Polygon(geometry.Get("arcs"))],
            "MultiPolygon" => [.. geometry.Get("arcs").Items().Select(Polygon)],
            var other => throw FilePlace.Wrong(new Refusal("boundary.no-area", geometry.Path, FilePlace.Short(other))),
        };
        if (polygons.Count == 0)
            throw FilePlace.Wrong(new Refusal("boundary.no-rings", geometry.Path));
        yield return new FoundArea(geometry.Path, code, named, polygons);
    }

    private IReadOnlyList<IReadOnlyList<MapPoint>> Polygon(FilePlace polygon) => GeoJson.Closed(polygon.Path, polygon.Items().Select(Ring));

    private List<MapPoint> Ring(FilePlace ring)
    {
        var walked = new List<MapPoint>();
        foreach (var number in ring.Items())
        {
            if (number.Element.ValueKind != JsonValueKind.Number || !number.Element.TryGetInt32(out var index))
                throw FilePlace.Wrong(new Refusal("boundary.no-arc", number.Path, FilePlace.Short(number.Element.GetRawText())));
            var place = index < 0 ? ~index : index;
            if (place >= arcs.Count)
                throw FilePlace.Wrong(new Refusal("boundary.no-arc", number.Path, index));
            var arc = arcs[place];
            points.Count(arc.Length);
            var (first, last) = index < 0 ? (arc[^1], arc[0]) : (arc[0], arc[^1]);
            if (walked.Count > 0 && walked[^1] != first)
                throw FilePlace.Wrong(new Refusal("boundary.arcs-apart", number.Path));
            walked.AddRange((index < 0 ? arc.Reverse() : arc).Skip(walked.Count > 0 ? 1 : 0));
        }
        return GeoJson.Checked(walked, ring.Path);
    }
}
