using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Register;

/// <summary>A newer register that is laid beside the one on record.</summary>
public readonly record struct RegisterRefreshId(Guid Value) : IId<RegisterRefreshId>
{
    /// <inheritdoc/>
    public static RegisterRefreshId From(Guid value) => new(value);
}

/// <summary>Of which day a newer register is, and where it comes from.</summary>
/// <param name="On">The day of the newer register.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record RefreshPlan(DateOnly On, string Source);

/// <summary>A file as it was handed in.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Hash">SHA-256 of its text in UTF-8, in small hexadecimals.</param>
/// <param name="Text">What it says.</param>
public sealed record RefreshFile(string Name, string Hash, string Text);

/// <summary>
/// A newer register as a dated difference: an administrator sees what it says otherwise, and takes it over as a whole or not at all. What was taken over stays readable, so
/// that of every organisation is known what it was called before and until when.
/// </summary>
public sealed class RegisterRefresh : Aggregate<RegisterRefreshId>
{
    /// <summary>Most graphemes of the source and of the reason.</summary>
    public const int TextLimit = 500;

    private readonly List<ProposedChange> changes = [];
    private readonly List<RefreshFile> files = [];

    private RegisterRefresh() { }

    /// <inheritdoc/>
    public override Guid? Chain => null;

    /// <summary>The day of the newer register.</summary>
    public DateOnly On { get; private init; }

    /// <summary>Where it comes from.</summary>
    public string Source { get; private init; } = "";

    /// <summary>When it was proposed.</summary>
    public DateTimeOffset ProposedAt { get; private init; }

    /// <summary>Who proposed it.</summary>
    public PersonId ProposedBy { get; private init; }

    /// <summary>How many organisations of the kinds it speaks of it does not mention; they stay as they are.</summary>
    public int NotMentioned { get; private init; }

    /// <summary>The files as they were handed in.</summary>
    public IReadOnlyList<RefreshFile> Files => files;

    /// <summary>What it says otherwise.</summary>
    public IReadOnlyList<ProposedChange> Changes => changes;

    /// <summary>What was decided, or null while it waits.</summary>
    public RefreshDecision? Decision { get; private set; }

    /// <summary>Proposes a newer register.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="plan">Of which day it is, and where it comes from.</param>
    /// <param name="found">What it says otherwise, and the files that say so.</param>
    /// <param name="act">An administrator, for the installation.</param>
    public static Decided<RegisterRefresh> Propose(
        RegisterRefreshId id,
        RefreshPlan plan,
        (RegisterUpdate Update, IReadOnlyList<RefreshFile> Files) found,
        Act act
    )
    {
        var source = PlainText.Line(plan.Source);
        if (act.Actor is not Actor.ForInstallation { By: { } person })
            return new Refusal("access.administrator-only");
        if (PlainText.Check(source, nameof(plan.Source), TextLimit) is { } unsourced)
            return unsourced;
        if (plan.On > act.Today)
            return new Refusal("register.day-ahead") { Field = nameof(plan.On) };
        if (found.Update.Changes.Count == 0)
            return new Refusal("register.nothing-new");

        var refresh = new RegisterRefresh
        {
            Id = id,
            On = plan.On,
            Source = source,
            ProposedAt = act.At,
            ProposedBy = person,
            NotMentioned = found.Update.NotMentioned,
        };
        refresh.files.AddRange(found.Files);
        refresh.changes.AddRange(found.Update.Changes.Select((change, index) => new ProposedChange(index + 1, change)));
        refresh.Record(new RegisterRefreshProposed(id, plan.On, refresh.changes.Count), act);
        return refresh;
    }

    /// <summary>Takes it over, provided that it still says what was shown.</summary>
    /// <param name="now">The same files beside the register as it is this moment.</param>
    /// <param name="act">An administrator, for the installation.</param>
    public Refusal? Approve(RegisterUpdate now, Act act)
    {
        if (act.Actor is not Actor.ForInstallation { By: { } person })
            return new Refusal("access.administrator-only");
        if (Decision is not null)
            return new Refusal("register.already-decided");
        if (!now.Changes.SequenceEqual(changes.OrderBy(change => change.Number).Select(change => change.Said)))
            return new Refusal("register.changed-by-another");

        Decision = new RefreshDecision(true, act.At, person, "");
        Record(new RegisterRefreshApproved(Id, On, changes.Count), act);
        return null;
    }

    /// <summary>Does not take it over.</summary>
    /// <param name="why">The reason.</param>
    /// <param name="act">An administrator, for the installation.</param>
    public Refusal? Reject(string why, Act act)
    {
        why = PlainText.Line(why);
        if (act.Actor is not Actor.ForInstallation { By: { } person })
            return new Refusal("access.administrator-only");
        if (Decision is not null)
            return new Refusal("register.already-decided");
        if (PlainText.Check(why, nameof(RefreshDecision.Reason), TextLimit) is { } wrong)
            return wrong;

        Decision = new RefreshDecision(false, act.At, person, why);
        Record(new RegisterRefreshRejected(Id), act);
        return null;
    }
}

/// <summary>One thing that a newer register says otherwise, in its place on the list.</summary>
public sealed class ProposedChange
{
    private ProposedChange() { }

    internal ProposedChange(int number, RegisterChange said) =>
        (Number, Kind, Code, Other, Field, Was, Becomes) = (number, said.Kind, said.Code, said.Other, said.Field, said.Was, said.Becomes);

    /// <summary>Its place on the list, from 1.</summary>
    public int Number { get; private init; }

    /// <summary>The kind of thing.</summary>
    public RegisterChangeKind Kind { get; private init; }

    /// <summary>Code of the organisation or the region.</summary>
    public string Code { get; private init; } = "";

    /// <summary>Code of the organisation that joins or leaves, or empty.</summary>
    public string Other { get; private init; } = "";

    /// <summary>Name of the field, or empty.</summary>
    public string Field { get; private init; } = "";

    /// <summary>What was on record, or empty.</summary>
    public string Was { get; private init; } = "";

    /// <summary>What the newer register says, or empty.</summary>
    public string Becomes { get; private init; } = "";

    /// <summary>The same without its place.</summary>
    public RegisterChange Said =>
        new(Kind, Code)
        {
            Other = Other,
            Field = Field,
            Was = Was,
            Becomes = Becomes,
        };
}

/// <summary>What was decided of a newer register.</summary>
/// <param name="Approved">Whether it was taken over.</param>
/// <param name="At">When.</param>
/// <param name="By">Who decided.</param>
/// <param name="Reason">Why it was not taken over, or empty.</param>
public sealed record RefreshDecision(bool Approved, DateTimeOffset At, PersonId By, string Reason);

/// <summary>A newer register was proposed.</summary>
public sealed record RegisterRefreshProposed(RegisterRefreshId Refresh, DateOnly On, int Changes) : Fact;

/// <summary>A newer register was taken over.</summary>
public sealed record RegisterRefreshApproved(RegisterRefreshId Refresh, DateOnly On, int Changes) : Fact;

/// <summary>A newer register was not taken over.</summary>
public sealed record RegisterRefreshRejected(RegisterRefreshId Refresh) : Fact;
