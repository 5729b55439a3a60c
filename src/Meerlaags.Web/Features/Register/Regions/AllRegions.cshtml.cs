using Meerlaags.Web.Platform.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Register.Regions;

/// <summary>Regions: sets of organisations with a name. Open to everyone.</summary>
[AllowAnonymous]
public sealed class AllRegions(RegionReader reader, RegisterSearch register) : FeaturePage
{
    /// <summary>One kind only, or empty.</summary>
    [BindProperty(SupportsGet = true, Name = "soort")]
    public string? Kind { get; set; }

    /// <summary>Name or code.</summary>
    [BindProperty(SupportsGet = true, Name = "zoek")]
    public string? Text { get; set; }

    /// <summary>How many there are of each kind.</summary>
    public IReadOnlyDictionary<string, int> Kinds { get; private set; } = new Dictionary<string, int>();

    /// <summary>What was asked for; nothing when nothing was asked.</summary>
    public IReadOnlyList<RegionLine> Found { get; private set; } = [];

    /// <summary>Whether something was asked for.</summary>
    public bool Asked => !string.IsNullOrWhiteSpace(Text) || !string.IsNullOrEmpty(Kind);

    /// <summary>Shows the kinds, or what was asked for.</summary>
    public async Task OnGetAsync()
    {
        ModelState.Clear();
        Kinds = await reader.KindsAsync(register.Today, Stop);
        if (Asked)
            Found = await reader.FindAsync(Kind, Text, register.Today, Stop);
    }
}
