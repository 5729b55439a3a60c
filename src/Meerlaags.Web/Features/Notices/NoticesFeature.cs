using Meerlaags.Web.Platform;
using Meerlaags.Web.Platform.Jobs;

namespace Meerlaags.Web.Features.Notices;

/// <summary>What a person is told of what others did, to read in one place.</summary>
public sealed class NoticesFeature : Feature
{
    /// <inheritdoc/>
    public override Type Texts => typeof(NoticesTexts);

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services) =>
        services.AddScoped<NoticeReader>().AddScoped<ReadNotices>().AddScoped<IChore, ForgetNotices>();

    /// <inheritdoc/>
    public override void MapApi(RouteGroupBuilder api) => NoticesApi.Map(api);
}

/// <summary>The texts of notices stand beside this class.</summary>
public sealed class NoticesTexts;
