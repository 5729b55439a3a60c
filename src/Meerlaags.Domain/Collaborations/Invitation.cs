using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register;

namespace Meerlaags.Domain.Collaborations;

/// <summary>An invitation for one seat.</summary>
public readonly record struct InvitationId(Guid Value) : IId<InvitationId>
{
    /// <inheritdoc/>
    public static InvitationId From(Guid value) => new(value);
}

/// <summary>Which seat an invitation is for.</summary>
/// <param name="Function">What the guest will do.</param>
/// <param name="Party">For which party; required for who speaks for one, absent for the others.</param>
/// <param name="Voice">Within a composite party: from which organisation.</param>
/// <param name="For">Whom it is meant for, in the inviter's words: a name or an address.</param>
public sealed record InvitedSeat(MemberFunction Function, PartyId? Party, OrganisationId? Voice, string For);

/// <summary>A link for one seat that works once and not for ever. Only a hash of its secret is kept.</summary>
public sealed class Invitation : Aggregate<InvitationId>
{
    /// <summary>How long a link works.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    private Invitation() { }

    /// <inheritdoc/>
    public override Guid? Chain => Collaboration.Value;

    /// <summary>The collaboration.</summary>
    public CollaborationId Collaboration { get; private init; }

    /// <summary>What the guest will do.</summary>
    public MemberFunction Function { get; private init; }

    /// <summary>For which party, if any.</summary>
    public PartyId? Party { get; private init; }

    /// <summary>From which organisation within a composite party, if any.</summary>
    public OrganisationId? Voice { get; private init; }

    /// <summary>Whom it is meant for.</summary>
    public string For { get; private init; } = "";

    /// <summary>Hash of the secret in the link.</summary>
    public string SecretHash { get; private init; } = "";

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>Until when it works.</summary>
    public DateTimeOffset ExpiresAt { get; private init; }

    /// <summary>When it was used, or null.</summary>
    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>When it was withdrawn, or null.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Makes an invitation for one seat. The facilitator invites for every seat, a party for its own.</summary>
    public static Decided<Invitation> Make(InvitationId id, Collaboration collaboration, InvitedSeat seat, string secretHash, Act act)
    {
        if (act.Actor is not Actor.ForCollaboration && !(act.Actor is Actor.ForParty { Party: var inviter } && inviter == seat.Party))
            return new Refusal("access.facilitator-only");
        // A party gives its own people a place; who keeps the whole going is for the facilitator to ask.
        if (act.Actor is Actor.ForParty && !seat.Function.NeedsParty())
            return new Refusal("access.facilitator-only");
        if (seat.Function.NeedsParty() && seat.Party is null)
            return new Refusal("invitation.party-needed") { Field = nameof(InvitedSeat.Party) };
        if (!seat.Function.MayHaveParty() && seat.Party is not null)
            return new Refusal("invitation.no-party-for-function") { Field = nameof(InvitedSeat.Party) };
        if (seat.Party is { } chosen && collaboration.Party(chosen) is not { IsSeated: true })
            return new Refusal("party.not-seated") { Field = nameof(InvitedSeat.Party) };
        if (seat.Voice is { } voice && !SpeaksWithin(collaboration, seat.Party, voice))
            return new Refusal("invitation.unknown-voice") { Field = nameof(InvitedSeat.Voice) };
        var meantFor = PlainText.Line(seat.For);
        if (PlainText.Check(meantFor, nameof(InvitedSeat.For), 160) is { } wrong)
            return wrong;

        var invitation = new Invitation
        {
            Id = id,
            Collaboration = collaboration.Id,
            Function = seat.Function,
            Party = seat.Party,
            Voice = seat.Voice,
            For = meantFor,
            SecretHash = secretHash,
            CreatedAt = act.At,
            ExpiresAt = act.At + Lifetime,
        };
        invitation.Record(new PersonInvited(id, seat.Party, seat.Function), act);
        return invitation;
    }

    private static bool SpeaksWithin(Collaboration collaboration, PartyId? party, OrganisationId voice) =>
        party is { } id && collaboration.Party(id) is { } composite && composite.Voices.Any(known => known.Organisation == voice);

    /// <summary>Why the link does not work now, or null when it does.</summary>
    public Refusal? Closed(DateTimeOffset now) =>
        UsedAt is not null ? new Refusal("invitation.used")
        : WithdrawnAt is not null ? new Refusal("invitation.withdrawn")
        : now >= ExpiresAt ? new Refusal("invitation.expired")
        : null;

    /// <summary>The guest takes the seat; the link is spent.</summary>
    /// <param name="id">Id of the new membership.</param>
    /// <param name="person">The guest.</param>
    /// <param name="table">The table: a party that left since takes no guests.</param>
    /// <param name="present">What this person already does in the collaboration.</param>
    /// <param name="act">The guest's act.</param>
    public Decided<Membership> Accept(MembershipId id, PersonId person, Collaboration table, IEnumerable<Membership> present, Act act)
    {
        if (Closed(act.At) is { } closed)
            return closed;
        if (Party is { } party && table.Party(party) is not { IsSeated: true })
            return new Refusal("party.not-seated");
        if (present.Any(place => place.EndedAt is null && place.Person == person && place.Party == Party && place.Function == Function))
            return new Refusal("invitation.already-member");

        UsedAt = act.At;
        Changed();
        return Membership.Join(id, this, person, act);
    }

    /// <summary>The link no longer works.</summary>
    public Refusal? Withdraw(Act act)
    {
        if (Closed(act.At) is { } closed)
            return closed;

        WithdrawnAt = act.At;
        Record(new InvitationWithdrawn(Id), act);
        return null;
    }
}
