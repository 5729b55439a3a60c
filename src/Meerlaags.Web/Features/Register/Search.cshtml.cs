using Meerlaags.Domain.Register;
using Meerlaags.Web.Platform.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Register;

/// <summary>Find an organisation by name or code. Open to everyone.</summary>
[AllowAnonymous]
public sealed class Search(RegisterSearch register) : FeaturePage
{
    private const int PagesAround = 2;

    /// <summary>Name or code.</summary>
    [BindProperty(SupportsGet = true, Name = "zoek")]
    public string? Text { get; set; }

    /// <summary>One kind only, or empty.</summary>
    [BindProperty(SupportsGet = true, Name = "soort")]
    public string? Kind { get; set; }

    /// <summary>Whether ended organisations are shown too.</summary>
    [BindProperty(SupportsGet = true, Name = "vervallen")]
    public bool Ended { get; set; }

    /// <summary>The page.</summary>
    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int Number { get; set; } = 1;

    /// <summary>What was found.</summary>
    public RegisterAnswer Found { get; private set; } = null!;

    /// <summary>Searches. What is typed wrong in the address counts as not typed.</summary>
    public async Task OnGetAsync()
    {
        ModelState.Clear();
        Found = await register.FindAsync(new RegisterQuestion(Text, Kind, Ended, Number), Stop);
    }

    /// <summary>The first, the last and the pages around this one.</summary>
    public IEnumerable<int> PageLinks =>
        Enumerable.Range(1, Found.Pages).Where(page => page == 1 || page == Found.Pages || Math.Abs(page - Found.Page) <= PagesAround);

    /// <summary>The address of a page of the same search.</summary>
    public string Address(int page, bool ended)
    {
        var query = new QueryBuilder();
        if (!string.IsNullOrEmpty(Text))
            query.Add("zoek", Text);
        if (!string.IsNullOrEmpty(Kind))
            query.Add("soort", Kind);
        if (ended)
            query.Add("vervallen", "true");
        if (page > 1)
            query.Add("pagina", page.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return "/organisaties" + query.ToQueryString();
    }

    /// <summary>Whether it has ended by today.</summary>
    public bool HasEnded(Organisation organisation) => organisation.HasEndedBy(register.Today);

    /// <summary>Kind, dates and code in one line.</summary>
    public string Line(Organisation organisation)
    {
        var kind = T["Register.Kind." + organisation.Kind];
        return organisation switch
        {
            { ValidTo: { } end } when HasEnded(organisation) => T["Register.Line.Ended", kind, Short(end), organisation.Code],
            { ValidFrom: { } begin } => T["Register.Line.Since", kind, Short(begin), organisation.Code],
            _ => T["Register.Line", kind, organisation.Code],
        };
    }

    private static string Short(DateOnly day) => day.ToString("d MMMM yyyy", System.Globalization.CultureInfo.CurrentCulture);
}
