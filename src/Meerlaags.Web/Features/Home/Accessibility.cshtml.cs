using Meerlaags.Web.Platform.Html;
using Microsoft.AspNetCore.Authorization;

namespace Meerlaags.Web.Features.Home;

/// <summary>How accessible the product is, honestly, and where to report a barrier.</summary>
[AllowAnonymous]
public sealed class Accessibility : FeaturePage
{
    /// <summary>Shows the page.</summary>
    public void OnGet() { }
}
