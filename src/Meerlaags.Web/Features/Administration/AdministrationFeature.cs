using Meerlaags.Web.Platform;

namespace Meerlaags.Web.Features.Administration;

/// <summary>Looking after the installation: people, outgoing mail, proof that the journal is whole. It opens no texts of collaborations.</summary>
public sealed class AdministrationFeature : Feature
{
    /// <inheritdoc/>
    public override Type Texts => typeof(AdministrationTexts);

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<CreateAdministrator>();
        services.AddSingleton<VerificationRun>();
    }
}

/// <summary>The texts of administration stand beside this class.</summary>
public sealed class AdministrationTexts;
