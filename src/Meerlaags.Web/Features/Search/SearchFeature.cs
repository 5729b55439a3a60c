using Meerlaags.Web.Platform;

namespace Meerlaags.Web.Features.Search;

/// <summary>One place to look: what lies at the viewer's own tables, the people there, and the register that everybody may read.</summary>
public sealed class SearchFeature : Feature
{
    /// <inheritdoc/>
    public override Type Texts => typeof(SearchTexts);

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services) => services.AddScoped<FindEverything>();

    /// <inheritdoc/>
    public override void MapApi(RouteGroupBuilder api) => SearchApi.Map(api);
}

/// <summary>The texts of search stand beside this class.</summary>
public sealed class SearchTexts;
