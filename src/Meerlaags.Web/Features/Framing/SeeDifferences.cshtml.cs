using Meerlaags.Domain.Collaborations;
using Meerlaags.Web.Features.Framing.Differences;
using Meerlaags.Web.Platform.Access;

namespace Meerlaags.Web.Features.Framing;

/// <summary>In which words the open texts differ. It comes after people spoke and can be switched off.</summary>
[GuestsToo]
public sealed class SeeDifferences(RoundReader rounds, DifferenceReader differences, ShowComputed show) : ComputedPage(rounds, show)
{
    /// <summary>What was found; null before people spoke, or when the collaboration does not want to see it.</summary>
    public FoundDifferences? Found { get; private set; }

    /// <inheritdoc/>
    public override ComputedView Kind => ComputedView.Differences;

    /// <inheritdoc/>
    public override string Here => "/verschillen";

    /// <inheritdoc/>
    protected override async Task LoadMoreAsync() => Found = await differences.ShownAsync(View, Stop);
}
