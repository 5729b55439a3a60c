using Meerlaags.Domain.Framing;
using Meerlaags.Web.Platform.Api;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Framing;

/// <summary>The texts of parties for programs: the own party's, and the open ones.</summary>
internal static class FormulationApi
{
    public static void Map(RouteGroupBuilder round)
    {
        var texts = round.MapGroup("").WithTags("Formuleringen");
        texts
            .MapGet("/formuleringen", ListAsync)
            .RequireScope(Scopes.Read)
            .Produces<FormulationList>()
            .WithName("toonFormuleringen")
            .WithSummary("De teksten die u mag lezen")
            .WithDescription("Die van uw eigen partij en, na de onthulling, de open teksten. In de volgorde van de tafel.");
        texts
            .MapGet("/formuleringen/{partij:guid}", ShowAsync)
            .RequireScope(Scopes.Read)
            .Produces<FormulationFacts>()
            .WithName("toonFormulering")
            .WithSummary("De tekst van één partij")
            .WithDescription("Uw eigen partij heeft altijd een tekst: nog leeg met versie 0 als er niets geschreven is.");
        texts
            .MapPut("/formuleringen/{partij:guid}", KeepAsync)
            .RequireScope(Scopes.Write)
            .Produces<FormulationFacts>()
            .WithName("bewaarFormulering")
            .WithSummary("Bewaar het concept van uw partij")
            .WithDescription(
                "Stuur de hele tekst, met de versie waar u van uitging. Was een collega sneller, dan krijgt u 409 `formulation.changed-by-colleague` met beide teksten: `verstuurd` en `bewaard`."
            );
        texts
            .MapPost("/formuleringen/{partij:guid}/indiening", HandInAsync)
            .RequireScope(Scopes.Write)
            .Produces<FormulationFacts>(StatusCodes.Status201Created)
            .WithName("dienIn")
            .WithSummary("Dien de tekst in zoals die bewaard is")
            .WithDescription("Na de onthulling is een tekst nog welkom: die staat meteen open, als later gekomen en niet ongezien.");
        texts
            .MapDelete("/formuleringen/{partij:guid}/indiening", TakeBackAsync)
            .RequireScope(Scopes.Write)
            .Produces<FormulationFacts>()
            .WithName("haalIndieningTerug")
            .WithSummary("Haal de tekst terug om verder te schrijven")
            .WithDescription("Kan tot de onthulling.");
        texts
            .MapGet("/formuleringen/{partij:guid}/verzegeld", SealedAsync)
            .RequireScope(Scopes.Read)
            .Produces<string>(StatusCodes.Status200OK, "text/plain")
            .WithName("toonVerzegeldeTekst")
            .WithSummary("De precieze bytes achter de hash in het logboek")
            .WithDescription("Reken na met `sha256sum`.");
    }

    private static async Task<IResult> ListAsync([AsParameters] RoundCall call, FormulationReader texts) =>
        await call.FindAsync() is { } view ? Results.Ok(new FormulationList(await texts.AllAsync(view, call.Stop))) : Results.NotFound();

    private static async Task<IResult> ShowAsync([AsParameters] FormulationCall call, FormulationReader texts) =>
        await FactsAsync(call, texts) is { } facts ? Results.Ok(facts) : Results.NotFound();

    private static async Task<IResult> KeepAsync([AsParameters] FormulationCall call, DraftBody body, WriteFormulation write, FormulationReader texts)
    {
        if (await call.FindAsync() is not { } view)
            return Results.NotFound();
        if (!(await texts.DraftAsync(view, call.Party, body, call.Stop)).Is(out var draft, out var refusal))
            return call.Refused(refusal);
        if ((await write.KeepAsync(call.Text, new SeenDraft(draft, body.Version), call.Stop)).Is(out _, out refusal))
            return Results.Ok(await FactsAsync(call, texts));
        return refusal.Code == "formulation.changed-by-colleague" && await FactsAsync(call, texts) is { } kept
            ? Results.Json(
                FormulationConflict.Of(call.Http.RequestServices.GetRequiredService<Texts>(), refusal, body, kept),
                ApiJson.Form,
                ApiProblem.MediaType,
                StatusCodes.Status409Conflict
            )
            : call.Refused(body.BesideField(refusal));
    }

    private static async Task<IResult> HandInAsync([AsParameters] FormulationCall call, HandInBody body, WriteFormulation write, FormulationReader texts) =>
        await write.HandInKeptAsync(call.Text, body.Version, call.Submit, call.Stop) is { } refusal ? call.Refused(refusal)
        : await FactsAsync(call, texts) is { } facts ? Results.Created(call.Link($"/formuleringen/{call.PartyId}"), facts)
        : Results.NotFound();

    private static async Task<IResult> TakeBackAsync([AsParameters] FormulationCall call, WriteFormulation write, FormulationReader texts) =>
        await write.TakeBackAsync(call.Text, call.Submit, call.Stop) is { } refusal ? call.Refused(refusal) : Results.Ok(await FactsAsync(call, texts));

    private static async Task<IResult> SealedAsync([AsParameters] FormulationCall call, Db db)
    {
        var (round, party) = (await call.FindAsync() is { } view ? view.Round.Id : default, call.Party);
        var text = await db.Formulations.AsNoTracking().SingleOrDefaultAsync(known => known.Round == round && known.Party == party, call.Stop);
        return text is not null && SealedText.Bytes(text) is { } bytes ? Results.Bytes(bytes, "text/plain; charset=utf-8") : Results.NotFound();
    }

    private static async Task<FormulationFacts?> FactsAsync(FormulationCall call, FormulationReader texts) =>
        await call.FindAsync() is { } view ? await texts.OneAsync(view, call.Party, call.Stop) : null;
}
