using System.Collections.Immutable;
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

    /// <summary>Today.</summary>
    public DateOnly Today => register.Today;

    /// <summary>The kinds one may choose, in the order in which people look for them.</summary>
    public static ImmutableArray<string> Kinds { get; } = [Provinces, "veiligheidsregio", "arbeidsmarktregio", "corop", WaterAuthority];

    /// <summary>The same, with regions of one's own once there are some that lie on the map.</summary>
    public async Task<IReadOnlyList<string>> KindsAsync(CancellationToken stop) =>
        (await RegionsAsync(Region.OwnKind, stop)).Count > 0 ? [.. Kinds[..^1], Region.OwnKind, Kinds[^1]] : Kinds;

    /// <summary>Whether the map of the country shows a region among others of its kind.</summary>
    public async Task<bool> ShowsAsync(Region region, CancellationToken stop) =>
        (await KindsAsync(stop)).Contains(region.Kind) && (await RegionsAsync(region.Kind, stop)).Any(known => known.Code == region.Code);

    /// <summary>The regions that are drawn around one of this kind. Those of one's own overlap and leave most of the country open: they lie among provinces.</summary>
    public Task<IReadOnlyList<MapRegion>> AroundAsync(string kind, CancellationToken stop) => RegionsAsync(Kinds.Contains(kind) ? kind : Provinces, stop);

    /// <summary>Names of organisations and regions by code, without the kind: a list of one layer says that once.</summary>
    public async Task<Func<string, string?>> NamesAsync(CancellationToken stop)
    {
        var picture = await known.NowAsync(stop);
        return code => picture.ByCode.TryGetValue(code, out var organisation) ? organisation.Name : picture.NameOf(code);
    }

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
        [.. (await known.NowAsync(stop)).OfKinds(Today, WaterAuthority)];

    /// <summary>The regions of a kind that have members on the map, by name.</summary>
    public async Task<IReadOnlyList<MapRegion>> RegionsAsync(string kind, CancellationToken stop)
    {
        var today = Today;
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
        [.. (await known.NowAsync(stop)).OfKinds(Today, Municipality, Caribbean)];
}
