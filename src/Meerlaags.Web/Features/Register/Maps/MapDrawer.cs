using Meerlaags.Domain.Register.Boundaries;
using Meerlaags.Web.Features.Register.Regions;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.Extensions.Caching.Memory;

namespace Meerlaags.Web.Features.Register.Maps;

/// <summary>Draws the maps that pages show. What is the same for everybody is drawn once and kept.</summary>
public sealed class MapDrawer(MapSource source, BoundaryReader boundaries, IMemoryCache cache, Texts texts)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);
    private static readonly Dictionary<string, BoundaryShape> None = [];

    /// <summary>The whole country, by regions of one kind; each region leads to its own map.</summary>
    public async Task<MapDrawing> CountryAsync(string kind, IReadOnlyList<MapRegion> regions, CancellationToken stop)
    {
        var (country, _, sets) = await DrawnAsync(kind, regions, stop);
        return new MapDrawing(MapView.Country, texts["Maps.Says.Country", texts["Register.RegionKinds." + kind]])
        {
            Marks =
            [
                .. await BehindAsync(kind, stop),
                .. country.Regions.Select(drawn => new MapMark(drawn.Region.Name, MapLook.Tone)
                {
                    Area = drawn.Area,
                    Dots = drawn.Dots,
                    Tone = drawn.Tone,
                    Address = AddressOf(drawn.Region),
                }),
            ],
            Lines = country.Lines,
            Labels =
            [
                .. country
                    .Regions.Index()
                    .Where(drawn => drawn.Item.Middle is not null)
                    .Select(drawn => new MapLabel(drawn.Index + 1, drawn.Item.Middle!.Value)),
            ],
            Sets = sets,
        };
    }

    /// <summary>One region and what lies around it; each member leads to its page, each region around to its own map.</summary>
    /// <param name="region">The region.</param>
    /// <param name="others">All regions of the kind that is drawn around it.</param>
    /// <param name="stop">Stops.</param>
    public async Task<MapDrawing> RegionAsync(MapRegion region, IReadOnlyList<MapRegion> others, CancellationToken stop)
    {
        var (country, geometry, sets) = await DrawnAsync(others[0].Kind, others, stop);
        // As it is asked for: on another day it may have had other members.
        var own = geometry.Draw([region]).Regions[0];
        var view = MapView.Around(own.Extent);
        return new MapDrawing(view, texts["Maps.Says.Region", region.Name])
        {
            Marks =
            [
                .. country
                    .Regions.Where(drawn => drawn.Region.Code != region.Code && view.Meets(drawn.Extent))
                    .Select(drawn => new MapMark(drawn.Region.Name, MapLook.Around)
                    {
                        Area = drawn.Area,
                        Dots = drawn.Dots,
                        Address = AddressOf(drawn.Region),
                    }),
                new MapMark(region.Name, MapLook.Chosen) { Area = own.Area },
                .. region.Members.Select(place => new MapMark(place.Name, MapLook.Member)
                {
                    Area = geometry.AreaOf(place.Code),
                    Dots = geometry.DotOf(place),
                    Address = "/organisaties/" + place.Code,
                }),
            ],
            Labels =
            [
                .. region
                    .Members.Index()
                    .Select(place => (Number: place.Index + 1, At: geometry.SpotOf(place.Item)))
                    .Where(place => place.At is not null)
                    .Select(place => new MapLabel(place.Number, place.At!.Value)),
            ],
            Sets = sets,
        };
    }

    /// <summary>Where the members of a region lie on a day; null when none of them lies on the map. The list of them stands beside it on the page.</summary>
    public async Task<MapDrawing?> MembersAsync(RegionOnDay known, CancellationToken stop)
    {
        List<MapPlace> members = [.. known.Members.Select(member => member.Organisation).Where(MapSource.IsPlace).Select(MapSource.PlaceOf)];
        if (members.All(place => place.At is null))
            return null;
        var others = await source.AroundAsync(known.Region.Kind, stop);
        var drawing = await RegionAsync(new MapRegion(known.Region.Kind, known.Region.Code, known.Region.Name, members), others, stop);
        return drawing with { Says = texts["Maps.Says.Members", known.Region.Name], Labels = [], IsSmall = true };
    }

    /// <summary>Where an organisation lies in the country; null when it does not lie on the map.</summary>
    /// <param name="kind">The kind of organisation.</param>
    /// <param name="code">Its code.</param>
    /// <param name="name">Its name with the kind.</param>
    /// <param name="stop">Stops.</param>
    public async Task<MapDrawing?> OrganisationAsync(string kind, string code, string name, CancellationToken stop)
    {
        if (kind is not (MapSource.Municipality or MapSource.Provinces))
            return null;
        var (country, geometry, sets) = await DrawnAsync(MapSource.Provinces, await source.RegionsAsync(MapSource.Provinces, stop), stop);
        var own = country.Regions.FirstOrDefault(drawn => drawn.Region.Code == code || drawn.Region.Members.Any(place => place.Code == code));
        var place = own?.Region.Members.FirstOrDefault(place => place.Code == code);
        if (own is null || (place is not null && geometry.SpotOf(place) is null))
            return null;
        var around = country.Regions.Where(drawn => drawn != own).Select(Quiet);
        var within = new MapMark("", place is null ? MapLook.Chosen : MapLook.Member) { Area = own.Area, Dots = own.Dots };
        var says = place is null ? texts["Maps.Says.Province", name] : texts["Maps.Says.Organisation", name, own.Region.Name];
        return new MapDrawing(MapView.Country, says)
        {
            Marks =
            [
                .. around,
                within,
                .. place is null
                    ? (MapMark[])[]
                    : [new MapMark("", MapLook.Chosen) { Area = geometry.AreaOf(code), Dots = MapProjection.Dots([geometry.SpotOf(place)!.Value]) }],
            ],
            Sets = sets,
            IsSmall = true,
        };
    }

    /// <summary>Boundaries that are not imported yet, to look at.</summary>
    public static MapDrawing Preview(IReadOnlyList<BoundaryShape> shapes, string says) =>
        new(MapView.Country, says)
        {
            Marks = [new MapMark("", MapLook.Member) { Area = MapProjection.Path(SharedLines.Outline(shapes)) }],
            Lines = MapProjection.Path(SharedLines.Within([shapes])),
            IsSmall = true,
        };

    /// <summary>Areas of one layer that lead to the pages of organisations, such as water authorities.</summary>
    /// <param name="shown">The boundaries.</param>
    /// <param name="organisations">Code and name, in the order of the list beside it.</param>
    /// <param name="says">What is to be seen.</param>
    public static MapDrawing Areas(ShownBoundaries shown, IReadOnlyList<(string Code, string Name)> organisations, string says)
    {
        var regions = organisations.Select(known => new MapRegion("", known.Code, known.Name, [])).ToList();
        var drawn = new MapGeometry(None, shown.Shapes).Draw(regions).Regions;
        return new MapDrawing(MapView.Country, says)
        {
            Marks =
            [
                .. drawn
                    .Index()
                    .Select(known => new MapMark(known.Item.Region.Name, MapLook.Tone)
                    {
                        Area = known.Item.Area,
                        Tone = known.Index % MapTones.Count,
                        Address = "/organisaties/" + known.Item.Region.Code,
                    }),
            ],
            Labels =
            [
                .. drawn
                    .Index()
                    .Where(known => known.Item.Extent.Count == 2)
                    .Select(known => new MapLabel(
                        known.Index + 1,
                        new DrawnPoint((known.Item.Extent[0].X + known.Item.Extent[1].X) / 2, (known.Item.Extent[0].Y + known.Item.Extent[1].Y) / 2)
                    )),
            ],
            Sets = [shown.Set],
        };
    }

    /// <summary>Where the map of a region is.</summary>
    public static string AddressOf(MapRegion region) => $"/kaart?soort={region.Kind}&regio={region.Code}";

    // Where regions of one's own lie: else they would float in an empty sea.
    private async Task<IEnumerable<MapMark>> BehindAsync(string kind, CancellationToken stop) =>
        MapSource.Kinds.Contains(kind) ? [] : (await DrawnAsync(MapSource.Provinces, await source.AroundAsync(kind, stop), stop)).Country.Regions.Select(Quiet);

    private static MapMark Quiet(DrawnRegion drawn) => new("", MapLook.Around) { Area = drawn.Area, Dots = drawn.Dots };

    private async Task<(DrawnCountry Country, MapGeometry Geometry, IReadOnlyList<BoundarySet> Sets)> DrawnAsync(
        string kind,
        IReadOnlyList<MapRegion> regions,
        CancellationToken stop
    )
    {
        var municipalities = await boundaries.OfAsync(BoundaryLayer.Municipalities, stop);
        // With the boundaries of municipalities regions need none of their own.
        var own = municipalities is null && BoundaryCode.LayerOf(kind) is { } layer ? await boundaries.OfAsync(layer, stop) : null;
        var geometry = new MapGeometry(municipalities?.Shapes ?? None, own?.Shapes ?? None);
        var members = string.Join(';', regions.Select(region => region.Code + ":" + string.Join(',', region.Members.Select(place => place.Code))));
        var country = cache.GetOrCreate(
            (typeof(MapDrawer), municipalities?.Set.Id, own?.Set.Id, members),
            entry =>
            {
                entry.SlidingExpiration = Kept;
                return geometry.Draw(regions);
            }
        )!;
        return (country, geometry, [.. new[] { municipalities?.Set, own?.Set }.OfType<BoundarySet>()]);
    }
}
