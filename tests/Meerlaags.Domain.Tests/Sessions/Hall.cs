using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Domain.Sessions;

namespace Meerlaags.Domain.Tests.Sessions;

/// <summary>People sit together around an open round: a room with the codes of its doors.</summary>
public sealed class Hall
{
    private int made;

    /// <summary>Opens a room.</summary>
    public Hall(RoundFormat format = RoundFormat.WriteFirst)
    {
        Round = A.Round(Table);
        Room = Room.Open(A.New<RoomId>(), Round, format, [], A.Facilitation()).OrFail();
    }

    /// <summary>The table.</summary>
    public Collaboration Table { get; } = A.FullTable();

    /// <summary>The round.</summary>
    public FramingRound Round { get; }

    /// <summary>The room.</summary>
    public Room Room { get; }

    /// <summary>Another six characters each time.</summary>
    public string Characters() =>
        string.Concat(Enumerable.Range(0, RoomCode.Length).Select(place => RoomCode.Alphabet[(made + place) % RoomCode.Alphabet.Length])) is var code
        && made++ >= 0
            ? code
            : "";

    /// <summary>The code of a party, or of the lobby.</summary>
    public RoomCode Code(PartyId? party = null) =>
        RoomCode.Make(Room, party is { } id ? Table.Party(id) : null, Characters(), before: null, A.Facilitation()).OrFail();

    /// <summary>A guest who used a code.</summary>
    public Decided<Guest> Join(RoomCode code, PartyId? chosen = null, int present = 0, int inLobby = 0) =>
        A.New<PersonId>() is var person ? Guest.Join(person, new RoomDoor(Room, code, present, inLobby), chosen, Table, As(person)) : default!;

    /// <summary>The act of a guest.</summary>
    public static Act As(PersonId person) => new(new Actor.ForSelf(person), A.Monday);

    /// <summary>What a guest typed while waiting.</summary>
    public GuestText Typed(Guest guest, string text = "Bij ons sluit de school.")
    {
        var sheet = GuestText.Begin(guest, Room);
        Assert.Null(sheet.Write(guest, new GuestWords(text, ["De school sluit"]), As(guest.Person)));
        return sheet;
    }
}
