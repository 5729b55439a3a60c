using System.Net;
using System.Security.Cryptography;
using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Domain.Sessions;
using Meerlaags.Web.Features.Collaborations;
using Meerlaags.Web.Features.Framing;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Sessions;

/// <summary>What somebody with a code, or who waits in the lobby, sees of a room: what it is about and whose table it is.</summary>
/// <param name="Door">The room with the code.</param>
/// <param name="Table">The collaboration.</param>
/// <param name="Round">The round.</param>
public sealed record RoomAtHand(RoomDoor Door, Collaboration Table, FramingRound Round)
{
    /// <summary>The party whose code it is, or null for the lobby.</summary>
    public Party? Party => Door.Code.Party is { } party ? Table.Party(party) : null;

    /// <summary>The parties at the table.</summary>
    public IReadOnlyList<Party> Seated { get; } = [.. Table.Seated.InTableOrder()];

    /// <summary>Address of the round.</summary>
    public string RoundPage => $"/samenwerkingen/{Table.Id.Value}/rondes/{Round.Number}";
}

/// <summary>Finds rooms for people who have no place there yet. The one place of sessions that looks past who may see what; it reads no texts.</summary>
public sealed class RoomDoors(Db db, Viewer viewer, Acts acts, CodeAttempts attempts, IHttpContextAccessor request)
{
    /// <summary>The room of a code; the answer is the same for a code that never was, that ended, or whose room is closed.</summary>
    /// <param name="typed">The code.</param>
    /// <param name="card">What a scanned card holds besides the code, or null when the code was typed.</param>
    /// <param name="stop">Stops waiting.</param>
    public async Task<Decided<RoomAtHand>> OpenAsync(string typed, Guid? card, CancellationToken stop)
    {
        var characters = RoomCode.Read(typed);
        // A card cannot be guessed, so the wrong codes of somebody else in the hall do not stand in its way.
        if (card is { } scanned && await FindAsync(characters, stop) is { } held && held.Door.Code.Id.Value == scanned)
            return held;
        using var turn = await attempts.TakeTurnAsync(From, stop);
        if (!turn.IsAcquired || !attempts.MayTry(From))
            return TooMany;
        if (await FindAsync(characters, stop) is { } found)
            return found;
        return attempts.CountWrong(From) ? new Refusal("room.code-unknown") { Field = "Code" } : TooMany;
    }

    /// <summary>The room of a guest, as that guest sees it.</summary>
    public async Task<RoomAtHand?> OfAsync(Guest guest, CancellationToken stop)
    {
        using var _ = viewer.System(SystemPurpose.EnterRoom);
        var lobby = await db.RoomCodes.AsNoTracking().Where(code => code.Room == guest.Room && code.Party == null).OrderBy(code => code.Id).FirstAsync(stop);
        return await AtAsync(lobby, stop);
    }

    /// <summary>Six characters that no code has.</summary>
    public async Task<string> NewCodeAsync(CancellationToken stop)
    {
        using var _ = viewer.System(SystemPurpose.EnterRoom);
        string characters;
        do characters = RandomNumberGenerator.GetString(RoomCode.Alphabet, RoomCode.Length);
        while (await db.RoomCodes.AnyAsync(code => code.Characters == characters, stop));
        return characters;
    }

    /// <summary>The room while somebody joins it: to be loaded when the collaboration is held.</summary>
    internal async Task<RoomAtHand?> FindAsync(string characters, CancellationToken stop)
    {
        using var _ = viewer.System(SystemPurpose.EnterRoom);
        var code = await db.RoomCodes.AsNoTracking().SingleOrDefaultAsync(code => code.Characters == characters, stop);
        return code is not null && await AtAsync(code, stop) is { } found && found.Door.IsOpenAt(acts.Now) ? found : null;
    }

    private static Refusal TooMany => new("room.too-many-attempts") { Field = "Code" };

    private IPAddress? From => request.HttpContext?.Connection.RemoteIpAddress;

    private async Task<RoomAtHand?> AtAsync(RoomCode code, CancellationToken stop)
    {
        var room = await db.Rooms.AsNoTracking().SingleAsync(room => room.Id == code.Room, stop);
        var present = await db
            .Guests.Where(guest => guest.Room == room.Id && guest.State != GuestState.Removed)
            .GroupBy(guest => guest.State == GuestState.Admitted)
            .Select(some => new { IsIn = some.Key, Count = some.Count() })
            .ToListAsync(stop);
        var inLobby = present.Where(some => !some.IsIn).Sum(some => some.Count);
        var table = await db.Collaborations.AsNoTracking().SingleAsync(table => table.Id == room.Collaboration, stop);
        var round = await db.Rounds.AsNoTracking().SingleAsync(round => round.Id == room.Round, stop);
        return new RoomAtHand(new RoomDoor(room, code, present.Sum(some => some.Count), inLobby), table, round);
    }
}
