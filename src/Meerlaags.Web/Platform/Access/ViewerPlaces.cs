using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Framing;
using Meerlaags.Domain.Sessions;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Platform.Access;

/// <summary>Reads where a viewer sits: the places at tables, or the place of a guest in a room.</summary>
public static class ViewerPlaces
{
    /// <summary>Reads where the person sits now: places that have not ended, at parties that have not left.</summary>
    public static async Task LoadAsync(Viewer viewer, Db db, TimeProvider clock, CancellationToken stop)
    {
        if (viewer.IsGuest)
        {
            if (await GuestPlaceAsync(viewer, db, clock, stop) is { } place)
                viewer.Takes(place);
            return;
        }
        await LoadAsync(viewer, db, Moment.Of(clock), stop);
    }

    // One statement for both: every page asks whether people sit together in a room, and most tables have none.
    private static async Task LoadAsync(Viewer viewer, Db db, DateTimeOffset now, CancellationToken stop)
    {
        var person = viewer.Person!.Value;
        using var _ = viewer.System(SystemPurpose.TakeSeat);
        var rows = await (
            from place in db.Set<Membership>().AsNoTracking()
            where place.Person == person && place.EndedAt == null
            join table in db.Set<Collaboration>() on place.Collaboration equals table.Id
            from room in db.Set<Room>().Where(room => room.Collaboration == place.Collaboration).DefaultIfEmpty()
            from round in db.Set<FramingRound>().Where(round => round.Id == room.Round).DefaultIfEmpty()
            select new
            {
                Place = new Place(place.Id, place.Collaboration, place.Function, place.Party)
                {
                    Leads = place.LeadsSince != null,
                    IsArchived = table.ArchivedAt != null,
                },
                Room = (Room?)room,
                Number = (int?)round.Number,
            }
        ).ToListAsync(stop);
        viewer.Takes(
            [.. rows.Select(row => row.Place).Distinct()],
            [
                .. rows.Where(row => row.Room is not null)
                    .Select(row => new TableRoom(row.Room!.Id, row.Room.Round, row.Room.Collaboration, row.Number!.Value, row.Room.IsOpenAt(now)))
                    .Distinct(),
            ]
        );
    }

    private static async Task<GuestPlace?> GuestPlaceAsync(Viewer viewer, Db db, TimeProvider clock, CancellationToken stop)
    {
        var person = viewer.Person!.Value;
        using var _ = viewer.System(SystemPurpose.EnterRoom);
        var found = await db.Set<Guest>()
            .AsNoTracking()
            .Where(guest => guest.Person == person && guest.State != GuestState.Removed)
            .Join(db.Set<Room>().AsNoTracking(), guest => guest.Room, room => room.Id, (guest, room) => new { guest, room })
            .SingleOrDefaultAsync(stop);
        if (found is null || !found.room.IsOpenAt(Moment.Of(clock)))
            return null;
        var writes = found.guest.State == GuestState.Admitted ? found.guest.Party : null;
        return new GuestPlace(found.guest.Id, found.room.Id, found.room.Round, found.room.Collaboration, writes);
    }
}
