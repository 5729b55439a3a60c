using Meerlaags.Domain.Register.Boundaries;

namespace Meerlaags.Web.Features.Register.Maps;

/// <summary>One region as it is drawn.</summary>
/// <param name="Region">The region.</param>
/// <param name="Area">Its area as a path; empty without boundaries.</param>
/// <param name="Dots">Its members without a boundary, as a path of dots.</param>
/// <param name="Extent">Spots that it reaches to.</param>
/// <param name="Middle">The member that lies most in the middle; null when none lies on the map.</param>
/// <param name="Tone">Its tone.</param>
public sealed record DrawnRegion(MapRegion Region, string Area, string Dots, IReadOnlyList<DrawnPoint> Extent, DrawnPoint? Middle, int Tone);

/// <summary>All regions of a kind as they are drawn.</summary>
/// <param name="Regions">The regions.</param>
/// <param name="Lines">The boundaries of municipalities within them.</param>
public sealed record DrawnCountry(IReadOnlyList<DrawnRegion> Regions, string Lines);

/// <summary>Draws regions out of their municipalities: by their boundaries where there are, by dots where there are not.</summary>
/// <param name="Municipalities">Boundaries of municipalities, by code; none when they were not imported.</param>
/// <param name="Own">Boundaries of the regions themselves, for when those of municipalities are not there.</param>
public sealed record MapGeometry(IReadOnlyDictionary<string, BoundaryShape> Municipalities, IReadOnlyDictionary<string, BoundaryShape> Own)
{
    /// <summary>Draws all regions of a kind.</summary>
    public DrawnCountry Draw(IReadOnlyList<MapRegion> regions)
    {
        var places = regions
            .SelectMany(region => region.Members, (region, place) => (region.Code, At: SpotOf(place)))
            .Where(place => place.At is not null)
            .Select(place => new RegionPlace(place.Code, place.At!.Value))
            .ToList();
        var tones = MapTones.Of(places);
        return new DrawnCountry(
            [.. regions.Select(region => Draw(region, tones.GetValueOrDefault(region.Code)))],
            MapProjection.Path(SharedLines.Within(regions.Select(ShapesOf)))
        );
    }

    /// <summary>Where a place lies: the spot that is known, or else the middle of its boundary.</summary>
    public DrawnPoint? SpotOf(MapPlace place) =>
        place.At is { } at ? MapProjection.Of(at)
        : Municipalities.TryGetValue(place.Code, out var shape) && Box(shape) is [var one, var other]
            ? new DrawnPoint((one.X + other.X) / 2, (one.Y + other.Y) / 2)
        : null;

    /// <summary>The area of a place as a path; empty without a boundary.</summary>
    public string AreaOf(string code) => Municipalities.TryGetValue(code, out var shape) ? MapProjection.Path(shape.Rings) : "";

    /// <summary>A place as a dot; nothing when it has a boundary, or lies nowhere.</summary>
    public string DotOf(MapPlace place) => !Municipalities.ContainsKey(place.Code) && SpotOf(place) is { } spot ? MapProjection.Dots([spot]) : "";

    private DrawnRegion Draw(MapRegion region, int tone)
    {
        var shapes = ShapesOf(region);
        var own = Own.GetValueOrDefault(region.Code);
        var outline = shapes.Count > 0 ? SharedLines.Outline(shapes) : own?.Rings ?? [];
        List<DrawnPoint> spots = [.. region.Members.Select(SpotOf).OfType<DrawnPoint>()];
        var extent =
            shapes.Count > 0 ? shapes.SelectMany(Box)
            : own is null ? spots
            : Box(own);
        return new DrawnRegion(region, MapProjection.Path(outline), string.Concat(region.Members.Select(DotOf)), [.. extent], MiddleOf(spots), tone);
    }

    private List<BoundaryShape> ShapesOf(MapRegion region) =>
        [.. region.Members.Select(place => Municipalities.GetValueOrDefault(place.Code)).OfType<BoundaryShape>()];

    private static DrawnPoint? MiddleOf(List<DrawnPoint> spots)
    {
        if (spots.Count == 0)
            return null;
        var (x, y) = (spots.Average(spot => spot.X), spots.Average(spot => spot.Y));
        return spots.MinBy(spot => ((spot.X - x) * (spot.X - x)) + ((spot.Y - y) * (spot.Y - y)));
    }

    private static DrawnPoint[] Box(BoundaryShape shape)
    {
        List<DrawnPoint> points = [.. shape.Rings.SelectMany(ring => ring).Select(MapProjection.Of)];
        return
        [
            new DrawnPoint(points.Min(point => point.X), points.Min(point => point.Y)),
            new DrawnPoint(points.Max(point => point.X), points.Max(point => point.Y)),
        ];
    }
}
