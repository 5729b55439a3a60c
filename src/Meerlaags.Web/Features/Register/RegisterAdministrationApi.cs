using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register;
using Meerlaags.Web.Features.Register.Files;
using Meerlaags.Web.Features.Register.Refresh;
using Meerlaags.Web.Features.Register.Regions;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Api;
using Meerlaags.Web.Platform.Localisation;

namespace Meerlaags.Web.Features.Register;

/// <summary>Looking after the register by program; the same use cases as the pages of administrators.</summary>
public static class RegisterAdministrationApi
{
    /// <summary>Adds its addresses.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        var successions = api.MapGroup("/opvolgingen").ForAdministrators();
        successions.MapPost("", RecordAsync).Produces<Made>(StatusCodes.Status201Created).WithSummary("Een fusie of splitsing vastleggen, ook lang vooruit");
        successions
            .MapPost("/{opvolging:guid}/intrekking", TakeBackAsync)
            .Produces(StatusCodes.Status204NoContent)
            .WithSummary("Een opvolging intrekken, voor haar dag");

        var regions = api.MapGroup("/regios").ForAdministrators();
        regions.MapPost("", DrawAsync).Produces<DrawnRegionFacts>(StatusCodes.Status201Created).WithSummary("Een eigen regio vastleggen");
        regions.MapPut("/{code}", RenameAsync).Produces(StatusCodes.Status204NoContent).WithSummary("Een eigen regio andere woorden geven");
        regions.MapPost("/{code}/deelnemers", AdmitAsync).Produces(StatusCodes.Status204NoContent).WithSummary("Organisaties horen er vanaf een dag bij");
        regions
            .MapPost("/{code}/deelnemers/{organisatie}/vertrek", PartAsync)
            .Produces(StatusCodes.Status204NoContent)
            .WithSummary("Een organisatie hoort er vanaf een dag niet meer bij");
        regions
            .MapPost("/{code}/beeindiging", EndAsync)
            .Produces(StatusCodes.Status204NoContent)
            .WithSummary("Een eigen regio bestaat vanaf een dag niet meer");

