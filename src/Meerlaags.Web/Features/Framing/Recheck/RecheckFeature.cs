using Meerlaags.Web.Platform;

namespace Meerlaags.Web.Features.Framing.Recheck;

/// <summary>Looking back: a later round beside an earlier one, in words.</summary>
public sealed class RecheckFeature : Feature
{
    /// <inheritdoc/>
    public override Type Texts => typeof(RecheckTexts);

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services) => services.AddScoped<LookBackReader>();
}

/// <summary>The texts of looking back stand beside this class.</summary>
public sealed class RecheckTexts;
