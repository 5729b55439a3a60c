using Meerlaags.Domain.Framing;
using Meerlaags.Web.Platform.Api;
using Meerlaags.Web.Platform.Identity;

namespace Meerlaags.Web.Features.Framing;

/// <summary>The candidate text for programs, sentence by sentence, and who is missing at the table.</summary>
internal static class TextApi
{
    private const string AsFacilitator = "Zonder `namens` doet u dit als procesbegeleider; dan heeft de sleutel ook het bereik `facilitate`.";

    public static void Map(RouteGroupBuilder round)
    {
        var text = round.MapGroup("").WithTags("Tekst");
        text.MapGet("/tekst", ShowAsync)
            .RequireScope(Scopes.Read)
            .Produces<CandidateFacts>()
            .WithName("toonTekst")
            .WithSummary("De eerste tekst die samen groeit")
            .WithDescription("Per zin wie zich erin herkent, per partij welke punten er nog niet in staan.");
        text.MapPost("/tekst/zinnen", AddAsync)
            .RequireScope(Scopes.Write)
            .Produces<SentenceFacts>(StatusCodes.Status201Created)
            .WithName("schrijfZin")
            .WithSummary("Voeg een zin toe aan de eerste tekst")
            .WithDescription(AsFacilitator);
        text.MapGet("/tekst/zinnen/{zin:guid}", SentenceAsync).RequireScope(Scopes.Read).Produces<SentenceFacts>().WithName("toonZin").WithSummary("Eén zin");
        text.MapPut("/tekst/zinnen/{zin:guid}", ChangeAsync)
            .RequireScope(Scopes.Write)
            .Produces<SentenceFacts>()
            .WithName("wijzigZin")
            .WithSummary("Wijzig een zin")
            .WithDescription("Was iemand anders sneller, dan krijgt u 409 met de zin zoals die nu is. " + AsFacilitator);
        text.MapDelete("/tekst/zinnen/{zin:guid}", RemoveAsync)
            .RequireScope(Scopes.Write)
            .Produces(StatusCodes.Status204NoContent)
            .WithName("verwijderZin")
            .WithSummary("Haal een zin weg")
            .WithDescription(AsFacilitator);
        text.MapPut("/tekst/zinnen/{zin:guid}/plaats", MoveAsync)
            .RequireScope(Scopes.Write)
            .Produces<SentenceFacts>()
            .WithName("verplaatsZin")
            .WithSummary("Verplaats een zin één plaats")
            .WithDescription(AsFacilitator);
        text.MapPut("/tekst/zinnen/{zin:guid}/herkenningen/{partij:guid}", RecogniseAsync)
            .RequireScope(Scopes.Write)
            .Produces<SentenceFacts>()
            .WithName("herkenZin")
            .WithSummary("Zeg of uw partij zich in deze zin herkent");
        text.MapGet("/ontbrekende-partijen", MissingAsync)
            .RequireScope(Scopes.Read)
            .Produces<MissingPartyList>()
            .WithName("toonOntbrekendePartijen")
            .WithSummary("Wie er aan tafel ontbreekt, volgens wie en waarom");
        text.MapPost("/ontbrekende-partijen", NoticeAsync)
            .RequireScope(Scopes.Write)
            .Produces<MissingPartyFacts>(StatusCodes.Status201Created)
            .WithName("noemOntbrekendePartij")
            .WithSummary("Zeg wie er aan tafel ontbreekt")
            .WithDescription(AsFacilitator);
    }

    private static async Task<IResult> ShowAsync([AsParameters] RoundCall call, CandidateReader texts) =>
        await call.FindRevealedAsync() is { } view ? Results.Ok(await texts.OfAsync(view, 1, call.Stop)) : Results.NotFound();

    private static Task<IResult> SentenceAsync([AsParameters] SentenceCall call, CandidateReader texts) => AnswerAsync(call, texts);

    private static async Task<IResult> AnswerAsync(InSentence call, CandidateReader texts) =>
        await FactsAsync(call, call.Sentence, texts) is { } sentence ? Results.Ok(sentence) : Results.NotFound();

