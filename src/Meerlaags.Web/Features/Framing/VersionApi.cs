using System.ComponentModel;
using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Features.Framing.Candidates;
using Meerlaags.Web.Platform.Api;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Framing;

/// <summary>Frozen versions, the answers of parties and the shared issue for programs.</summary>
internal static class VersionApi
{
    public static void Map(RouteGroupBuilder round)
    {
        var versions = round.MapGroup("").WithTags("Versies");
        versions
            .MapGet("/versies", ListAsync)
            .RequireScope(Scopes.Read)
            .Produces<VersionList>()
            .WithName("toonVersies")
            .WithSummary("De vastgelegde versies, de eerste eerst");
        versions
            .MapPost("/versies", PutAsync)
            .RequireScope(Scopes.Facilitate)
            .Produces<VersionFacts>(StatusCodes.Status201Created)
            .WithName("legVoor")
            .WithSummary("Leg de tekst vast en leg hem voor aan de partijen");
        versions
            .MapGet("/versies/{versie:int}", ShowAsync)
            .RequireScope(Scopes.Read)
            .Produces<VersionFacts>()
            .WithName("toonVersie")
            .WithSummary("Eén versie, met de antwoorden");
        versions
            .MapPost("/versies/{versie:int}/verkenningen", ExploreAsync)
            .RequireScope(Scopes.Write)
            .Produces<VersionFacts>(StatusCodes.Status201Created)
            .WithName("verken")
            .WithSummary("Antwoord verkennend: neem ik mee naar huis")
            .WithDescription("Bindt uw partij niet.");
        versions
            .MapPost("/versies/{versie:int}/instemmingen", BindAsync)
            .RequireScope(Scopes.Bind)
            .Produces<VersionFacts>(StatusCodes.Status201Created)
            .WithName("stemIn")
            .WithSummary("Antwoord bindend, met uw mandaat")
            .WithDescription("Vraagt de sleutel van `POST /sleutels/bindend`. Het laatste antwoord waar op gewacht wordt, maakt het gedeelde vraagstuk.");
        versions
            .MapPost("/versies/{versie:int}/vaststelling", EstablishAsync)
            .RequireScope(Scopes.Facilitate)
            .Produces<VersionFacts>(StatusCodes.Status201Created)
            .WithName("stelVast")
            .WithSummary("Stel vast als op niemand meer gewacht wordt")
            .WithDescription("Nodig als alleen het vertrek van een partij de versie nog openhield.");
        versions
            .MapPut("/versies/{versie:int}/tafel/{partij:guid}", FitAsync)
            .RequireScope(Scopes.Write)
            .Produces<VersionFacts>()
            .WithName("zegOfDeTafelPast")
            .WithSummary("Zeg of de tafel bij deze versie past")
            .WithDescription("Wie er volgens u ontbreekt, komt ook op de lijst van ontbrekende partijen.");
    }

    private static async Task<IResult> FitAsync([AsParameters] FitCall call, FitBody body, AnswerTableFit fits, Db db) =>
        await fits.ForAsync(
            new TextAddress(call.Address, new PartyId(call.PartyId)),
            call.Version,
            body.Fits ? FitAnswer.Yes : FitAnswer.No(body.Who, body.Why),
            call.Submit,
            call.Stop
        )
            is { } refusal
            ? call.Refused(refusal)
            : Results.Ok(await FactsAsync(call, call.Version, db));

    private static async Task<IResult> ListAsync([AsParameters] RoundCall call, Db db)
    {
        if (await call.FindRevealedAsync() is not { } view)
            return Results.NotFound();
        var round = view.Round.Id;
        var versions = await db.TextVersions.AsNoTracking().Where(version => version.Round == round).OrderBy(version => version.Number).ToListAsync(call.Stop);
        var names = await db.NamesAsync(versions.SelectMany(version => version.Consents).Select(consent => consent.By), call.Stop);
        return Results.Ok(new VersionList([.. versions.Select(version => VersionFacts.Of(view.Table, version, names))]));
    }

    private static async Task<IResult> ShowAsync([AsParameters] VersionCall call, Db db) =>
        await FactsAsync(call, call.Version, db) is { } version ? Results.Ok(version) : Results.NotFound();

    private static async Task<IResult> PutAsync([AsParameters] RoundCall call, PutBody body, AskConsent ask, Db db)
    {
        if (!(await ask.PutAsync(call.Address, body.Plan, call.Submit, call.Stop)).Is(out var id, out var refusal))
            return call.Refused(refusal);
        var number = await db.TextVersions.AsNoTracking().Where(version => version.Id == id).Select(version => version.Number).SingleAsync(call.Stop);
        return await MadeAsync(new VersionCall(call.Id, call.Number, call.Http, call.Rounds, number), db);
    }

