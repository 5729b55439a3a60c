using Meerlaags.Domain.Administration;
using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Tests.Administration;

/// <summary>A review of rights: frozen, decided, signed, and then it stays.</summary>
public sealed class Reviewing_rights
{
    private static readonly PersonId Person = new(Guid.CreateVersion7());
    private static readonly Act Act = new(
        new Actor.ForInstallation(new PersonId(Guid.CreateVersion7()), "access-review"),
        new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero)
    );

    [Fact]
    public void One_at_a_time()
    {
        Assert.Equal("review.already-open", AccessReview.Start(new AccessReviewId(Guid.CreateVersion7()), [], Begun(), Act).Refusal?.Code);
        Assert.Equal(
            "access.administrator-only",
            AccessReview.Start(new AccessReviewId(Guid.CreateVersion7()), [], null, Act with { Actor = new Actor.ForCollaboration(Person) }).Refusal?.Code
        );
    }

    [Fact]
    public void Every_right_has_a_decision_before_it_is_signed_and_ending_one_carries_a_reason()
    {
        var review = Begun();

        Assert.Equal("review.undecided", review.Sign("B. Heerder", 6, Act)?.Code);
        Assert.Equal("review.reason-missing", review.Decide([new RightVerdict(1, ReviewVerdict.End, " ")], Act)?.Code);
        Assert.Equal("review.unknown-right", review.Decide([new RightVerdict(3, ReviewVerdict.Keep, "")], Act)?.Code);
        Assert.Null(review.Decide([new RightVerdict(1, ReviewVerdict.End, "Uit dienst"), new RightVerdict(2, ReviewVerdict.Keep, "")], Act));
        Assert.Equal("text.missing", review.Sign(" ", 6, Act)?.Code);
        Assert.Equal("review.months", review.Sign("B. Heerder", 13, Act)?.Code);
        Assert.Null(review.Sign("B. Heerder", 6, Act));

        var fact = Assert.IsType<AccessReviewSigned>(review.Facts[^1].Fact);
        Assert.Equal((1, 1, new DateOnly(2027, 6, 1)), (fact.Kept, fact.Ended, fact.Next));
        Assert.Equal((Act.At, "B. Heerder"), (review.SignedAt, review.SignedName));
    }

    [Fact]
    public void A_signed_review_does_not_change()
    {
        var review = Begun();
        review.Decide([new RightVerdict(1, ReviewVerdict.Keep, ""), new RightVerdict(2, ReviewVerdict.Keep, "")], Act);
        review.Sign("B. Heerder", 3, Act);

        Assert.Equal("review.signed", review.Decide([new RightVerdict(1, ReviewVerdict.End, "Toch")], Act)?.Code);
        Assert.Equal("review.signed", review.Sign("Iemand anders", 3, Act)?.Code);
        Assert.Equal(new DateOnly(2027, 3, 1), review.NextOn);
    }

    private static AccessReview Begun()
    {
        FrozenRight[] rights =
        [
            new(RightKind.Administrator, Person, PlaceCounts.None, null),
            new(RightKind.SignIn, Person, new PlaceCounts(1, 0, 0, 2), Act.At),
        ];
        Assert.True(AccessReview.Start(new AccessReviewId(Guid.CreateVersion7()), rights, null, Act).Is(out var review, out _));
        Assert.Equal((2, 3), (review.Undecided, review.Rows[1].Places.All));
        return review;
    }
}
