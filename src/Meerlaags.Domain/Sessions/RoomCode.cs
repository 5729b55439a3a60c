using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Sessions;

/// <summary>A code that lets people into a room.</summary>
public readonly record struct RoomCodeId(Guid Value) : IId<RoomCodeId>
{
    /// <inheritdoc/>
    public static RoomCodeId From(Guid value) => new(value);
}

/// <summary>Six characters on a card or a screen. The code of a party admits at once; that of the lobby leads to a member who opens the door.</summary>
public sealed class RoomCode : Aggregate<RoomCodeId>
{
    /// <summary>Characters in a code.</summary>
    public const int Length = 6;

    /// <summary>Characters that nobody takes for another one: no 0 and O, 1 and I and L, 2 and Z, 5 and S, 8 and B.</summary>
    public const string Alphabet = "ACDEFGHJKMNPQRTUVWXY34679";

    private RoomCode() { }

    /// <inheritdoc/>
    public override Guid? Chain => Collaboration.Value;

    /// <summary>The collaboration.</summary>
    public CollaborationId Collaboration { get; private init; }

    /// <summary>The room.</summary>
    public RoomId Room { get; private init; }

    /// <summary>The party it admits to; null for the lobby.</summary>
    public PartyId? Party { get; private init; }

    /// <summary>The six characters.</summary>
    public string Characters { get; private init; } = "";

    /// <summary>When another code took its place, or null.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Makes the code of a party, or of the lobby.</summary>
    /// <param name="room">The room.</param>
    /// <param name="party">A party at the table, or null for the lobby.</param>
    /// <param name="characters">Six characters of the alphabet that no other code has.</param>
    /// <param name="before">The code that it takes the place of, or null for the first one.</param>
    /// <param name="act">The facilitator's act.</param>
    public static Decided<RoomCode> Make(Room room, Party? party, string characters, RoomCode? before, Act act)
    {
        if (characters.Length != Length || !characters.All(Alphabet.Contains))
            throw new ArgumentException("A code is made of the alphabet.", nameof(characters));
        if (room.Guard(act) is { } refusal)
            return refusal;
        if (party is { IsSeated: false })
            return new Refusal("party.not-seated");

        var code = new RoomCode
        {
            Id = new RoomCodeId(Guid.CreateVersion7()),
            Collaboration = room.Collaboration,
            Room = room.Id,
            Party = party?.Id,
            Characters = characters,
        };
        if (before is not null)
        {
            before.EndedAt = act.At;
            before.Changed();
            code.Record(new CodeRenewed(room.Id, party?.Id), act);
        }
        return code;
    }

    /// <summary>A code as people type it: small letters, spaces and dashes do not matter.</summary>
    public static string Read(string? typed) => string.Concat((typed ?? "").Where(char.IsAsciiLetterOrDigit).Take(Length + 1)).ToUpperInvariant();

    /// <summary>The code as people read it aloud: two groups of three.</summary>
    public string Aloud => $"{Characters[..3]} {Characters[3..]}";
}
