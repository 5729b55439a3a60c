using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Content;

namespace Meerlaags.Domain.Framing;

/// <summary>One round of writing unseen, revealing and coming to one text.</summary>
public readonly record struct RoundId(Guid Value) : IId<RoundId>
{
    /// <inheritdoc/>
    public static RoundId From(Guid value) => new(value);
}

/// <summary>A round in which every party writes the issue down unseen; then one reveal, one text, consent.</summary>
public sealed class FramingRound : Aggregate<RoundId>
{
    /// <summary>A reveal needs at least this many submitted texts.</summary>
    public const int FewestTexts = 2;

    /// <summary>Most names given in one round, earlier ones counted.</summary>
    public const int MostPointNames = 200;

    private readonly List<HandedIn> handedIn = [];

    private FramingRound() { }

    /// <inheritdoc/>
    public override Guid? Chain => Collaboration.Value;

    /// <summary>The collaboration.</summary>
    public CollaborationId Collaboration { get; private init; }

    /// <summary>First, second, third round of this collaboration.</summary>
    public int Number { get; private init; }

    /// <summary>Which questions are asked.</summary>
    public QuestionSetReference Questions { get; private init; } = null!;

    /// <summary>When it opened.</summary>
    public DateTimeOffset OpenedAt { get; private init; }

    /// <summary>The reveal, once it happened.</summary>
    public Reveal? Reveal { get; private set; }

    /// <summary>How the round ended, once it did.</summary>
    public Closing? Closing { get; private set; }

    /// <summary>Which parties have handed in, blind. That is all others see of a text before the reveal: not when, not in which order, not how much.</summary>
    public IReadOnlyList<HandedIn> HandedIn => [.. handedIn.OrderBy(mark => mark.Party.Value)];

    /// <summary>The names people gave to points that are the same, in order of time.</summary>
    public IReadOnlyList<PointName> PointNames { get; private set; } = [];

    /// <summary>When people had spoken about the open texts, or null. Computed views come after that.</summary>
    public Spoken? Spoken { get; private set; }

    /// <summary>What comes first in this round.</summary>
    public RoundFormat Format { get; private set; }

    /// <summary>When people had talked before they wrote, or null.</summary>
    public Met? Met { get; private set; }

    /// <summary>Whether people talk now, and write afterwards.</summary>
    public bool TalksFirst => Format == RoundFormat.MeetingFirst && Met is null && !IsRevealed && IsOpen;

    /// <summary>Every wording of the shared dream, in order; the last one stands.</summary>
    public IReadOnlyList<DreamWording> Dreams { get; private set; } = [];

    /// <summary>The shared dream as it is now, or null.</summary>
    public DreamWording? Dream => Dreams is [.., var last] ? last : null;

    /// <summary>Whether a party has handed in.</summary>
    public bool HasHandedIn(PartyId party) => handedIn.Exists(mark => mark.Party == party);

    /// <summary>Whether texts are open to all.</summary>
    public bool IsRevealed => Reveal is not null;

    /// <summary>Whether the round still runs.</summary>
    public bool IsOpen => Closing is null;

    /// <summary>Opens the next round of a collaboration.</summary>
    /// <param name="id">Id of the new round.</param>
    /// <param name="collaboration">The collaboration.</param>
    /// <param name="previous">The rounds before; all must be closed.</param>
    /// <param name="questions">Which questions are asked.</param>
    /// <param name="act">The facilitator's act.</param>
    public static Decided<FramingRound> Open(
        RoundId id,
        Collaboration collaboration,
        IReadOnlyCollection<FramingRound> previous,
        QuestionSetReference questions,
        Act act
    )
    {
        if (act.Actor is not Actor.ForCollaboration)
            return new Refusal("access.facilitator-only");
        if (collaboration.Seated.Count() < FewestTexts)
            return new Refusal("round.too-few-parties", FewestTexts);
        if (previous.Any(round => round.IsOpen))
            return new Refusal("round.another-is-open");

        var round = new FramingRound
        {
            Id = id,
            Collaboration = collaboration.Id,
            Number = previous.Count + 1,
            Questions = questions,
            OpenedAt = act.At,
        };
        round.Record(new RoundOpened(id, round.Number), act);
        return round;
    }

    /// <summary>Opens all submitted texts of parties at the table to everyone, in one act. Never happens by itself.</summary>
    /// <param name="texts">The formulations of this round, all of them.</param>
    /// <param name="collaboration">The table: a party that left before stays unrevealed.</param>
    /// <param name="act">The facilitator's act.</param>
    public Refusal? RevealTexts(IReadOnlyCollection<Formulation> texts, Collaboration collaboration, Act act)
    {
        if (act.Actor is not Actor.ForCollaboration { By: var facilitator })
            return new Refusal("access.facilitator-only");
        if (!IsOpen)
            return new Refusal("round.closed");
        if (IsRevealed)
            return new Refusal("reveal.already-done");
        var revealed = texts.Where(text => text.Round == Id && text.IsSubmitted && collaboration.Party(text.Party) is { IsSeated: true }).Distinct().ToList();
        if (revealed.DistinctBy(text => text.Party).Count() < FewestTexts)
            return new Refusal("reveal.too-few-texts", FewestTexts);

        Reveal = new Reveal(act.At, facilitator);
        foreach (var text in revealed)
            text.Reveal(act);
        Record(new TextsRevealed(Id, [.. revealed.Select(text => text.Party).Distinct()]), act);
        return null;
    }

    /// <summary>People have spoken about the open texts: from now on pages may also show what is computed from them. Twice is once.</summary>
    public Refusal? ConfirmSpoken(Act act)
    {
        if (act.Actor is not Actor.ForCollaboration { By: var facilitator })
            return new Refusal("access.facilitator-only");
        if (!IsRevealed)
            return new Refusal("points.not-revealed");
        if (Spoken is not null)
            return null;

        Spoken = new Spoken(act.At, facilitator);
        Record(new PeopleSpoke(Id), act);
        return null;
    }

