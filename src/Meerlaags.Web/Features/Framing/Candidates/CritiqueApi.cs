using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Platform.Api;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Framing.Candidates;

/// <summary>What parties think of a candidate, for programs: the own party's, and all once it is open.</summary>
internal static class CritiqueApi
{
    public static void Map(RouteGroupBuilder round)
    {
        var critiques = round.MapGroup("/kandidaten/{kandidaat:int}/kritiek").WithTags("Kritiek");
        critiques
            .MapGet("", ListAsync)
            .RequireScope(Scopes.Read)
            .Produces<CritiqueList>()
            .WithName("toonKritiek")
            .WithSummary("De kritiek die u mag lezen")
            .WithDescription("Die van uw eigen partij en, na het openen, die van alle partijen. In de volgorde van de tafel.");
        critiques
            .MapPut("/{partij:guid}", WriteAsync)
            .RequireScope(Scopes.Write)
            .Produces<CritiqueFacts>()
            .WithName("geefKritiek")
            .WithSummary("Zeg wat uw partij van een tekst vindt")
            .WithDescription(
                "Stuur alles, met de versie waar u van uitging (0 voor het eerst). Tot de procesbegeleider de kritiek opent, leest niemand buiten uw partij mee."
            );
        critiques
            .MapPost("/opening", OpenAsync)
            .RequireScope(Scopes.Facilitate)
            .Produces<CritiqueList>(StatusCodes.Status201Created)
            .WithName("openKritiek")
            .WithSummary("Open de kritiek op een tekst voor iedereen");
        critiques
            .MapPost("/{partij:guid}/antwoorden", ReplyAsync)
            .RequireScope(Scopes.Write)
            .Produces<CritiqueFacts>(StatusCodes.Status201Created)
            .WithName("beantwoordKritiek")
            .WithSummary("Antwoord op de kritiek van een partij")
            .WithDescription("Zonder `namens` doet u dit als procesbegeleider; dan heeft de sleutel ook het bereik `facilitate`.");
    }

    private static async Task<IResult> ListAsync([AsParameters] CandidateCall call, CritiqueReads reads) =>
        await reads.OfAsync(call) is { } list ? Results.Ok(list) : Results.NotFound();

    private static async Task<IResult> WriteAsync([AsParameters] CritiqueCall call, CritiqueBody body, GiveCritique give, CritiqueReads reads) =>
        await give.WriteAsync(call.Text, call.Party, new GiveCritique.Seen(body.ToWords(), body.Seen), call.Submit, call.Stop) is { } refusal
            ? call.Refused(refusal)
            : Results.Ok(await reads.OneAsync(call));

    private static async Task<IResult> OpenAsync([AsParameters] CandidateCall call, GiveCritique give, CritiqueReads reads) =>
        await give.OpenAsync(call.Text, call.Submit, call.Stop) is { } refusal
            ? call.Refused(refusal)
            : Results.Created(call.Link($"/kandidaten/{call.Candidate}/kritiek"), await reads.OfAsync(call));

    private static async Task<IResult> ReplyAsync([AsParameters] CritiqueCall call, ReplyBody body, GiveCritique give, CritiqueReads reads) =>
        await give.AnswerAsync(call.Text, new Reply(call.Party, body.Answer, body.OnBehalfOf), call.Submit, call.Stop) is { } refusal
            ? call.Refused(refusal)
            : Results.Created(call.Link($"/kandidaten/{call.Candidate}/kritiek"), await reads.OneAsync(call));
}

/// <summary>Reads critiques as programs see them.</summary>
public sealed class CritiqueReads(Db db, CandidateLines lines)
{
    /// <summary>The critiques of a candidate that may be read; null when there is no such candidate.</summary>
    public async Task<CritiqueList?> OfAsync(InCandidate call)
    {
        if (await call.FindRevealedAsync() is not { } view)
            return null;
        if ((await lines.OfAsync(view.Round.Id, call.Stop)).FirstOrDefault(text => text.Number == call.Candidate) is not { Id: var id } text)
            return null;
        var found = await db.Critiques.AsNoTracking().Where(critique => critique.Candidate == id).ToListAsync(call.Stop);
        return new CritiqueList(
            text.CritiqueOpenedAt,
            [
                .. view
                    .Table.Parties.InTableOrder()
                    .Select(party => found.Find(critique => critique.Party == party.Id))
                    .OfType<Critique>()
                    .Select(critique => CritiqueFacts.Of(critique, view.Mine.Any(party => party.Id == critique.Party))),
            ]
        );
    }

    /// <summary>The critique of one party.</summary>
    public async Task<CritiqueFacts?> OneAsync(CritiqueCall call) => (await OfAsync(call))?.Critiques.FirstOrDefault(critique => critique.Party == call.Party);
}

/// <summary>A call about what one party thinks of a candidate.</summary>
public sealed record CritiqueCall(
    [property: FromRoute(Name = "id"), Description("De samenwerking.")] Guid Id,
    [property: FromRoute(Name = "ronde"), Description("Het nummer van de ronde.")] int Number,
    HttpContext Http,
    [property: FromServices] RoundReader Rounds,
    [property: FromRoute(Name = "kandidaat"), Description("Het nummer van de tekst.")] int Candidate,
    [property: FromRoute(Name = "partij"), Description("De partij.")] Guid PartyId
) : InCandidate
{
    /// <summary>The party as the domain knows it.</summary>
    public PartyId Party => new(PartyId);
}

