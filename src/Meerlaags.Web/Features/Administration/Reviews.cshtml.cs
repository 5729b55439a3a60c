using Meerlaags.Web.Platform.Html;
using Meerlaags.Web.Platform.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Administration;

/// <summary>Reviews of rights: start one, go on with one, read the signed ones.</summary>
[Authorize(Policy = Policies.Administrator)]
public sealed class Reviews(ReviewReader reader, ReviewRights review) : FeaturePage
{
    /// <summary>All of them, the last one first.</summary>
    public IReadOnlyList<KnownReview> All { get; private set; } = [];

    /// <summary>The one that is open, or null.</summary>
    public KnownReview? Open => All is [{ SignedAt: null } last, ..] ? last : null;

    /// <summary>Shows them.</summary>
    public Task OnGetAsync() => LoadAsync();

    /// <summary>Freezes the list of today.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if ((await review.StartAsync(Submit, Stop)).Is(out var id, out var refusal))
            return LocalRedirect($"/beheer/rechtentoets/{id.Value}");
        await LoadAsync();
        return Refused(refusal);
    }

    private async Task LoadAsync() => All = await reader.ListAsync(Stop);
}
