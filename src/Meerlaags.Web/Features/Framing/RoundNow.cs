using Meerlaags.Domain.Framing;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Live;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Framing;

/// <summary>Where a round stands now, read once for all open pages that ask after the same ring. It holds nothing of a text before the reveal but who handed in.</summary>
public sealed class RoundNow(RoundReader rounds, Db db, Viewer viewer, Bell bell, SharedForAWhile shared)
{
    /// <summary>The round with the version that became the shared issue, if there is one; null when it is not there for this viewer.</summary>
    public async Task<RoundMoment?> FindAsync(RoundAddress address)
    {
        if (!viewer.Collaborations.Contains(address.Collaboration))
            return null;
        var read = await shared.TakeAsync(KeyOf(address), () => ReadAsync(address));
        return read is null ? null : read with { View = rounds.Of(read.View.Table, read.View.Round) };
    }

    /// <summary>What sets apart what is shared between viewers of a round: the state after each ring, and the rounds that a guest can see.</summary>
    public string KeyOf(RoundAddress address) =>
        $"{address.Collaboration.Value} {address.Number} {viewer.Guest?.Round.Value} {bell.RingsIn(address.Collaboration.Value)}";

    // Others wait for this too: it goes on when the browser that asked first is gone.
    private async Task<RoundMoment?> ReadAsync(RoundAddress address)
    {
        if (await rounds.FindAsync(address, CancellationToken.None) is not { } view)
            return null;
        var round = view.Round.Id;
        return new RoundMoment(view, await db.TextVersions.AsNoTracking().SingleOrDefaultAsync(version => version.Round == round && version.AgreedAt != null));
    }
}

/// <summary>A round at one moment.</summary>
/// <param name="View">The round.</param>
/// <param name="Agreed">The version that became the shared issue, when there is one.</param>
public sealed record RoundMoment(RoundView View, TextVersion? Agreed);
