using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Framing;

/// <summary>A member finds that points say the same, or takes that back.</summary>
public sealed class MarkSamePoints(Db db, Acts acts, RoundChange change)
{
    /// <summary>Marks two or more points as the same.</summary>
    /// <param name="address">The round.</param>
    /// <param name="actor">The party spoken for, or none for the facilitator.</param>
    /// <param name="same">The points.</param>
    /// <param name="submit">Id of the submit.</param>
    /// <param name="stop">Stops.</param>
    public Task<Refusal?> ForAsync(RoundAddress address, PartyId? actor, IReadOnlyCollection<PointId> same, Guid? submit, CancellationToken stop) =>
        change.MakeAsync(
            address,
            submit,
            async hand =>
            {
                if (!acts.ForPartyOrCollaboration(address.Collaboration, actor).Is(out var act, out var refusal))
                    return refusal;
                var texts = await db.Formulations.Where(text => text.Round == hand.Round.Id && text.RevealedAt != null).ToListAsync(stop);
                if (!SamePoint.Mark(hand.Round, texts, same, act).Is(out var marks, out refusal))
                    return refusal;
                var standing = await db
                    .SamePoints.Where(mark => mark.Round == hand.Round.Id && mark.UndoneAt == null)
                    .Select(mark => new { mark.First, mark.Second })
                    .ToListAsync(stop);
                db.AddRange(marks.Where(mark => !standing.Contains(new { mark.First, mark.Second })));
                return null;
            },
            stop
        );

    /// <summary>Takes a mark back.</summary>
    public Task<Refusal?> UndoAsync(RoundAddress address, PartyId? actor, SamePointId mark, Guid? submit, CancellationToken stop) =>
        change.MakeAsync(
            address,
            submit,
            async hand =>
            {
                if (!acts.ForPartyOrCollaboration(address.Collaboration, actor).Is(out var act, out var refusal))
                    return refusal;
                var found = await db.SamePoints.SingleOrDefaultAsync(known => known.Id == mark && known.Round == hand.Round.Id, stop);
                return found is null ? Refusals.NotThere : found.Undo(hand.Round, act);
            },
            stop
        );
}
