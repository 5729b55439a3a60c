using Meerlaags.Web.Platform.Html;
using Meerlaags.Web.Platform.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Administration;

/// <summary>Everybody with an account: search, choose, leaf through.</summary>
[Authorize(Policy = Policies.Administrator)]
public sealed class People(PeopleReader people) : FeaturePage
{
    /// <summary>Part of a name or an address.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Zoek { get; set; }

    /// <summary>Which people.</summary>
    [BindProperty(SupportsGet = true)]
    public PeopleFilter Toon { get; set; }

    /// <summary>The page of the list, from 1.</summary>
    [BindProperty(SupportsGet = true)]
    public int Pagina { get; set; } = 1;

    /// <summary>The people of this page.</summary>
    public IReadOnlyList<KnownPerson> Rows { get; private set; } = [];

    /// <summary>How many there are in all.</summary>
    public int Count { get; private set; }

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync()
    {
        // A word nobody chooses from is no fault of who follows a link: then all are shown.
        ModelState.Clear();
        (Rows, Count) = await people.ListAsync(Zoek, Enum.IsDefined(Toon) ? Toon : PeopleFilter.All, Pagina, Stop);
    }
}
