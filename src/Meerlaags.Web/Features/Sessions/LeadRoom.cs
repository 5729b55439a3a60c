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

/// <summary>The facilitator opens a room for a round, with a code for the lobby and one for every party at the table.</summary>
public sealed class OpenRoom(Db db, Acts acts, RoundChange change, RoomDoors doors)
{
    /// <summary>Opens it.</summary>
    public Task<Refusal?> ForAsync(RoundAddress address, RoundFormat format, Guid? submit, CancellationToken stop) =>
        change.MakeAsync(
            address,
            submit,
            async hand =>
            {
                if (!acts.ForCollaboration(address.Collaboration).Is(out var act, out var refusal))
                    return refusal;
                var before = await db.Rooms.Where(room => room.Collaboration == address.Collaboration).ToListAsync(stop);
                if (!Room.Open(new RoomId(Guid.CreateVersion7()), hand.Round, format, before, act).Is(out var room, out refusal))
                    return refusal;
                db.Add(room);
                foreach (var party in hand.Table.Seated.InTableOrder().Prepend(null))
                {
                    if (!RoomCode.Make(room, party, await doors.NewCodeAsync(stop), before: null, act).Is(out var code, out refusal))
                        return refusal;
                    db.Add(code);
                }
                return null;
            },
            stop
        );
}

/// <summary>What the facilitator does with the room that is open: start to write, renew a code, close it.</summary>
public sealed class LeadRoom(Db db, Acts acts, RoundChange change, RoomDoors doors)
{
    /// <summary>After talking everybody writes.</summary>
    public Task<Refusal?> StartWritingAsync(RoundAddress address, Guid? submit, CancellationToken stop) =>
        ChangeAsync(address, submit, (room, _, act) => Task.FromResult(room.StartWriting(act)), stop);

    /// <summary>Closes the room.</summary>
    public Task<Refusal?> CloseAsync(RoundAddress address, Guid? submit, CancellationToken stop) =>
        ChangeAsync(address, submit, (room, _, act) => Task.FromResult(room.Close(act)), stop);

    /// <summary>Makes a new code for the lobby or for a party; the old one stops. Who is in stays in.</summary>
    public Task<Refusal?> RenewCodeAsync(RoundAddress address, PartyId? party, Guid? submit, CancellationToken stop) =>
        ChangeAsync(
            address,
            submit,
            async (room, hand, act) =>
            {
                var whose = party is { } id ? hand.Table.Party(id) : null;
                if (party is not null && whose is null)
                    return Refusals.NotThere;
                var old = await db.RoomCodes.SingleOrDefaultAsync(code => code.Room == room.Id && code.Party == party && code.EndedAt == null, stop);
                if (!RoomCode.Make(room, whose, await doors.NewCodeAsync(stop), old, act).Is(out var code, out var refusal))
                    return refusal;
                db.Add(code);
                return null;
            },
            stop
        );

    private Task<Refusal?> ChangeAsync(RoundAddress address, Guid? submit, Func<Room, RoundAtHand, Act, Task<Refusal?>> decide, CancellationToken stop) =>
        change.MakeAsync(
            address,
            submit,
            async hand =>
            {
                if (!acts.ForCollaboration(address.Collaboration).Is(out var act, out var refusal))
                    return refusal;
                return await db.Rooms.LastOfAsync(hand.Round.Id, stop) is { } room ? await decide(room, hand, act) : Refusals.NotThere;
            },
            stop
        );
}

/// <summary>Rooms close when their collaboration goes into the archive; guests go home.</summary>
public sealed class CloseRoomsInArchive(Db db) : IStopsInArchive
{
    /// <inheritdoc/>
    public async Task StopAsync(CollaborationId collaboration, Act act, CancellationToken stop)
    {
        foreach (var room in await db.Rooms.Where(room => room.Collaboration == collaboration && room.ClosedAt == null).ToListAsync(stop))
            _ = room.Close(act);
    }
}

internal static class RoomOfRound
{
    /// <summary>The room of a round that was opened last; null when there was none.</summary>
    public static Task<Room?> LastOfAsync(this IQueryable<Room> rooms, RoundId round, CancellationToken stop) =>
        rooms.Where(room => room.Round == round).OrderByDescending(room => room.OpenedAt).ThenByDescending(room => room.Id).FirstOrDefaultAsync(stop);
}
