using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;

namespace Meerlaags.Domain.Sessions;

/// <summary>One time of being together in a room around a round.</summary>
public readonly record struct RoomId(Guid Value) : IId<RoomId>
{
    /// <inheritdoc/>
    public static RoomId From(Guid value) => new(value);
}

/// <summary>What happens in the room now.</summary>
public enum RoomStep
{
    /// <summary>People talk.</summary>
    Talk,

    /// <summary>Parties write, unseen by each other.</summary>
    Write,
}

/// <summary>People sit together in one room, or around one screen, and do a round with their phones. A code lets guests in until the room closes.</summary>
public sealed class Room : Aggregate<RoomId>
{
    /// <summary>How long a room stays open at most.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>Most guests in one room, those who wait included.</summary>
    public const int MostGuests = 600;

    /// <summary>Most guests in the lobby, whose code everybody may know. However full it is, who has the code of a party finds a place.</summary>
    public const int MostInLobby = 300;

    private Room() { }

    /// <inheritdoc/>
    public override Guid? Chain => Collaboration.Value;

    /// <summary>The collaboration.</summary>
    public CollaborationId Collaboration { get; private init; }

    /// <summary>The round that is done here.</summary>
    public RoundId Round { get; private init; }

    /// <summary>What people do now.</summary>
    public RoomStep Step { get; private set; }

    /// <summary>When it opened.</summary>
    public DateTimeOffset OpenedAt { get; private init; }

    /// <summary>When it closes by itself.</summary>
    public DateTimeOffset EndsAt { get; private init; }

    /// <summary>When the facilitator closed it, or null.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Whether people can join and write now.</summary>
    public bool IsOpenAt(DateTimeOffset now) => ClosedAt is null && now < EndsAt;

    /// <summary>Opens a room for a round that runs. One at a time.</summary>
    public static Decided<Room> Open(RoomId id, FramingRound round, RoundFormat format, IEnumerable<Room> before, Act act)
    {
        if (act.Actor is not Actor.ForCollaboration)
            return new Refusal("access.facilitator-only");
        if (!round.IsOpen)
            return new Refusal("round.closed");
        if (before.Any(room => room.IsOpenAt(act.At)))
            return new Refusal("room.already-open");

        var room = new Room
        {
            Id = id,
            Collaboration = round.Collaboration,
            Round = round.Id,
            Step = format == RoundFormat.MeetingFirst ? RoomStep.Talk : RoomStep.Write,
            OpenedAt = act.At,
            EndsAt = act.At + Longest,
        };
        room.Record(new RoomOpened(id, round.Id, format), act);
        return room;
    }

    /// <summary>After the talk everybody writes.</summary>
    public Refusal? StartWriting(Act act)
    {
        if (Guard(act) is { } refusal)
            return refusal;
        if (Step == RoomStep.Write)
            return null;

        Step = RoomStep.Write;
        Record(new WritingStarted(Id), act);
        return null;
    }

    /// <summary>The room closes: codes stop, guests go home, every text stays where it is.</summary>
    public Refusal? Close(Act act)
    {
        if (Guard(act) is { } refusal)
            return refusal;

        ClosedAt = act.At;
        Record(new RoomClosed(Id), act);
        return null;
    }

    internal Refusal? Guard(Act act)
    {
        if (act.Actor is not Actor.ForCollaboration)
            return new Refusal("access.facilitator-only");
        return IsOpenAt(act.At) ? null : new Refusal("room.closed");
    }
}
