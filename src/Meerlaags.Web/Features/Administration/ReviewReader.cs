using Meerlaags.Domain.Administration;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Html;
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

/// <summary>Reads reviews of rights for administrators.</summary>
public sealed class ReviewReader(Db db, RightsReader rights)
{
    /// <summary>All of them, the last one first.</summary>
    public async Task<IReadOnlyList<KnownReview>> ListAsync(CancellationToken stop) =>
        await db
            .AccessReviews.AsNoTracking()
            .OrderByDescending(known => known.StartedAt)
            .Select(known => new KnownReview(known.Id, known.StartedAt, known.SignedAt, known.SignedName)
            {
                NextOn = known.NextOn,
                Rows = known.Rows.Count,
                Undecided = known.Rows.Count(row => row.Verdict == null),
                Ended = known.Rows.Count(row => row.Verdict == ReviewVerdict.End),
            })
            .ToListAsync(stop);

    /// <summary>One review; null when there is none.</summary>
    public Task<AccessReview?> FindAsync(AccessReviewId id, CancellationToken stop) =>
        db.AccessReviews.AsNoTracking().SingleOrDefaultAsync(review => review.Id == id, stop);

    /// <summary>The rights of a page of it, or all of them without a page, with what is known of them today.</summary>
    public Task<IReadOnlyList<SeenRight>> RowsAsync(AccessReview review, int? page, CancellationToken stop)
    {
        var rows = review.Rows.OrderBy(row => row.Number);
        return rights.SeeAsync(page is { } here ? [.. rows.Skip(Pages.Before(here)).Take(Pages.UsualSize)] : [.. rows], stop);
    }

    /// <summary>How many rights of today do not stand on its list; none once it is signed.</summary>
    public async Task<int> NewerAsync(AccessReview review, CancellationToken stop) => review.IsOpen ? await rights.NewSinceAsync(review, stop) : 0;
}
