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
public sealed class SessionsMenu(Db db, Viewer viewer, Texts texts) : ICollaborationMenu, IAsks
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<MenuEntry>> EntriesAsync(CollaborationId collaboration, CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<MenuEntry>>(EntriesOf(collaboration));

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Ask>> ForAsync(IReadOnlyList<Glance> tables, CancellationToken stop)
    {
        var asked = tables.Select(table => table.Id).ToHashSet();
        var open = viewer.Rooms.Where(room => room.IsOpen && asked.Contains(room.Collaboration)).ToDictionary(room => room.Room);
        if (open.Count == 0 || viewer.Parties.Count == 0)
            return [];
        var ids = open.Keys.ToList();
        var guests = await db.Guests.AsNoTracking().Where(guest => ids.Contains(guest.Room) && guest.State == GuestState.Waiting).ToListAsync(stop);
        var waiting = guests.Where(guest => guest.Party is { } party && viewer.Parties.Contains(party)).ToList();
        var names = await db.NamesAsync(waiting.Select(guest => guest.Person), stop);
        return
        [
            .. waiting.Select(guest => new Ask(
                guest.Collaboration,
                texts["Sessions.Ask.Door", names.GetValueOrDefault(guest.Person, "")],
                texts["Sessions.Ask.Door.Note"],
                $"{open[guest.Room].Page}/deur/{guest.Party!.Value.Value}",
                texts["Sessions.Ask.Door.Button"],
                Urgent: true
            )),
        ];
    }

    private List<MenuEntry> EntriesOf(CollaborationId collaboration)
    {
        if (viewer.Rooms.FirstOrDefault(room => room.IsOpen && room.Collaboration == collaboration) is not { } open)
            return [];
        var entries = new List<MenuEntry>();
        if (viewer.Facilitates(collaboration))
            entries.Add(new MenuEntry(texts["Sessions.Menu.Room"], open.Page + "/zaal"));
        entries.AddRange(viewer.PartiesIn(collaboration).Select(party => new MenuEntry(texts["Sessions.Menu.Door"], $"{open.Page}/deur/{party.Value}")));
        entries.Add(new MenuEntry(texts["Sessions.Menu.Screen"], open.Page + "/scherm"));
        return entries;
    }
}
