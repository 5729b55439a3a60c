using Meerlaags.Domain.Register;
using Meerlaags.Web.Platform.Api;
using Meerlaags.Web.Platform.Localisation;

namespace Meerlaags.Web.Features.Register;

/// <summary>The register for programs; public, as the pages are.</summary>
public static class RegisterApi
{
    /// <summary>Adds its addresses.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/organisaties", FindAsync).AllowAnonymous().WithSummary("Organisaties zoeken op naam of code");
        api.MapGet("/organisaties/{code}", ShowAsync).AllowAnonymous().WithSummary("Eén organisatie");
        api.MapGet("/opvolgingen", SuccessionsAsync).AllowAnonymous().WithSummary("Welke organisaties in welke overgaan, en wanneer");
    }

    private static async Task<IResult> SuccessionsAsync(Lineages lineages, RegisterSearch search, CancellationToken stop)
    {
        var all = await lineages.AllAsync(stop);
        var named = await search.ByIdsAsync(all.SelectMany(known => known.Named), stop);
        return Results.Ok(new SuccessionList([.. all.Select(known => SuccessionFacts.Of(known, id => named[id].Code))]));
    }

    private static async Task<IResult> FindAsync([AsParameters] FindParameters asked, RegisterSearch search, CancellationToken stop)
    {
        var found = await search.FindAsync(new RegisterQuestion(asked.Zoek, asked.Soort, asked.Vervallen ?? false, asked.Pagina ?? 1), stop);
        return Results.Ok(new OrganisationList(found.Count, found.Page, RegisterSearch.PageSize, [.. found.Organisations.Select(OrganisationFacts.Of)]));
    }

    private static async Task<IResult> ShowAsync(string code, RegisterSearch search, Texts texts, CancellationToken stop) =>
        await search.ByCodeAsync(code, stop) is { } organisation ? Results.Ok(OrganisationFacts.Of(organisation)) : texts.NotThere();
}

/// <summary>What the API is asked.</summary>
public sealed record FindParameters(string? Zoek, string? Soort, bool? Vervallen, int? Pagina);

/// <summary>One page of organisations.</summary>
public sealed record OrganisationList(int Aantal, int Pagina, int PerPagina, IReadOnlyList<OrganisationFacts> Organisaties);

/// <summary>All successions, the latest day first.</summary>
public sealed record SuccessionList(IReadOnlyList<SuccessionFacts> Opvolgingen);

/// <summary>Organisations that go over into others on one day.</summary>
/// <param name="Per">The first day on which the successors stand where the predecessors stood.</param>
/// <param name="Van">Codes of the organisations that go over.</param>
/// <param name="Naar">Codes of the organisations that take over.</param>
/// <param name="Bron">Where this stands.</param>
public sealed record SuccessionFacts(DateOnly Per, IReadOnlyList<string> Van, IReadOnlyList<string> Naar, string Bron)
{
    /// <summary>What one should know besides.</summary>
    public string Toelichting { get; init; } = "";

    /// <summary>Why it was taken back before its day; null while it stands.</summary>
    public string? Ingetrokken { get; init; }

    /// <summary>Of a succession.</summary>
    public static SuccessionFacts Of(Succession known, Func<OrganisationId, string> code) =>
        new(known.On, [.. known.From.Select(side => code(side.Organisation))], [.. known.Into.Select(side => code(side.Organisation))], known.Source)
        {
            Toelichting = known.Note,
            Ingetrokken = known.TakenBack,
        };
}

/// <summary>What the register knows of an organisation.</summary>
public sealed record OrganisationFacts(string Code, string Soort, string Naam, string OfficieleNaam)
{
    /// <summary>Abbreviation.</summary>
    public string Afkorting { get; init; } = "";

    /// <summary>Code of the province.</summary>
    public string Provincie { get; init; } = "";

    /// <summary>Code of the composite organisation it speaks in.</summary>
    public string OnderdeelVan { get; init; } = "";

    /// <summary>Address in the TOOI lists.</summary>
    public string Tooi { get; init; } = "";

    /// <summary>Organisation number for machines.</summary>
    public string Oin { get; init; } = "";

    /// <summary>Website.</summary>
    public string Website { get; init; } = "";

    /// <summary>First day, when known.</summary>
    public DateOnly? BestaatVanaf { get; init; }

    /// <summary>First day on which it no longer exists.</summary>
    public DateOnly? VervallenPer { get; init; }

    /// <summary>Codes before.</summary>
    public IReadOnlyList<string> Voorgangers { get; init; } = [];

    /// <summary>Codes after.</summary>
    public IReadOnlyList<string> Opvolgers { get; init; } = [];

    /// <summary>Source of the facts.</summary>
    public string Bron { get; init; } = "";

    /// <summary>How sure the facts are: yes, partly or no.</summary>
    public string Zekerheid { get; init; } = "";

    /// <summary>The facts of an organisation.</summary>
    public static OrganisationFacts Of(Organisation organisation) =>
        new(organisation.Code, organisation.Kind, organisation.Name, organisation.OfficialName)
        {
            Afkorting = organisation.Abbreviation,
            Provincie = organisation.Province,
            OnderdeelVan = organisation.PartOf,
            Tooi = organisation.TooiId,
            Oin = organisation.Oin,
            Website = organisation.Website,
            BestaatVanaf = organisation.ValidFrom,
            VervallenPer = organisation.ValidTo,
            Voorgangers = Codes(organisation.Predecessors),
            Opvolgers = Codes(organisation.Successors),
            Bron = organisation.Source,
            Zekerheid = organisation.Verified,
        };

    /// <summary>The codes in a list with semicolons.</summary>
    public static string[] Codes(string list) => list.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
