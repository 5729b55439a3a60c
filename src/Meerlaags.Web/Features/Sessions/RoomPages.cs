using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Framing;
using Meerlaags.Domain.Sessions;
using Meerlaags.Web.Features.Framing;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Sessions;

/// <summary>A room with the address of its round.</summary>
/// <param name="Room">The room.</param>
/// <param name="Round">Its round.</param>
/// <param name="Collaboration">Its collaboration.</param>
/// <param name="Page">Address of the round.</param>
/// <param name="IsOpen">Whether it is open now.</param>
public sealed record RoomPage(RoomId Room, RoundId Round, CollaborationId Collaboration, string Page, bool IsOpen);

/// <summary>The rooms of the viewer's collaborations, read once for each request: most tables have none, and then nothing more is asked.</summary>
public sealed class RoomPages(Db db, Acts acts)
{
    private IReadOnlyList<RoomPage>? known;

    /// <summary>The rooms that are open.</summary>
    public async Task<IReadOnlyList<RoomPage>> OpenAsync(CancellationToken stop) => [.. (await AllAsync(stop)).Where(room => room.IsOpen)];

    /// <summary>Whether a round was ever done in a room.</summary>
    public async Task<bool> HasHadAsync(RoundId round, CancellationToken stop) => (await AllAsync(stop)).Any(room => room.Round == round);

    private async Task<IReadOnlyList<RoomPage>> AllAsync(CancellationToken stop) => known ??= await ReadAsync(stop);

    private async Task<IReadOnlyList<RoomPage>> ReadAsync(CancellationToken stop)
    {
        var now = acts.Now;
        var found = await db
            .Rooms.AsNoTracking()
            .Join(db.Rounds, room => room.Round, round => round.Id, (room, round) => new { Room = room, round.Number })
            .ToListAsync(stop);
        return
        [
            .. found.Select(known => new RoomPage(
                known.Room.Id,
                known.Room.Round,
                known.Room.Collaboration,
                $"/samenwerkingen/{known.Room.Collaboration.Value}/rondes/{known.Number}",
                known.Room.IsOpenAt(now)
            )),
        ];
    }
}
