using System.Diagnostics;
using Meerlaags.Web.Platform.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Home;

/// <summary>What went wrong, in words, with a reference when it is our fault.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class Fault : FeaturePage
{
    /// <summary>The status code.</summary>
    [BindProperty(SupportsGet = true)]
    public int Code { get; set; }

    /// <summary>The heading.</summary>
    public string Title => T[$"Home.Fault.{Kind}.Title"];

    /// <summary>What it means.</summary>
    public string Explanation => T[$"Home.Fault.{Kind}.Text"];

    /// <summary>The reference in the technical log; only for our own faults.</summary>
    public string? Reference => Kind == "500" ? Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier : null;

    /// <summary>What was sent with a page that was too old, or null.</summary>
    public KeptForm? Kept { get; private set; }

    private string Kind =>
        Code switch
        {
            403 => "403",
            404 or 405 => "404",
            400 => "400",
            _ => "500",
        };

    /// <summary>Shows the page.</summary>
    public void OnGet() { }

    /// <summary>A post that failed is re-run here.</summary>
    public async Task OnPostAsync() => Kept = Kind == "400" ? await KeptForm.OfRefusedAsync(HttpContext) : null;
}
