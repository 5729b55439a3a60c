using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Framing.Recheck;

/// <summary>A later round beside an earlier one: what changed, in words.</summary>
public sealed class LookBack(RoundReader rounds, LookBackReader reader) : RoundPage(rounds)
{
    /// <summary>Number of the earlier round; the one before when nothing is said.</summary>
    [BindProperty(SupportsGet = true, Name = "met")]
    public int? With { get; set; }

    /// <summary>The two rounds beside each other.</summary>
    public LookedBack? Looked { get; private set; }

    /// <summary>Shows them.</summary>
    public Task<IActionResult> OnGetAsync() => ShowAsync();

    /// <inheritdoc/>
    protected override bool IsFound => Looked is not null;

    /// <inheritdoc/>
    protected override async Task LoadMoreAsync()
    {
        var earlier = With ?? Number - 1;
        if (earlier >= 1 && earlier < Number)
            Looked = await reader.OfAsync(View, earlier, Stop);
    }
}
