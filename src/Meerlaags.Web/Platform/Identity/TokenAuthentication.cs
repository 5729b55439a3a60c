using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Api;
using Meerlaags.Web.Platform.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Meerlaags.Web.Platform.Identity;

/// <summary>Secrets that are shown once: long random text, kept as a hash only.</summary>
public static class Secret
{
    /// <summary>A new secret of 32 random bytes, fit for an address.</summary>
    public static string New() => Base64Url(RandomNumberGenerator.GetBytes(32));

    /// <summary>What is kept of it. A plain hash is enough: the secret itself cannot be guessed.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private static string Base64Url(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}

/// <summary>What a token may do.</summary>
public static class Scopes
{
    /// <summary>Read what the person may read.</summary>
    public const string Read = "read";

    /// <summary>Act for the parties the person speaks for.</summary>
    public const string Write = "write";

    /// <summary>Act as a facilitator.</summary>
    public const string Facilitate = "facilitate";

    /// <summary>Bind a party; such a token is made with the password and lives a quarter of an hour.</summary>
    public const string Bind = "bind";

    /// <summary>Look after the installation; good for nothing unless the person is an administrator at that moment.</summary>
    public const string Administer = "administer";

    /// <summary>All of them.</summary>
    public static readonly string[] All = [Read, Write, Facilitate, Administer, Bind];

    /// <summary>Claim that holds one scope.</summary>
    public const string Claim = "scope";
}

/// <summary>Recognises <c>Authorization: Bearer …</c> with a personal token.</summary>
internal sealed class TokenAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "token";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers[HeaderNames.Authorization].ToString();
        if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.NoResult();

        var db = Context.RequestServices.GetRequiredService<Db>();
        var viewer = Context.RequestServices.GetRequiredService<Viewer>();
        var hash = Secret.Hash(header["Bearer ".Length..].Trim());
        var now = Moment.Of(clock);
        using (viewer.System(SystemPurpose.AuthenticateToken))
        {
            var token = await db.Set<PersonalToken>().AsNoTracking().SingleOrDefaultAsync(known => known.SecretHash == hash, Context.RequestAborted);
            if (token is null || token.RevokedAt is not null || token.ExpiresAt <= now || await OwnerAsync(db, token) is not { } owner)
                return AuthenticateResult.Fail("unknown or expired token");
            await UsedAsync(db, token, now);
            var claims = token
                .Scopes.Split(' ')
                .Select(scope => new Claim(Scopes.Claim, scope))
                .Append(new Claim(ClaimTypes.NameIdentifier, token.Person.Value.ToString()));
            if (owner.GuestUntil is { } until)
                claims = claims.Append(AccountClaims.GuestClaim(until));
            if (owner.IsAdministrator && token.Scopes.Split(' ').Contains(Scopes.Administer))
                claims = claims.Append(new Claim(ViewerMiddleware.AdministratorClaim, "1"));
            return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme)), Scheme));
        }
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        var sent = Request.Headers.ContainsKey(HeaderNames.Authorization);
        Response.Headers.WWWAuthenticate = sent ? "Bearer realm=\"Meerlaags\", error=\"invalid_token\"" : "Bearer realm=\"Meerlaags\"";
        return Task.CompletedTask;
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        if (Context.GetEndpoint()?.Metadata.GetMetadata<NeededScope>() is { } needed)
            Response.Headers.WWWAuthenticate = $"Bearer realm=\"Meerlaags\", error=\"insufficient_scope\", scope=\"{needed.Scope}\"";
        return Task.CompletedTask;
    }

    // To the hour: a program that asks often does not write as often.
    private async Task UsedAsync(Db db, PersonalToken token, DateTimeOffset now)
    {
        if (token.LastUsedAt is { } last && now - last < TimeSpan.FromHours(1))
            return;
        var id = token.Id;
        await db.Set<PersonalToken>()
            .Where(known => known.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(known => known.LastUsedAt, now), Context.RequestAborted);
    }

    // A token outlives its owner nowhere, and the demo cast acts only where it may sign in.
    private Task<Account?> OwnerAsync(Db db, PersonalToken token)
    {
        var owner = token.Person.Value;
        var castMayAct = Context.RequestServices.GetRequiredService<Installation>().LetsCastActOver(Context);
        return db.Set<Account>()
            .AsNoTracking()
            .SingleOrDefaultAsync(account => account.Id == owner && account.BlockedAt == null && (!account.IsDemo || castMayAct), Context.RequestAborted);
    }
}