    private static Task<IResult> ExploreAsync([AsParameters] VersionCall call, ConsentBody body, AskConsent ask, Db db) =>
        AnswerAsync(call, ask.AnswerAsync(new TextAddress(call.Address, body.For), call.Version, body.Given(binding: false), call.Submit, call.Stop), db);

    private static Task<IResult> BindAsync([AsParameters] VersionCall call, ConsentBody body, AskConsent ask, Db db) =>
        AnswerAsync(call, ask.AnswerAsync(new TextAddress(call.Address, body.For), call.Version, body.Given(binding: true), call.Submit, call.Stop), db);

    private static Task<IResult> EstablishAsync([AsParameters] VersionCall call, AskConsent ask, Db db) =>
        AnswerAsync(call, ask.EstablishAsync(call.Address, call.Version, call.Submit, call.Stop), db);

    // Whether an answer binds is in the address, not in the body.
    private static async Task<IResult> AnswerAsync(VersionCall call, Task<Refusal?> act, Db db) =>
        await act is { } refusal
            ? call.Refused(refusal.Field == nameof(GivenConsent.Binding) ? refusal with { Field = null } : refusal)
            : await MadeAsync(call, db);

    private static async Task<IResult> MadeAsync(VersionCall call, Db db) =>
        await FactsAsync(call, call.Version, db) is { } version ? Results.Created(call.Link($"/versies/{call.Version}"), version) : Results.NotFound();

    private static async Task<VersionFacts?> FactsAsync(InRound call, int number, Db db)
    {
        if (await call.FindRevealedAsync() is not { } view)
            return null;
        var round = view.Round.Id;
        var version = await db.TextVersions.AsNoTracking().SingleOrDefaultAsync(known => known.Round == round && known.Number == number, call.Stop);
        return version is null ? null : VersionFacts.Of(view.Table, version, await db.NamesAsync(version.Consents.Select(consent => consent.By), call.Stop));
    }
}

/// <summary>A call about one version.</summary>
public sealed record VersionCall(
    [property: FromRoute(Name = "id"), Description("De samenwerking.")] Guid Id,
    [property: FromRoute(Name = "ronde"), Description("Het nummer van de ronde.")] int Number,
    HttpContext Http,
    [property: FromServices] RoundReader Rounds,
    [property: FromRoute(Name = "versie"), Description("Het nummer van de versie.")] int Version
) : InRound;

/// <summary>A call about what a party says of the table.</summary>
public sealed record FitCall(
    [property: FromRoute(Name = "id"), Description("De samenwerking.")] Guid Id,
    [property: FromRoute(Name = "ronde"), Description("Het nummer van de ronde.")] int Number,
    HttpContext Http,
    [property: FromServices] RoundReader Rounds,
    [property: FromRoute(Name = "versie"), Description("Het nummer van de versie.")] int Version,
    [property: FromRoute(Name = "partij"), Description("De partij.")] Guid PartyId
) : InRound;

/// <summary>The shared issue for programs.</summary>
internal static class SharedIssueApi
{
    public static void Map(RouteGroupBuilder table) =>
        table
            .MapGet("/gedeeld-vraagstuk", ShowAsync)
            .RequireScope(Scopes.Read)
            .Produces<SharedIssueFacts>()
            .WithTags("Versies")
            .WithName("toonGedeeldVraagstuk")
            .WithSummary("Het gedeelde vraagstuk van nu")
            .WithDescription("Het laatst vastgestelde; bestaat niet zolang er geen is.");

    private static async Task<IResult> ShowAsync(Guid id, Db db, CancellationToken stop)
    {
        var collaboration = new CollaborationId(id);
        var issue = await db
            .SharedIssues.AsNoTracking()
            .Where(issue => issue.Collaboration == collaboration)
            .OrderByDescending(issue => issue.EstablishedAt)
            .ThenByDescending(issue => issue.Id)
            .FirstOrDefaultAsync(stop);
        if (issue is null)
            return Results.NotFound();
        var version = await db.TextVersions.AsNoTracking().SingleAsync(version => version.Id == issue.Text, stop);
        var round = await db.Rounds.AsNoTracking().SingleAsync(round => round.Id == version.Round, stop);
        return Results.Ok(
            new SharedIssueFacts
            {
                Text = version.Body,
                Hash = version.Hash,
                EstablishedAt = issue.EstablishedAt,
                RecheckOn = issue.RecheckOn,
                Round = round.Number,
                Version = version.Number,
            }
        );
    }
}
