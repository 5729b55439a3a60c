using Meerlaags.Web.Platform.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Home;

/// <summary>The front page for who is not signed in.</summary>
[AllowAnonymous]
public sealed class Index : FeaturePage
{
    /// <summary>Who is signed in goes to the own overview.</summary>
    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? LocalRedirect("/mijn-overzicht") : Page();
}
