using System.Security.Claims;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Api;
using Meerlaags.Web.Platform.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace Meerlaags.Web.Platform.Identity;

/// <summary>Tells the data layer who looks, before anything is read.</summary>
public sealed class ViewerMiddleware(RequestDelegate next)
{
    /// <summary>Claim of who looks after the installation.</summary>
    public const string AdministratorClaim = "administrator";

    private static readonly string SecurityStamp = new ClaimsIdentityOptions().SecurityStampClaimType;

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
            var account = await ViewerPlaces.LoadAsync(viewer, db, clock, context.RequestAborted);
            if (!viewer.IsGuest && !IsStillIn(context, account))
            {
                viewer.IsNobody();
                context.User = new ClaimsPrincipal(new ClaimsIdentity());
                await context.SignOutAsync(IdentityConstants.ApplicationScheme);
            }
            if (viewer.IsGuest && !IsForGuest(context, viewer))
            {
                TurnAway(context, viewer);
                return;
            }
        }
        await next(context);
    }

    // An ended session ends now, not when its cookie is looked at again. A token has no stamp.
    private static bool IsStillIn(HttpContext context, StandingAccount? account) =>
        account is { IsBlocked: false } && (context.User.FindFirstValue(SecurityStamp) is not { } stamp || stamp == account.SecurityStamp);

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
}
