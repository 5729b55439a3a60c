using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Features.Register;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Api;
using Meerlaags.Web.Platform.Identity;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>Settings, who leads, the archive and what everyone may know, for programs; the same use cases as the pages.</summary>
public static class SettingsApi
{
    /// <summary>Adds its addresses.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        var one = api.MapGroup("/samenwerkingen/{id:guid}").BelowCollaboration().FacilitatorsSaySo();
        one.MapPatch("", ChangeAsync)
            .RequireScope(Scopes.Facilitate)
            .Produces(StatusCodes.Status204NoContent)
            .WithSummary("De instellingen wijzigen; wat u weglaat, blijft zoals het is");
        one.MapPost("/archivering", ArchiveAsync).RequireScope(Scopes.Facilitate).Produces(StatusCodes.Status204NoContent).WithSummary("Naar het archief");
        one.MapPost("/heropening", ReopenAsync).RequireScope(Scopes.Facilitate).Produces(StatusCodes.Status204NoContent).WithSummary("Uit het archief");
        one.MapPut("/leden/{lid:guid}/proces", LeadAsync)
            .RequireScope(Scopes.Facilitate)
            .Produces(StatusCodes.Status204NoContent)
            .WithSummary("Iemand het proces mee laten leiden, of niet meer");
        one.MapPut("/partijen/{partij:guid}/zichtbaarheid", ShowPartyAsync)
            .RequireScope(Scopes.Write)
            .Produces(StatusCodes.Status204NoContent)
            .WithSummary("Als partij laten weten dat u meedoet, of niet meer");
        api.MapGet("/organisaties/{code}/samenwerkingen", ShownAsync)
            .AllowAnonymous()
            .Produces<ShownPage>()
            .WithSummary("Samenwerkingen waarvan deze organisatie laat weten dat zij meedoet");
    }

    private static async Task<IResult> ChangeAsync(Guid id, SettingsBody body, ChangeSettings settings, CollaborationQueries queries, Answering answering)
    {
        var (key, stop) = (new CollaborationId(id), answering.Stop);
        if (await queries.TableAsync(key, stop) is not { } table)
            return answering.No(Refusals.NotThere);
        if (Codes.Read(body.Terugkijken, table.ReviewRhythm) is not { } rhythm)
            return answering.No(new Refusal("form.invalid") { Field = "terugkijken" });
        var words = new RewordWish(body.Opgave ?? table.Challenge, body.Regio ?? table.Region);
        return answering.Done(await settings.ChangeAsync(key, new SettingsWish(words, body.Zichtbaar ?? table.IsShown, rhythm), answering.Submit, stop));
    }

    private static async Task<IResult> ArchiveAsync(Guid id, ReasonBody body, ArchiveCollaboration archive, Answering answering) =>
        answering.Done(await archive.WithAsync(new CollaborationId(id), body.Reden, answering.Submit, answering.Stop));

    private static async Task<IResult> ReopenAsync(Guid id, ReasonBody body, ArchiveCollaboration archive, Answering answering) =>
        answering.Done(await archive.ReopenAsync(new CollaborationId(id), body.Reden, answering.Submit, answering.Stop));

    private static async Task<IResult> LeadAsync([AsParameters] MemberRoute route, LeadBody body, GrantLead grant, Answering answering) =>
        answering.Done(await grant.ToAsync(route.Address, body.Leidt, answering.Submit, route.Stop));

    private static async Task<IResult> ShowPartyAsync([AsParameters] PartyRoute route, ShownBody body, ChangeSettings settings, Answering answering) =>
        answering.Done(await settings.ShowPartyAsync(route.Address, body.Getoond, answering.Submit, route.Stop));

    private static async Task<IResult> ShownAsync([AsParameters] ShownRoute route, RegisterSearch register, ShownSeats shown, Answering answering)
    {
        if (await register.ByCodeAsync(route.Code, answering.Stop) is not { } organisation)
            return answering.No(Refusals.NotThere);
        var page = Math.Max(1, route.Pagina ?? 1);
        var (tables, count) = await shown.OfAsync(organisation.Id, page, answering.Stop);
        return Results.Ok(new ShownPage(count, page, ShownSeats.PageSize, [.. tables.Select(table => new ShownFacts(table.Challenge, table.Region))]));
    }
}

/// <summary>Other settings; what is left out stays as it is.</summary>
public sealed record SettingsBody(string? Opgave = null, string? Regio = null, bool? Zichtbaar = null, string? Terugkijken = null);

/// <summary>Why.</summary>
public sealed record ReasonBody(string Reden);

/// <summary>Whether somebody leads the process too.</summary>
public sealed record LeadBody(bool Leidt);

/// <summary>Whether a party is shown.</summary>
public sealed record ShownBody(bool Getoond);

/// <summary>Whose shown collaborations are asked for.</summary>
public sealed record ShownRoute
{
    /// <summary>The code of the organisation.</summary>
    public string Code { get; init; } = "";

    /// <summary>The page, from 1.</summary>
    public int? Pagina { get; init; }
}

/// <summary>A page of the collaborations that an organisation lets others know it is in.</summary>
public sealed record ShownPage(int Aantal, int Pagina, int PerPagina, IReadOnlyList<ShownFacts> Samenwerkingen);

/// <summary>A collaboration of which an organisation lets everyone know.</summary>
public sealed record ShownFacts(string Opgave, string Regio);

/// <summary>How challenge and region were worded before.</summary>
public sealed record EarlierFacts(DateTimeOffset Tot, string Opgave, string Regio);

/// <summary>One time in or out of the archive.</summary>
public sealed record ArchivingFacts(DateTimeOffset Op, string Reden, bool Heropend);

/// <summary>What a collaboration settled for itself.</summary>
public sealed record SettingsFacts(bool Zichtbaar, string Terugkijken, IReadOnlyList<string> Weergaven)
{
    /// <summary>The words before.</summary>
    public IReadOnlyList<EarlierFacts> EerderVerwoord { get; init; } = [];

    /// <summary>The times in and out of the archive.</summary>
    public IReadOnlyList<ArchivingFacts> Archief { get; init; } = [];

    /// <summary>Of a collaboration.</summary>
    public static SettingsFacts Of(Collaboration table) =>
        new(table.IsShown, Codes.Of(table.ReviewRhythm), [.. Enum.GetValues<ComputedView>().Where(table.Wants).Select(Codes.Of)])
        {
            EerderVerwoord = [.. table.Wordings.Select(before => new EarlierFacts(before.Until, before.Challenge, before.Region))],
            Archief = [.. table.Archivings.Select(time => new ArchivingFacts(time.At, time.Reason, time.Reopens))],
        };
}
