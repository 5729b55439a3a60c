using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Framing;

/// <summary>What a party can answer.</summary>
public enum ConsentChoice
{
    /// <summary>Instemming.</summary>
    Consent,

    /// <summary>Instemming met kanttekening: does not stop the text, is kept beside it.</summary>
    ConsentWithReservation,

    /// <summary>Zorg: says what harm it fears and opens the next version.</summary>
    Concern,

    /// <summary>Laat het aan anderen.</summary>
    LeaveToOthers,
}

/// <summary>One answer of a party.</summary>
public readonly record struct ConsentId(Guid Value) : IId<ConsentId>
{
    /// <inheritdoc/>
    public static ConsentId From(Guid value) => new(value);
}

/// <summary>An answer as it is given.</summary>
/// <param name="Choice">The choice.</param>
/// <param name="Reason">Why; for a concern: which harm it fears.</param>
/// <param name="Binding">Binding with a mandate, or exploring: "neem ik mee naar huis".</param>
/// <param name="Hash">Hash of the text the party had before it.</param>
public sealed record GivenConsent(ConsentChoice Choice, string Reason, bool Binding, string Hash);

/// <summary>An answer on record: who, for whom, with which mandate, when.</summary>
public sealed class Consent
{
    private Consent() { }

    internal Consent(ConsentId id, int number, Actor.ForParty speaker, GivenConsent given, DateTimeOffset at) =>
        (Id, Number, Party, By, Mandate, Choice, Reason, Binding, At) = (
            id,
            number,
            speaker.Party,
            speaker.By,
            given.Binding ? speaker.Mandate : null,
            given.Choice,
            given.Reason,
            given.Binding,
            at
        );

    /// <summary>Its id.</summary>
    public ConsentId Id { get; private init; }

    /// <summary>Its place among all answers to this version, from 1.</summary>
    public int Number { get; private init; }

    /// <summary>The party.</summary>
    public PartyId Party { get; private init; }

    /// <summary>The person who spoke for it.</summary>
    public PersonId By { get; private init; }

    /// <summary>The mandate, when it binds.</summary>
    public MandateId? Mandate { get; private init; }

    /// <summary>The choice.</summary>
    public ConsentChoice Choice { get; private init; }

    /// <summary>The reason, or empty.</summary>
    public string Reason { get; private init; } = "";

    /// <summary>Whether it binds the party.</summary>
    public bool Binding { get; private init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>How fully the party took part when it answered; null for answers of before that was kept.</summary>
    public SeatDegree? Degree { get; internal init; }
}
