using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Platform.Api;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Framing.Candidates;

/// <summary>Several candidate texts for programs.</summary>
internal static class CandidateApi
{
    private const string AsFacilitator = "Zonder `namens` doet u dit als procesbegeleider; dan heeft de sleutel ook het bereik `facilitate`.";

    public static void Map(RouteGroupBuilder round)
    {
        var candidates = round.MapGroup("").WithTags("Teksten");
        candidates
            .MapGet("/kandidaten", ListAsync)
            .RequireScope(Scopes.Read)
            .Produces<CandidateList>()
            .WithName("toonKandidaten")
            .WithSummary("De teksten van een ronde, de eerste eerst");
        candidates
            .MapPost("/kandidaten", StartAsync)
            .RequireScope(Scopes.Write)
            .Produces<CandidateFacts>(StatusCodes.Status201Created)
            .WithName("beginKandidaat")
            .WithSummary("Begin nog een tekst")
            .WithDescription("Leeg, als kopie van een andere tekst, of met de punten van een partij als eerste zinnen. " + AsFacilitator);
        candidates
            .MapGet("/kandidaten/{kandidaat:int}", ShowAsync)
            .RequireScope(Scopes.Read)
            .Produces<CandidateFacts>()
            .WithName("toonKandidaat")
            .WithSummary("Eén tekst")
            .WithDescription("Per zin wie zich erin herkent, per partij welke punten er nog niet in staan.");
        candidates
            .MapPut("/kandidaten/{kandidaat:int}/naam", NameAsync)
            .RequireScope(Scopes.Write)
            .Produces<CandidateFacts>()
            .WithName("noemKandidaat")
            .WithSummary("Geef een tekst een naam")
            .WithDescription(AsFacilitator);
        candidates
            .MapPost("/kandidaten/{kandidaat:int}/zinnen", AddAsync)
            .RequireScope(Scopes.Write)
            .Produces<SentenceFacts>(StatusCodes.Status201Created)
            .WithName("schrijfZinInKandidaat")
            .WithSummary("Voeg een zin toe aan een tekst")
            .WithDescription("Wijzigen, verplaatsen, weghalen en herkennen gaat per zin, onder `/tekst/zinnen`. " + AsFacilitator);
    }

    private static async Task<IResult> ListAsync([AsParameters] RoundCall call, CandidateLines lines) =>
        await call.FindRevealedAsync() is { } view ? Results.Ok(CandidateList.Of(await lines.OfAsync(view.Round.Id, call.Stop))) : Results.NotFound();

    private static async Task<IResult> StartAsync([AsParameters] RoundCall call, NewCandidateBody body, StartCandidate start, CandidateReader texts)
    {
        var pen = new WriteSentence.Pen(call.Address, body.OnBehalfOf);
        if (
            !(await start.ForAsync(pen, new StartCandidate.Plan(body.Name, body.CopyOf, body.PointsOf), call.Submit, call.Stop)).Is(
                out var number,
                out var refusal
            )
        )
            return call.Refused(refusal);
        return await FactsAsync(call, number, texts) is { } made ? Results.Created(call.Link($"/kandidaten/{number}"), made) : Results.NotFound();
    }

    private static async Task<IResult> ShowAsync([AsParameters] CandidateCall call, CandidateReader texts) =>
        await FactsAsync(call, call.Candidate, texts) is { } text ? Results.Ok(text) : Results.NotFound();

    private static async Task<IResult> NameAsync([AsParameters] CandidateCall call, CandidateNameBody body, StartCandidate start, CandidateReader texts) =>
        await start.RenameAsync(call.Pen(body.OnBehalfOf), body.Name, call.Submit, call.Stop) is { } refusal
            ? call.Refused(refusal)
            : Results.Ok(await FactsAsync(call, call.Candidate, texts));

    private static Task<IResult> AddAsync([AsParameters] CandidateCall call, NewSentenceBody body, WriteSentence write, CandidateReader texts) =>
        TextApi.AddToAsync(call, call.Pen(body.OnBehalfOf), body, write, texts);

    private static async Task<CandidateFacts?> FactsAsync(InRound call, int number, CandidateReader texts) =>
        await call.FindRevealedAsync() is { } view ? await texts.OfAsync(view, number, call.Stop) : null;
}

/// <summary>A call about a candidate text or something at it.</summary>
public abstract record InCandidate : InRound
{
    /// <summary>The number of the candidate.</summary>
    public abstract int Candidate { get; init; }

