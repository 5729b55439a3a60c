using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Features.Register;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Api;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Localisation;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>Collaborations, parties and the logbook for programs; the same use cases as the pages.</summary>
public static class CollaborationsApi
{
    /// <summary>Adds its addresses.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        var all = api.MapGroup("/samenwerkingen");
        all.MapGet("", ListAsync).RequireScope(Scopes.Read).Produces<IReadOnlyList<CollaborationSummary>>().WithSummary("Mijn samenwerkingen");
        all.MapPost("", StartAsync).RequireScope(Scopes.Facilitate).Produces<Made>(StatusCodes.Status201Created).WithSummary("Een samenwerking starten");
        api.MapGet("/overzicht", OverviewAsync)
            .RequireScope(Scopes.Read)
            .Produces<OverviewFacts>()
            .WithSummary("Mijn overzicht: waar alles staat en wat er van mij gevraagd wordt");
        var one = all.MapGroup("/{id:guid}").BelowCollaboration().FacilitatorsSaySo();
        one.MapGet("", ShowAsync).RequireScope(Scopes.Read).Produces<CollaborationFacts>().WithSummary("Eén samenwerking met partijen en mensen");
        one.MapPost("/partijen", SeatAsync)
            .RequireScope(Scopes.Facilitate)
            .Produces<Made>(StatusCodes.Status201Created)
            .WithSummary("Een partij aan tafel zetten");
        one.MapPatch("/partijen/{partij:guid}", ChangeSeatAsync)
            .RequireScope(Scopes.Write)
            .Produces(StatusCodes.Status204NoContent)
            .WithSummary("De stoel van een partij wijzigen");
        one.MapPost("/partijen/{partij:guid}/vertrek", LeaveAsync)
            .RequireScope(Scopes.Write)
            .Produces(StatusCodes.Status204NoContent)
            .WithSummary("Een partij laten vertrekken");
        one.MapGet("/partijen/{partij:guid}/voortzetting", HeirsAsync)
            .RequireScope(Scopes.Read)
            .Produces<HeirsFacts>()
            .WithSummary("Wie er staat nu de organisatie van een partij is opgegaan, zolang niemand dat bevestigde");
        one.MapPost("/partijen/{partij:guid}/voortzetting", ContinueAsync)
            .RequireScope(Scopes.Write)
            .Produces(StatusCodes.Status204NoContent)
            .WithSummary("Bevestigen welke organisatie de plek van een partij voortzet");
        one.MapPut("/gesprek", PlanTalkAsync)
            .RequireScope(Scopes.Facilitate)
            .Produces(StatusCodes.Status204NoContent)
            .WithSummary("Het volgende gesprek plannen of afzeggen");
        one.MapGet("/logboek", LogAsync).RequireScope(Scopes.Read).Produces<LogFacts>().WithSummary("Het logboek, nieuwste eerst");
    }

    private static async Task<IResult> ListAsync(CollaborationQueries queries, CancellationToken stop) =>
        Results.Ok((await queries.MineAsync(stop)).Select(CollaborationSummary.Of));

    private static async Task<IResult> OverviewAsync(MyOverview overview, CancellationToken stop) =>
        Results.Ok(OverviewFacts.Of(await overview.ReadAsync(stop)));

    private static async Task<IResult> StartAsync(StartBody body, StartCollaboration start, Answering answering, CancellationToken stop)
    {
        var wish = new StartWish(body.Opgave, body.Regio, [.. (body.Partijen ?? []).Select(party => party.Wish)]);
        return (await start.WithAsync(wish, answering.Submit, stop)).Is(out var id, out var refusal)
            ? Results.Created($"/api/v1/samenwerkingen/{id.Value}", new Made(id.Value))
            : answering.No(refusal);
    }

    private static async Task<IResult> ShowAsync(Guid id, CollaborationQueries queries, Answering answering, CancellationToken stop)
    {
        return await CollaborationFactsReader.OfAsync(new CollaborationId(id), queries, answering.Today, stop) is { } facts
            ? Results.Ok(facts)
            : answering.No(Refusals.NotThere);
    }

    private static async Task<IResult> SeatAsync(Guid id, PartyBody body, SeatParty seat, Answering answering, CancellationToken stop) =>
        (await seat.AtAsync(new CollaborationId(id), body.Wish, answering.Submit, stop)).Is(out var party, out var refusal)
            ? Results.Created($"/api/v1/samenwerkingen/{id}", new Made(party.Value))
            : answering.No(refusal);

    private static async Task<IResult> ChangeSeatAsync([AsParameters] PartyRoute route, SeatBody body, ChangeSeat change, Answering answering)
    {
        var present = await answering.PartyAsync(route);
        if (present is null)
            return answering.No(Refusals.NotThere);
        var seat = present.SeatOn(body.Vanaf ?? answering.Today);
        if (Codes.Read(body.Stoel, seat.Degree) is not { } degree)
            return answering.No(new Refusal("form.invalid") { Field = "stoel" });
        var wish = new SeatWish(degree, body.Beslist ?? seat.Bound, body.Vanaf, body.TotEnMet);
        return answering.Done(await change.ToAsync(route.Address, wish, answering.Submit, route.Stop));
    }

    private static async Task<IResult> LeaveAsync([AsParameters] PartyRoute route, LetPartyLeave leave, Answering answering) =>
        answering.Done(await leave.FromAsync(route.Address, answering.Submit, route.Stop));

    private static async Task<IResult> HeirsAsync([AsParameters] PartyRoute route, Heirs heirs, RegisterSearch register, Answering answering)
    {
        if (await answering.PartyAsync(route) is not { } party || await heirs.OfAsync(party, route.Stop) is not { } open)
            return answering.No(Refusals.NotThere);
        var standing = await register.ByIdsAsync(open.Standing, route.Stop);
        return Results.Ok(new HeirsFacts(open.Since, [.. standing.Values.Select(organisation => organisation.Code).Order(StringComparer.Ordinal)]));
    }

    private static async Task<IResult> ContinueAsync([AsParameters] PartyRoute route, HeirBody body, ConfirmHeir confirm, Answering answering) =>
        answering.Done(await confirm.ForAsync(route.Address, body.Organisatie, answering.Submit, route.Stop));

    private static async Task<IResult> PlanTalkAsync(Guid id, TalkBody body, PlanTalk plan, Answering answering, CancellationToken stop) =>
        answering.Done(await plan.OnAsync(new CollaborationId(id), new TalkWish(body.Dag, body.Onderwerp ?? ""), answering.Submit, stop));

    private static async Task<IResult> LogAsync([AsParameters] LogRoute route, CollaborationQueries queries, Logbook logbook, Answering answering)
    {
        var stop = answering.Stop;
        if (await queries.TableAsync(new CollaborationId(route.Id), stop) is not { } table)
            return answering.No(Refusals.NotThere);
        var page = await logbook.PageAsync(table, route.Question, stop);
        return Results.Ok(new LogFacts([.. page.Entries.Select(entry => new LogLine(entry.At, entry.Fact, entry.Sentence, entry.OnlyForParty))], page.Older));
    }
}

