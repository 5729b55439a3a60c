using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register;

namespace Meerlaags.Domain.Collaborations;

/// <summary>A collaboration was started.</summary>
public sealed record CollaborationStarted : Fact;

/// <summary>A party took a seat.</summary>
public sealed record PartySeated(PartyId Party) : Fact;

/// <summary>A party takes part more or less fully than before.</summary>
public sealed record SeatChanged(PartyId Party, SeatDegree Degree, bool Bound) : Fact;

/// <summary>A party takes part more or less fully from a day on, perhaps until a day.</summary>
public sealed record SeatPlanned(PartyId Party, SeatDegree Degree, bool Bound, DateOnly From, DateOnly? Until) : Fact;

/// <summary>A party left the table.</summary>
public sealed record PartyLeft(PartyId Party) : Fact, IHappensAfterwards;

/// <summary>Another organisation goes on where the organisation of a party ended.</summary>
public sealed record PartyContinued(PartyId Party, OrganisationId Organisation) : Fact;

/// <summary>A next talk was planned, or taken off.</summary>
public sealed record TalkPlanned(DateOnly? On) : Fact;

/// <summary>A computed view was switched on or off.</summary>
public sealed record ComputedViewSwitched(ComputedView View, bool Wanted) : Fact;

/// <summary>Someone was invited for one seat.</summary>
public sealed record PersonInvited(InvitationId Invitation, PartyId? Party, MemberFunction Function) : Fact;

/// <summary>An invitation was taken back.</summary>
public sealed record InvitationWithdrawn(InvitationId Invitation) : Fact, IHappensAfterwards;

/// <summary>A person joined.</summary>
public sealed record MemberJoined(MembershipId Membership, PersonId Person, PartyId? Party, MemberFunction Function) : Fact;

/// <summary>A person's place ended.</summary>
public sealed record MemberLeft(MembershipId Membership, PersonId Person, PartyId? Party) : Fact, IEndsPlaces, IHappensAfterwards;

/// <summary>A mandate was put on record.</summary>
public sealed record MandateRecorded(MandateId Mandate, PersonId Person, PartyId Party, DateOnly From, DateOnly? Until) : Fact;

/// <summary>Somebody may lead the process from now on, beside the facilitator.</summary>
public sealed record LeadGranted(MembershipId Membership, PersonId Person) : Fact;

/// <summary>Somebody no longer leads the process.</summary>
public sealed record LeadWithdrawn(MembershipId Membership, PersonId Person) : Fact, IEndsPlaces;

/// <summary>The challenge or the region got other words.</summary>
public sealed record ChallengeReworded : Fact;

/// <summary>Others may know of the collaboration, or no longer.</summary>
public sealed record VisibilityChanged(bool Shown) : Fact;

/// <summary>A party agrees that others know it takes part, or no longer.</summary>
public sealed record PartyShown(PartyId Party, bool Shown) : Fact;

/// <summary>It was settled how often to look again.</summary>
public sealed record ReviewRhythmChosen(ReviewRhythm Rhythm) : Fact;

/// <summary>The collaboration went into the archive.</summary>
public sealed record CollaborationArchived : Fact, IClosesChain, IEndsPlaces;

/// <summary>The collaboration came out of the archive.</summary>
public sealed record CollaborationReopened : Fact, IReopensChain, IHappensAfterwards;
