using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Content;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Features.Collaborations;
using Meerlaags.Web.Features.Framing.Candidates;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Api;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Framing;

/// <summary>Rounds for programs: open, look, reveal, close.</summary>
internal static class RoundApi
{
    public static void Map(RouteGroupBuilder table)
    {
        var rounds = table.MapGroup("").WithTags("Rondes");
        rounds.MapGet("/rondes", ListAsync).RequireScope(Scopes.Read).Produces<RoundList>().WithName("toonRondes").WithSummary("De rondes, de eerste eerst");
        rounds
            .MapPost("/rondes", OpenAsync)
            .RequireScope(Scopes.Facilitate)
            .Produces<RoundFacts>(StatusCodes.Status201Created)
            .WithName("openRonde")
            .WithSummary("Open de volgende ronde");
        rounds
            .MapGet("/rondes/{ronde:int}", ShowAsync)
            .RequireScope(Scopes.Read)
            .Produces<RoundFacts>()
            .WithName("toonRonde")
            .WithMetadata(new GuestsTooAttribute())
            .WithSummary("Eén ronde")
            .WithDescription("Vóór de onthulling ziet u van anderen alleen dát zij hebben ingediend.");
        rounds
            .MapGet("/rondes/{ronde:int}/vragen", QuestionsAsync)
            .RequireScope(Scopes.Read)
            .Produces<QuestionList>()
            .WithName("toonVragen")
            .WithMetadata(new GuestsTooAttribute())
            .WithSummary("De vragen van een ronde");
        rounds
            .MapPost("/rondes/{ronde:int}/onthulling", RevealAsync)
            .RequireScope(Scopes.Facilitate)
            .Produces<RoundFacts>(StatusCodes.Status201Created)
            .WithName("onthulTeksten")
            .WithSummary("Onthul alle ingediende teksten")
            .WithDescription("In één keer, voor iedereen aan tafel. Er is geen weg terug.");
        rounds
            .MapPost("/rondes/{ronde:int}/afsluiting", CloseAsync)
            .RequireScope(Scopes.Facilitate)
            .Produces<RoundFacts>(StatusCodes.Status201Created)
            .WithName("sluitRonde")
            .WithSummary("Sluit de ronde: wij weten het nog niet")
            .WithDescription("Een goede uitkomst, met een dag voor het volgende gesprek.");
        rounds
            .MapPut("/rondes/{ronde:int}/vorm", ChooseAsync)
            .RequireScope(Scopes.Facilitate)
            .Produces<RoundFacts>()
            .WithName("kiesVorm")
            .WithSummary("Kies wat eerst komt: schrijven of praten")
            .WithDescription("Kan tot de onthulling. De vragen blijven hetzelfde.");
        rounds
            .MapPost("/rondes/{ronde:int}/voorgesprek", MetAsync)
            .RequireScope(Scopes.Facilitate)
            .Produces<RoundFacts>(StatusCodes.Status201Created)
            .WithName("legVoorgesprekVast")
            .WithSummary("Leg vast dat er vóór het schrijven is gesproken");
    }

    private static async Task<IResult> ChooseAsync([AsParameters] RoundCall call, OpeningBody body, ChooseFormat choose) =>
        await choose.ForAsync(call.Address, body.Format, call.Submit, call.Stop) is { } refusal ? call.Refused(refusal) : await ShowAsync(call);

    private static async Task<IResult> MetAsync([AsParameters] RoundCall call, ChooseFormat choose) =>
        await choose.MetAsync(call.Address, call.Submit, call.Stop) is { } refusal ? call.Refused(refusal) : await MadeAsync(call);

    private static async Task<IResult> ListAsync(Guid id, CollaborationQueries tables, Db db, CancellationToken stop)
    {
        var collaboration = new CollaborationId(id);
        if (await tables.TableAsync(collaboration, stop) is not { } table)
            return Results.NotFound();
        var rounds = await db.Rounds.AsNoTracking().Where(round => round.Collaboration == collaboration).OrderBy(round => round.Number).ToListAsync(stop);
        return Results.Ok(new RoundList([.. rounds.Select(round => RoundFacts.Of(table, round))]));
    }

