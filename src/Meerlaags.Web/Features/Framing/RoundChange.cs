using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Features.Collaborations;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Framing;

/// <summary>Which round of which collaboration.</summary>
public readonly record struct RoundAddress(CollaborationId Collaboration, int Number);

/// <summary>What a decision about a round starts from.</summary>
/// <param name="Round">The round, to change.</param>
/// <param name="Table">The collaboration, to change.</param>
public sealed record RoundAtHand(FramingRound Round, Collaboration Table);

/// <summary>One change in one round: hold the collaboration, load, decide, keep. A resent submit is answered as done.</summary>
public sealed class RoundChange(Db db, Viewer viewer)
{
    /// <summary>Makes the change unless the decision refuses.</summary>
    public async Task<Refusal?> MakeAsync(RoundAddress address, Guid? submit, Func<RoundAtHand, Task<Refusal?>> decide, CancellationToken stop)
    {
        if (!viewer.Collaborations.Contains(address.Collaboration))
            return Refusals.NotThere;
        await using var writing = await db.WriteAsync(address.Collaboration.Value, submit, stop);
        var round = await db.Rounds.SingleOrDefaultAsync(round => round.Collaboration == address.Collaboration && round.Number == address.Number, stop);
        var table = await db.Collaborations.SingleOrDefaultAsync(table => table.Id == address.Collaboration, stop);
        if (round is null || table is null)
            return Refusals.NotThere;
        if (writing.IsRepeated)
            return null;
        if (writing.Closed is { } closed)
            return closed;
        if (await decide(new RoundAtHand(round, table)) is { } refusal)
            return refusal;
        await writing.CommitAsync(stop);
        return null;
    }
}