    private static Task<IResult> AddAsync([AsParameters] RoundCall call, NewSentenceBody body, WriteSentence write, CandidateReader texts) =>
        AddToAsync(call, new WriteSentence.Pen(call.Address, body.OnBehalfOf), body, write, texts);

    /// <summary>Adds a sentence to the candidate the pen is at.</summary>
    internal static async Task<IResult> AddToAsync(InRound call, WriteSentence.Pen pen, NewSentenceBody body, WriteSentence write, CandidateReader texts)
    {
        if (!(await write.AddAsync(pen, new Phrasing(body.Text, body.Points), call.Submit, call.Stop)).Is(out var id, out var refusal))
            return call.Refused(refusal);
        return await FactsAsync(call, id, texts) is { } sentence ? Results.Created(call.Link($"/tekst/zinnen/{id.Value}"), sentence) : Results.NotFound();
    }

    private static async Task<IResult> ChangeAsync([AsParameters] SentenceCall call, SentenceBody body, WriteSentence write, CandidateReader texts) =>
        await write.ChangeAsync(new WriteSentence.Pen(call.Address, body.OnBehalfOf), call.Sentence, new Phrasing(body.Text, body.Points), body.Seen, call.Stop)
            is { } refusal
            ? Refused(call, refusal)
            : Results.Ok(await FactsAsync(call, call.Sentence, texts));

    private static async Task<IResult> RemoveAsync([AsParameters] RemoveCall call, WriteSentence write) =>
        await write.RemoveAsync(new WriteSentence.Pen(call.Address, call.OnBehalfOf), call.Sentence, call.Submit, call.Stop) is { } refusal
            ? Refused(call, refusal)
            : Results.NoContent();

    private static async Task<IResult> MoveAsync([AsParameters] SentenceCall call, PlaceBody body, WriteSentence write, CandidateReader texts) =>
        await write.MoveAsync(new WriteSentence.Pen(call.Address, body.OnBehalfOf), call.Sentence, body.Up, call.Submit, call.Stop) is { } refusal
            ? Refused(call, refusal)
            : await AnswerAsync(call, texts);

    private static async Task<IResult> RecogniseAsync([AsParameters] RecognitionCall call, RecognitionBody body, WriteSentence write, CandidateReader texts) =>
        await write.RecogniseAsync(new WriteSentence.Pen(call.Address, call.Party), call.Sentence, body.Seen, body.Recognised, call.Stop) is { } refusal
            ? Refused(call, refusal)
            : await AnswerAsync(call, texts);

    private static async Task<IResult> MissingAsync([AsParameters] RoundCall call, CandidateReader texts) =>
        await call.FindRevealedAsync() is { } view ? Results.Ok(new MissingPartyList(await texts.MissingAsync(view, call.Stop))) : Results.NotFound();

    private static async Task<IResult> NoticeAsync([AsParameters] RoundCall call, MissingPartyBody body, NoticeMissingParty notice, CandidateReader texts)
    {
        var pen = new WriteSentence.Pen(call.Address, body.OnBehalfOf);
        if (!(await notice.ForAsync(pen, body.Name, body.Why, call.Submit, call.Stop)).Is(out var id, out var refusal))
            return call.Refused(refusal);
        return
            await call.FindRevealedAsync() is { } view && (await texts.MissingAsync(view, call.Stop)).SingleOrDefault(missing => missing.Id == id) is { } made
            ? Results.Created(call.Link("/ontbrekende-partijen"), made)
            : Results.NotFound();
    }

    private static async Task<SentenceFacts?> FactsAsync(InRound call, SentenceId id, CandidateReader texts) =>
        await call.FindRevealedAsync() is { } view ? await texts.SentenceAsync(view, id, call.Stop) : null;

    // A sentence in the address that is not there is a thing that is not there.
    private static IResult Refused(InRound call, Domain.Common.Refusal refusal) =>
        refusal.Code == "sentence.unknown" ? Results.NotFound() : call.Refused(refusal);
}
