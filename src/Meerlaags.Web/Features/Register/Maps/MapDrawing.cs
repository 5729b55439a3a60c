using System.Globalization;
using Meerlaags.Domain.Register.Boundaries;

namespace Meerlaags.Web.Features.Register.Maps;

/// <summary>The part of the country that a drawing shows, in units of the drawing.</summary>
public readonly record struct MapView(int X, int Y, int Width, int Height)
{
    private const int Least = 660;

    /// <summary>The European Netherlands.</summary>
    public static readonly MapView Country = new(0, 0, 4380, 5340);

    /// <summary>As SVG writes it.</summary>
    public string ViewBox => string.Create(CultureInfo.InvariantCulture, $"{X} {Y} {Width} {Height}");

    /// <summary>Size of a label: so many to the width of the drawing.</summary>
    public string LabelSize => (Math.Max(Width, Height) / 40).ToString(CultureInfo.InvariantCulture);

    /// <summary>Around spots, with room on all sides; never so close that nothing around it can be seen, never far higher than wide.</summary>
    public static MapView Around(IReadOnlyCollection<DrawnPoint> spots)
    {
        if (spots.Count == 0)
            return Country;
        var (left, top) = (spots.Min(spot => spot.X), spots.Min(spot => spot.Y));
        var (right, bottom) = (spots.Max(spot => spot.X), spots.Max(spot => spot.Y));
        var room = Math.Max(right - left, bottom - top) / 9;
        var height = Math.Max(Least, bottom - top + (2 * room));
        var width = Math.Max(Math.Max(Least, right - left + (2 * room)), height * 4 / 5);
        height = Math.Max(height, width * 3 / 5);
        return new MapView(((left + right) / 2) - (width / 2), ((top + bottom) / 2) - (height / 2), width, height);
    }

    /// <summary>Whether any of these spots lies in or near it, or something between them does.</summary>
    public bool Meets(IReadOnlyCollection<DrawnPoint> spots) =>
        spots.Count > 0
        && spots.Min(spot => spot.X) < X + Width
        && spots.Max(spot => spot.X) > X
        && spots.Min(spot => spot.Y) < Y + Height
        && spots.Max(spot => spot.Y) > Y;
}

/// <summary>How an area stands out.</summary>
public enum MapLook
{
    /// <summary>One of several tones, so that neighbours differ.</summary>
    Tone,

    /// <summary>What lies around that which is asked for.</summary>
    Around,

    /// <summary>A member of the region that is asked for.</summary>
    Member,

    /// <summary>What is asked for.</summary>
    Chosen,
}

/// <summary>Something on the map: areas, dots, or both.</summary>
/// <param name="Name">Its name, read when the mouse rests on it.</param>
/// <param name="Look">How it stands out.</param>
public sealed record MapMark(string Name, MapLook Look)
{
    /// <summary>Its areas as a path.</summary>
    public string Area { get; init; } = "";

    /// <summary>Its dots as a path: places without a boundary.</summary>
    public string Dots { get; init; } = "";

    /// <summary>Where a click leads, or nowhere.</summary>
    public string? Address { get; init; }

    /// <summary>Which tone.</summary>
    public int Tone { get; init; }
}

/// <summary>A number on the map, the same as in the list beside it.</summary>
public readonly record struct MapLabel(int Number, DrawnPoint At);

/// <summary>A map that the server draws. It can be shown on any page, with a list of the same beside it.</summary>
/// <param name="View">The part of the country it shows.</param>
/// <param name="Says">What is to be seen, in words.</param>
public sealed record MapDrawing(MapView View, string Says)
{
    /// <summary>What is drawn, from the ground up.</summary>
    public IReadOnlyList<MapMark> Marks { get; init; } = [];

    /// <summary>Lines within what is drawn, as a path.</summary>
    public string Lines { get; init; } = "";

    /// <summary>Numbers that stand in the list too.</summary>
    public IReadOnlyList<MapLabel> Labels { get; init; } = [];

    /// <summary>Where the boundaries come from; empty when there are dots only.</summary>
    public IReadOnlyList<BoundarySet> Sets { get; init; } = [];

    /// <summary>Whether it stands small beside other things.</summary>
    public bool IsSmall { get; init; }

    /// <summary>Whether a click leads somewhere.</summary>
    public bool CanBePicked => Marks.Any(mark => mark.Address is not null);
}
