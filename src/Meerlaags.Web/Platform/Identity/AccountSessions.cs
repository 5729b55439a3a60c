using System.Security.Claims;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Meerlaags.Web.Platform.Identity;

/// <summary>Opens sessions, by whatever way in: never for a blocked account, and it remembers when.</summary>
internal sealed class AccountSessions(
    UserManager<Account> accounts,
    IHttpContextAccessor context,
    IUserClaimsPrincipalFactory<Account> claims,
    IOptions<IdentityOptions> options,
    SessionParts parts
) : SignInManager<Account>(accounts, context, claims, options, parts.Log, parts.Schemes, parts.Confirmation)
{
    /// <inheritdoc/>
    public override async Task<bool> CanSignInAsync(Account user) => user.BlockedAt is null && await base.CanSignInAsync(user);

    /// <inheritdoc/>
    public override async Task SignInWithClaimsAsync(Account user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        await base.SignInWithClaimsAsync(user, authenticationProperties, additionalClaims);
        // The places of guests come and go with a room; when they came is known there.
        if (user.GuestUntil is not null)
            return;
        var now = Moment.Of(parts.Clock);
        await parts.Db.Users.Where(account => account.Id == user.Id).ExecuteUpdateAsync(set => set.SetProperty(account => account.LastSignedInAt, now));
    }
}

/// <summary>What opening a session needs besides.</summary>
internal sealed record SessionParts(
    ILogger<SignInManager<Account>> Log,
    IAuthenticationSchemeProvider Schemes,
    IUserConfirmation<Account> Confirmation,
    Db Db,
    TimeProvider Clock
);