    private static async Task<IResult> OpenAsync(Guid id, OpenRound open, RoundReader rounds, HttpContext context, OpeningBody? body = null)
    {
        var collaboration = new CollaborationId(id);
        if (
            !(await open.ForAsync(collaboration, body?.Format ?? RoundFormat.WriteFirst, context.SubmitId(), context.RequestAborted)).Is(
                out var number,
                out var refusal
            )
        )
            return context.Refused(refusal);
        return await MadeAsync(new RoundCall(id, number, context, rounds));
    }

    private static async Task<IResult> ShowAsync([AsParameters] RoundCall call) =>
        await call.FindAsync() is { } view ? Results.Ok(RoundFacts.Of(view.Table, view.Round)) : Results.NotFound();

    private static async Task<IResult> QuestionsAsync([AsParameters] RoundCall call) =>
        await call.FindAsync() is { } view ? Results.Ok(QuestionList.Of(view.Questions)) : Results.NotFound();

    private static async Task<IResult> RevealAsync([AsParameters] RoundCall call, RevealTexts reveal) =>
        await reveal.ForAsync(call.Address, call.Submit, call.Stop) is { } refusal ? call.Refused(refusal) : await MadeAsync(call);

    private static async Task<IResult> CloseAsync([AsParameters] RoundCall call, ClosingBody body, CloseRound close) =>
        await close.ForAsync(call.Address, body.Reason, body.NextTalk, call.Submit, call.Stop) is { } refusal ? call.Refused(refusal) : await MadeAsync(call);

    private static async Task<IResult> MadeAsync(InRound call) =>
        await call.FindAsync() is { } view ? Results.Created(call.Link(), RoundFacts.Of(view.Table, view.Round)) : Results.NotFound();
}

/// <summary>What comes first in a round.</summary>
/// <param name="Format">Writing or talking.</param>
[Description("Wat er in een ronde eerst komt.")]
public sealed record OpeningBody(
    [property: JsonPropertyName("vorm"), Description("`write-first`: eerst schrijven, dan praten. `meeting-first`: eerst praten, dan schrijven.")]
        RoundFormat Format
);

/// <summary>How a round is closed without a text.</summary>
/// <param name="Reason">What is not known yet.</param>
/// <param name="NextTalk">The day of the next talk.</param>
[Description("Waarom de ronde sluit zonder gedeelde tekst, en wanneer het volgende gesprek is.")]
public sealed record ClosingBody(
    [property: JsonPropertyName("reden"), Description("Wat weten wij nog niet?"), Required(ErrorMessage = FormTexts.Missing), Graphemes(2000)] string Reason,
    [property: JsonPropertyName("volgendGesprek"), Description("De dag van het volgende gesprek.")] DateOnly NextTalk
);

/// <summary>All rounds.</summary>
/// <param name="Rounds">The rounds, the first one first.</param>
[Description("De rondes van een samenwerking.")]
public sealed record RoundList([property: JsonPropertyName("rondes"), Description("De rondes, de eerste eerst.")] IReadOnlyList<RoundFacts> Rounds);

/// <summary>A round as every member may see it. Holds no time, order or length of a text that is not open.</summary>
[Description("Een ronde.")]
public sealed record RoundFacts
{
    /// <summary>Its number.</summary>
    [JsonPropertyName("nummer"), Description("De eerste, tweede, derde ronde.")]
    public required int Number { get; init; }

    /// <summary>When it opened.</summary>
    [JsonPropertyName("geopendOp"), Description("Wanneer de ronde openging.")]
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>The parties at the table that handed in.</summary>
    [JsonPropertyName("ingediend"), Description("Welke partijen aan tafel hebben ingediend, in de volgorde van de tafel.")]
    public required IReadOnlyList<PartyId> HandedIn { get; init; }

    /// <summary>When the texts were opened.</summary>
    [JsonPropertyName("onthuldOp"), Description("Wanneer de teksten zijn onthuld, of leeg.")]
    public required DateTimeOffset? RevealedAt { get; init; }

    /// <summary>What comes first.</summary>
    [JsonPropertyName("vorm"), Description("`write-first`: eerst schrijven. `meeting-first`: eerst praten.")]
    public required RoundFormat Format { get; init; }