    /// <summary>Which candidate.</summary>
    public CandidateAddress Text => new(Address, Candidate);

    /// <summary>The pen at this candidate.</summary>
    public WriteSentence.Pen Pen(PartyId? actor) => new(Address, actor, Candidate);
}

/// <summary>A call about one candidate.</summary>
public sealed record CandidateCall(
    [property: FromRoute(Name = "id"), Description("De samenwerking.")] Guid Id,
    [property: FromRoute(Name = "ronde"), Description("Het nummer van de ronde.")] int Number,
    HttpContext Http,
    [property: FromServices] RoundReader Rounds,
    [property: FromRoute(Name = "kandidaat"), Description("Het nummer van de tekst.")] int Candidate
) : InCandidate;

/// <summary>A new candidate.</summary>
/// <param name="Name">What people call it.</param>
[Description("Een nieuwe tekst.")]
public sealed record NewCandidateBody(
    [property: JsonPropertyName("naam"), Description("Hoe de tekst heet."), Required(ErrorMessage = FormTexts.Missing), Graphemes(CandidateText.NameLimit)]
        string Name
) : OnBehalfBody
{
    /// <summary>The candidate to copy.</summary>
    [JsonPropertyName("kopieVan"), Description("Het nummer van de tekst om te kopiëren, of leeg.")]
    public int? CopyOf { get; init; }

    /// <summary>The party to take points of.</summary>
    [JsonPropertyName("puntenVan"), Description("De partij waarvan de punten de eerste zinnen worden, of leeg.")]
    public PartyId? PointsOf { get; init; }
}

/// <summary>Another name.</summary>
/// <param name="Name">The name.</param>
[Description("De naam van een tekst.")]
public sealed record CandidateNameBody(
    [property: JsonPropertyName("naam"), Description("Hoe de tekst heet."), Required(ErrorMessage = FormTexts.Missing), Graphemes(CandidateText.NameLimit)]
        string Name
) : OnBehalfBody;

/// <summary>All candidates.</summary>
/// <param name="Candidates">The candidates, the first one first.</param>
[Description("De teksten van een ronde.")]
public sealed record CandidateList(
    [property: JsonPropertyName("kandidaten"), Description("De teksten, de eerste eerst.")] IReadOnlyList<CandidateLineFacts> Candidates
)
{
    internal static CandidateList Of(IReadOnlyList<CandidateLine> lines) =>
        new([
            .. lines.Select(text => new CandidateLineFacts(text.Number, text.Name, [.. text.Sentences.Select(sentence => sentence.Text)])
            {
                StartedBy = text.StartedBy,
                CopyOf = lines.FirstOrDefault(other => other.Id == text.CopyOf)?.Number,
                PointsOf = text.OnPointsOf,
                CritiqueOpenedAt = text.CritiqueOpenedAt,
            }),
        ]);
}

/// <summary>One candidate in the list.</summary>
[Description("Een tekst van een ronde.")]
public sealed record CandidateLineFacts(
    [property: JsonPropertyName("nummer"), Description("De eerste, tweede, derde tekst van de ronde.")] int Number,
    [property: JsonPropertyName("naam"), Description("Hoe de tekst heet, of leeg.")] string Name,
    [property: JsonPropertyName("zinnen"), Description("De zinnen, in volgorde.")] IReadOnlyList<string> Sentences
)
{
    /// <summary>Who started it.</summary>
    [JsonPropertyName("begonnenDoor"), Description("De partij die de tekst begon. Leeg voor de procesbegeleider en voor de eerste tekst.")]
    public PartyId? StartedBy { get; init; }

    /// <summary>What it copies.</summary>
    [JsonPropertyName("kopieVan"), Description("Het nummer van de tekst waarvan dit een kopie was, of leeg.")]
    public int? CopyOf { get; init; }

    /// <summary>Whose points it began with.</summary>
    [JsonPropertyName("puntenVan"), Description("De partij waarvan de punten de eerste zinnen werden, of leeg.")]
    public PartyId? PointsOf { get; init; }

    /// <summary>Since when critique is open.</summary>
    [JsonPropertyName("kritiekOpenSinds"), Description("Sinds wanneer iedereen de kritiek leest, of leeg.")]
    public DateTimeOffset? CritiqueOpenedAt { get; init; }
}
