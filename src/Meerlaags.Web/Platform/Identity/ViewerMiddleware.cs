using System.Security.Claims;
using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Platform.Identity;

/// <summary>Tells the data layer who looks, before anything is read.</summary>
public sealed class ViewerMiddleware(RequestDelegate next)
{
    /// <summary>Claim of who looks after the installation.</summary>
    public const string AdministratorClaim = "administrator";

    /// <summary>Loads the places of the signed-in person.</summary>
    public async Task InvokeAsync(HttpContext context, Viewer viewer, Db db)
    {
        if (context.User.Identity?.IsAuthenticated == true && Guid.TryParse(context.User.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
        {
            viewer.Is(new PersonId(id), context.User.HasClaim(claim => claim.Type == AdministratorClaim));
            await LoadPlacesAsync(viewer, db, context.RequestAborted);
        }
        await next(context);
    }

    /// <summary>Reads where the person sits now: places that have not ended, at parties that have not left.</summary>
    public static async Task LoadPlacesAsync(Viewer viewer, Db db, CancellationToken stop)
    {
        var person = viewer.Person!.Value;
        viewer.Takes(
            await db.Set<Membership>()
                .Where(place => place.Person == person && place.EndedAt == null)
                .Select(place => new Place(place.Id, place.Collaboration, place.Function, place.Party))
                .ToListAsync(stop)
        );
    }
}