/// <summary>What a party thinks of a candidate.</summary>
/// <param name="Seen">The version the writer started from.</param>
[Description("Wat een partij van een tekst vindt.")]
public sealed record CritiqueBody([property: JsonPropertyName("versie"), Description("De versie waar u van uitging; 0 voor het eerst.")] int Seen)
{
    /// <summary>What works.</summary>
    [JsonPropertyName("werkt"), Description("Wat werkt, of leeg."), Graphemes(Critique.WordsLimit)]
    public string Works { get; init; } = "";

    /// <summary>What is missing.</summary>
    [JsonPropertyName("ontbreekt"), Description("Wat ontbreekt, of leeg."), Graphemes(Critique.WordsLimit)]
    public string Lacks { get; init; } = "";

    /// <summary>Which harm is feared.</summary>
    [JsonPropertyName("zorg"), Description("Welke schade u vreest, of leeg."), Graphemes(Critique.WordsLimit)]
    public string Harms { get; init; } = "";

    /// <summary>Other words.</summary>
    [JsonPropertyName("voorstellen"), Description("Andere woorden, per zin.")]
    public IReadOnlyList<ProposalFacts> Proposals { get; init; } = [];

    /// <summary>As the domain takes it.</summary>
    public CritiqueWords ToWords() =>
        new(Works, Lacks, Harms, Proposals.Select(proposal => new ProposedWording(proposal.Sentence, proposal.Revision, proposal.Text)));
}

/// <summary>Other words for a sentence.</summary>
[Description("Andere woorden voor een zin.")]
public sealed record ProposalFacts(
    [property: JsonPropertyName("zin"), Description("De zin.")] SentenceId Sentence,
    [property: JsonPropertyName("gezien"), Description("De herziening die u voor u had.")] int Revision,
    [property: JsonPropertyName("tekst"), Description("De woorden."), Graphemes(CandidateText.SentenceLimit)] string Text
);

/// <summary>An answer.</summary>
/// <param name="Answer">The words.</param>
[Description("Een antwoord op de kritiek van een partij.")]
public sealed record ReplyBody(
    [property: JsonPropertyName("tekst"), Description("Uw antwoord."), Required(ErrorMessage = FormTexts.Missing), Graphemes(Critique.WordsLimit)] string Answer
) : OnBehalfBody;

/// <summary>The critiques of a candidate.</summary>
[Description("De kritiek op een tekst.")]
public sealed record CritiqueList(
    [property: JsonPropertyName("openSinds"), Description("Sinds wanneer iedereen alles leest. Leeg zolang partijen ongezien schrijven.")]
        DateTimeOffset? OpenedAt,
    [property: JsonPropertyName("kritiek"), Description("De kritiek die u mag lezen, in de volgorde van de tafel.")] IReadOnlyList<CritiqueFacts> Critiques
);

/// <summary>What a party thinks.</summary>
[Description("Wat een partij van een tekst vindt.")]
public sealed record CritiqueFacts([property: JsonPropertyName("partij"), Description("De partij.")] PartyId Party)
{
    /// <summary>What works.</summary>
    [JsonPropertyName("werkt"), Description("Wat werkt, of leeg.")]
    public required string Works { get; init; }

    /// <summary>What is missing.</summary>
    [JsonPropertyName("ontbreekt"), Description("Wat ontbreekt, of leeg.")]
    public required string Lacks { get; init; }

    /// <summary>Which harm is feared.</summary>
    [JsonPropertyName("zorg"), Description("Welke schade de partij vreest, of leeg.")]
    public required string Harms { get; init; }

    /// <summary>Other words.</summary>
    [JsonPropertyName("voorstellen"), Description("Andere woorden, per zin.")]
    public required IReadOnlyList<ProposalFacts> Proposals { get; init; }

    /// <summary>Answers.</summary>
    [JsonPropertyName("antwoorden"), Description("Wat anderen antwoordden, in volgorde.")]
    public required IReadOnlyList<ReplyFacts> Answers { get; init; }

    /// <summary>Its version, for its own party.</summary>
    [JsonPropertyName("versie"), Description("De versie om mee verder te schrijven. Leeg voor wie niet namens deze partij spreekt.")]
    public required int? Version { get; init; }

    internal static CritiqueFacts Of(Critique critique, bool own) =>
        new(critique.Party)
        {
            Works = critique.Works,
            Lacks = critique.Lacks,
            Harms = critique.Harms,
            Proposals = [.. critique.Proposals.Select(proposal => new ProposalFacts(proposal.Sentence, proposal.Revision, proposal.Text))],
            Answers = [.. critique.Answers.Select(answer => new ReplyFacts(answer.Party, answer.Text, answer.At))],
            Version = own ? critique.Version : null,
        };
}

/// <summary>An answer on record.</summary>
[Description("Een antwoord.")]
public sealed record ReplyFacts(
    [property: JsonPropertyName("partij"), Description("De partij die antwoordt. Leeg voor de procesbegeleider.")] PartyId? Party,
    [property: JsonPropertyName("tekst"), Description("De woorden.")] string Text,
    [property: JsonPropertyName("op"), Description("Wanneer.")] DateTimeOffset At
);
