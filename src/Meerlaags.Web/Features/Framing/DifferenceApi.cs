using System.ComponentModel;
using System.Text.Json;
using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Features.Framing.Differences;
using Meerlaags.Web.Platform.Api;
using Meerlaags.Web.Platform.Identity;

namespace Meerlaags.Web.Features.Framing;

/// <summary>Differences in words for programs.</summary>
internal static class DifferenceApi
{
    private const string AsFacilitator = "Zonder `namens` doet u dit als procesbegeleider; dan heeft de sleutel ook het bereik `facilitate`.";

    public static void Map(RouteGroupBuilder table, RouteGroupBuilder round)
    {
        round
            .MapGet("/verschillen", ShowAsync)
            .WithTags("Verschillen")
            .RequireScope(Scopes.Read)
            .Produces<DifferenceList>()
            .WithName("toonVerschillen")
            .WithSummary("Waarin de open teksten in woorden verschillen")
            .WithDescription(
                "Leeg zolang er nog niet over de teksten is gesproken, of als de samenwerking deze weergave uit heeft staan; `stand` zegt welk van beide."
            );
        round
            .MapPost("/verschillen", AddAsync)
            .WithTags("Verschillen")
            .RequireScope(Scopes.Write)
            .Produces<NotedFacts>(StatusCodes.Status201Created)
            .WithName("noemVerschil")
            .WithSummary("Noem zelf een verschil, met de woorden van de partijen")
            .WithDescription(AsFacilitator);
        round
            .MapPost("/verschillen/oordelen", JudgeAsync)
            .WithTags("Verschillen")
            .RequireScope(Scopes.Write)
            .Produces<NotedFacts>(StatusCodes.Status201Created)
            .WithName("beoordeelVerschil")
            .WithSummary("Zeg of een gevonden verschil klopt")
            .WithDescription("Wat niet klopt, blijft zichtbaar met uw reden. Een later oordeel van dezelfde partij vervangt het eerdere. " + AsFacilitator);
        round
            .MapDelete("/verschillen/{verschil:guid}", WithdrawAsync)
            .WithTags("Verschillen")
            .RequireScope(Scopes.Write)
            .Produces(StatusCodes.Status204NoContent)
            .WithName("neemVerschilTerug")
            .WithSummary("Neem terug wat u over een verschil zei")
            .WithDescription("Alleen wie het zei, of de procesbegeleider. " + AsFacilitator);
        round
            .MapGet("/woorden", LikenessAsync)
            .WithTags("Verschillen")
            .RequireScope(Scopes.Read)
            .Produces<LikenessFacts>()
            .WithName("toonWoorden")
            .WithSummary("Welke partijen dezelfde woorden gebruiken")
            .WithDescription("Per twee partijen de woorden die binden en die onderscheiden. Er is geen score.");
        round
            .MapPost("/gesproken", SpokenAsync)
            .WithTags("Verschillen")
            .RequireScope(Scopes.Facilitate)
            .Produces(StatusCodes.Status204NoContent)
            .WithName("legGesprokenVast")
            .WithSummary("Leg vast dat er over de open teksten is gesproken")
            .WithDescription("Daarna tonen de berekende weergaven hun woorden.");
        table
            .MapPut("/weergaven/{weergave}", WantAsync)
            .WithTags("Verschillen")
            .RequireScope(Scopes.Facilitate)
            .Produces(StatusCodes.Status204NoContent)
            .WithName("zetWeergave")
            .WithSummary("Zet een berekende weergave aan of uit voor de samenwerking");
    }

    private static async Task<IResult> ShowAsync([AsParameters] RoundCall call, DifferenceReader differences, FormulationReader texts) =>
        await call.FindRevealedAsync() is { } view ? Results.Ok(await ListAsync(call, view, differences, texts)) : Results.NotFound();

