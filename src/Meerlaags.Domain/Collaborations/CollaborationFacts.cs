using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register;

namespace Meerlaags.Domain.Collaborations;

/// <summary>A collaboration was started.</summary>
public sealed record CollaborationStarted : Fact;

/// <summary>A party took a seat.</summary>
public sealed record PartySeated(PartyId Party) : Fact;

/// <summary>A party takes part more or less fully than before.</summary>
public sealed record SeatChanged(PartyId Party, SeatDegree Degree, bool Bound) : Fact;

/// <summary>A party left the table.</summary>
public sealed record PartyLeft(PartyId Party) : Fact;

/// <summary>Another organisation goes on where the organisation of a party ended.</summary>
public sealed record PartyContinued(PartyId Party, OrganisationId Organisation) : Fact;

/// <summary>A next talk was planned, or taken off.</summary>
public sealed record TalkPlanned(DateOnly? On) : Fact;

/// <summary>A computed view was switched on or off.</summary>
public sealed record ComputedViewSwitched(ComputedView View, bool Wanted) : Fact;

/// <summary>Someone was invited for one seat.</summary>
public sealed record PersonInvited(InvitationId Invitation, PartyId? Party, MemberFunction Function) : Fact;

/// <summary>An invitation was taken back.</summary>
public sealed record InvitationWithdrawn(InvitationId Invitation) : Fact;

/// <summary>A person joined.</summary>
public sealed record MemberJoined(MembershipId Membership, PersonId Person, PartyId? Party, MemberFunction Function) : Fact;

/// <summary>A person's place ended.</summary>
public sealed record MemberLeft(MembershipId Membership, PersonId Person, PartyId? Party) : Fact, IEndsPlaces;

/// <summary>A mandate was put on record.</summary>
public sealed record MandateRecorded(MandateId Mandate, PersonId Person, PartyId Party, DateOnly From, DateOnly? Until) : Fact;
