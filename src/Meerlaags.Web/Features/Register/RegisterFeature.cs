using Meerlaags.Web.Features.Register.Refresh;
using Meerlaags.Web.Features.Register.Regions;
using Meerlaags.Web.Platform;

namespace Meerlaags.Web.Features.Register;

/// <summary>Organisations of government and their partners: search and show.</summary>
public sealed class RegisterFeature : Feature
{
    /// <inheritdoc/>
    public override Type Texts => typeof(RegisterTexts);

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services) =>
        services
            .AddScoped<LoadRegister>()
            .AddScoped<KnownRegister>()
            .AddScoped<RegisterSearch>()
            .AddScoped<OrganisationNames>()
            .AddScoped<Lineages>()
            .AddScoped<RecordSuccession>()
            .AddScoped<RegionReader>()
            .AddScoped<DrawRegion>()
            .AddScoped<RefreshRegister>()
            .AddScoped<RefreshReader>()
            .AddScoped<IAttention, AttentionForRegister>();

    /// <inheritdoc/>
    public override Task StartAsync(IServiceProvider services, CancellationToken stop) => LoadRegister.WhenEmptyAsync(services, stop);

    /// <inheritdoc/>
    public override void MapApi(RouteGroupBuilder api)
    {
        RegisterApi.Map(api);
        RegisterAdministrationApi.Map(api);
    }
}

/// <summary>The texts of the register stand beside this class.</summary>
public sealed class RegisterTexts;
