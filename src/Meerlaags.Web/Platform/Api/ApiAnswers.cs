using System.Security.Cryptography;
using System.Text;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Localisation;

namespace Meerlaags.Web.Platform.Api;

/// <summary>How the API says no, and what a token must be good for.</summary>
public static class ApiAnswers
{
    /// <summary>Header in which a client may send the id of its submit; a resend with the same id is the same act once.</summary>
    public const string SubmitHeader = "Idempotency-Key";

    /// <summary>A refusal as problem details: the code for programs, the text for people, the field by its name in the request.</summary>
    public static IResult Problem(this Texts texts, Refusal refusal) => new RefusalAnswer(StatusOf(refusal.Code), refusal, texts.For(refusal));

    /// <summary>Nothing there for this viewer.</summary>
    public static IResult NotThere(this Texts texts) => new StatusAnswer(ApiProblem.Of(texts, StatusCodes.Status404NotFound));

    /// <summary>Whether the client sent an id of its submit that is no uuid: it would not be recognised when sent again.</summary>
    public static bool HasStrangeSubmitId(HttpContext context) =>
        context.Request.Headers.TryGetValue(SubmitHeader, out var sent) && !Guid.TryParse(sent, out _);

    /// <summary>The id of the submit, when the client sent one: made of what was sent as well, so that a key used again for something else loses nothing.</summary>
    public static Guid? SubmitId(this HttpContext context)
    {
        if (!Guid.TryParse(context.Request.Headers[SubmitHeader], out var id))
            return null;
        using var sent = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sent.AppendData(Encoding.UTF8.GetBytes($"{id} {context.Request.Method} {context.Request.Path}{context.Request.QueryString}\n"));
        if (context.Request.Body is MemoryStream body)
            sent.AppendData(body.ToArray());
        return new Guid(sent.GetHashAndReset().AsSpan(0, 16));
    }

    /// <summary>These addresses lie below one collaboration, the <c>id</c> in the address: to who has no place in it they do not exist, whatever is sent.</summary>
    public static TBuilder BelowCollaboration<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder => endpoints.WithMetadata(new OfCollaboration());

    /// <summary>Asks a token with this scope; a session of the browser never counts.</summary>
    public static TBuilder RequireScope<TBuilder>(this TBuilder endpoint, string scope)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint
            .WithMetadata(new NeededScope(scope))
            .RequireAuthorization(policy =>
                policy.AddAuthenticationSchemes(TokenAuthentication.Scheme).RequireAuthenticatedUser().RequireClaim(Scopes.Claim, scope)
            );

    /// <summary>Asks a token with which its owner, an administrator, may look after the installation.</summary>
    public static TBuilder ForAdministrators<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.RequireScope(Scopes.Administer).RequireAuthorization(Policies.Administrator);

    private static int StatusOf(string code) =>
        code switch
        {
            "access.not-there" => StatusCodes.Status404NotFound,
            "access.sign-in" => StatusCodes.Status401Unauthorized,
            _ when code.StartsWith("access.", StringComparison.Ordinal) => StatusCodes.Status403Forbidden,
            _ when code.EndsWith(".too-many-attempts", StringComparison.Ordinal) => StatusCodes.Status429TooManyRequests,
            _ when code.Contains("changed-by", StringComparison.Ordinal) => StatusCodes.Status409Conflict,
            _ when code.Contains(".already-", StringComparison.Ordinal) || code.EndsWith(".closed", StringComparison.Ordinal) => StatusCodes.Status409Conflict,
            "collaboration.archived" => StatusCodes.Status409Conflict,
            _ => StatusCodes.Status400BadRequest,
        };

    private sealed class StatusAnswer(ApiProblem problem) : IResult, IStatusCodeHttpResult
    {
        public int? StatusCode => problem.Status;

        public Task ExecuteAsync(HttpContext httpContext) => problem.WriteAsync(httpContext);
    }

    private sealed class RefusalAnswer(int status, Refusal refusal, string text) : IResult, IStatusCodeHttpResult
    {
        public int? StatusCode => status;

        public Task ExecuteAsync(HttpContext httpContext)
        {
            var texts = httpContext.RequestServices.GetRequiredService<Texts>();
            var problem = new ApiProblem(status, texts["Platform.Api.Refused"], text, refusal.Code);
            return (
                refusal.Field is { } field ? problem with { Faults = [new ApiFault(RequestFaults.NameOf(httpContext, field), refusal.Code, text)] } : problem
            ).WriteAsync(httpContext);
        }
    }
}

/// <summary>Id of what was made.</summary>
public sealed record Made(Guid Id);

/// <summary>Marks an address below one collaboration.</summary>
public sealed record OfCollaboration;

/// <summary>The scope that an address of the API asks.</summary>
/// <param name="Scope">One of <see cref="Scopes"/>.</param>
public sealed record NeededScope(string Scope);