    /// <summary>When people had talked.</summary>
    [JsonPropertyName("gesprokenVoorafOp"), Description("Wanneer is vastgelegd dat er vóór het schrijven is gesproken, of leeg.")]
    public required DateTimeOffset? MetAt { get; init; }

    /// <summary>How it ended.</summary>
    [JsonPropertyName("afsluiting"), Description("Hoe de ronde eindigde, of leeg.")]
    public required ClosingFacts? Closing { get; init; }

    /// <summary>The facts of a round.</summary>
    public static RoundFacts Of(Collaboration table, FramingRound round) =>
        new()
        {
            Number = round.Number,
            OpenedAt = round.OpenedAt,
            HandedIn = [.. table.Seated.InTableOrder().Select(party => party.Id).Where(round.HasHandedIn)],
            RevealedAt = round.Reveal?.At,
            Format = round.Format,
            MetAt = round.Met?.At,
            Closing = round.Closing is { } closing ? new ClosingFacts(closing.At, closing.Outcome, closing.Reason) : null,
        };
}

/// <summary>How a round ended.</summary>
/// <param name="At">When.</param>
/// <param name="Outcome">What it came to.</param>
/// <param name="Reason">What was not known yet.</param>
[Description("Hoe een ronde eindigde.")]
public sealed record ClosingFacts(
    [property: JsonPropertyName("op"), Description("Wanneer.")] DateTimeOffset At,
    [property: JsonPropertyName("uitkomst"), Description("`shared`: een gedeelde tekst. `not-yet-known`: wij weten het nog niet.")] RoundOutcome Outcome,
    [property: JsonPropertyName("reden"), Description("Wat wij nog niet weten, of leeg.")] string Reason
);

/// <summary>The questions of a round.</summary>
/// <param name="Key">Key of the set.</param>
/// <param name="Version">Version of the set.</param>
/// <param name="Title">Its title.</param>
/// <param name="Questions">The questions, in order.</param>
[Description("De vragen van een ronde, in de taal die u vraagt.")]
public sealed record QuestionList(
    [property: JsonPropertyName("vragenset"), Description("De naam van de vragenset.")] string Key,
    [property: JsonPropertyName("versie"), Description("De versie van de vragenset.")] int Version,
    [property: JsonPropertyName("titel"), Description("De titel.")] string Title,
    [property: JsonPropertyName("vragen"), Description("De vragen, in volgorde.")] IReadOnlyList<QuestionFacts> Questions
)
{
    /// <summary>The questions in the reader's language.</summary>
    public static QuestionList Of(QuestionSet set) =>
        new(
            set.Reference.Key,
            set.Reference.Version,
            Texts.Of(set.Title),
            [
                .. set.Questions.Select(question => new QuestionFacts(question.Key, Texts.Of(question.Ask))
                {
                    Help = Texts.Of(question.Help),
                    Required = question.Required,
                    Limit = question.Limit,
                    Source = question.Source,
                }),
            ]
        );
}

/// <summary>One question.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Ask">The question.</param>
[Description("Eén vraag.")]
public sealed record QuestionFacts(
    [property: JsonPropertyName("vraag"), Description("De naam waarmee een antwoord naar deze vraag wijst.")] string Key,
    [property: JsonPropertyName("tekst"), Description("De vraag zelf.")] string Ask
)
{
    /// <summary>A hint.</summary>
    [JsonPropertyName("toelichting"), Description("Uitleg bij de vraag.")]
    public string Help { get; init; } = "";

    /// <summary>Whether it must be answered.</summary>
    [JsonPropertyName("verplicht"), Description("Of u zonder antwoord niet kunt indienen.")]
    public bool Required { get; init; }

    /// <summary>Most characters.</summary>
    [JsonPropertyName("maximum"), Description("Hoeveel tekens het antwoord hoogstens heeft, zoals mensen tellen.")]
    public int Limit { get; init; }

    /// <summary>Where it comes from.</summary>
    [JsonPropertyName("bron"), Description("Waar de vraag vandaan komt. Leeg als wij hem zelf kozen.")]
    public string? Source { get; init; }
}
