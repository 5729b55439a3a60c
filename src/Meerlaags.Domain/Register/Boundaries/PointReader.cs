using System.Text.Json;
using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Register.Boundaries;

/// <summary>Reads coordinates: degrees as they are, metres of the Dutch national grid converted. Counts them, and refuses what lies elsewhere.</summary>
internal sealed class PointReader
{
    // The Netherlands with the sea up to its boundaries there.
    private const double West = 2.0;
    private const double East = 8.0;
    private const double South = 50.0;
    private const double North = 56.0;

    private int read;

    /// <summary>Whether coordinates were converted.</summary>
    public bool WasConverted { get; private set; }

    /// <summary>Counts points once more: an arc may be used by several areas.</summary>
    public void Count(int points)
    {
        read += points;
        if (read > BoundaryFile.MostPoints)
            throw new BoundaryFault(new Refusal("boundary.too-many-points", BoundaryFile.MostPoints));
    }

    /// <summary>A position: two numbers, and perhaps a height that is left out.</summary>
    /// <param name="element">The list of numbers.</param>
    /// <param name="path">Where the list of positions stands.</param>
    /// <param name="index">Which position.</param>
    public static (double X, double Y) Numbers(JsonElement element, string path, int index)
    {
        if (element.ValueKind != JsonValueKind.Array || element.GetArrayLength() is < 2 or > 4)
            throw new BoundaryFault(new Refusal("boundary.no-position", $"{path}[{index}]"));
        return (Number(element[0], path, index), Number(element[1], path, index));
    }

    /// <summary>The spot on the map.</summary>
    public MapPoint Point((double X, double Y) at, string path, int index)
    {
        var (x, y) = at;
        if (x is >= West and <= East && y is >= South and <= North)
            return MapPoint.At(x, y);
        // From the islands of Zeeland to the border in the east, with the sea.
        if (x is >= -40_000 and <= 320_000 && y is >= 280_000 and <= 740_000)
        {
            WasConverted = true;
            var (longitude, latitude) = NationalGrid.ToDegrees(x, y);
            return MapPoint.At(longitude, latitude);
        }
        var place = $"{path}[{index}]";
        throw new BoundaryFault(
            x is >= South and <= North && y is >= West and <= East ? new Refusal("boundary.swapped", place)
            : Math.Abs(x) <= 180 && Math.Abs(y) <= 90 ? new Refusal("boundary.elsewhere", place)
            : new Refusal("boundary.no-degrees", place)
        );
    }

    private static double Number(JsonElement element, string path, int index) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out var number) && double.IsFinite(number)
            ? number
            : throw new BoundaryFault(new Refusal("boundary.no-number", $"{path}[{index}]"));
}

/// <summary>From metres of the Dutch national grid (Rijksdriehoek) to degrees: the polynomials of Schreutelkamp and Strang van Hees, good to a quarter of a metre.</summary>
internal static class NationalGrid
{
    private static readonly (int P, int Q, double K)[] North =
    [
        (0, 1, 3235.65389),
        (2, 0, -32.58297),
        (0, 2, -0.24750),
        (2, 1, -0.84978),
        (0, 3, -0.06550),
        (2, 2, -0.01709),
        (1, 0, -0.00738),
        (4, 0, 0.00530),
        (2, 3, -0.00039),
        (4, 1, 0.00033),
        (1, 1, -0.00012),
    ];

    private static readonly (int P, int Q, double K)[] East =
    [
        (1, 0, 5260.52916),
        (1, 1, 105.94684),
        (1, 2, 2.45656),
        (3, 0, -0.81885),
        (1, 3, 0.05594),
        (3, 1, -0.05607),
        (0, 1, 0.01199),
        (3, 2, -0.00256),
        (1, 4, 0.00128),
        (0, 2, 0.00022),
        (2, 0, -0.00022),
        (5, 0, 0.00026),
    ];

    /// <summary>Degrees east and north of a spot on the grid.</summary>
    public static (double Longitude, double Latitude) ToDegrees(double x, double y)
    {
        // Amersfoort is the middle of the grid.
        var (dx, dy) = ((x - 155_000) * 1e-5, (y - 463_000) * 1e-5);
        return (5.38720621 + (Sum(East, dx, dy) / 3600), 52.15517440 + (Sum(North, dx, dy) / 3600));
    }

    private static double Sum((int P, int Q, double K)[] terms, double dx, double dy) =>
        terms.Sum(term => term.K * Math.Pow(dx, term.P) * Math.Pow(dy, term.Q));
}
