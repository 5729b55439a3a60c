using Meerlaags.Domain.Register;
using Meerlaags.Domain.Register.Boundaries;

namespace Meerlaags.Web.Features.Register.Maps;

/// <summary>A municipality or public body, and where it lies.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name without the kind.</param>
/// <param name="OfficialName">Its name with the kind.</param>
/// <param name="At">A spot well inside it; null when none is known, such as for the public bodies in the Caribbean.</param>
public sealed record MapPlace(string Code, string Name, string OfficialName, MapPoint? At);

/// <summary>A region with those of its members that lie on the map.</summary>
/// <param name="Kind">The kind in the words of the register.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name without the kind.</param>
/// <param name="Members">Its municipalities and public bodies, by name.</param>
public sealed record MapRegion(string Kind, string Code, string Name, IReadOnlyList<MapPlace> Members);

/// <summary>What there is to draw, as the register knows it today.</summary>
public sealed class MapSource(KnownRegister known, RegisterSearch register)
{
    /// <summary>Kind of the regions that a map shows when nothing else is asked.</summary>
    public const string Provinces = "provincie";

    /// <summary>Kind of the organisations that lie on the map.</summary>
    public const string Municipality = "gemeente";

    /// <summary>Kind of the organisations that are drawn as tiles until there are boundaries.</summary>
    public const string WaterAuthority = "waterschap";

    private const string Caribbean = "caribisch_openbaar_lichaam";

    /// <summary>The kinds one may choose, in the order in which people look for them.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [Provinces, "veiligheidsregio", "arbeidsmarktregio", "corop", WaterAuthority];

    /// <summary>All municipalities and public bodies of today, by name.</summary>
    public async Task<IReadOnlyList<MapPlace>> PlacesAsync(CancellationToken stop) => [.. (await RowsAsync(stop)).Select(PlaceOf)];

    /// <summary>A municipality or public body as a place.</summary>
    public static MapPlace PlaceOf(Organisation place) =>
        new(place.Code, place.Name, place.OfficialName, place is { Longitude: { } east, Latitude: { } north } ? MapPoint.At(east, north) : null);

    /// <summary>Whether an organisation is one that lies on the map.</summary>
    public static bool IsPlace(Organisation place) => place.Kind is Municipality or Caribbean;

    /// <summary>The codes that boundaries of a layer may have on a day.</summary>
    public async Task<IReadOnlyList<string>> CodesAsync(BoundaryLayer layer, DateOnly day, CancellationToken stop)
    {
        var kind = BoundaryCode.KindOf(layer);
        var picture = await known.NowAsync(stop);
        var organisations = picture.Organisations.Where(organisation => organisation.Kind == kind && organisation.ExistsOn(day)).Select(one => one.Code);
        var regions = picture.Regions.Select(one => one.Region).Where(region => region.Kind == kind && !region.HasEndedBy(day)).Select(region => region.Code);
        return [.. organisations.Union(regions)];
    }

    /// <summary>The water authorities of today, by name.</summary>
    public async Task<IReadOnlyList<Organisation>> WaterAuthoritiesAsync(CancellationToken stop) =>
        [.. (await known.NowAsync(stop)).OfKinds(register.Today, WaterAuthority)];

    /// <summary>The regions of a kind that have members on the map, by name.</summary>
    public async Task<IReadOnlyList<MapRegion>> RegionsAsync(string kind, CancellationToken stop)
    {
        var today = register.Today;
        var rows = await RowsAsync(stop);
        return
        [
            .. (await known.NowAsync(stop))
                .Regions.Select(one => one.Region)
                .Where(region => region.Kind == kind && !region.HasEndedBy(today))
                .Select(region => (Region: region, Members: region.MembersOn(today).ToHashSet()))
                .Select(one => new MapRegion(kind, one.Region.Code, one.Region.Name, [.. rows.Where(row => one.Members.Contains(row.Id)).Select(PlaceOf)]))
                .Where(region => region.Members.Count > 0),
        ];
    }

    private async Task<IReadOnlyList<Organisation>> RowsAsync(CancellationToken stop) =>
        [.. (await known.NowAsync(stop)).OfKinds(register.Today, Municipality, Caribbean)];
}
