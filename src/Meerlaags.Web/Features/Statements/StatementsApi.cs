using System.ComponentModel;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Domain.Statements;
using Meerlaags.Web.Features.Collaborations;
using Meerlaags.Web.Features.Framing;
using Meerlaags.Web.Platform.Api;
using Meerlaags.Web.Platform.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Statements;

/// <summary>Statements for programs: everything the pages do, through the same use cases.</summary>
public static class StatementsApi
{
    /// <summary>Maps the addresses.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        var round = api.MapGroup("/samenwerkingen/{id:guid}/rondes/{ronde:int}").BelowCollaboration().FacilitatorsSaySo().WithTags("Stellingen");
        round
            .MapGet("/stellingen", ListAsync)
            .RequireScope(Scopes.Read)
            .Produces<StatementList>()
            .WithName("toonStellingen")
            .WithSummary("De stellingen, met de standpunten die u mag zien")
            .WithDescription("Van andere partijen ziet u alleen dát zij een standpunt gaven, tot de procesbegeleider de standpunten opent.");
        round
            .MapPost("/stellingen", ProposeAsync)
            .RequireScope(Scopes.Write)
            .Produces<StatementFacts>(StatusCodes.Status201Created)
            .WithName("brengStellingIn")
            .WithSummary("Breng namens een partij een stelling in");
        round
            .MapGet("/stellingen/{stelling:guid}", ShowAsync)
            .RequireScope(Scopes.Read)
            .Produces<StatementFacts>()
            .WithName("toonStelling")
            .WithSummary("Eén stelling");
        round
            .MapPost("/stellingen/{stelling:guid}/opzij", SetAsideAsync)
            .RequireScope(Scopes.Write)
            .Produces(StatusCodes.Status204NoContent)
            .WithName("legStellingOpzij")
            .WithSummary("Leg een stelling opzij, of voeg haar samen met een andere")
            .WithDescription(
                "Met een reden. Zonder `namens` doet u dit als procesbegeleider; met `namens` voor een stelling van die partij. Zij blijft te lezen."
            );
        round
            .MapPut("/stellingen/{stelling:guid}/meningen/{partij:guid}", VoteAsync)
            .RequireScope(Scopes.Write)
            .Produces(StatusCodes.Status204NoContent)
            .WithName("geefMening")
            .WithSummary("Zeg binnen uw partij wat u zelf van een stelling vindt")
            .WithDescription("Alleen uw partij ziet dit, ook later.");
        round
            .MapPut("/stellingen/{stelling:guid}/standpunten/{partij:guid}", GiveAsync)
            .RequireScope(Scopes.Write)
            .Produces(StatusCodes.Status204NoContent)
            .WithName("geefStandpunt")
            .WithSummary("Geef het standpunt van een partij over een stelling")
            .WithDescription("Nog eens geven mag zolang de ronde loopt; het vorige standpunt blijft bewaard.");
        round
            .MapPost("/stellingen/{stelling:guid}/standpunten/{partij:guid}/overname", AdoptAsync)
            .RequireScope(Scopes.Write)
            .Produces(StatusCodes.Status204NoContent)
            .WithName("neemMeningOver")
            .WithSummary("Neem als standpunt over wat de meesten binnen de partij vinden");
        round
            .MapPost("/standpunten/opening", OpenAsync)
            .RequireScope(Scopes.Facilitate)
            .Produces(StatusCodes.Status204NoContent)
            .WithName("openStandpunten")
            .WithSummary("Open de standpunten voor iedereen aan tafel")
            .WithDescription("Van elke stelling waarover minstens twee partijen een standpunt gaven. Er is geen weg terug.");
        round
            .MapGet("/stellingen/uitkomst", OutcomeAsync)
            .RequireScope(Scopes.Read)
            .Produces<OutcomeFacts>()
            .WithName("toonUitkomst")
            .WithSummary("Wat verbindt en verdeelt, wat raakt en op wie wordt gewacht")
            .WithDescription(
                "`bruggen` en `groepen` zijn berekend: zij komen na het gesprek en kunnen uit staan; hun `stand` zegt het. Er is nergens een totaal of een rangorde."
            );
    }

    private static async Task<IResult> ListAsync([AsParameters] RoundCall call, StatementReader statements) =>
        await statements.FindAsync(call.Address, call.Stop) is { } view ? Results.Ok(StatementList.Of(view)) : Results.NotFound();

    private static async Task<IResult> ShowAsync([AsParameters] StatementCall call, StatementReader statements) =>
        await FactsAsync(call, call.Statement, statements) is { } facts ? Results.Ok(facts) : Results.NotFound();

    private static async Task<IResult> ProposeAsync([AsParameters] RoundCall call, StatementBody body, ProposeStatement propose, StatementReader statements)
    {
        var wording = new Phrasing(body.Text, body.Points);
        if (!(await propose.ForAsync(new TextAddress(call.Address, body.Party), wording, call.Submit, call.Stop)).Is(out var id, out var refusal))
            return call.Refused(refusal);
        return await FactsAsync(call, id, statements) is { } facts ? Results.Created(call.Link($"/stellingen/{id.Value}"), facts) : Results.NotFound();
    }

    private static async Task<IResult> SetAsideAsync([AsParameters] StatementCall call, AsideBody body, ProposeStatement propose) =>
        Done(
            call,
            await propose.SetAsideAsync(
                new StatementAddress(call.Address, call.Statement, body.OnBehalfOf),
                new AsideWish(body.Reason, body.Into),
                call.Submit,
                call.Stop
            )
        );

    private static async Task<IResult> VoteAsync([AsParameters] WeighingCall call, VoteBody body, GivePosition give) =>
        Done(call, await give.VoteAsync(call.At, body.Stance, call.Submit, call.Stop));

    private static async Task<IResult> GiveAsync([AsParameters] WeighingCall call, PositionBody body, GivePosition give) =>
        Done(call, await give.GiveAsync(call.At, new StandWish(body.Stance, body.Moves, body.Show), call.Submit, call.Stop));

    private static async Task<IResult> AdoptAsync([AsParameters] WeighingCall call, GivePosition give) =>
        Done(call, await give.AdoptAsync(call.At, call.Submit, call.Stop));

    private static async Task<IResult> OpenAsync([AsParameters] RoundCall call, GivePosition give) =>
        Done(call, await give.OpenAsync(call.Address, call.Submit, call.Stop));

    private static async Task<IResult> OutcomeAsync([AsParameters] RoundCall call, OutcomeReader outcomes) =>
        await outcomes.FindAsync(call.Address, call.Stop) is { } view ? Results.Ok(OutcomeFacts.Of(view)) : Results.NotFound();

    private static IResult Done(InRound call, Refusal? refusal) => refusal is null ? Results.NoContent() : call.Refused(refusal);

    private static async Task<StatementFacts?> FactsAsync(InRound call, StatementId id, StatementReader statements) =>
        await statements.FindAsync(call.Address, call.Stop) is { } view && view.Line(id) is { } line ? StatementFacts.Of(view, line) : null;
}

/// <summary>A call about one statement.</summary>
public sealed record StatementCall(
    [property: FromRoute(Name = "id"), Description("De samenwerking.")] Guid Id,
    [property: FromRoute(Name = "ronde"), Description("Het nummer van de ronde.")] int Number,
    HttpContext Http,
    [property: FromServices] RoundReader Rounds,
    [property: FromRoute(Name = "stelling"), Description("De stelling.")] Guid StatementId
) : InRound
{
    /// <summary>The statement as the domain knows it.</summary>
    public StatementId Statement => new(StatementId);
}

/// <summary>A call about what one party says to a statement.</summary>
public sealed record WeighingCall(
    [property: FromRoute(Name = "id"), Description("De samenwerking.")] Guid Id,
    [property: FromRoute(Name = "ronde"), Description("Het nummer van de ronde.")] int Number,
    HttpContext Http,
    [property: FromServices] RoundReader Rounds,
    [property: FromRoute(Name = "stelling"), Description("De stelling.")] Guid StatementId,
    [property: FromRoute(Name = "partij"), Description("De partij.")] Guid PartyId
) : InRound
{
    /// <summary>What is weighed by whom.</summary>
    public WeighingAddress At => new(Address, new StatementId(StatementId), new PartyId(PartyId));
}
