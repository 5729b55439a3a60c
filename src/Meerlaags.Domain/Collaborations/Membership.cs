using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register;

namespace Meerlaags.Domain.Collaborations;

/// <summary>A person's place in a collaboration.</summary>
public readonly record struct MembershipId(Guid Value) : IId<MembershipId>
{
    /// <inheritdoc/>
    public static MembershipId From(Guid value) => new(value);
}

/// <summary>What a person does in a collaboration.</summary>
public enum MemberFunction
{
    /// <summary>Speaks and writes for a party.</summary>
    Representative,

    /// <summary>Holds political office at a party: wethouder, gedeputeerde, bestuurder, minister.</summary>
    OfficeHolder,

    /// <summary>Leads the process for all, for no party.</summary>
    Facilitator,

    /// <summary>Reads along what all members may read, acts for no one.</summary>
    Observer,

    /// <summary>The spider in the web: keeps the programme going. May have a stake and then belongs to a party; leads the process only when the facilitator grants it.</summary>
    ProgrammeManager,

    /// <summary>Keeps a large programme together, across tables. May belong to a party; leads the process only when the facilitator grants it.</summary>
    Regisseur,

    /// <summary>Helps out of an impasse. For nobody; reads along what all members may read.</summary>
    Mediator,
}

/// <summary>What goes with which function.</summary>
public static class MemberFunctions
{
    /// <summary>Whether who has it speaks for a party.</summary>
    public static bool NeedsParty(this MemberFunction function) => function is MemberFunction.Representative or MemberFunction.OfficeHolder;

    /// <summary>Whether who has it keeps the process going and may have a stake of one's own.</summary>
    public static bool KeepsGoing(this MemberFunction function) => function is MemberFunction.ProgrammeManager or MemberFunction.Regisseur;

    /// <summary>Whether who has it may belong to a party.</summary>
    public static bool MayHaveParty(this MemberFunction function) => function.NeedsParty() || function.KeepsGoing();
}

/// <summary>A person in a collaboration with a function, for a party or for the whole.</summary>
public sealed class Membership : Aggregate<MembershipId>
{
    private readonly List<Mandate> mandates = [];

    private Membership() { }

    /// <inheritdoc/>
    public override Guid? Chain => Collaboration.Value;

    /// <summary>The collaboration.</summary>
    public CollaborationId Collaboration { get; private init; }

    /// <summary>The person.</summary>
    public PersonId Person { get; private init; }

    /// <summary>What the person does.</summary>
    public MemberFunction Function { get; private init; }

    /// <summary>The party spoken for; null for who speaks for none.</summary>
    public PartyId? Party { get; private init; }

    /// <summary>Within a composite party: the organisation the person speaks from.</summary>
    public OrganisationId? Voice { get; private init; }

    /// <summary>When the person joined.</summary>
    public DateTimeOffset JoinedAt { get; private init; }

    /// <summary>Since when this person leads the process beside the facilitator, or null.</summary>
    public DateTimeOffset? LeadsSince { get; private set; }

    /// <summary>When it ended, or null.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The mandates recorded for this person, old ones included.</summary>
    public IReadOnlyList<Mandate> Mandates => mandates;

    /// <summary>The starter of a collaboration becomes its first facilitator.</summary>
    public static Membership Facilitator(MembershipId id, CollaborationId collaboration, PersonId person, Act act)
    {
        var membership = new Membership
        {
            Id = id,
            Collaboration = collaboration,
            Person = person,
            Function = MemberFunction.Facilitator,
            JoinedAt = act.At,
        };
        membership.Record(new MemberJoined(id, person, null, MemberFunction.Facilitator), act);
        return membership;
    }

    /// <summary>Someone takes the seat of an invitation.</summary>
    internal static Membership Join(MembershipId id, Invitation invitation, PersonId person, Act act)
    {
        var membership = new Membership
        {
            Id = id,
            Collaboration = invitation.Collaboration,
            Person = person,
            Function = invitation.Function,
            Party = invitation.Party,
            Voice = invitation.Voice,
            JoinedAt = act.At,
        };
        membership.Record(new MemberJoined(id, person, invitation.Party, invitation.Function), act);
        return membership;
    }

