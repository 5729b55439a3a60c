using Meerlaags.Web.Platform;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>Collaborations: start, table, people, overview, logbook.</summary>
public sealed class CollaborationsFeature : Feature
{
    /// <inheritdoc/>
    public override Type Texts => typeof(CollaborationsTexts);

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services) => services.AddScoped<AskedOfMe>();
}

/// <summary>The texts of collaborations stand beside this class.</summary>
public sealed class CollaborationsTexts;
