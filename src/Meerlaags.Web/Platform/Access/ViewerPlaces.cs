using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Domain.Sessions;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Journal;
using Meerlaags.Web.Platform.Notices;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Platform.Access;

/// <summary>Reads where a viewer sits: the places at tables, or the place of a guest in a room.</summary>
public static class ViewerPlaces
{
    // One statement for all: every page asks whether the account stands, whether people sit together in a room, and how many notices wait, and many ask whether the register changed.
    private static readonly CompiledQuery<Func<Db, Guid, PersonId, IAsyncEnumerable<Row>>> Rows = new(() =>
        EF.CompileAsyncQuery(
            (Db db, Guid id, PersonId person) =>
                from account in db.Users.AsNoTracking()
                where account.Id == id
                from place in db.Set<Membership>().Where(place => place.Person == person && place.EndedAt == null).DefaultIfEmpty()
                from table in db.Set<Collaboration>().Where(table => table.Id == place.Collaboration).DefaultIfEmpty()
                from room in db.Set<Room>().Where(room => room.Collaboration == place.Collaboration).DefaultIfEmpty()
                from round in db.Set<FramingRound>().Where(round => round.Id == room.Round).DefaultIfEmpty()
                select new Row
                {
                    SecurityStamp = account.SecurityStamp,
                    BlockedAt = account.BlockedAt,
                    Membership = (MembershipId?)place.Id,
                    Collaboration = (CollaborationId?)place.Collaboration,
                    Function = (MemberFunction?)place.Function,
                    Party = place.Party,
                    Leads = place.LeadsSince != null,
                    IsArchived = table.ArchivedAt != null,
                    Room = (Room?)room,
                    Number = (int?)round.Number,
                    Unread = db.Set<NoticeLine>()
                        .Where(notice => notice.Person == person && notice.ReadAt == null)
                        .Where(notice =>
                            db.Set<Membership>().Any(own => own.Person == person && own.EndedAt == null && own.Collaboration == notice.Collaboration)
                        )
                        .OrderBy(notice => notice.Collaboration)
                        .Take(Viewer.MostUnread)
                        .Count(),
                    JournalLength = db.Set<JournalChain>().Where(chain => chain.Id == JournalChain.Installation).Select(chain => chain.Count).FirstOrDefault(),
                }
        )
    );

    /// <summary>Reads where the person sits now: places that have not ended, at parties that have not left. Answers how the account stands; null for a guest, and when there is none any more.</summary>
    public static async Task<StandingAccount?> LoadAsync(Viewer viewer, Db db, TimeProvider clock, CancellationToken stop)
    {
        if (viewer.IsGuest)
        {
            if (await GuestPlaceAsync(viewer, db, clock, stop) is { } place)
                viewer.Takes(place);
            return null;
        }
        return await LoadAsync(viewer, db, Moment.Of(clock), stop);
    }

    private static async Task<StandingAccount?> LoadAsync(Viewer viewer, Db db, DateTimeOffset now, CancellationToken stop)
    {
        var person = viewer.Person!.Value;
        using var _ = viewer.System(SystemPurpose.TakeSeat);
        var rows = await Rows.On(db)(db, person.Value, person).ToListAsync(stop);
        viewer.Takes(
            [
                .. rows.Where(row => row.Membership is not null)
                    .Select(row => new Place(row.Membership!.Value, row.Collaboration!.Value, row.Function!.Value, row.Party)
                    {
                        Leads = row.Leads,
                        IsArchived = row.IsArchived,
                    })
                    .Distinct(),
            ],
            [
                .. rows.Where(row => row.Room is not null)
                    .Select(row => new TableRoom(row.Room!.Id, row.Room.Round, row.Room.Collaboration, row.Number!.Value, row.Room.IsOpenAt(now)))
                    .Distinct(),
            ]
        );
        if (rows is not [var first, ..])
            return null;
        viewer.Sees(first.Unread, first.JournalLength);
        return new StandingAccount(first.SecurityStamp, first.BlockedAt is not null);
    }

    // A place, with a room at its table; one without a place when the person has none.
    private sealed class Row
    {
        public string? SecurityStamp { get; init; }

        public DateTimeOffset? BlockedAt { get; init; }

        public MembershipId? Membership { get; init; }

        public CollaborationId? Collaboration { get; init; }

        public MemberFunction? Function { get; init; }

        public PartyId? Party { get; init; }

        public bool Leads { get; init; }

        public bool IsArchived { get; init; }

        public Room? Room { get; init; }

        public int? Number { get; init; }

        public int Unread { get; init; }

        public long JournalLength { get; init; }
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

/// <summary>How the account of a signed-in person stands at this very moment.</summary>
/// <param name="SecurityStamp">Changes when all sessions end.</param>
/// <param name="IsBlocked">Whether an administrator blocked it.</param>
public sealed record StandingAccount(string? SecurityStamp, bool IsBlocked);
