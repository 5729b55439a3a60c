using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;

namespace Meerlaags.Web.Features.Framing;

/// <summary>Does the table still fit? A member says who is missing and why.</summary>
public sealed class NoticeMissingParty(Db db, Acts acts, RoundChange change)
{
    /// <summary>Names the missing party.</summary>
    public Task<Refusal?> ForAsync(WriteSentence.Pen pen, string name, string why, Guid? submit, CancellationToken stop) =>
        change.MakeAsync(
            pen.Round,
            submit,
            hand =>
            {
                if (!acts.ForPartyOrCollaboration(pen.Round.Collaboration, pen.Actor).Is(out var act, out var refusal))
                    return Task.FromResult<Refusal?>(refusal);
                if (!MissingParty.Notice(new MissingPartyId(Guid.CreateVersion7()), hand.Round, name, why, act).Is(out var missing, out refusal))
                    return Task.FromResult<Refusal?>(refusal);
                db.Add(missing);
                return Task.FromResult<Refusal?>(null);
            },
            stop
        );
}
