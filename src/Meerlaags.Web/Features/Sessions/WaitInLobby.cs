using Meerlaags.Domain.Common;
using Meerlaags.Domain.Sessions;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Sessions;

/// <summary>What a guest does for oneself: ask at a party, write while waiting, leave.</summary>
public sealed class WaitInLobby(Db db, Acts acts, Viewer viewer, RoomDoors doors)
{
    /// <summary>Asks to be let in by a party.</summary>
    public Task<Refusal?> AskAsync(PartyId party, Guid? submit, CancellationToken stop) =>
        ChangeAsync(submit, async (guest, act) => guest.Choose(party, (await doors.OfAsync(guest, stop))!.Table, act), stop);

    /// <summary>Keeps what the guest typed.</summary>
    public Task<Refusal?> KeepAsync(GuestWords typed, CancellationToken stop) =>
        ChangeAsync(
            null,
            async (guest, act) =>
            {
                var text = await db.GuestTexts.SingleOrDefaultAsync(text => text.Id == guest.Id, stop);
                if (text is null)
                    db.Add(text = GuestText.Begin(guest, await db.Rooms.SingleAsync(room => room.Id == guest.Room, stop)));
                return text.Write(guest, typed, act);
            },
            stop
        );

    /// <summary>Goes home.</summary>
    public Task<Refusal?> LeaveAsync(Guid? submit, CancellationToken stop) => ChangeAsync(submit, (guest, act) => Task.FromResult(guest.Leave(act)), stop);

    private async Task<Refusal?> ChangeAsync(Guid? submit, Func<Guest, Act, Task<Refusal?>> decide, CancellationToken stop)
    {
        if (viewer.Guest is not { } place || !acts.ForSelf().Is(out var act, out _))
            return Refusals.PlaceIsOver;
        await using var writing = await db.WriteAsync(place.Collaboration.Value, submit, stop);
        if (writing.IsRepeated)
            return null;
        if (writing.Closed is { } closed)
            return closed;
        var guest = await db.Guests.SingleAsync(guest => guest.Id == place.Guest, stop);
        // The room may have closed, or the guest been led out, since this request began.
        var room = await db.Rooms.SingleAsync(room => room.Id == place.Room, stop);
        if (guest.State == GuestState.Removed || !room.IsOpenAt(acts.Now))
            return Refusals.PlaceIsOver;
        if (await decide(guest, act) is { } refusal)
            return refusal;
        await writing.CommitAsync(stop);
        return null;
    }
}
