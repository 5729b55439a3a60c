using Meerlaags.Web.Platform;

namespace Meerlaags.Web.Features.Framing;

/// <summary>From blind texts to one shared issue.</summary>
public sealed class FramingFeature : Feature
{
    /// <inheritdoc/>
    public override Type Texts => typeof(FramingTexts);
}

/// <summary>The texts of framing stand beside this class.</summary>
public sealed class FramingTexts;
