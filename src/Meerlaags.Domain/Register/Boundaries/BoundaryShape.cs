using System.Globalization;
using System.Text;

namespace Meerlaags.Domain.Register.Boundaries;

/// <summary>A spot on the map, in ten-thousandths of a degree: about ten metres, finer than any screen shows.</summary>
/// <param name="X">Longitude.</param>
/// <param name="Y">Latitude.</param>
public readonly record struct MapPoint(int X, int Y)
{
    private const double PerDegree = 10_000;

    /// <summary>Degrees east.</summary>
    public double Longitude => X / PerDegree;

    /// <summary>Degrees north.</summary>
    public double Latitude => Y / PerDegree;

    /// <summary>The spot nearest to these degrees.</summary>
    public static MapPoint At(double longitude, double latitude) =>
        new((int)Math.Round(longitude * PerDegree, MidpointRounding.AwayFromZero), (int)Math.Round(latitude * PerDegree, MidpointRounding.AwayFromZero));
}

/// <summary>One area and its boundary. A polygon is its outer ring and the rings around its holes; a ring ends where it begins.</summary>
/// <param name="Code">Code of the area.</param>
/// <param name="Polygons">Its parts: islands and exclaves are parts of their own.</param>
public sealed record BoundaryShape(string Code, IReadOnlyList<IReadOnlyList<IReadOnlyList<MapPoint>>> Polygons)
{
    /// <summary>All rings, of parts and of holes.</summary>
    public IEnumerable<IReadOnlyList<MapPoint>> Rings => Polygons.SelectMany(polygon => polygon);

    /// <summary>How many points it has.</summary>
    public int Points => Rings.Sum(ring => ring.Count);

    /// <summary>The boundary as text: polygons between bars, rings between semicolons, the first point and then steps; the last point is the first one again and left out.</summary>
    public string ToPath()
    {
        var text = new StringBuilder();
        foreach (var polygon in Polygons)
        {
            if (text.Length > 0)
                text.Append('|');
            foreach (var (index, ring) in polygon.Index())
            {
                if (index > 0)
                    text.Append(';');
                var before = default(MapPoint);
                foreach (var (place, point) in ring.SkipLast(1).Index())
                {
                    if (place > 0)
                        text.Append(' ');
                    text.Append(CultureInfo.InvariantCulture, $"{point.X - before.X} {point.Y - before.Y}");
                    before = point;
                }
            }
        }
        return text.ToString();
    }

    /// <summary>Reads the text that <see cref="ToPath"/> wrote.</summary>
    public static BoundaryShape FromPath(string code, string path) =>
        new(code, [.. path.Split('|').Select(polygon => (IReadOnlyList<IReadOnlyList<MapPoint>>)[.. polygon.Split(';').Select(Ring)])]);

    private static IReadOnlyList<MapPoint> Ring(string text)
    {
        var numbers = text.Split(' ');
        var ring = new MapPoint[(numbers.Length / 2) + 1];
        var before = default(MapPoint);
        for (var place = 0; place + 1 < numbers.Length; place += 2)
        {
            before = new MapPoint(
                before.X + int.Parse(numbers[place], CultureInfo.InvariantCulture),
                before.Y + int.Parse(numbers[place + 1], CultureInfo.InvariantCulture)
            );
            ring[place / 2] = before;
        }
        ring[^1] = ring[0];
        return ring;
    }
}
