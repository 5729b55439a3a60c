using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Localisation;

namespace Meerlaags.Web.Platform.Api;

/// <summary>How the API says no, and what a token must be good for.</summary>
public static class ApiAnswers
{
    /// <summary>Header in which a client may send the id of its submit; a resend with the same id is the same act once.</summary>
    public const string SubmitHeader = "Idempotency-Key";

    /// <summary>A refusal as problem details: the code for programs, the text for people.</summary>
    public static IResult Problem(this Texts texts, Refusal refusal) =>
        Results.Problem(
            statusCode: StatusOf(refusal.Code),
            title: texts["Platform.Api.Refused"],
            detail: texts.For(refusal),
            extensions: new Dictionary<string, object?> { ["code"] = refusal.Code, ["veld"] = refusal.Field }
        );

    /// <summary>Nothing there for this viewer.</summary>
    public static IResult NotThere(this Texts texts) =>
        Results.Problem(statusCode: StatusCodes.Status404NotFound, title: texts["Platform.Api.NotThere"], detail: texts["Platform.Api.NotThere.Detail"]);

    /// <summary>The id of the submit, when the client sent one that is a uuid.</summary>
    public static Guid? SubmitId(this HttpContext context) => Guid.TryParse(context.Request.Headers[SubmitHeader], out var id) ? id : null;

    /// <summary>Asks a token with this scope.</summary>
    public static TBuilder RequireScope<TBuilder>(this TBuilder endpoint, string scope)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(policy => policy.RequireAuthenticatedUser().RequireClaim(Scopes.Claim, scope));

    private static int StatusOf(string code) =>
        code switch
        {
            "access.not-there" => StatusCodes.Status404NotFound,
            "access.sign-in" => StatusCodes.Status401Unauthorized,
            _ when code.StartsWith("access.", StringComparison.Ordinal) => StatusCodes.Status403Forbidden,
            _ when code.Contains("changed-by", StringComparison.Ordinal) => StatusCodes.Status409Conflict,
            _ when code.Contains(".already-", StringComparison.Ordinal) || code.EndsWith(".closed", StringComparison.Ordinal) => StatusCodes.Status409Conflict,
            _ => StatusCodes.Status400BadRequest,
        };
}
