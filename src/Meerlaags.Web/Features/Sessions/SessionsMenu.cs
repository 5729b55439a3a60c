using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Sessions;
using Meerlaags.Web.Features.Collaborations;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Sessions;

/// <summary>While a room is open it stands in the side navigation, and who waits at a door is asked of its party.</summary>
public sealed class SessionsMenu(Db db, Viewer viewer, Acts acts, Texts texts) : ICollaborationMenu, IAsks
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<MenuEntry>> EntriesAsync(CollaborationId collaboration, CancellationToken stop)
    {
        if (viewer.IsGuest || await OpenAsync([collaboration], stop) is not [var open])
            return [];
        var entries = new List<MenuEntry>();
        if (viewer.Facilitates(collaboration))
            entries.Add(new MenuEntry(texts["Sessions.Menu.Room"], open.Page + "/zaal"));
        entries.AddRange(
            viewer
                .PlacesIn(collaboration)
                .Where(place => place.Party is not null)
                .Select(place => place.Party!.Value)
                .Distinct()
                .Select(party => new MenuEntry(texts["Sessions.Menu.Door"], $"{open.Page}/deur/{party.Value}"))
        );
        entries.Add(new MenuEntry(texts["Sessions.Menu.Screen"], open.Page + "/scherm"));
        return entries;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Ask>> ForAsync(IReadOnlyList<CollaborationId> collaborations, CancellationToken stop)
    {
        var open = await OpenAsync(collaborations, stop);
        if (open.Count == 0)
            return [];
        var rooms = open.Select(found => found.Room).ToList();
        var mine = viewer.Places.Where(place => place.Party is not null).Select(place => place.Party!.Value).ToHashSet();
        var guests = await db.Guests.AsNoTracking().Where(guest => rooms.Contains(guest.Room) && guest.State == GuestState.Waiting).ToListAsync(stop);
        var waiting = guests.Where(guest => guest.Party is { } party && mine.Contains(party)).ToList();
        var names = await db.NamesAsync(waiting.Select(guest => guest.Person), stop);
        return
        [
            .. waiting.Select(guest => new Ask(
                guest.Collaboration,
                texts["Sessions.Ask.Door", names.GetValueOrDefault(guest.Person, "")],
                texts["Sessions.Ask.Door.Note"],
                $"{open.Single(found => found.Room == guest.Room).Page}/deur/{guest.Party!.Value.Value}",
                texts["Sessions.Ask.Door.Button"],
                Urgent: true
            )),
        ];
    }

    private async Task<IReadOnlyList<OpenRoomPage>> OpenAsync(IReadOnlyList<CollaborationId> collaborations, CancellationToken stop)
    {
        var now = acts.Now;
        var found = await db
            .Rooms.AsNoTracking()
            .Where(room => collaborations.Contains(room.Collaboration) && room.ClosedAt == null && room.EndsAt > now)
            .Join(
                db.Set<Domain.Framing.FramingRound>(),
                room => room.Round,
                round => round.Id,
                (room, round) =>
                    new
                    {
                        room.Id,
                        room.Collaboration,
                        round.Number,
                    }
            )
            .ToListAsync(stop);
        return [.. found.Select(open => new OpenRoomPage(open.Id, $"/samenwerkingen/{open.Collaboration.Value}/rondes/{open.Number}"))];
    }

    private sealed record OpenRoomPage(RoomId Room, string Page);
}
