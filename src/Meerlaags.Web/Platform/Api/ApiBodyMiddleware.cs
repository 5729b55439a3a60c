using Meerlaags.Domain.Collaborations;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Localisation;

namespace Meerlaags.Web.Platform.Api;

/// <summary>Reads the body of a permitted request once, with a limit, and refuses it with all its faults before anything is done; what lies at another's table is not there.</summary>
public sealed class ApiBodyMiddleware(RequestDelegate next)
{
    /// <summary>Most bytes of a body: room for every text at its longest, written with escapes.</summary>
    public const int Limit = 2 * 1024 * 1024;

    /// <summary>Checks the body and passes it on.</summary>
    public async Task InvokeAsync(HttpContext context, Texts texts, Viewer viewer)
    {
        if (IsOfAnotherTable(context, viewer))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        if (ApiMiddleware.IsApi(context) && ApiAnswers.HasStrangeSubmitId(context))
        {
            var fault = ApiFault.Of(texts, ApiAnswers.SubmitHeader, RequestFaults.Invalid);
            await (ApiProblem.Of(texts, StatusCodes.Status400BadRequest) with { Faults = [fault] }).WriteAsync(context);
            return;
        }
        if (WholeFile.Of(context) is { } file)
        {
            context.Request.Body = await ReadAsync(context.Request, file.MostBytes);
            await next(context);
            return;
        }
        if (!ApiMiddleware.IsApi(context) || RequestFaults.BodyOf(context) is not { } type)
        {
            await next(context);
            return;
        }
        var body = await ReadAsync(context.Request, Limit);
        if (body.Length == 0 && RequestFaults.BodyIsOptional(context))
        {
            await next(context);
            return;
        }
        var faults = RequestFaults.InBody(body.GetBuffer().AsMemory(0, (int)body.Length), type, texts);
        if (faults.Count > 0)
        {
            await (ApiProblem.Of(texts, StatusCodes.Status400BadRequest) with { Faults = faults }).WriteAsync(context);
            return;
        }
        context.Request.Body = body;
        await next(context);
    }

    private static bool IsOfAnotherTable(HttpContext context, Viewer viewer) =>
        context.GetEndpoint()?.Metadata.GetMetadata<OfCollaboration>() is not null
        && !(
            Guid.TryParse(context.Request.RouteValues["id"]?.ToString(), out var collaboration)
            && viewer.Collaborations.Contains(new CollaborationId(collaboration))
        );

    private static async Task<MemoryStream> ReadAsync(HttpRequest request, int most)
    {
        var kept = new MemoryStream();
        var part = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(part, request.HttpContext.RequestAborted)) > 0)
        {
            if (kept.Length + read > most)
                throw new BadHttpRequestException("The body is too large.", StatusCodes.Status413PayloadTooLarge);
            kept.Write(part, 0, read);
        }
        kept.Position = 0;
        return kept;
    }
}
