using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Framing;

/// <summary>The facilitator opens all texts at once. The one place that reads blind texts past their filter: to open them, never to show them.</summary>
public sealed class RevealTexts(Db db, Acts acts, RoundChange change)
{
    /// <summary>Reveals in one transaction.</summary>
    public Task<Refusal?> ForAsync(RoundAddress address, Guid? submit, CancellationToken stop) =>
        change.MakeAsync(
            address,
            submit,
            async hand =>
            {
                if (!acts.ForCollaboration(address.Collaboration).Is(out var act, out var refusal))
                    return refusal;
                var texts = await db.Formulations.IgnoreQueryFilters([FramingMapping.Blind]).Where(text => text.Round == hand.Round.Id).ToListAsync(stop);
                return hand.Round.RevealTexts(texts, hand.Table, act);
            },
            stop
        );
}