        var refreshes = api.MapGroup("/registerwijzigingen").ForAdministrators();
        refreshes.MapGet("", ListAsync).Produces<RefreshList>().WithSummary("Nieuwere registers die iemand opgaf, en wat ermee gebeurde");
        refreshes.MapPost("", ProposeAsync).Produces<Made>(StatusCodes.Status201Created).WithSummary("Nieuwere bestanden naast het register leggen");
        refreshes.MapGet("/{wijziging:guid}", ShowAsync).Produces<RefreshFacts>().WithSummary("Wat een nieuwer register anders zegt");
        refreshes
            .MapPost("/{wijziging:guid}/vaststelling", ApproveAsync)
            .Produces(StatusCodes.Status204NoContent)
            .WithSummary("Een nieuwer register overnemen, helemaal");
        refreshes
            .MapPost("/{wijziging:guid}/afwijzing", RejectAsync)
            .Produces(StatusCodes.Status204NoContent)
            .WithSummary("Een nieuwer register niet overnemen");
    }

    private static async Task<IResult> RecordAsync(SuccessionBody body, RecordSuccession record, HttpContext http, Texts texts)
    {
        var wish = new SuccessionWish(body.Per, [.. body.Van.Select(Code)], [.. body.Naar.Select(Code)], body.Bron, body.Toelichting ?? "");
        return (await record.ForAsync(wish, http.SubmitId(), http.RequestAborted)).Is(out var id, out var refusal)
            ? Results.Created("/api/v1/opvolgingen", new Made(id.Value))
            : No(texts, refusal);
    }

    private static async Task<IResult> TakeBackAsync(Guid opvolging, RegisterReason body, RecordSuccession record, HttpContext http, Texts texts) =>
        Done(texts, await record.TakeBackAsync(new SuccessionId(opvolging), body.Reden, http.SubmitId(), http.RequestAborted));

    private static async Task<IResult> DrawAsync(RegionBody body, DrawRegion draw, HttpContext http, Texts texts) =>
        (await draw.DrawAsync(body.Plan, http.SubmitId(), http.RequestAborted)).Is(out var code, out var refusal)
            ? Results.Created($"/api/v1/regios/{code}", new DrawnRegionFacts(code))
            : No(texts, refusal);

    private static async Task<IResult> RenameAsync(string code, RegionBody body, DrawRegion draw, HttpContext http, Texts texts) =>
        Done(texts, await draw.RenameAsync(code, body.Plan, http.SubmitId(), http.RequestAborted));

    private static async Task<IResult> AdmitAsync(string code, RegionMembersBody body, DrawRegion draw, HttpContext http, Texts texts) =>
        Done(texts, await draw.AdmitAsync(code, new RegionMembersWish([.. body.Organisaties.Select(Code)], body.Vanaf), http.SubmitId(), http.RequestAborted));

    private static async Task<IResult> PartAsync([AsParameters] RegionMemberRoute route, RegionDayBody body, DrawRegion draw, HttpContext http, Texts texts) =>
        Done(texts, await draw.PartAsync(route.Code, new RegionPart(Code(route.Organisatie), body.Per), http.SubmitId(), http.RequestAborted));

    private static async Task<IResult> EndAsync(string code, RegionDayBody body, DrawRegion draw, HttpContext http, Texts texts) =>
        Done(texts, await draw.EndAsync(code, body.Per, http.SubmitId(), http.RequestAborted));

    private static async Task<IResult> ListAsync(RefreshReader reader, CancellationToken stop) =>
        Results.Ok(new RefreshList([.. (await reader.AllAsync(stop)).Select(RefreshLineFacts.Of)]));

    private static async Task<IResult> ProposeAsync(RefreshBody body, RefreshRegister refresh, HttpContext http, Texts texts)
    {
        var sent = body.Bestanden.Select(file => new RegisterText(file.Naam, file.Tekst)).ToList();
        if (!UploadedFiles.Take(sent).Is(out var files, out var wrong))
            return No(texts, wrong);
        var proposed = await refresh.ProposeAsync(new RefreshPlan(body.Per, body.Bron), files, http.SubmitId(), http.RequestAborted);
        return proposed.Is(out var id, out var refusal)
            ? Results.Created($"/api/v1/registerwijzigingen/{id.Value}", new Made(id.Value))
            : No(texts, refusal.Field is null ? refusal with { Field = UploadedFiles.Field } : refusal);
    }

    private static async Task<IResult> ShowAsync(Guid wijziging, RefreshReader reader, Texts texts, CancellationToken stop) =>
        await reader.OneAsync(new RegisterRefreshId(wijziging), stop) is { } known ? Results.Ok(RefreshFacts.Of(known.Refresh)) : texts.NotThere();

    private static async Task<IResult> ApproveAsync(Guid wijziging, RefreshRegister refresh, HttpContext http, Texts texts) =>
        Done(texts, await refresh.ApproveAsync(new RegisterRefreshId(wijziging), http.SubmitId(), http.RequestAborted));

    private static async Task<IResult> RejectAsync(Guid wijziging, RegisterReason body, RefreshRegister refresh, HttpContext http, Texts texts) =>
        Done(texts, await refresh.RejectAsync(new RegisterRefreshId(wijziging), body.Reden, http.SubmitId(), http.RequestAborted));

    // As the register writes codes; people type gm1891 too.
    private static string Code(string typed) => typed.Trim().ToUpperInvariant();

    private static IResult Done(Texts texts, Refusal? refusal) => refusal is null ? Results.NoContent() : No(texts, refusal);

    private static IResult No(Texts texts, Refusal refusal) =>
        refusal == Refusals.NotThere ? texts.NotThere() : texts.Problem(refusal with { Field = refusal.Field is { } field ? FieldOf(field) : null });

    // The names of the domain in the words of the API.
    private static string FieldOf(string field) =>
        field switch
        {
            nameof(SuccessionWish.On) => "per",
            nameof(SuccessionWish.From) => "van",
            nameof(SuccessionWish.Into) => "naar",
            nameof(SuccessionWish.Source) => "bron",
            nameof(SuccessionWish.Note) => "toelichting",
            nameof(RegionPlan.Name) => "naam",
            nameof(RegionMembersWish.Organisations) => "organisaties",
            nameof(RefreshDecision.Reason) or nameof(Succession.TakenBack) => "reden",
            UploadedFiles.Field => "bestanden",
            _ => field,
        };
}

