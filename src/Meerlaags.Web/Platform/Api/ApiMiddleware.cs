using System.Diagnostics;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Meerlaags.Web.Platform.Api;

/// <summary>What holds for every answer of the API: its version, no cache, and a problem that a program can read.</summary>
public sealed class ApiMiddleware(RequestDelegate next, ILogger<ApiMiddleware> log)
{
    /// <summary>The version of the API, in every answer.</summary>
    public const string Version = "0.1.0";

    /// <summary>Header with the version.</summary>
    public const string VersionHeader = "API-Version";

    /// <summary>Whether a request is for the API, however its address is written: no other way of signing in counts there.</summary>
    public static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    /// <summary>Passes the request on, and makes every failure a problem.</summary>
    public async Task InvokeAsync(HttpContext context, Texts texts)
    {
        if (!IsApi(context))
        {
            await next(context);
            return;
        }
        context.Response.Headers[VersionHeader] = Version;
        context.Response.Headers.CacheControl = "no-store";
        var trouble = Beforehand(context) ?? await PassAsync(context);
        if (trouble is { } status && !context.Response.HasStarted)
            await ProblemOf(context, texts, status).WriteAsync(context);
    }

    private static int? Beforehand(HttpContext context)
    {
        if (context.GetEndpoint() is not { } endpoint || context.Request.Path.Value!.EndsWith('/'))
            return StatusCodes.Status404NotFound;
        return Accepts(context.Request, endpoint) ? null : StatusCodes.Status406NotAcceptable;
    }

    private async Task<int?> PassAsync(HttpContext context)
    {
        try
        {
            await next(context);
            var response = context.Response;
            return response is { StatusCode: >= 400, ContentType: null } && response.ContentLength is null or 0 ? response.StatusCode : null;
        }
        catch (BadHttpRequestException refused)
        {
            return refused.StatusCode;
        }
        catch (Exception fault) when (!context.RequestAborted.IsCancellationRequested)
        {
            log.LogError(fault, "The API failed");
            return StatusCodes.Status500InternalServerError;
        }
    }

    private static ApiProblem ProblemOf(HttpContext context, Texts texts, int status)
    {
        var problem = ApiProblem.Of(texts, status);
        return status switch
        {
            StatusCodes.Status400BadRequest => problem with { Faults = RequestFaults.InAddress(context, texts) },
            >= 500 => problem with { Reference = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier },
            _ => problem,
        };
    }

    private static bool Accepts(HttpRequest request, Endpoint endpoint)
    {
        var asked = request.GetTypedHeaders().Accept;
        if (asked.Count == 0)
            return true;
        var offered = endpoint
            .Metadata.GetOrderedMetadata<IProducesResponseTypeMetadata>()
            .SelectMany(answer => answer.ContentTypes)
            .Append("application/json")
            .Append(ApiProblem.MediaType)
            .Select(type => new MediaTypeHeaderValue(type));
        return offered.Any(offer => asked.Any(range => range.Quality != 0 && offer.IsSubsetOf(new MediaTypeHeaderValue(range.MediaType))));
    }
}
