using Meerlaags.Domain.Register;
using Meerlaags.Domain.Register.Boundaries;
using Meerlaags.Web.Platform.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Register.Maps;

/// <summary>A tile as it is drawn.</summary>
/// <param name="Code">Code of the organisation.</param>
/// <param name="Number">Its number in the list.</param>
/// <param name="Row">Row.</param>
/// <param name="Column">Column.</param>
/// <param name="Lines">Its name, in lines.</param>
public sealed record DrawnTile(string Code, int Number, int Row, int Column, IReadOnlyList<string> Lines);

/// <summary>The map of the register: regions of one kind, or one region with its members. Open to everyone.</summary>
[AllowAnonymous]
public sealed class ShowMap(MapSource source, MapDrawer drawer, BoundaryReader boundaries, TileGrid tiles) : FeaturePage
{
    private const int LineLength = 17;
    private const string LongWord = "Hoogheemraadschap ";

    /// <summary>The kind of region.</summary>
    [BindProperty(SupportsGet = true, Name = "soort")]
    public string? Kind { get; set; }

    /// <summary>The kinds one may choose.</summary>
    public IReadOnlyList<string> Kinds { get; private set; } = [];

    /// <summary>Code of one region, or nothing.</summary>
    [BindProperty(SupportsGet = true, Name = "regio")]
    public string? Code { get; set; }

    /// <summary>The map; null when tiles are shown.</summary>
    public MapDrawing? Drawing { get; private set; }

    /// <summary>The regions of the kind.</summary>
    public IReadOnlyList<MapRegion> Regions { get; private set; } = [];

    /// <summary>The region that is asked for.</summary>
    public MapRegion? Region { get; private set; }

    /// <summary>Organisations that are shown as tiles or areas of their own.</summary>
    public IReadOnlyList<Organisation> Organisations { get; private set; } = [];

    /// <summary>The tiles.</summary>
    public IReadOnlyList<DrawnTile> Tiles { get; private set; } = [];

    /// <summary>Public bodies and municipalities that do not lie on the map.</summary>
    public IReadOnlyList<MapPlace> Elsewhere { get; private set; } = [];

    /// <summary>Shows it. A kind that is not there counts as not asked for; a region that is not there is not there.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        ModelState.Clear();
        Kinds = await source.KindsAsync(Stop);
        Kind = Kinds.FirstOrDefault(kind => kind == Kind) ?? MapSource.Provinces;
        if (Kind == MapSource.WaterAuthority)
            return await WaterAuthoritiesAsync();
        Regions = await source.RegionsAsync(Kind, Stop);
        var drawn = await boundaries.OfAsync(BoundaryLayer.Municipalities, Stop);
        Elsewhere = [.. (await source.PlacesAsync(Stop)).Where(place => place.At is null && drawn?.Shapes.ContainsKey(place.Code) != true)];
        if (!string.IsNullOrEmpty(Code))
        {
            Region = Regions.FirstOrDefault(region => string.Equals(region.Code, Code, StringComparison.OrdinalIgnoreCase));
            if (Region is null)
                return NotFound();
        }
        Drawing = Region is { } chosen
            ? await drawer.RegionAsync(chosen, await source.AroundAsync(Kind, Stop), Stop)
            : await drawer.CountryAsync(Kind, Regions, Stop);
        return Page();
    }

    private async Task<IActionResult> WaterAuthoritiesAsync()
    {
        Organisations = await source.WaterAuthoritiesAsync(Stop);
        if (await boundaries.OfAsync(BoundaryLayer.WaterAuthorities, Stop) is { } shown)
        {
            Drawing = MapDrawer.Areas(
                shown,
                [.. Organisations.Select(known => (known.Code, known.Name))],
                T["Maps.Says.Country", T["Register.Kinds.waterschap"]]
            );
            return Page();
        }
        var numbers = Organisations.Index().ToDictionary(known => known.Item.Code, known => (Number: known.Index + 1, known.Item.Name));
        Tiles =
        [
            .. tiles
                .Of(MapSource.WaterAuthority)
                .Where(tile => numbers.ContainsKey(tile.Code))
                .Select(tile => new DrawnTile(tile.Code, numbers[tile.Code].Number, tile.Row, tile.Column, [.. Broken(Short(numbers[tile.Code].Name))])),
        ];
        return Page();
    }

    // The word for the kind of body does not fit a tile; the list has the whole name.
    private static string Short(string name) =>
        name.StartsWith(LongWord, StringComparison.Ordinal) ? name[LongWord.Length..].Replace("van ", "", StringComparison.Ordinal) : name;

    // A name in lines that fit a tile.
    private static IEnumerable<string> Broken(string name)
    {
        var line = "";
        foreach (var word in name.Split(' '))
        {
            if (line.Length > 0 && line.Length + word.Length >= LineLength)
            {
                yield return line;
                line = "";
            }
            line = line.Length == 0 ? word : $"{line} {word}";
        }
        yield return line;
    }
}
