using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Framing;

/// <summary>Someone who is missing at the table.</summary>
public readonly record struct MissingPartyId(Guid Value) : IId<MissingPartyId>
{
    /// <inheritdoc/>
    public static MissingPartyId From(Guid value) => new(value);
}

/// <summary>The answer to "does the table still fit?": who is missing, according to whom, and why.</summary>
public sealed class MissingParty : Aggregate<MissingPartyId>
{
    private MissingParty() { }

    /// <inheritdoc/>
    public override Guid? Chain => Collaboration.Value;

    /// <summary>The collaboration.</summary>
    public CollaborationId Collaboration { get; private init; }

    /// <summary>The round in which it was noticed.</summary>
    public RoundId Round { get; private init; }

    /// <summary>Who is missing.</summary>
    public string Name { get; private init; } = "";

    /// <summary>Why.</summary>
    public string Why { get; private init; } = "";

    /// <summary>The party that names it, or null when the facilitator does.</summary>
    public PartyId? NamedBy { get; private init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>Names a party that is missing; only after the reveal, since a name can betray a text.</summary>
    public static Decided<MissingParty> Notice(MissingPartyId id, FramingRound round, string name, string why, Act act)
    {
        name = PlainText.Line(name);
        why = PlainText.Lines(why);
        if (act.Actor is Actor.ForInstallation)
            return new Refusal("access.members-only");
        if (!round.IsRevealed)
            return new Refusal("points.not-revealed");
        if (!round.IsOpen)
            return new Refusal("round.closed");
        if (PlainText.Check(name, nameof(Name), Party.NameLimit) is { } wrong)
            return wrong;
        if (PlainText.Check(why, nameof(Why), 1000) is { } wrongReason)
            return wrongReason;

        var missing = new MissingParty
        {
            Id = id,
            Collaboration = round.Collaboration,
            Round = round.Id,
            Name = name,
            Why = why,
            NamedBy = act.Actor is Actor.ForParty { Party: var party } ? party : null,
            At = act.At,
        };
        missing.Record(new MissingPartyNamed(id, round.Id), act);
        return missing;
    }
}
