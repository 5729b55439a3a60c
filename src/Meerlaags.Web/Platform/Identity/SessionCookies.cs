using System.Globalization;
using Meerlaags.Web.Platform.Access;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Meerlaags.Web.Platform.Identity;

/// <summary>How long a session lasts and how its cookies look: idle for an hour ends it, twelve hours end it always, a changed password ends it within minutes.</summary>
internal sealed class SessionCookies(IHttpContextAccessor request, TimeProvider clock, Installation installation)
    : IPostConfigureOptions<CookieAuthenticationOptions>,
        IConfigureOptions<AntiforgeryOptions>,
        IConfigureOptions<CookieTempDataProviderOptions>,
        IConfigureOptions<SecurityStampValidatorOptions>
{
    /// <summary>Longest session, however busy.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>Longest time without a request.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(60);

    // What a session says of its owner is read anew so often.
    private static readonly TimeSpan Validated = TimeSpan.FromMinutes(5);

    private const string Began = "began";

    public void PostConfigure(string? name, CookieAuthenticationOptions options)
    {
        if (name != IdentityConstants.ApplicationScheme)
            return;
        options.Cookie = new SchemeCookie("meerlaags", request);
        options.ExpireTimeSpan = Idle;
        options.SlidingExpiration = true;
        options.LoginPath = "/aanmelden";
        options.AccessDeniedPath = "/fout/403";
        options.ReturnUrlParameter = "terug";
        var redirect = options.Events.OnRedirectToLogin;
        // A form that was sent is not led away from: the page that asks to sign in keeps what it held.
        options.Events.OnRedirectToLogin = context =>
        {
            if (!HttpMethods.IsPost(context.Request.Method))
                return redirect(context);
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        };
        options.Events.OnSigningIn = context =>
        {
            context.Properties.Items.TryAdd(Began, Moment.Of(clock).ToString("O", CultureInfo.InvariantCulture));
            return Task.CompletedTask;
        };
        var stamp = options.Events.OnValidatePrincipal;
        options.Events.OnValidatePrincipal = async context =>
        {
            if (IsOver(context))
            {
                context.RejectPrincipal();
                await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
                return;
            }
            // Who validates is only made when it is time.
            if (IsDue(context))
                await stamp(context);
        };
    }

    public void Configure(AntiforgeryOptions options)
    {
        options.Cookie = new SchemeCookie("meerlaags-formulier", request) { SameSite = SameSiteMode.Strict };
        options.SuppressXFrameOptionsHeader = true;
    }

    public void Configure(CookieTempDataProviderOptions options) => options.Cookie = new SchemeCookie("meerlaags-bericht", request);

    public void Configure(SecurityStampValidatorOptions options) => options.ValidationInterval = Validated;

    private bool IsDue(CookieValidatePrincipalContext context) => context.Properties.IssuedUtc is not { } issued || clock.GetUtcNow() - issued > Validated;

    private bool IsOver(CookieValidatePrincipalContext context)
    {
        if (context.Principal?.HasClaim(claim => claim.Type == AccountClaims.Demo) == true && !installation.LetsCastActOver(context.HttpContext))
            return true;
        if (context.Principal?.FindFirst(AccountClaims.GuestUntil) is { } until)
            return clock.GetUtcNow() >= DateTimeOffset.Parse(until.Value, CultureInfo.InvariantCulture) + Account.GuestAfterwards;
        return !context.Properties.Items.TryGetValue(Began, out var began)
            || clock.GetUtcNow() - DateTimeOffset.Parse(began!, CultureInfo.InvariantCulture) > Longest;
    }
}