/// <summary>Which lines of the logbook are asked for.</summary>
public sealed record LogRoute
{
    /// <summary>The collaboration.</summary>
    public Guid Id { get; init; }

    /// <summary>Where the page begins.</summary>
    public string? Voor { get; init; }

    /// <summary>Lines about one person.</summary>
    public Guid? Persoon { get; init; }

    /// <summary>Lines about one party.</summary>
    public Guid? Partij { get; init; }

    /// <summary>Lines of one kind.</summary>
    public string? Soort { get; init; }

    /// <summary>From this day.</summary>
    public DateOnly? Van { get; init; }

    /// <summary>Until this day, the day itself counted.</summary>
    public DateOnly? Tot { get; init; }

    /// <summary>As the logbook takes it.</summary>
    public LogQuestion Question => new(Voor, new LogFilter(Persoon, Partij, Soort, Van, Tot));
}

/// <summary>A token that is not good for facilitating does not act for a facilitator.</summary>
public static class FacilitatorScope
{
    /// <summary>Whoever facilitates the collaboration needs the scope for it to change something there.</summary>
    public static RouteGroupBuilder FacilitatorsSaySo(this RouteGroupBuilder below) =>
        below.AddEndpointFilter(
            async (call, next) =>
            {
                var http = call.HttpContext;
                var reads = HttpMethods.IsGet(http.Request.Method);
                var viewer = http.RequestServices.GetRequiredService<Viewer>();
                var facilitates = Guid.TryParse(http.Request.RouteValues["id"]?.ToString(), out var id) && viewer.Facilitates(new CollaborationId(id));
                return reads || !facilitates || http.User.HasClaim(Scopes.Claim, Scopes.Facilitate)
                    ? await next(call)
                    : Results.StatusCode(StatusCodes.Status403Forbidden);
            }
        );
}

/// <summary>How a request is answered: the id of its submit, refusals in words, and what is there.</summary>
public sealed class Answering(IHttpContextAccessor http, Texts texts, CollaborationQueries queries, Acts acts)
{
    /// <summary>The id of the submit, when the client sent one.</summary>
    public Guid? Submit => http.HttpContext!.SubmitId();

    /// <summary>The day it is.</summary>
    public DateOnly Today => acts.Today;

    /// <summary>Stops when the client is gone.</summary>
    public CancellationToken Stop => http.HttpContext!.RequestAborted;

    /// <summary>A refusal as problem details.</summary>
    public IResult No(Refusal refusal) =>
        refusal == Refusals.NotThere ? texts.NotThere() : texts.Problem(refusal with { Field = refusal.Field is { } field ? Codes.FieldOf(field) : null });

    /// <summary>Done without content, or the refusal.</summary>
    public IResult Done(Refusal? refusal) => refusal is null ? Results.NoContent() : No(refusal);

    /// <summary>The party at the table, or null.</summary>
    public async Task<Party?> PartyAsync(PartyRoute route) => (await queries.TableAsync(route.Address.Collaboration, route.Stop))?.Party(route.Address.Party);
}

/// <summary>The party in an address.</summary>
public sealed record PartyRoute(Guid Id, Guid Partij, CancellationToken Stop)
{
    /// <summary>As the use cases know it.</summary>
    public PartyAddress Address => new(new CollaborationId(Id), new PartyId(Partij));
}