    private static async Task<IResult> AddAsync([AsParameters] RoundCall call, NewDifferenceBody body, NoteDifference note, DifferenceReader differences)
    {
        var added = new AddedDifference(body.Aspect, body.Words, body.Sides.Select(side => new DifferenceSide(side.Party, side.Words)));
        if (!(await note.AddAsync(new WriteSentence.Pen(call.Address, body.OnBehalfOf), added, call.Submit, call.Stop)).Is(out var id, out var refusal))
            return call.Refused(refusal);
        return await NotedAsync(call, differences, noted => noted.Id == id);
    }

    private static async Task<IResult> JudgeAsync([AsParameters] RoundCall call, VerdictBody body, NoteDifference note, DifferenceReader differences)
    {
        if (await call.FindRevealedAsync() is not { } view)
            return Results.NotFound();
        if ((await differences.ShownAsync(view, await call.Rounds.TextsAsync(view, call.Stop), call.Stop))?.Find(body.Finding) is not { } found)
            return Results.NotFound();
        var said = (found, body.Right, body.Why ?? "");
        return await note.JudgeAsync(new WriteSentence.Pen(call.Address, body.OnBehalfOf), said, call.Submit, call.Stop) is { } refusal
            ? call.Refused(refusal)
            : await NotedAsync(call, differences, noted => noted.Finding == found.Key && noted.Party == body.OnBehalfOf);
    }

    private static async Task<IResult> WithdrawAsync([AsParameters] NotedCall call, NoteDifference note) =>
        await note.WithdrawAsync(new WriteSentence.Pen(call.Address, call.OnBehalfOf), new NotedDifferenceId(call.Note), call.Submit, call.Stop) is { } refusal
            ? call.Refused(refusal)
            : Results.NoContent();

    private static async Task<IResult> NotedAsync(InRound call, DifferenceReader differences, Func<NotedDifference, bool> which) =>
        await call.FindRevealedAsync() is { } view && (await differences.NotedAsync(view, call.Stop)).LastOrDefault(which) is { } noted
            ? Results.Created(call.Link("/verschillen"), NotedFacts.Of(noted))
            : Results.NotFound();

    private static async Task<IResult> LikenessAsync([AsParameters] RoundCall call, DifferenceReader differences) =>
        await call.FindRevealedAsync() is { } view
            ? Results.Ok(LikenessFacts.Of(view, await differences.AlikeAsync(view, await call.Rounds.TextsAsync(view, call.Stop))))
            : Results.NotFound();

    private static async Task<DifferenceList> ListAsync(InRound call, RoundView view, DifferenceReader differences, FormulationReader texts)
    {
        var open = await call.Rounds.TextsAsync(view, call.Stop);
        var list = DifferenceList.Of(view, await differences.ShownAsync(view, open, call.Stop), await differences.NotedAsync(view, call.Stop));
        var codes = await texts.CodesAsync(view.Table, call.Stop);
        return list with { Within = [.. (await differences.WithinAsync(view, open, call.Stop)).Select(within => WithinFacts.Of(within, codes))] };
    }

    private static async Task<IResult> SpokenAsync([AsParameters] RoundCall call, ShowComputed show) =>
        await show.SpokenAsync(call.Address, call.Submit, call.Stop) is { } refusal ? call.Refused(refusal) : Results.NoContent();

    private static async Task<IResult> WantAsync(
        Guid id,
        [Description("Welke weergave: `same-points`, `differences`, `likeness`, `ranking`, `precision`, `bridges` of `opinion-groups`.")] string weergave,
        WantedBody body,
        ShowComputed show,
        HttpContext http
    )
    {
        if (Enum.GetValues<ComputedView>().Where(view => JsonNamingPolicy.KebabCaseLower.ConvertName(view.ToString()) == weergave).ToList() is not [var wanted])
            return Results.NotFound();
        return await show.WantAsync(new CollaborationId(id), wanted, body.Wanted, http.RequestAborted) is { } refusal
            ? http.Refused(refusal)
            : Results.NoContent();
    }
}
