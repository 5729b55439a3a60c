using Meerlaags.Web.Features.Register.Regions;
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
        api.MapGet("/regios", RegionsAsync).AllowAnonymous().WithSummary("Regio's, met het aantal deelnemers op een dag");
        api.MapGet("/regios/{code}", RegionAsync).AllowAnonymous().WithSummary("Eén regio, met wie erbij hoort op een dag");
        api.MapGet("/opvolgingen", SuccessionsAsync).AllowAnonymous().WithSummary("Welke organisaties in welke overgaan, en wanneer");
    }

    private static async Task<IResult> RegionsAsync([AsParameters] RegionParameters asked, RegionReader reader, RegisterSearch search, CancellationToken stop)
    {
        var found = await reader.FindAsync(asked.Soort, asked.Zoek, asked.Op ?? search.Today, stop);
        return Results.Ok(new RegionList([.. found.Select(line => new RegionSummary(line.Code, line.Kind, line.Name, line.Members))]));
    }

    private static async Task<IResult> RegionAsync(
        string code,
        DateOnly? op,
        RegionReader reader,
        RegisterSearch search,
        Texts texts,
        CancellationToken stop
    ) => await reader.OnAsync(code, op ?? search.Today, stop) is { } known ? Results.Ok(RegionFacts.Of(known)) : texts.NotThere();

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
