using System.Globalization;
using Meerlaags.Domain.Register;
using Meerlaags.Web.Features.Register.Maps;
using Meerlaags.Web.Features.Register.Refresh;
using Meerlaags.Web.Features.Register.Regions;
using Meerlaags.Web.Platform.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Register;

/// <summary>What the register knows of one organisation, where it comes from and how sure it is. Open to everyone.</summary>
[AllowAnonymous]
public sealed class Show(
    RegisterSearch register,
    Lineages lineages,
    RegionReader regions,
    RefreshReader refreshes,
    MapDrawer drawer,
    IEnumerable<IOrganisationPart> parts
) : FeaturePage
{
    /// <summary>The page of what other capabilities list.</summary>
    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int Pagina { get; set; } = 1;

    /// <summary>The organisation.</summary>
    public Organisation Organisation { get; private set; } = null!;

    /// <summary>Organisations it is linked to, by code.</summary>
    public IReadOnlyDictionary<string, Organisation> Related { get; private set; } = new Dictionary<string, Organisation>();

    /// <summary>For a composite organisation: who may speak within it.</summary>
    public IReadOnlyList<Organisation> Voices { get; private set; } = [];

    /// <summary>Links to others: name of the text, codes.</summary>
    public IReadOnlyList<(string Key, IReadOnlyList<string> Codes)> Links { get; private set; } = [];

    /// <summary>The successions it goes over by, past and planned, the first one first.</summary>
    public IReadOnlyList<Succession> After { get; private set; } = [];

    /// <summary>The successions it took over by, the last one first.</summary>
    public IReadOnlyList<Succession> Before { get; private set; } = [];

    /// <summary>The organisations that successions name.</summary>
    public IReadOnlyDictionary<OrganisationId, Organisation> Named { get; private set; } = new Dictionary<OrganisationId, Organisation>();

    /// <summary>The regions it belongs to today, by kind.</summary>
    public IReadOnlyList<RegionLine> Regions { get; private set; } = [];

    /// <summary>The region that its own members form: of a province, or of a body under a joint arrangement.</summary>
    public RegionLine? AsRegion { get; private set; }

    /// <summary>Where it lies; null when it does not lie on the map.</summary>
    public MapDrawing? Drawing { get; private set; }

    /// <summary>What was on record before, the last first.</summary>
    public IReadOnlyList<Earlier> Earlier { get; private set; } = [];

    /// <summary>A value that was on record, in words.</summary>
    public string Shown(Earlier earlier) => refreshes.Shown(earlier.Field, earlier.Was);

    /// <summary>What other capabilities say of it.</summary>
    public IReadOnlyList<OrganisationSection> Parts { get; private set; } = [];

    /// <summary>Whether it has ended by today.</summary>
    public bool HasEnded => Organisation.HasEndedBy(register.Today);

    /// <summary>What is known: name of the text, value.</summary>
    public IEnumerable<(string Key, string Value)> Facts =>
        new[]
        {
            ("Abbreviation", Organisation.Abbreviation),
            ("From", Day(Organisation.ValidFrom) ?? T["Register.Show.From.Unknown"]),
            ("Until", Day(Organisation.ValidTo) ?? ""),
            ("Oin", Organisation.Oin),
            ("Tooi", Organisation.TooiId),
        }.Where(fact => fact.Item2.Length > 0);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(string code)
    {
        if (await register.ByCodeAsync(code, Stop) is not { } found)
            return NotFound();
        Organisation = found;
        Voices = await register.VoicesOfAsync(found.Code, Stop);
        Regions = await regions.OfAsync(found.Id, register.Today, Stop);
        AsRegion = await regions.LineAsync(found.Code, register.Today, Stop);
        Earlier = await refreshes.EarlierAsync(found.Code, Stop);
        var lineage = await lineages.KnownAsync(Stop);
        (After, Before) = ([.. lineage.After(found.Id)], [.. lineage.Before(found.Id)]);
        Links =
        [
            .. new (string Key, IReadOnlyList<string> Codes)[]
            {
                ("Province", OrganisationFacts.Codes(found.Province)),
                ("PartOf", OrganisationFacts.Codes(found.PartOf)),
                ("Predecessors", Before.Count > 0 ? [] : OrganisationFacts.Codes(found.Predecessors)),
                ("Successors", After.Count > 0 ? [] : OrganisationFacts.Codes(found.Successors)),
            }.Where(link => link.Codes.Count > 0),
        ];
        Related = await register.ByCodesAsync(Links.SelectMany(link => link.Codes), Stop);
        Named = await register.ByIdsAsync(After.Concat(Before).SelectMany(known => known.Named), Stop);
        Drawing = HasEnded ? null : await drawer.OrganisationAsync(found.Kind, found.Code, found.OfficialName, Stop);
        var said = new List<OrganisationSection>();
        foreach (var part in parts)
            if (await part.OfAsync(found, Math.Max(1, Pagina), Stop) is { } section)
                said.Add(section);
        Parts = said;
        return Page();
    }

    private static string? Day(DateOnly? day) => day?.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);
}
