using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register.Boundaries;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Api;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Register.Maps;

/// <summary>Importing boundaries and taking them back by program; the same use cases as the page of administrators. The file is the body as it stands.</summary>
public static class BoundariesApi
{
    // More than is read, so that a file that is a little too large is refused in words.
    private const int MostSent = BoundaryFile.MostBytes + 1_000_000;

    private static readonly string[] Types = ["application/json", "application/topo+json", "application/octet-stream"];

    /// <summary>Adds its addresses.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        var all = api.MapGroup("/grenzen").ForAdministrators();
        all.MapGet("", ListAsync).Produces<BoundaryImports>().WithSummary("Ingelezen grenzen, de laatste eerst, ook wat is ingetrokken");
        all.MapPost("", ImportAsync)
            .TakesFile(MostSent, "application/geo+json", Types)
            .Produces<BoundaryImports>(StatusCodes.Status201Created)
            .WithSummary("Een grensbestand overnemen: GeoJSON of TopoJSON");
        all.MapPost("/voorstel", ProposeAsync)
            .TakesFile(MostSent, "application/geo+json", Types)
            .Produces<BoundaryProposals>()
            .WithSummary("Kijken wat een grensbestand zou doen; er verandert niets");
        all.MapPost("/{verzameling:guid}/intrekking", TakeBackAsync).Produces(StatusCodes.Status204NoContent).WithSummary("Ingelezen grenzen intrekken");
    }

    private static async Task<IResult> ListAsync(BoundaryReader reader, CancellationToken stop) => Results.Ok(await ImportsAsync(reader, stop));

    private static async Task<IResult> ProposeAsync([AsParameters] BoundaryCall call, ImportBoundaries import, HttpContext http, Texts texts)
    {
        if (!Read(call, http).Is(out var sent, out var unread))
            return No(texts, unread);
        return (await import.ProposeAsync(sent.Wish, http.RequestAborted)).Is(out var proposals, out var refusal)
            ? Results.Ok(new BoundaryProposals([.. proposals.Select(BoundaryProposal.Of)], sent.File.Skipped, sent.File.WasConverted))
            : No(texts, refusal);
    }

    private static async Task<IResult> ImportAsync([AsParameters] BoundaryCall call, ImportBoundaries import, HttpContext http, Texts texts)
    {
        if (!Read(call, http).Is(out var sent, out var unread))
            return No(texts, unread);
        return await import.ForAsync(sent.Wish, http.SubmitId(), http.RequestAborted) is { } refusal
            ? No(texts, refusal)
            : Results.Created("/api/v1/grenzen", await ImportsAsync(call.Reader, http.RequestAborted));
    }

    private static async Task<IResult> TakeBackAsync(Guid verzameling, RegisterReason body, ImportBoundaries import, HttpContext http, Texts texts) =>
        await import.TakeBackAsync(new BoundarySetId(verzameling), body.Reden, http.SubmitId(), http.RequestAborted) is { } refusal
            ? No(texts, refusal)
            : Results.NoContent();

    private static Decided<SentFile> Read(BoundaryCall call, HttpContext http)
    {
        var content = WholeFile.In(http);
        if (!BoundaryFile.Read(content).Is(out var file, out var refusal))
            return refusal;
        var carried = CarriedBoundaries.Of(call.Bestand ?? "grenzen.json", content.Span, file);
        return new SentFile(file, carried.Wish(call.GeldigVanaf, call.Naamsvermelding, call.Licentie));
    }

    private static async Task<BoundaryImports> ImportsAsync(BoundaryReader reader, CancellationToken stop)
    {
        var shown = (await reader.ShownAsync(stop)).Select(set => set.Id).ToHashSet();
        return new BoundaryImports([.. (await reader.SetsAsync(stop)).Select(set => BoundaryImport.Of(set, shown.Contains(set.Id)))]);
    }

    private static IResult No(Texts texts, Refusal refusal) =>
        refusal == Refusals.NotThere ? texts.NotThere() : texts.Problem(refusal with { Field = refusal.Field is { } field ? FieldOf(field) : null });

    // The names of the domain in the words of the API; what is wrong with the file itself has none.
    private static string FieldOf(string field) =>
        field switch
        {
            nameof(BoundaryOrigin.Attribution) => "naamsvermelding",
            nameof(BoundaryOrigin.Licence) => "licentie",
            nameof(BoundarySet.TakenBack) => "reden",
            "File" => "bestand",
            _ => field,
        };

    private sealed record SentFile(BoundaryFile File, BoundaryWish Wish);
}

