using System.Globalization;
using System.Security.Claims;
using Meerlaags.Web.Platform.Api;
using Meerlaags.Web.Platform.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Meerlaags.Web.Platform.Identity;

/// <summary>Sign-in: local accounts with a cookie for pages, personal tokens for the API. Without either one sees public pages only.</summary>
public static class IdentityServices
{
    private const string ByAddress = "by-address";

    /// <summary>Adds accounts, cookies and tokens.</summary>
    public static void AddSignIn(this IServiceCollection services, DataSettings settings)
    {
        services
            .AddIdentityCore<Account>(options =>
            {
                options.Password.RequiredLength = 12;
                options.Password.RequireDigit =
                    options.Password.RequireUppercase =
                    options.Password.RequireLowercase =
                    options.Password.RequireNonAlphanumeric =
                        false;
                options.User.RequireUniqueEmail = true;
                options.Lockout.MaxFailedAccessAttempts = 8;
            })
            .AddEntityFrameworkStores<Db>()
            .AddSignInManager<AccountSessions>()
            .AddClaimsPrincipalFactory<AccountClaims>()
            .AddDefaultTokenProviders();
        services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(settings.Folder, "keys"))).SetApplicationName("Meerlaags");
        services
            .AddAuthentication(options =>
            {
                options.DefaultScheme = ByAddress;
                options.DefaultSignInScheme = IdentityConstants.ApplicationScheme;
            })
            .AddPolicyScheme(
                ByAddress,
                null,
                options =>
                    options.ForwardDefaultSelector = context => ApiMiddleware.IsApi(context) ? TokenAuthentication.Scheme : IdentityConstants.ApplicationScheme
            )
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.Scheme, null)
            .AddIdentityCookies();
        services.ConfigureOptions<SessionCookies>();
        services.AddScoped<SessionParts>();
        services.AddScoped<PasswordAgain>();
        services.AddScoped<PasswordSignIn>();
        services.AddSingleton<AccountTurns>();
        services
            .AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(Policies.Administrator, policy => policy.RequireAuthenticatedUser().RequireClaim(ViewerMiddleware.AdministratorClaim));
    }
}

/// <summary>Names of the policies that are more than being signed in.</summary>
public static class Policies
{
    /// <summary>Looks after the installation.</summary>
    public const string Administrator = "administrator";
}

/// <summary>What a signed-in person carries along.</summary>
internal sealed class AccountClaims(UserManager<Account> accounts, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<Account>(accounts, options)
{
    /// <summary>Claim of the demo cast.</summary>
    public const string Demo = "demo";

    /// <summary>Claim of a guest: until when.</summary>
    public const string GuestUntil = "guest-until";

    /// <summary>Claim with the name others see.</summary>
    public const string DisplayName = "display-name";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var claims = await base.GenerateClaimsAsync(user);
        claims.AddClaim(new Claim(DisplayName, user.DisplayName));
        if (user.IsAdministrator)
            claims.AddClaim(new Claim(ViewerMiddleware.AdministratorClaim, "1"));
        if (user.IsDemo)
            claims.AddClaim(new Claim(Demo, "1"));
        if (user.GuestUntil is { } until)
            claims.AddClaim(GuestClaim(until));
        return claims;
    }

    /// <summary>The claim of a guest.</summary>
    public static Claim GuestClaim(DateTimeOffset until) => new(GuestUntil, until.ToString("O", CultureInfo.InvariantCulture));
}
