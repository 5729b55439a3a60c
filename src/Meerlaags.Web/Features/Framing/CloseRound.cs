using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Framing;

/// <summary>"We do not know yet": the facilitator closes the round honestly, with a next talk planned.</summary>
public sealed class CloseRound(Db db, Acts acts, RoundChange change)
{
    /// <summary>Closes the round.</summary>
    public Task<Refusal?> ForAsync(RoundAddress address, string reason, DateOnly nextTalk, Guid? submit, CancellationToken stop) =>
        change.MakeAsync(
            address,
            submit,
            async hand =>
            {
                if (!acts.ForCollaboration(address.Collaboration).Is(out var act, out var refusal))
                    return refusal;
                var versions = await db.TextVersions.Where(version => version.Round == hand.Round.Id).ToListAsync(stop);
                return hand.Round.CloseUndecided(reason, nextTalk, hand.Table, versions, act);
            },
            stop
        );
}