/// <summary>What goes with a boundary file.</summary>
public sealed record BoundaryCall
{
    /// <summary>The first day for which the boundaries hold.</summary>
    public DateOnly GeldigVanaf { get; init; }

    /// <summary>Whom to name beside every map.</summary>
    public string Naamsvermelding { get; init; } = "";

    /// <summary>The licence of the boundaries.</summary>
    public string Licentie { get; init; } = "";

    /// <summary>Name of the file, for people who read the list later.</summary>
    public string? Bestand { get; init; }

    /// <summary>Reads what is there.</summary>
    [FromServices]
    public required BoundaryReader Reader { get; init; }
}

/// <summary>Imported boundaries, the last import first.</summary>
public sealed record BoundaryImports(IReadOnlyList<BoundaryImport> Verzamelingen);

/// <summary>Boundaries of one kind of area that were imported.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Soort">The kind in the words of the register.</param>
/// <param name="Aantal">How many areas.</param>
/// <param name="GeldigVanaf">The first day for which they hold.</param>
/// <param name="OpDeKaart">Whether maps show them today.</param>
public sealed record BoundaryImport(Guid Id, string Soort, int Aantal, DateOnly GeldigVanaf, bool OpDeKaart)
{
    /// <summary>Whom to name beside them.</summary>
    public string Naamsvermelding { get; init; } = "";

    /// <summary>Their licence.</summary>
    public string Licentie { get; init; } = "";

    /// <summary>Name of the file.</summary>
    public string Bestand { get; init; } = "";

    /// <summary>SHA-256 of the file.</summary>
    public string Hash { get; init; } = "";

    /// <summary>When they were imported.</summary>
    public DateTimeOffset Ingelezen { get; init; }

    /// <summary>Why they were taken back; null while they stand.</summary>
    public string? Ingetrokken { get; init; }

    /// <summary>Of a set.</summary>
    public static BoundaryImport Of(BoundarySet set, bool isShown) =>
        new(set.Id.Value, BoundaryCode.KindOf(set.Layer), set.Count, set.ValidOn, isShown)
        {
            Naamsvermelding = set.Attribution,
            Licentie = set.Licence,
            Bestand = set.FileName,
            Hash = set.FileHash,
            Ingelezen = set.ImportedAt,
            Ingetrokken = set.TakenBack,
        };
}

/// <summary>What a file would do, for each kind of area in it.</summary>
/// <param name="Lagen">The kinds.</param>
/// <param name="Overgeslagen">Codes of the file that belong to no kind of area of the register.</param>
/// <param name="Omgezet">Whether coordinates of the Dutch national grid were converted to degrees.</param>
public sealed record BoundaryProposals(IReadOnlyList<BoundaryProposal> Lagen, IReadOnlyList<string> Overgeslagen, bool Omgezet);

/// <summary>What a file would do for one kind of area.</summary>
/// <param name="Soort">The kind in the words of the register.</param>
/// <param name="Aantal">How many areas would be taken over.</param>
/// <param name="ZonderGrens">Codes of the register that the file does not have.</param>
/// <param name="Onbekend">Codes of the file that the register does not know; they are left out.</param>
public sealed record BoundaryProposal(string Soort, int Aantal, IReadOnlyList<string> ZonderGrens, IReadOnlyList<string> Onbekend)
{
    /// <summary>Of a layer.</summary>
    public static BoundaryProposal Of(LayerProposal proposal) =>
        new(BoundaryCode.KindOf(proposal.Read.Layer), proposal.Fit.Known.Count, proposal.Fit.Missing, proposal.Fit.Unknown);
}
