using Meerlaags.Web.Platform.Html;
using Microsoft.AspNetCore.Authorization;

namespace Meerlaags.Web.Features.Home;

/// <summary>What the product is and who runs this installation.</summary>
[AllowAnonymous]
public sealed class About : FeaturePage
{
    /// <summary>Shows the page.</summary>
    public void OnGet() { }
}
