using Meerlaags.Web.Platform;
using Meerlaags.Web.Platform.Html;
using Meerlaags.Web.Platform.Identity;
using Microsoft.AspNetCore.Authorization;

namespace Meerlaags.Web.Features.Administration;

/// <summary>The front of administration: first what waits, then the rooms. No texts of collaborations, nor who sits in them.</summary>
[Authorize(Policy = Policies.Administrator)]
public sealed class Front(AttentionReader attention) : FeaturePage
{
    /// <summary>What waits, the urgent first.</summary>
    public IReadOnlyList<Attention> Waiting { get; private set; } = [];

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync() => Waiting = await attention.AllAsync(Stop);
}
