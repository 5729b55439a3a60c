using Meerlaags.Domain.Framing;
using Meerlaags.Web.Platform.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Framing;

/// <summary>Where a round stands, and the way onwards.</summary>
public sealed class Show(RoundReader rounds, Db db) : RoundPage(rounds)
{
    /// <summary>The version that became the shared issue, when there is one.</summary>
    public TextVersion? Agreed { get; private set; }

    /// <summary>Shows the round.</summary>
    public Task<IActionResult> OnGetAsync() => ShowAsync();

    /// <summary>The part that changes while people look, alone.</summary>
    public async Task<IActionResult> OnGetNowAsync() => await LoadAsync() ? Partial("_Now", this) : NotFound();

    /// <inheritdoc/>
    protected override async Task LoadMoreAsync()
    {
        var round = View.Round.Id;
        Agreed = await db.TextVersions.AsNoTracking().SingleOrDefaultAsync(version => version.Round == round && version.AgreedAt != null, Stop);
    }
}
