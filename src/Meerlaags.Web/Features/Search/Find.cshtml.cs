using Meerlaags.Web.Platform.Html;
using Meerlaags.Web.Platform.Localisation;
using Meerlaags.Web.Platform.Search;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Search;

/// <summary>Look for something by words. Who is not signed in finds what is public.</summary>
[AllowAnonymous]
public sealed class Find(FindEverything everything, SearchKinds kinds) : FeaturePage
{
    /// <summary>The words.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    /// <summary>One kind only, or empty.</summary>
    [BindProperty(SupportsGet = true, Name = "soort")]
    public string? Kind { get; set; }

    /// <summary>The page, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int Pagina { get; set; } = 1;

    /// <summary>What was found; null before anything is asked.</summary>
    public Everything? Found { get; private set; }

    /// <summary>The kinds one can choose.</summary>
    public IReadOnlyList<SearchKind> Kinds => kinds.All;

    /// <summary>The register with the same words.</summary>
    public string RegisterAddress => "/organisaties" + new QueryBuilder { { "zoek", Text ?? "" } }.ToQueryString();

    /// <summary>The regions with the same words.</summary>
    public string RegionsAddress => "/regios" + new QueryBuilder { { "zoek", Text ?? "" } }.ToQueryString();

    /// <summary>Looks. What is typed wrong in the address counts as not typed.</summary>
    public async Task OnGetAsync()
    {
        ModelState.Clear();
        if (!string.IsNullOrWhiteSpace(Text))
            Found = await everything.FindAsync(new SearchQuestion(Text, kinds.ByCode(Kind)?.Code), Pagina, Stop);
    }

    /// <summary>What a thing is called.</summary>
    public string TitleOf(Found found)
    {
        var entry = found.Hit.Entry;
        var kind = "Search.Title." + entry.Kind;
        return entry.Kind switch
        {
            "samenwerking" => entry.Title,
            "ontwerp" when entry.Title.Length > 0 => T[kind + ".Named", entry.Number ?? 0, entry.Title],
            "versie" or "ontwerp" => T[kind, entry.Number ?? 0],
            "verschil" when entry.Title.Length > 0 => T[kind + ".Named", entry.Title],
            "gemis" => T[kind, entry.Title],
            _ => found.Party is { } party ? T[kind, Words.InSentence(party)] : T[kind + ".Nobody"],
        };
    }
}