    /// <summary>Puts on record that this person may bind the party from a day on, by which decision.</summary>
    public Refusal? RecordMandate(MandateId id, MandateTerms terms, Act act)
    {
        if (EndedAt is not null)
            return new Refusal("member.already-ended");
        if (Party is not { } party)
            return new Refusal("mandate.no-party");
        if (IsOtherParty(act))
            return new Refusal("access.party-only");
        var decision = PlainText.Line(terms.SourceDecision);
        var limits = PlainText.Lines(terms.Limits);
        if (PlainText.Check(decision, nameof(MandateTerms.SourceDecision), Mandate.TextLimit) is { } wrong)
            return wrong;
        if (PlainText.Check(limits, nameof(MandateTerms.Limits), Mandate.TextLimit, required: false) is { } wrongLimits)
            return wrongLimits;
        if (terms.Until is { } until && until < terms.From)
            return new Refusal("mandate.ends-before-it-begins") { Field = nameof(MandateTerms.Until) };

        mandates.Add(new Mandate(id, terms with { SourceDecision = decision, Limits = limits }));
        Record(new MandateRecorded(id, Person, party, terms.From, terms.Until), act);
        return null;
    }

    /// <summary>The mandate that lets this person bind the party on a day, or null.</summary>
    public Mandate? MandateOn(DateOnly day) => EndedAt is null ? mandates.FirstOrDefault(mandate => mandate.HoldsOn(day)) : null;

    /// <summary>Lets this person lead the process beside the facilitator, or no longer. Only who keeps the process going and has no party on this place; twice is once.</summary>
    public Refusal? Lead(bool leads, Act act)
    {
        if (act.Actor is not Actor.ForCollaboration)
            return new Refusal("access.facilitator-only");
        if (EndedAt is not null)
            return new Refusal("member.already-ended");
        if (!Function.KeepsGoing())
            return new Refusal("member.cannot-lead");
        if (Party is not null)
            return new Refusal("member.leads-for-no-party");
        if (leads == LeadsSince is not null)
            return null;

        LeadsSince = leads ? act.At : null;
        Record(leads ? new LeadGranted(Id, Person) : new LeadWithdrawn(Id, Person), act);
        return null;
    }

    /// <summary>The person leaves this place; what was said for the party stays.</summary>
    public Refusal? End(Act act)
    {
        if (IsOtherParty(act))
            return new Refusal("access.party-only");
        if (EndedAt is not null)
            return new Refusal("member.already-ended");

        EndedAt = act.At;
        Record(new MemberLeft(Id, Person, Party), act);
        return null;
    }

    private bool IsOtherParty(Act act) => act.Actor is Actor.ForParty { Party: var speaker } && speaker != Party;
}

/// <summary>What a mandate says.</summary>
/// <param name="From">First day.</param>
/// <param name="Until">Last day, or null for as long as the function lasts.</param>
/// <param name="SourceDecision">The decision it rests on, in words.</param>
/// <param name="Limits">Up to what, or empty.</param>
public sealed record MandateTerms(DateOnly From, DateOnly? Until, string SourceDecision, string Limits);

/// <summary>The dated right of one person to bind one party.</summary>
public sealed class Mandate
{
    /// <summary>Most graphemes of the decision and of the limits.</summary>
    public const int TextLimit = 400;

    private Mandate() { }

    internal Mandate(MandateId id, MandateTerms terms) =>
        (Id, From, Until, SourceDecision, Limits) = (id, terms.From, terms.Until, terms.SourceDecision, terms.Limits);

    /// <summary>Its id.</summary>
    public MandateId Id { get; private init; }

    /// <summary>First day.</summary>
    public DateOnly From { get; private init; }

    /// <summary>Last day, or null.</summary>
    public DateOnly? Until { get; private init; }

    /// <summary>The decision it rests on.</summary>
    public string SourceDecision { get; private init; } = "";

    /// <summary>Its limits, or empty.</summary>
    public string Limits { get; private init; } = "";

    /// <summary>Whether it holds on a day; both ends count.</summary>
    public bool HoldsOn(DateOnly day) => From <= day && (Until is not { } until || day <= until);
}
