using Meerlaags.Domain.Administration;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Html;
using Meerlaags.Web.Platform.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Administration;

/// <summary>A review of rights in the list.</summary>
public sealed record KnownReview(AccessReviewId Id, DateTimeOffset StartedAt, DateTimeOffset? SignedAt, string SignedName)
{
    /// <summary>The day by which the next one is due, or null.</summary>
    public DateOnly? NextOn { get; init; }

    /// <summary>Rights on the list.</summary>
    public int Rows { get; init; }

    /// <summary>Rights without a decision.</summary>
    public int Undecided { get; init; }

    /// <summary>Rights that end.</summary>
    public int Ended { get; init; }
}

/// <summary>Reviews of rights: start one, go on with one, read the signed ones.</summary>
[Authorize(Policy = Policies.Administrator)]
public sealed class Reviews(Db db, ReviewRights review) : FeaturePage
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

    private async Task LoadAsync() =>
        All = await db
            .AccessReviews.AsNoTracking()
            .OrderByDescending(known => known.StartedAt)
            .Select(known => new KnownReview(known.Id, known.StartedAt, known.SignedAt, known.SignedName)
            {
                NextOn = known.NextOn,
                Rows = known.Rows.Count,
                Undecided = known.Rows.Count(row => row.Verdict == null),
                Ended = known.Rows.Count(row => row.Verdict == ReviewVerdict.End),
            })
            .ToListAsync(Stop);
}
