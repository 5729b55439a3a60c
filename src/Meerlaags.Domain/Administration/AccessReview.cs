using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Administration;

/// <summary>One review of rights.</summary>
public readonly record struct AccessReviewId(Guid Value) : IId<AccessReviewId>
{
    /// <inheritdoc/>
    public static AccessReviewId From(Guid value) => new(value);
}

/// <summary>A look at who may do what, on one day: the list is frozen, somebody decides per right, and signs. Rights that end do so with the signature.</summary>
public sealed class AccessReview : Aggregate<AccessReviewId>
{
    /// <summary>Months between two reviews unless somebody chooses otherwise.</summary>
    public const int DefaultMonths = 6;

    /// <summary>Most months between two reviews.</summary>
    public const int MostMonths = 12;

    /// <summary>Most graphemes of the name under it.</summary>
    public const int NameLimit = 160;

    private readonly List<ReviewedRight> rows = [];

    private AccessReview() { }

    /// <inheritdoc/>
    public override Guid? Chain => null;

    /// <summary>When the list was frozen.</summary>
    public DateTimeOffset StartedAt { get; private init; }

    /// <summary>Who began it.</summary>
    public PersonId StartedBy { get; private init; }

    /// <summary>When it was signed, or null.</summary>
    public DateTimeOffset? SignedAt { get; private set; }

    /// <summary>Who signed it, or null.</summary>
    public PersonId? SignedBy { get; private set; }

    /// <summary>The name under it, as typed by who signed.</summary>
    public string SignedName { get; private set; } = "";

    /// <summary>The day by which the next one is due; null until it is signed.</summary>
    public DateOnly? NextOn { get; private set; }

    /// <summary>The rights on the list.</summary>
    public IReadOnlyList<ReviewedRight> Rows => rows;

    /// <summary>Whether it can still be worked on.</summary>
    public bool IsOpen => SignedAt is null;

    /// <summary>How many rights wait for a decision.</summary>
    public int Undecided => rows.Count(row => row.Verdict is null);

    /// <summary>Freezes the list. One review at a time.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="rights">Everything somebody may do today.</param>
    /// <param name="open">The review that is still open, or null.</param>
    /// <param name="act">An administrator, for the installation.</param>
    public static Decided<AccessReview> Start(AccessReviewId id, IReadOnlyList<FrozenRight> rights, AccessReview? open, Act act)
    {
        if (act.Actor is not Actor.ForInstallation { By: { } by })
            return new Refusal("access.administrator-only");
        if (open is not null)
            return new Refusal("review.already-open");
        var review = new AccessReview
        {
            Id = id,
            StartedAt = act.At,
            StartedBy = by,
        };
        review.rows.AddRange(rights.Select((right, place) => new ReviewedRight(place + 1, right)));
        review.Record(new AccessReviewStarted(id, rights.Count), act);
        return review;
    }

    /// <summary>Keeps what was decided so far. Ending a right carries a reason.</summary>
    public Refusal? Decide(IReadOnlyCollection<RightVerdict> verdicts, Act act)
    {
        if (act.Actor is not Actor.ForInstallation)
            return new Refusal("access.administrator-only");
        if (!IsOpen)
            return new Refusal("review.signed");
        foreach (var verdict in verdicts)
        {
            var reason = PlainText.Line(verdict.Reason);
            var field = $"Reasons[{verdict.Number}]";
            if (rows.Find(row => row.Number == verdict.Number) is not { } row)
                return new Refusal("review.unknown-right", verdict.Number);
            if (verdict.Verdict is ReviewVerdict.End && reason.Length == 0)
                return new Refusal("review.reason-missing") { Field = field };
            if (PlainText.Check(reason, field, AccountDecision.ReasonLimit, required: false) is { } wrong)
                return wrong;
            row.Decide(verdict.Verdict, reason);
        }
        Changed();
        return null;
    }

    /// <summary>Signs it: every right has a decision, and the next day is planned.</summary>
    /// <param name="name">The name under it.</param>
    /// <param name="months">Months until the next one.</param>
    /// <param name="act">An administrator, for the installation.</param>
    public Refusal? Sign(string name, int months, Act act)
    {
        name = PlainText.Line(name);
        if (act.Actor is not Actor.ForInstallation { By: { } by })
            return new Refusal("access.administrator-only");
        if (!IsOpen)
            return new Refusal("review.signed");
        if (Undecided > 0)
            return new Refusal("review.undecided", Undecided);
        if (PlainText.Check(name, "Name", NameLimit) is { } wrong)
            return wrong;
        if (months is < 1 or > MostMonths)
            return new Refusal("review.months", MostMonths) { Field = "Months" };

        SignedAt = act.At;
        SignedBy = by;
        SignedName = name;
        NextOn = act.Today.AddMonths(months);
        var ended = rows.Count(row => row.Verdict is ReviewVerdict.End);
        Record(new AccessReviewSigned(Id, rows.Count - ended, ended, NextOn.Value), act);
        return null;
    }
}

/// <summary>A review of rights began: so many rights stand on its list.</summary>
public sealed record AccessReviewStarted(AccessReviewId Review, int Rows) : Fact;

/// <summary>A review of rights was signed.</summary>
public sealed record AccessReviewSigned(AccessReviewId Review, int Kept, int Ended, DateOnly Next) : Fact;
