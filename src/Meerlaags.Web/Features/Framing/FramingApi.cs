using System.ComponentModel;
using System.Text.Json.Serialization;
using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Features.Framing.Candidates;
using Meerlaags.Web.Features.Framing.Recheck;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Api;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Framing;

/// <summary>Framing for programs: everything the pages can do, through the same use cases.</summary>
public static class FramingApi
{
    /// <summary>Maps the addresses.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        var table = api.MapGroup("/samenwerkingen/{id:guid}").BelowCollaboration().AddEndpointFilter(OnlyWithTheScopeAsync);
        RoundApi.Map(table);
        SharedIssueApi.Map(table);
        var round = table.MapGroup("/rondes/{ronde:int}").WithMetadata(new GuestsTooAttribute());
        FormulationApi.Map(round);
        PointApi.Map(round);
        DifferenceApi.Map(table, round);
        TextApi.Map(round);
        CandidateApi.Map(round);
        CritiqueApi.Map(round);
        RankingApi.Map(round);
        BesideApi.Map(round);
        RecheckApi.Map(round);
        VersionApi.Map(round);
    }

    /// <summary>The refusal as an answer; all that is not there looks the same.</summary>
    internal static IResult Refused(this HttpContext context, Refusal refusal) =>
        refusal == Refusals.NotThere || refusal == Refusals.PlaceIsOver
            ? Results.NotFound()
            : context.RequestServices.GetRequiredService<Texts>().Problem(refusal);

    // Who speaks for no party speaks as facilitator, and a token for that must say so.
    private static ValueTask<object?> OnlyWithTheScopeAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next) =>
        call.Arguments.OfType<IOnBehalf>().All(act => act.OnBehalfOf is not null) || call.HttpContext.User.HasClaim(Scopes.Claim, Scopes.Facilitate)
            ? next(call)
            : ValueTask.FromResult<object?>(Results.StatusCode(StatusCodes.Status403Forbidden));
}

/// <summary>What both a party and the facilitator may do says on whose behalf.</summary>
public interface IOnBehalf
{
    /// <summary>The party spoken for, or none for the facilitator.</summary>
    PartyId? OnBehalfOf { get; }
}

/// <summary>A body that says on whose behalf.</summary>
public abstract record OnBehalfBody : IOnBehalf
{
    /// <inheritdoc/>
    [JsonPropertyName("namens"), Description("Namens welke partij. Leeg voor de procesbegeleider.")]
    public PartyId? OnBehalfOf { get; init; }
}

/// <summary>A call about a round or something in it. What is bound stands in each call itself: what a call inherits would stay empty.</summary>
public abstract record InRound
{
    /// <summary>The collaboration.</summary>
    public abstract Guid Id { get; init; }

    /// <summary>The number of the round.</summary>
    public abstract int Number { get; init; }

    /// <summary>The request.</summary>
    public abstract HttpContext Http { get; init; }

    /// <summary>Reads rounds.</summary>
    public abstract RoundReader Rounds { get; init; }

    /// <summary>Which round.</summary>
    public RoundAddress Address => new(new CollaborationId(Id), Number);

    /// <summary>Id of the submit.</summary>
    public Guid? Submit => Http.SubmitId();

    /// <summary>Stops when the program is gone.</summary>
    public CancellationToken Stop => Http.RequestAborted;

    /// <summary>The address of something in this round.</summary>
    public string Link(string path = "") => $"/api/v1/samenwerkingen/{Id}/rondes/{Number}{path}";

    /// <summary>The round, or null when it is not there for this viewer.</summary>
    public Task<RoundView?> FindAsync() => Rounds.FindAsync(Address, Stop);

    /// <summary>The round once its texts are open, or null: before the reveal there is nothing to ask about.</summary>
    public async Task<RoundView?> FindRevealedAsync() => await FindAsync() is { Round.IsRevealed: true } view ? view : null;

    /// <summary>The refusal as an answer.</summary>
    public IResult Refused(Refusal refusal) => Http.Refused(refusal);
}

/// <summary>A call about one round.</summary>
public sealed record RoundCall(
    [property: FromRoute(Name = "id"), Description("De samenwerking.")] Guid Id,
    [property: FromRoute(Name = "ronde"), Description("Het nummer van de ronde.")] int Number,
    HttpContext Http,
    [property: FromServices] RoundReader Rounds
) : InRound;

/// <summary>A call about the text of one party.</summary>
public sealed record FormulationCall(
    [property: FromRoute(Name = "id"), Description("De samenwerking.")] Guid Id,
    [property: FromRoute(Name = "ronde"), Description("Het nummer van de ronde.")] int Number,
    HttpContext Http,
    [property: FromServices] RoundReader Rounds,
    [property: FromRoute(Name = "partij"), Description("De partij.")] Guid PartyId
) : InRound
{
    /// <summary>The party as the domain knows it.</summary>
    public PartyId Party => new(PartyId);

    /// <summary>Which text.</summary>
    public TextAddress Text => new(Address, Party);
}
