using Meerlaags.Web.Platform;

namespace Meerlaags.Web.Features.Register.Maps;

/// <summary>The map of the register, and the boundaries that administrators import for it.</summary>
public sealed class MapsFeature : Feature
{
    /// <inheritdoc/>
    public override Type Texts => typeof(MapsTexts);

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services) =>
        services
            .AddSingleton(new TileGrid(Path.Combine(LoadRegister.Folder, "tiles.csv")))
            .AddScoped<MapSource>()
            .AddScoped<BoundaryReader>()
            .AddScoped<MapDrawer>()
            .AddScoped<CarriedFile>()
            .AddScoped<ImportBoundaries>();

    /// <inheritdoc/>
    public override void MapApi(RouteGroupBuilder api)
    {
        MapsApi.Map(api);
        BoundariesApi.Map(api);
    }
}

/// <summary>The texts of maps stand beside this class.</summary>
public sealed class MapsTexts;
