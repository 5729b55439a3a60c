using Meerlaags.Domain.Framing;
using Meerlaags.Web.Features.Framing.Differences;
using Meerlaags.Web.Platform.Api;
using Meerlaags.Web.Platform.Identity;

namespace Meerlaags.Web.Features.Framing;

/// <summary>Points beside each other for programs.</summary>
internal static class PointApi
{
    private const string AsFacilitator = "Zonder `namens` doet u dit als procesbegeleider; dan heeft de sleutel ook het bereik `facilitate`.";

    public static void Map(RouteGroupBuilder round)
    {
        var points = round.MapGroup("").WithTags("Punten");
        points
            .MapGet("/punten", ShowAsync)
            .RequireScope(Scopes.Read)
            .Produces<PointGroupList>()
            .WithName("toonPunten")
            .WithSummary("De punten: wat één, meer en alle partijen noemden");
        points
            .MapPost("/gelijke-punten", MarkAsync)
            .RequireScope(Scopes.Write)
            .Produces<PointGroupList>(StatusCodes.Status201Created)
            .WithName("merkGelijk")
            .WithSummary("Merk punten aan als hetzelfde")
            .WithDescription(AsFacilitator);
        points
            .MapGet("/gelijke-punten/voorstellen", ProposedAsync)
            .RequireScope(Scopes.Read)
            .Produces<ProposedPairs>()
            .WithName("toonVoorstellen")
            .WithSummary("Punten die misschien hetzelfde zeggen")
            .WithDescription(
                "Een voorstel: mensen beslissen. Leeg zolang er nog niet over de teksten is gesproken, of als de samenwerking deze weergave uit heeft staan; `stand` zegt welk van beide."
            );
        points
            .MapPost("/ongelijke-punten", TellApartAsync)
            .RequireScope(Scopes.Write)
            .Produces(StatusCodes.Status204NoContent)
            .WithName("merkOngelijk")
            .WithSummary("Zeg dat twee punten niet hetzelfde zijn")
            .WithDescription("Ze worden niet opnieuw voorgesteld. " + AsFacilitator);
        points
            .MapDelete("/gelijke-punten/{merk:guid}", UndoAsync)
            .RequireScope(Scopes.Write)
            .Produces(StatusCodes.Status204NoContent)
            .WithName("haalGelijkTerug")
            .WithSummary("Neem terug dat twee punten hetzelfde zijn")
            .WithDescription(AsFacilitator);
        points
            .MapPost("/gelijke-punten/splitsing", SplitAsync)
            .RequireScope(Scopes.Write)
            .Produces<PointGroupList>()
            .WithName("splitsPunten")
            .WithSummary("Haal punten samen uit hun groep")
            .WithDescription("Wie gaat, blijft bij elkaar; wie blijft ook. " + AsFacilitator);
        points
            .MapPut("/punten/{punt:guid}/naam", NameAsync)
            .RequireScope(Scopes.Write)
            .Produces<PointGroupList>()
            .WithName("noemPunten")
            .WithSummary("Geef de groep van een punt een naam")
            .WithDescription("Eerdere namen blijven bewaard. " + AsFacilitator);
    }

    private static Task<IResult> ShowAsync([AsParameters] RoundCall call, FormulationReader texts) => AnswerAsync(call, texts);

    private static async Task<IResult> AnswerAsync(InRound call, FormulationReader texts) =>
        await GroupsAsync(call, texts) is { } groups ? Results.Ok(groups) : Results.NotFound();

    private static async Task<IResult> MarkAsync([AsParameters] RoundCall call, SamePointBody body, MarkSamePoints mark, FormulationReader texts) =>
        await mark.ForAsync(call.Address, body.OnBehalfOf, body.Points, call.Submit, call.Stop) is { } refusal
            ? call.Refused(refusal)
            : Results.Created(call.Link("/punten"), await GroupsAsync(call, texts));

    private static async Task<IResult> UndoAsync([AsParameters] MarkCall call, MarkSamePoints mark) =>
        await mark.UndoAsync(call.Address, call.OnBehalfOf, new SamePointId(call.Mark), call.Submit, call.Stop) is { } refusal
            ? call.Refused(refusal)
            : Results.NoContent();

    private static async Task<IResult> SplitAsync([AsParameters] RoundCall call, SamePointBody body, MarkSamePoints mark, FormulationReader texts) =>
        await mark.SplitAsync(new WriteSentence.Pen(call.Address, body.OnBehalfOf), body.Points, call.Submit, call.Stop) is { } refusal
            ? call.Refused(refusal)
            : await AnswerAsync(call, texts);

    private static async Task<IResult> NameAsync([AsParameters] PointCall call, PointNameBody body, MarkSamePoints mark, FormulationReader texts) =>
        await mark.NameAsync(new WriteSentence.Pen(call.Address, body.OnBehalfOf), (new PointId(call.Point), body.Name), call.Submit, call.Stop) is { } refusal
            ? call.Refused(refusal)
            : await AnswerAsync(call, texts);

    private static async Task<IResult> ProposedAsync([AsParameters] RoundCall call, DifferenceReader differences)
    {
        if (await call.FindRevealedAsync() is not { } view)
            return Results.NotFound();
        var open = await call.Rounds.OpenTextsAsync(view, call.Stop);
        return Results.Ok(ProposedPairs.Of(view, open, await differences.ProposedAsync(view, open)));
    }

    private static async Task<IResult> TellApartAsync([AsParameters] RoundCall call, SamePointBody body, MarkSamePoints mark) =>
        await mark.TellApartAsync(new WriteSentence.Pen(call.Address, body.OnBehalfOf), body.Points, call.Submit, call.Stop) is { } refusal
            ? call.Refused(refusal)
            : Results.NoContent();

    private static async Task<PointGroupList?> GroupsAsync(InRound call, FormulationReader texts)
    {
        if (await call.FindRevealedAsync() is not { } view)
            return null;
        var open = await call.Rounds.OpenTextsAsync(view, call.Stop);
        return PointGroupList.Of(open, await texts.CodesAsync(view.Table, call.Stop));
    }
}
