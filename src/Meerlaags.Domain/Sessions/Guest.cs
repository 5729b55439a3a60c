using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Sessions;

/// <summary>One guest in one room.</summary>
public readonly record struct GuestId(Guid Value) : IId<GuestId>
{
    /// <inheritdoc/>
    public static GuestId From(Guid value) => new(value);
}

/// <summary>How far a guest is.</summary>
public enum GuestState
{
    /// <summary>Waits until a member of the party opens the door.</summary>
    Waiting,

    /// <summary>Writes along with the party.</summary>
    Admitted,

    /// <summary>The party does not know this guest; another party may be chosen.</summary>
    Refused,

    /// <summary>Was led out, or left.</summary>
    Removed,
}

/// <summary>Somebody without a place of their own who joins a room on a phone. An admitted guest writes along with one party and binds nobody; the place ends with the room.</summary>
public sealed class Guest : Aggregate<GuestId>
{
    /// <summary>Most graphemes of a name.</summary>
    public const int NameLimit = 80;

    private Guest() { }

    /// <inheritdoc/>
    public override Guid? Chain => Collaboration.Value;

    /// <summary>The collaboration.</summary>
    public CollaborationId Collaboration { get; private init; }

    /// <summary>The room.</summary>
    public RoomId Room { get; private init; }

    /// <summary>The person.</summary>
    public PersonId Person { get; private init; }

    /// <summary>The party this guest comes for; null until one is chosen in the lobby.</summary>
    public PartyId? Party { get; private set; }

    /// <summary>How far this guest is.</summary>
    public GuestState State { get; private set; }

    /// <summary>When this guest joined.</summary>
    public DateTimeOffset JoinedAt { get; private init; }

    /// <summary>Joins with a code. The code of a party admits at once, that of the lobby waits for the party chosen.</summary>
    /// <param name="person">The person.</param>
    /// <param name="door">The room with the code that was used.</param>
    /// <param name="chosen">In the lobby: the party chosen, or null to choose later.</param>
    /// <param name="table">The table.</param>
    /// <param name="act">The person's act.</param>
    public static Decided<Guest> Join(PersonId person, RoomDoor door, PartyId? chosen, Collaboration table, Act act)
    {
        if (act.Actor is not Actor.ForSelf { By: var self } || self != person)
            return new Refusal("access.not-there");
        if (!door.IsOpenAt(act.At))
            return new Refusal("room.code-unknown");
        if (door.Present >= Sessions.Room.MostGuests)
            return new Refusal("room.full", Sessions.Room.MostGuests);
        if (door.Code.Party is null && door.InLobby >= Sessions.Room.MostInLobby)
            return new Refusal("room.lobby-full", Sessions.Room.MostInLobby);
        var party = door.Code.Party ?? chosen;
        if (party is { } wanted && table.Party(wanted) is not { IsSeated: true })
            return new Refusal("party.not-seated") { Field = nameof(Party) };

        var guest = new Guest
        {
            Id = new GuestId(Guid.CreateVersion7()),
            Collaboration = door.Room.Collaboration,
            Room = door.Room.Id,
            Person = person,
            Party = party,
            State = door.Code.Party is null ? GuestState.Waiting : GuestState.Admitted,
            JoinedAt = act.At,
        };
        guest.Record(new GuestJoined(guest.Id, person, party, guest.State == GuestState.Admitted), act);
        return guest;
    }

    /// <summary>In the lobby: asks at the door of a party, after another one said no or when none was chosen yet.</summary>
    public Refusal? Choose(PartyId party, Collaboration table, Act act)
    {
        if (!IsMine(act))
            return new Refusal("access.not-there");
        if (State is not (GuestState.Waiting or GuestState.Refused))
            return new Refusal("guest.inside");
        if (table.Party(party) is not { IsSeated: true })
            return new Refusal("party.not-seated") { Field = nameof(Party) };
        if (Party == party && State == GuestState.Waiting)
            return null;

        Party = party;
        State = GuestState.Waiting;
        Record(new GuestAskedIn(Id, Person, party), act);
        return null;
    }

