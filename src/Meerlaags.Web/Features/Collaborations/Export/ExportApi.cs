using Meerlaags.Domain.Collaborations;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Api;
using Meerlaags.Web.Platform.Identity;

namespace Meerlaags.Web.Features.Collaborations.Export;

/// <summary>The whole collaboration for programs.</summary>
public static class ExportApi
{
    /// <summary>Adds its address.</summary>
    public static void Map(RouteGroupBuilder api) =>
        api.MapGroup("/samenwerkingen/{id:guid}")
            .BelowCollaboration()
            .MapGet("/uitvoer", ShowAsync)
            .RequireScope(Scopes.Read)
            .Produces<ExportFacts>()
            .WithSummary("De hele samenwerking, met het logboek en de hashes");

    private static async Task<IResult> ShowAsync(Guid id, ExportReader reader, Answering answering) =>
        await reader.OfAsync(new CollaborationId(id), answering.Stop) is { } export
            ? Results.Bytes(export.Json(), "application/json")
            : answering.No(Refusals.NotThere);
}
