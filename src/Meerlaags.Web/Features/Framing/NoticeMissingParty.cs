using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;

namespace Meerlaags.Web.Features.Framing;

/// <summary>Does the table still fit? A member says who is missing and why.</summary>
public sealed class NoticeMissingParty(Db db, Acts acts, Viewer viewer, RoundChange change)
{
    /// <summary>Names the missing party; answers its id, the same one when the same submit comes again.</summary>
    public async Task<Decided<MissingPartyId>> ForAsync(WriteSentence.Pen pen, string name, string why, Guid? submit, CancellationToken stop)
    {
        var id = new MissingPartyId(IdOfSubmit.Of(submit, viewer.Person ?? default));
        var refused = await change.MakeAsync(
            pen.Round,
            submit,
            hand =>
            {
                if (!acts.ForPartyOrCollaboration(pen.Round.Collaboration, pen.Actor).Is(out var act, out var refusal))
                    return Task.FromResult<Refusal?>(refusal);
                if (!MissingParty.Notice(id, hand.Round, name, why, act).Is(out var missing, out refusal))
                    return Task.FromResult<Refusal?>(refusal);
                db.Add(missing);
                return Task.FromResult<Refusal?>(null);
            },
            stop
        );
        return refused is null ? id : refused;
    }
}