/// <summary>A merger or split: organisations by their codes.</summary>
public sealed record SuccessionBody(DateOnly Per, IReadOnlyList<string> Van, IReadOnlyList<string> Naar, string Bron, string? Toelichting = null);

/// <summary>Why something of the register is taken back or not taken over.</summary>
public sealed record RegisterReason(string Reden);

/// <summary>A region of one's own.</summary>
public sealed record RegionBody(string Naam, string Bron, string? Toelichting = null)
{
    internal RegionPlan Plan => new(Naam, Bron, Toelichting ?? "");
}

/// <summary>Code of a region that was drawn.</summary>
public sealed record DrawnRegionFacts(string Code);

/// <summary>Organisations by their codes, and the first day on which they belong to it.</summary>
public sealed record RegionMembersBody(IReadOnlyList<string> Organisaties, DateOnly Vanaf);

/// <summary>The first day on which it is so.</summary>
public sealed record RegionDayBody(DateOnly Per);

/// <summary>A member of a region in an address.</summary>
public sealed record RegionMemberRoute(string Code, string Organisatie);

/// <summary>Newer register files: the day they are of, where they come from, and what stands in them.</summary>
public sealed record RefreshBody(DateOnly Per, string Bron, IReadOnlyList<RegisterFileBody> Bestanden);

/// <summary>A register file by its name, with its lines.</summary>
public sealed record RegisterFileBody(string Naam, string Tekst);

/// <summary>Newer registers, the last one first.</summary>
public sealed record RefreshList(IReadOnlyList<RefreshLineFacts> Registerwijzigingen);

/// <summary>A newer register in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Per">The day it is of.</param>
/// <param name="Bron">Where it comes from.</param>
/// <param name="Wijzigingen">How many things it says otherwise.</param>
/// <param name="Overgenomen">Whether it was taken over; null while it waits.</param>
public sealed record RefreshLineFacts(Guid Id, DateOnly Per, string Bron, int Wijzigingen, bool? Overgenomen)
{
    /// <summary>Of a line.</summary>
    public static RefreshLineFacts Of(RefreshLine line) => new(line.Id.Value, line.On, line.Source, line.Changes, line.Approved);
}

/// <summary>What a newer register says otherwise.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Per">The day it is of.</param>
/// <param name="Bron">Where it comes from.</param>
/// <param name="Overgenomen">Whether it was taken over; null while it waits.</param>
public sealed record RefreshFacts(Guid Id, DateOnly Per, string Bron, bool? Overgenomen)
{
    /// <summary>What it says otherwise, in order.</summary>
    public IReadOnlyList<RegisterChangeFacts> Wijzigingen { get; init; } = [];

    /// <summary>How many organisations and regions on record it does not mention; they stay.</summary>
    public int NietGenoemd { get; init; }

    /// <summary>Why it was not taken over, or empty.</summary>
    public string Reden { get; init; } = "";

    /// <summary>Of a newer register.</summary>
    public static RefreshFacts Of(RegisterRefresh refresh) =>
        new(refresh.Id.Value, refresh.On, refresh.Source, refresh.Decision?.Approved)
        {
            Wijzigingen = [.. refresh.Changes.OrderBy(change => change.Number).Select(change => RegisterChangeFacts.Of(change.Said))],
            NietGenoemd = refresh.NotMentioned,
            Reden = refresh.Decision?.Reason ?? "",
        };
}

/// <summary>One thing that a newer register says otherwise.</summary>
/// <param name="Soort">The kind of thing.</param>
/// <param name="Code">Code of the organisation or the region.</param>
/// <param name="Was">What is on record, or empty.</param>
/// <param name="Wordt">What the newer register says, or empty.</param>
public sealed record RegisterChangeFacts(RegisterChangeKind Soort, string Code, string Was, string Wordt)
{
    /// <summary>Code of the organisation that joins or leaves, or empty.</summary>
    public string Ander { get; init; } = "";

    /// <summary>Name of the field, or empty.</summary>
    public string Veld { get; init; } = "";

    /// <summary>Of a change.</summary>
    public static RegisterChangeFacts Of(RegisterChange change) =>
        new(change.Kind, change.Code, change.Was, change.Becomes) { Ander = change.Other, Veld = change.Field };
}
