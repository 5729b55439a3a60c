using System.Globalization;
using Meerlaags.Web.Platform;
using Meerlaags.Web.Platform.Data;

namespace Meerlaags.Web.Features.Home;

/// <summary>Front page, faults, the pages about the product itself, and what machines ask of a site.</summary>
public sealed class HomeFeature : Feature
{
    private const string PlainText = "text/plain; charset=utf-8";

    /// <inheritdoc/>
    public override Type Texts => typeof(HomeTexts);

    /// <inheritdoc/>
    public override void MapOther(IEndpointRouteBuilder endpoints)
    {
        var open = endpoints.MapGroup("").AllowAnonymous();
        open.MapGet("/health/live", () => Results.Text("ok", PlainText));
        open.MapGet("/health/ready", ReadyAsync);
        open.MapGet("/.well-known/security.txt", SecurityText);
        open.MapGet("/robots.txt", () => Results.Text("User-agent: *\nDisallow: /aanmelden\nDisallow: /api/\nDisallow: /samenwerkingen\n", PlainText));
    }

    private static async Task<IResult> ReadyAsync(Db db, ILogger<HomeFeature> log, CancellationToken stop)
    {
        if (await db.Database.CanConnectAsync(stop))
            return Results.Text("ok", PlainText);
        log.LogError("Not ready: the database does not answer");
        return Results.Text("database", PlainText, statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    // RFC 9116 asks for a day within a year; half a year shows that somebody still looks after it.
    private static IResult SecurityText(Contact contact, HttpRequest request, TimeProvider clock)
    {
        var expires = clock.GetUtcNow().AddMonths(6).ToString("yyyy-MM-dd'T'00:00:00'Z'", CultureInfo.InvariantCulture);
        return Results.Text(
            $"Contact: {contact.Security}\nExpires: {expires}\nPreferred-Languages: nl, en\nCanonical: {request.Scheme}://{request.Host}/.well-known/security.txt\n",
            PlainText
        );
    }
}

/// <summary>The texts of the front stand beside this class.</summary>
public sealed class HomeTexts;
