using Meerlaags.Web.Platform;

namespace Meerlaags.Web.Features.Home;

/// <summary>Front page, faults, and the pages about the product itself.</summary>
public sealed class HomeFeature : Feature
{
    /// <inheritdoc/>
    public override Type Texts => typeof(HomeTexts);
}

/// <summary>The texts of the front stand beside this class.</summary>
public sealed class HomeTexts;
