using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Sessions;
using Meerlaags.Web.Features.Framing;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Identity;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Sessions;

/// <summary>A guest with a name.</summary>
/// <param name="Guest">The guest.</param>
/// <param name="Name">The name given.</param>
/// <param name="Party">The party, when one was chosen.</param>
public sealed record GuestInRoom(Guest Guest, string Name, Party? Party);

/// <summary>A room as this viewer may see it.</summary>
/// <param name="Round">Its round.</param>
/// <param name="Room">The room that is open now, or null.</param>
/// <param name="Codes">The codes that this viewer may hand out: the lobby's first, then in the order of the table.</param>
/// <param name="Guests">The guests that this viewer may know of: who waits first, then by name.</param>
public sealed record RoomView(RoundView Round, Room? Room, IReadOnlyList<RoomCode> Codes, IReadOnlyList<GuestInRoom> Guests)
{
    /// <summary>The code of the lobby, while there is a room.</summary>
    public RoomCode? Lobby => Codes.FirstOrDefault(code => code.Party is null);

    /// <summary>The code of a party, when this viewer may hand it out.</summary>
    public RoomCode? CodeOf(Party party) => Codes.FirstOrDefault(code => code.Party == party.Id);

    /// <summary>Those at the door of a party.</summary>
    public IEnumerable<GuestInRoom> Waiting => Guests.Where(guest => guest.Guest.State == GuestState.Waiting);

    /// <summary>Those who write along.</summary>
    public IEnumerable<GuestInRoom> Inside => Guests.Where(guest => guest.Guest.State == GuestState.Admitted);
}

/// <summary>Reads rooms for pages and the API.</summary>
public sealed class RoomReader(Db db, Acts acts, RoundReader rounds)
{
    /// <summary>The room of a round; null when the round is not there for this viewer.</summary>
    public async Task<RoomView?> FindAsync(RoundAddress address, CancellationToken stop)
    {
        if (await rounds.FindAsync(address, stop) is not { } round)
            return null;
        var last = await db.Rooms.AsNoTracking().LastOfAsync(round.Round.Id, stop);
        if (last is null || !last.IsOpenAt(acts.Now))
            return new RoomView(round, null, [], []);
        var codes = await db.RoomCodes.AsNoTracking().Where(code => code.Room == last.Id && code.EndedAt == null).ToListAsync(stop);
        var order = round.Seated.Index().ToDictionary(seat => seat.Item.Id, seat => seat.Index);
        return new RoomView(
            round,
            last,
            [.. codes.OrderBy(code => code.Party is { } party ? order.GetValueOrDefault(party, int.MaxValue) : -1)],
            await GuestsAsync(round.Table, last, stop)
        );
    }

    private async Task<IReadOnlyList<GuestInRoom>> GuestsAsync(Collaboration table, Room room, CancellationToken stop)
    {
        var guests = await db.Guests.AsNoTracking().Where(guest => guest.Room == room.Id && guest.State != GuestState.Removed).ToListAsync(stop);
        var names = await db.NamesAsync(guests.Select(guest => guest.Person), stop);
        return
        [
            .. guests
                .Select(guest => new GuestInRoom(guest, names.GetValueOrDefault(guest.Person, ""), guest.Party is { } party ? table.Party(party) : null))
                .OrderBy(guest => guest.Guest.State)
                .ThenBy(guest => guest.Name, StringComparer.CurrentCultureIgnoreCase)
                .ThenBy(guest => guest.Guest.Id.Value),
        ];
    }
}
