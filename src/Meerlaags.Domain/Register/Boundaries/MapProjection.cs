using System.Globalization;
using System.Text;

namespace Meerlaags.Domain.Register.Boundaries;

/// <summary>A spot on a drawing: whole units of some sixty metres, from the upper left.</summary>
/// <param name="X">To the right.</param>
/// <param name="Y">Down.</param>
public readonly record struct DrawnPoint(int X, int Y);

/// <summary>From degrees to the drawing: equirectangular, with the width of a degree as it is in the middle of the Netherlands.</summary>
public static class MapProjection
{
    /// <summary>How much shorter a degree of longitude is than one of latitude, at 52.15 degrees north.</summary>
    public static readonly double Narrow = Math.Cos(52.15 * Math.PI / 180);

    private const double UnitsPerStep = 0.18;
    private const int West = 33_000;
    private const int North = 537_000;

    /// <summary>The spot on the drawing.</summary>
    public static DrawnPoint Of(MapPoint point) =>
        new((int)Math.Round((point.X - West) * Narrow * UnitsPerStep), (int)Math.Round((North - point.Y) * UnitsPerStep));

    /// <summary>Lines as the path of an SVG drawing, in small relative steps; points that fall together are left out. A line that ends where it begins is closed.</summary>
    public static string Path(IEnumerable<IReadOnlyList<MapPoint>> lines)
    {
        var path = new StringBuilder();
        foreach (var line in lines)
        {
            var isRing = line.Count > 1 && line[0] == line[^1];
            var steps = Steps(isRing ? line.SkipLast(1) : line);
            // What falls together cannot be seen.
            if (steps.Count < (isRing ? 3 : 2))
                continue;
            path.Append(CultureInfo.InvariantCulture, $"M{steps[0].X} {steps[0].Y}l");
            for (var place = 1; place < steps.Count; place++)
                Step(path, steps[place].X - steps[place - 1].X, steps[place].Y - steps[place - 1].Y, first: place == 1);
            if (isRing)
                path.Append('z');
        }
        return path.ToString();
    }

    /// <summary>Spots as a path of dots: drawn with a thick round line.</summary>
    public static string Dots(IEnumerable<DrawnPoint> spots) =>
        string.Concat(spots.Select(spot => string.Create(CultureInfo.InvariantCulture, $"M{spot.X} {spot.Y}h0")));

    // A minus sign parts two numbers as well as a space does.
    private static void Step(StringBuilder path, int x, int y, bool first)
    {
        if (!first && x >= 0)
            path.Append(' ');
        path.Append(CultureInfo.InvariantCulture, $"{x}");
        if (y >= 0)
            path.Append(' ');
        path.Append(CultureInfo.InvariantCulture, $"{y}");
    }

    private static List<DrawnPoint> Steps(IEnumerable<MapPoint> line)
    {
        var steps = new List<DrawnPoint>();
        foreach (var point in line.Select(Of))
            if (steps.Count == 0 || steps[^1] != point)
                steps.Add(point);
        return steps;
    }
}
