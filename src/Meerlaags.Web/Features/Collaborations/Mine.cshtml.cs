using Meerlaags.Domain.Collaborations;
using Meerlaags.Web.Platform.Html;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>The collaborations I am in, with what they ask of me.</summary>
public sealed class Mine(MyOverview overview) : FeaturePage
{
    /// <summary>My collaborations.</summary>
    public MyCollaborations All { get; private set; } = new([], [], []);

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync() => All = await overview.ReadAsync(Stop);

    /// <summary>The challenge of a collaboration.</summary>
    public string ChallengeOf(CollaborationId id) => All.Tables.First(row => row.Table.Id == id).Table.Challenge;
}
