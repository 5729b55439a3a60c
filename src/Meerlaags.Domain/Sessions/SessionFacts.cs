using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;

namespace Meerlaags.Domain.Sessions;

/// <summary>A room was opened for a round.</summary>
public sealed record RoomOpened(RoomId Room, RoundId Round, RoundFormat Format) : Fact;

/// <summary>After talking the parties started to write.</summary>
public sealed record WritingStarted(RoomId Room) : Fact;

/// <summary>A room was closed.</summary>
public sealed record RoomClosed(RoomId Room) : Fact, IEndsPlaces;

/// <summary>A code was replaced by a new one.</summary>
public sealed record CodeRenewed(RoomId Room, PartyId? Party) : Fact;

/// <summary>A guest joined a room.</summary>
public sealed record GuestJoined(GuestId Guest, PersonId Person, PartyId? Party, bool Admitted) : Fact, IStaysInRoom
{
    Guid IStaysInRoom.Whom => Guest.Value;
}

/// <summary>A guest asks to be let in by a party.</summary>
public sealed record GuestAskedIn(GuestId Guest, PersonId Person, PartyId Party) : Fact, IStaysInRoom
{
    Guid IStaysInRoom.Whom => Guest.Value;
}

/// <summary>A party let a guest in.</summary>
public sealed record GuestAdmitted(GuestId Guest, PersonId Person, PartyId Party) : Fact, IStaysInRoom
{
    Guid IStaysInRoom.Whom => Guest.Value;
}

/// <summary>A party said that a guest is not one of theirs.</summary>
public sealed record GuestTurnedAway(GuestId Guest, PersonId Person, PartyId Party) : Fact, IStaysInRoom
{
    Guid IStaysInRoom.Whom => Guest.Value;
}

/// <summary>A guest left, or was led out.</summary>
public sealed record GuestLeft(GuestId Guest, PersonId Person) : Fact, IEndsPlaces, IStaysInRoom
{
    Guid IStaysInRoom.Whom => Guest.Value;
}
