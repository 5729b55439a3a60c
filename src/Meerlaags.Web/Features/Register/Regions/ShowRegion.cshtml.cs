using Meerlaags.Domain.Register;
using Meerlaags.Web.Features.Register.Maps;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Register.Regions;

/// <summary>A region: who belongs to it, today or on another day. Open to everyone.</summary>
[AllowAnonymous]
public sealed class ShowRegion(RegionReader reader, RegisterSearch register, MapDrawer drawer, MapSource source, Viewer viewer) : FeaturePage
{
    /// <summary>The day to look at; today when it is not given or not a day.</summary>
    [BindProperty(SupportsGet = true, Name = "op")]
    public DateOnly? Day { get; set; }

    /// <summary>The region on that day.</summary>
    public RegionOnDay Known { get; private set; } = null!;

    /// <summary>Whether another day than today is looked at.</summary>
    public bool OtherDay => Known.Day != register.Today;

    /// <summary>Whether the viewer may change who belongs to it.</summary>
    public bool MayChange => viewer.IsAdministrator && Known.Region.IsOwn;

    /// <summary>The organisation of the same code, when the region is its members: a province, or a body under a joint arrangement.</summary>
    public Organisation? Body { get; private set; }

    /// <summary>Where its members lie; null when none lies on the map.</summary>
    public MapDrawing? Drawing { get; private set; }

    /// <summary>Whether the map of the country shows it among others of its kind.</summary>
    public bool IsOnMap { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(string code)
    {
        ModelState.Clear();
        if (await reader.OnAsync(code, Day ?? register.Today, Stop) is not { } found)
            return NotFound();
        Known = found;
        Body = await register.ByCodeAsync(found.Region.Code, Stop);
        Drawing = await drawer.MembersAsync(found, Stop);
        IsOnMap = await source.ShowsAsync(found.Region, Stop);
        return Page();
    }
}
