using Meerlaags.Domain.Register;
using Meerlaags.Web.Platform.Html;
using Meerlaags.Web.Platform.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Register.Regions;

/// <summary>The regions that were drawn in this installation, and a form for a new one.</summary>
[Authorize(Policy = Policies.Administrator)]
public sealed class OwnRegions(DrawRegion draw, RegionReader reader, RegisterSearch register) : FeaturePage
{
    /// <summary>What was filled in.</summary>
    [BindProperty]
    public RegionInput Input { get; set; } = new();

    /// <summary>Those that there are.</summary>
    public IReadOnlyList<RegionLine> All { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync() => All = await reader.FindAsync(Region.OwnKind, null, register.Today, Stop);

    /// <summary>Draws one.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!(await draw.DrawAsync(Input.Plan(), Submit, Stop)).Is(out var code, out var refusal))
        {
            await OnGetAsync();
            return Refused(refusal);
        }
        Done = T["Register.OwnRegions.Done"];
        return LocalRedirect("/beheer/regios/" + code);
    }
}

/// <summary>The words of a region of one's own.</summary>
public sealed record RegionInput
{
    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Where this set stands.</summary>
    public string Source { get; init; } = "";

    /// <summary>What one should know besides.</summary>
    public string Note { get; init; } = "";

    /// <summary>The words on record.</summary>
    public static RegionInput Of(Region region) =>
        new()
        {
            Name = region.Name,
            Source = region.Source,
            Note = region.Note,
        };

    /// <summary>As the domain takes it.</summary>
    public RegionPlan Plan() => new(Name, Source, Note);
}