    /// <summary>In the lobby: uses the code of a party after all, and is in.</summary>
    /// <param name="door">The room with the code that was used.</param>
    /// <param name="typed">What the guest typed while waiting, or null.</param>
    /// <param name="table">The table.</param>
    /// <param name="act">The guest's act.</param>
    public Refusal? GoIn(RoomDoor door, GuestText? typed, Collaboration table, Act act)
    {
        if (!IsMine(act))
            return new Refusal("access.not-there");
        if (!door.IsOpenAt(act.At) || door.Room.Id != Room || door.Code.Party is not { } party)
            return new Refusal("room.code-unknown");
        if (table.Party(party) is not { IsSeated: true })
            return new Refusal("party.not-seated") { Field = nameof(Party) };
        if (State is not (GuestState.Waiting or GuestState.Refused))
            return null;

        Party = party;
        State = GuestState.Admitted;
        typed?.HandTo(party);
        Record(new GuestAdmitted(Id, Person, party), act);
        return null;
    }

    /// <summary>A member of the party lets the guest in; what the guest typed goes to the party, for its people to take over or leave.</summary>
    public Refusal? Admit(Room room, GuestText? typed, Act act)
    {
        if (AtTheDoor(room, act) is { } refusal)
            return refusal;
        if (State == GuestState.Admitted)
            return null;
        if (State != GuestState.Waiting)
            return new Refusal("guest.not-waiting");

        State = GuestState.Admitted;
        typed?.HandTo(Party!.Value);
        Record(new GuestAdmitted(Id, Person, Party!.Value), act);
        return null;
    }

    /// <summary>A member of the party says that this guest is not one of theirs.</summary>
    public Refusal? TurnAway(Room room, Act act)
    {
        if (AtTheDoor(room, act) is { } refusal)
            return refusal;
        if (State == GuestState.Refused)
            return null;
        if (State != GuestState.Waiting)
            return new Refusal("guest.not-waiting");

        State = GuestState.Refused;
        Record(new GuestTurnedAway(Id, Person, Party!.Value), act);
        return null;
    }

    /// <summary>The guest leaves, or is led out by the facilitator or by the party. Texts stay as they are: nobody touches what was written unseen.</summary>
    public Refusal? Leave(Act act)
    {
        var may = act.Actor switch
        {
            Actor.ForParty { Party: var party } => party == Party,
            Actor.ForCollaboration => true,
            Actor.ForSelf { By: var self } => self == Person,
            _ => false,
        };
        if (!may)
            return new Refusal("access.party-only");
        if (State == GuestState.Removed)
            return null;

        State = GuestState.Removed;
        Record(new GuestLeft(Id, Person), act);
        return null;
    }

    // Also what a guest typed is written by that guest alone.
    internal bool IsMine(Act act) => act.Actor is Actor.ForSelf { By: var self } && self == Person;

    private Refusal? AtTheDoor(Room room, Act act)
    {
        if (act.Actor is not Actor.ForParty { Party: var speaker } || speaker != Party)
            return new Refusal("access.party-only");
        return room.IsOpenAt(act.At) ? null : new Refusal("room.closed");
    }
}

/// <summary>A room as who holds a code finds it.</summary>
/// <param name="Room">The room.</param>
/// <param name="Code">The code.</param>
/// <param name="Present">How many guests are in it.</param>
/// <param name="InLobby">How many of them no party let in yet.</param>
public sealed record RoomDoor(Room Room, RoomCode Code, int Present, int InLobby)
{
    /// <summary>Whether this code opens the room now.</summary>
    public bool IsOpenAt(DateTimeOffset now) => Code.EndedAt is null && Code.Room == Room.Id && Room.IsOpenAt(now);
}
