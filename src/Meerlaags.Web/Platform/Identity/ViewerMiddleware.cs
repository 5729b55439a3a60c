using System.Security.Claims;
using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Domain.Sessions;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Api;
using Meerlaags.Web.Platform.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Platform.Identity;

/// <summary>Tells the data layer who looks, before anything is read.</summary>
public sealed class ViewerMiddleware(RequestDelegate next)
{
    /// <summary>Claim of who looks after the installation.</summary>
    public const string AdministratorClaim = "administrator";

    /// <summary>Where a guest sees how it stands.</summary>
    public const string GuestPage = "/deelname";

    /// <summary>Loads the places of the signed-in person. For a guest nothing is there but what says so.</summary>
    public async Task InvokeAsync(HttpContext context, Viewer viewer, Db db, TimeProvider clock)
    {
        if (context.User.Identity?.IsAuthenticated == true && Guid.TryParse(context.User.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
        {
            viewer.Is(
                new PersonId(id),
                context.User.HasClaim(claim => claim.Type == AdministratorClaim),
                context.User.HasClaim(claim => claim.Type == AccountClaims.GuestUntil)
            );
            await LoadPlacesAsync(viewer, db, clock, context.RequestAborted);
            if (viewer.IsGuest && !IsForGuest(context, viewer))
            {
                TurnAway(context, viewer);
                return;
            }
        }
        await next(context);
    }

    // Who is sent home while a form is under way keeps what the form held: the page for 410 shows it.
    private static void TurnAway(HttpContext context, Viewer viewer)
    {
        if (ApiMiddleware.IsApi(context))
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        else if (HttpMethods.IsGet(context.Request.Method))
            context.Response.Redirect(GuestPage);
        else
            context.Response.StatusCode = viewer.Guest is null ? StatusCodes.Status410Gone : StatusCodes.Status404NotFound;
    }

    private static bool IsForGuest(HttpContext context, Viewer viewer)
    {
        if (context.GetEndpoint()?.Metadata is not { } metadata || metadata.GetMetadata<IAllowAnonymous>() is not null)
            return true;
        return metadata.GetMetadata<GuestsTooAttribute>() is { } too && (viewer.Guest is not null || too.Afterwards);
    }

    /// <summary>Reads where the person sits now: places that have not ended, at parties that have not left.</summary>
    public static async Task LoadPlacesAsync(Viewer viewer, Db db, TimeProvider clock, CancellationToken stop)
    {
        if (viewer.IsGuest)
        {
            if (await GuestPlaceAsync(viewer, db, clock, stop) is { } place)
                viewer.Takes(place);
            return;
        }
        await LoadPlacesAsync(viewer, db, Moment.Of(clock), stop);
    }

    // One statement for both: every page asks whether people sit together in a room, and most tables have none.
    private static async Task LoadPlacesAsync(Viewer viewer, Db db, DateTimeOffset now, CancellationToken stop)
    {
        var person = viewer.Person!.Value;
        using var _ = viewer.System(SystemPurpose.TakeSeat);
        var rows = await (
            from place in db.Set<Membership>().AsNoTracking()
            where place.Person == person && place.EndedAt == null
            from room in db.Set<Room>().Where(room => room.Collaboration == place.Collaboration).DefaultIfEmpty()
            from round in db.Set<FramingRound>().Where(round => round.Id == room.Round).DefaultIfEmpty()
            select new
            {
                Place = new Place(place.Id, place.Collaboration, place.Function, place.Party),
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
