using Meerlaags.Web.Platform.Api;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Search;

namespace Meerlaags.Web.Features.Search;

/// <summary>Search for programs: what the person behind the token may see.</summary>
public static class SearchApi
{
    /// <summary>Adds its address.</summary>
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/zoeken", FindAsync).RequireScope(Scopes.Read).Produces<SearchResults>().WithSummary("Zoeken in alles wat u mag zien");

    private static async Task<IResult> FindAsync([AsParameters] SearchParameters asked, FindEverything everything, SearchKinds kinds, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(asked.Q))
            return Results.Ok(SearchResults.Nothing);
        var page = Math.Max(asked.Pagina ?? 1, 1);
        var found = await everything.FindAsync(new SearchQuestion(asked.Q, kinds.ByCode(asked.Soort)?.Code), page, stop);
        return Results.Ok(SearchResults.Of(found, page));
    }
}

/// <summary>What the API is asked.</summary>
public sealed record SearchParameters
{
    /// <summary>The words.</summary>
    public string? Q { get; init; }

    /// <summary>Only this kind of thing.</summary>
    public string? Soort { get; init; }

    /// <summary>The page, from 1.</summary>
    public int? Pagina { get; init; }
}

/// <summary>One page of what was found, the best first.</summary>
/// <param name="Aantal">How many things were weighed and fit; not more than the newest two hundred.</param>
/// <param name="Meer">Whether there may be more.</param>
/// <param name="EnkeleWoorden">Whether nothing has all words, and these have some of them.</param>
/// <param name="Pagina">The page.</param>
/// <param name="Gevonden">The things.</param>
public sealed record SearchResults(int Aantal, bool Meer, bool EnkeleWoorden, int Pagina, IReadOnlyList<SearchResult> Gevonden)
{
    /// <summary>Codes of the organisations that fit best; on the first page only.</summary>
    public IReadOnlyList<string> Organisaties { get; init; } = [];

    /// <summary>Codes of the regions that fit; on the first page only.</summary>
    public IReadOnlyList<string> Regios { get; init; } = [];

    /// <summary>Names of people at one's own tables; on the first page only.</summary>
    public IReadOnlyList<string> Mensen { get; init; } = [];

    /// <summary>Nothing was asked.</summary>
    public static SearchResults Nothing { get; } = new(0, Meer: false, EnkeleWoorden: false, 1, []);

    /// <summary>Of what was found.</summary>
    public static SearchResults Of(Everything found, int page) =>
        new(found.Answer.Hits.Count, found.Answer.IsBounded, found.Answer.AnyWord, page, [.. found.Shown.Select(SearchResult.Of)])
        {
            Organisaties = [.. (found.Organisations?.Organisations ?? []).Select(organisation => organisation.Code)],
            Regios = [.. found.Regions.Select(region => region.Code)],
            Mensen = [.. found.People.Select(person => person.Name)],
        };
}

/// <summary>A thing that was found.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Soort">Its kind.</param>
/// <param name="Samenwerking">The collaboration it belongs to.</param>
/// <param name="Titel">The name people gave it; empty without one.</param>
/// <param name="Fragment">The part of its text that has the words.</param>
public sealed record SearchResult(Guid Id, string Soort, Guid Samenwerking, string Titel, string Fragment)
{
    /// <summary>The number of its round, or null.</summary>
    public int? Ronde { get; init; }

    /// <summary>The party it comes from, or null.</summary>
    public string? Partij { get; init; }

    /// <summary>Since when it can be read, when that was kept.</summary>
    public DateTimeOffset? Sinds { get; init; }

    /// <summary>The page where it is read.</summary>
    public string Adres { get; init; } = "";

    /// <summary>Of what was found.</summary>
    public static SearchResult Of(Found found) =>
        new(
            found.Hit.Entry.Source,
            found.Hit.Entry.Kind,
            found.Hit.Entry.Collaboration.Value,
            found.Hit.Entry.Title,
            string.Concat(found.Hit.Snippet.Select(part => part.Text))
        )
        {
            Ronde = found.Round,
            Partij = found.Party,
            Sinds = found.Hit.Entry.At,
            Adres = found.Address,
        };
}
