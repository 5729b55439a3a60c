using Meerlaags.Web.Platform.Notices;
using Meerlaags.Web.Platform.Search;

namespace Meerlaags.Web.Platform;

/// <summary>All that one capability adds to the program.</summary>
public abstract class Feature
{
    /// <summary>The first part of its text keys: <c>Framing</c> for <c>Framing.Reveal.Title</c>.</summary>
    public string Name => GetType().Name.Replace("Feature", "", StringComparison.Ordinal);

    /// <summary>The class beside which its texts stand.</summary>
    public abstract Type Texts { get; }

    /// <summary>Its use cases and readers.</summary>
    public virtual void AddServices(IServiceCollection services) { }

    /// <summary>What it does once at start, on a migrated database and before the first request; features start in the order of the list.</summary>
    public virtual Task StartAsync(IServiceProvider services, CancellationToken stop) => Task.CompletedTask;

    /// <summary>Of what people are told who do not watch the logbook: few things, and never one that is sealed.</summary>
    public virtual IReadOnlyList<Notice> Notices => [];

    /// <summary>What people find of it by words.</summary>
    public virtual IReadOnlyList<SearchKind> Search => [];

    /// <summary>Its addresses in the API, below <c>/api/v1</c>.</summary>
    public virtual void MapApi(RouteGroupBuilder api) { }

    /// <summary>Addresses that are no pages and no API, such as event streams.</summary>
    public virtual void MapOther(IEndpointRouteBuilder endpoints) { }
}