    /// <summary>Gives points that are the same a name; earlier names are kept. The same name again changes nothing.</summary>
    public Refusal? NamePoints(PointGroup group, string name, Act act)
    {
        name = PlainText.Line(name);
        if (act.Actor is Actor.ForInstallation)
            return new Refusal("access.members-only");
        if (!IsOpen)
            return new Refusal("round.closed");
        if (group.Points.Count < 2)
            return new Refusal("points.name-needs-two") { Field = "Name" };
        if (PlainText.Check(name, "Name", PointName.Limit) is { } wrong)
            return wrong;
        if (PointNames.Count >= MostPointNames)
            return new Refusal("points.too-many-names", MostPointNames) { Field = "Name" };
        if (group.Name == name)
            return null;

        var points = group.Points.Select(raised => raised.Point.Id).ToList();
        PointNames = [.. PointNames, new PointName(name, points, act.Actor.Person!.Value, (act.Actor as Actor.ForParty)?.Party, act.At)];
        Record(new PointsNamed(Id, points), act);
        return null;
    }

    /// <summary>What is computed shows after people spoke, and only where the collaboration wants it.</summary>
    public bool Shows(ComputedView view, Collaboration table) => Spoken is not null && table.Wants(view);

    /// <summary>Chooses whether people first talk or first write; both are equal routes. Until the reveal the facilitator may choose again.</summary>
    public Refusal? ChooseFormat(RoundFormat format, Act act)
    {
        if (GuardFormat(act) is { } refusal)
            return refusal;
        if (Format == format)
            return null;

        Format = format;
        Record(new FormatChosen(Id, format), act);
        return null;
    }

    /// <summary>People have talked; now each party writes unseen. Twice is once.</summary>
    public Refusal? ConfirmMet(Act act)
    {
        if (GuardFormat(act) is { } refusal)
            return refusal;
        if (Format != RoundFormat.MeetingFirst)
            return new Refusal("round.writes-first");
        if (Met is not null)
            return null;

        Met = new Met(act.At, ((Actor.ForCollaboration)act.Actor).By);
        Record(new PeopleMet(Id), act);
        return null;
    }

    /// <summary>Writes the shared dream, in place of the words before; those are kept.</summary>
    /// <param name="text">The dream.</param>
    /// <param name="seen">The number of the wording the writer started from, 0 for none; another means someone was faster.</param>
    /// <param name="act">Someone at the table.</param>
    public Refusal? WriteDream(string text, int seen, Act act)
    {
        text = PlainText.Lines(text);
        if (act.Actor is Actor.ForInstallation || act.Actor.Person is not { } person)
            return new Refusal("access.members-only");
        if (!IsRevealed)
            return new Refusal("points.not-revealed");
        if (!IsOpen)
            return new Refusal("round.closed");
        if (seen != Dreams.Count)
            return new Refusal("dream.changed-by-other", Dream?.Text ?? "");
        if (PlainText.Check(text, nameof(DreamWording.Text), DreamWording.Limit) is { } wrong)
            return wrong;
        if (text == Dream?.Text)
            return null;

        Dreams = [.. Dreams, new DreamWording(text, act.Actor is Actor.ForParty { Party: var party } ? party : null, person, act.At)];
        Record(new DreamWritten(Id, Dreams.Count), act);
        return null;
    }

    /// <summary>"We do not know yet" ends the round honestly, with a next talk planned.</summary>
    /// <param name="reason">What we do not know yet, in words.</param>
    /// <param name="nextTalk">The day of the next talk; planned at the table in the same act.</param>
    /// <param name="table">The table.</param>
    /// <param name="versions">The versions of this round; one that is out is taken back, so that nobody is asked any more.</param>
    /// <param name="act">The facilitator's act.</param>
    public Refusal? CloseUndecided(string reason, DateOnly nextTalk, Collaboration table, IEnumerable<TextVersion> versions, Act act)
    {
        reason = PlainText.Lines(reason);
        if (act.Actor is not Actor.ForCollaboration)
            return new Refusal("access.facilitator-only");
        if (!IsOpen)
            return new Refusal("round.closed");
        if (PlainText.Check(reason, "Reason", 2000) is { } wrong)
            return wrong;
        if (nextTalk < act.Today)
            return new Refusal("talk.in-the-past") { Field = "NextTalk" };
        if (table.NextTalk?.On != nextTalk && table.PlanTalk(nextTalk, "", act) is { } unplanned)
            return unplanned;

        foreach (var version in versions.Where(version => version.Round == Id && version.IsOut))
            version.Withdraw(act);
        Closing = new Closing(act.At, RoundOutcome.NotYetKnown, reason);
        Record(new RoundClosed(Id, RoundOutcome.NotYetKnown, nextTalk), act);
        return null;
    }

    private Refusal? GuardFormat(Act act) =>
        act.Actor is not Actor.ForCollaboration ? new Refusal("access.facilitator-only")
        : !IsOpen ? new Refusal("round.closed")
        : IsRevealed ? new Refusal("reveal.already-done")
        : null;

    internal void Mark(PartyId party, bool handedIn)
    {
        this.handedIn.RemoveAll(mark => mark.Party == party);
        if (handedIn)
            this.handedIn.Add(new HandedIn(party));
    }

    /// <summary>The round ends because all who decide consented.</summary>
    internal void CloseShared(DateOnly recheck, Act act)
    {
        Closing = new Closing(act.At, RoundOutcome.Shared, "");
        Record(new RoundClosed(Id, RoundOutcome.Shared, recheck), act);
    }
}
