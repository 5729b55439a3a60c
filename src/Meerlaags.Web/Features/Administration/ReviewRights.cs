using Meerlaags.Domain.Administration;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Journal;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Administration;

/// <summary>Starts, works on and signs a review of rights. Rights that end do so in the transaction of the signature, each with its reason: all of it happened, or nothing.</summary>
public sealed class ReviewRights(Db db, Acts acts, RightsReader rights, AccountMeasures measures)
{
    /// <summary>Freezes the list of today; answers the review. The same submit again answers the one it made.</summary>
    public async Task<Decided<AccessReviewId>> StartAsync(Guid? submit, CancellationToken stop)
    {
        var id = new AccessReviewId(submit ?? Guid.CreateVersion7());
        var refused = await WriteAsync(
            submit,
            async act =>
            {
                var open = await db.AccessReviews.FirstOrDefaultAsync(review => review.SignedAt == null, stop);
                if (!AccessReview.Start(id, await rights.TodayAsync(stop), open, act).Is(out var review, out var refusal))
                    return refusal;
                db.Add(review);
                return null;
            },
            stop
        );
        return refused is not null ? refused : id;
    }

    /// <summary>Keeps decisions so far.</summary>
    public Task<Refusal?> DecideAsync(AccessReviewId id, IReadOnlyCollection<RightVerdict> verdicts, Guid? submit, CancellationToken stop) =>
        WithAsync(id, submit, (review, act) => Task.FromResult(review.Decide(verdicts, act)), stop);

    /// <summary>Signs it and ends what is to end.</summary>
    public Task<Refusal?> SignAsync(AccessReviewId id, Signature signature, Guid? submit, CancellationToken stop) =>
        WithAsync(
            id,
            submit,
            async (review, act) =>
            {
                if (review.Sign(signature.Name, signature.Months, act) is { } refusal)
                    return refusal;
                foreach (var row in review.Rows.Where(row => row.Verdict is ReviewVerdict.End))
                    if (await EndAsync(row, act, stop) is { } not && not != Refusals.NotThere)
                        return not;
                return null;
            },
            stop
        );

    private async Task<Refusal?> EndAsync(ReviewedRight row, Act act, CancellationToken stop) =>
        row.Kind switch
        {
            RightKind.Administrator => await measures.ApplyAsync(row.Person, new MeasureWish(AccountMeasure.NoLongerAdministrator, row.Reason), act, stop),
            RightKind.SignIn => await measures.ApplyAsync(row.Person, new MeasureWish(AccountMeasure.Blocked, row.Reason), act, stop),
            _ => await measures.RevokeAsync(row.Token!.Value, row.Person, act, stop)
                ? await measures.ApplyAsync(row.Person, new MeasureWish(AccountMeasure.TokenRevoked, row.Reason), act, stop)
                : null,
        };

    private Task<Refusal?> WithAsync(AccessReviewId id, Guid? submit, Func<AccessReview, Act, Task<Refusal?>> decide, CancellationToken stop) =>
        WriteAsync(
            submit,
            async act =>
                await db.AccessReviews.SingleOrDefaultAsync(review => review.Id == id, stop) is { } review ? await decide(review, act) : Refusals.NotThere,
            stop
        );

    private async Task<Refusal?> WriteAsync(Guid? submit, Func<Act, Task<Refusal?>> decide, CancellationToken stop)
    {
        if (!acts.ForInstallation("access-review").Is(out var act, out var refusal))
            return refusal;
        await using var writing = await db.WriteAsync(JournalChain.Installation, submit, stop);
        if (writing.IsRepeated)
            return null;
        if (await decide(act) is { } not)
            return not;
        await writing.CommitAsync(stop);
        return null;
    }
}

/// <summary>The name under a review, and when the next one is due.</summary>
/// <param name="Name">The name, as typed.</param>
/// <param name="Months">Months until the next one.</param>
public sealed record Signature(string Name, int Months);
