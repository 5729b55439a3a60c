using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Features.Collaborations;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Framing;

/// <summary>Members write the candidate text, sentence by sentence.</summary>
public sealed class WriteSentence(Db db, Acts acts, Viewer viewer, RoundChange change)
{
    /// <summary>Who writes where: the round, and the party spoken for or none for the facilitator.</summary>
    public readonly record struct Pen(RoundAddress Round, PartyId? Actor);

    /// <summary>Adds a sentence at the end; answers its id, the same one when the same submit comes again.</summary>
    public async Task<Decided<SentenceId>> AddAsync(Pen pen, Phrasing wording, Guid? submit, CancellationToken stop)
    {
        var id = new SentenceId(IdOfSubmit.Of(submit, viewer.Person ?? default));
        var refused = await ChangeAsync(pen, submit, (text, desk, act) => text.Add(id, wording, desk, act), stop);
        return refused is null ? id : refused;
    }

    /// <summary>Changes a sentence; <paramref name="seen"/> is the revision the writer started from.</summary>
    public Task<Refusal?> ChangeAsync(Pen pen, SentenceId sentence, Phrasing wording, int seen, CancellationToken stop) =>
        ChangeAsync(pen, null, (text, desk, act) => text.Change(sentence, wording, seen, desk, act), stop);

    /// <summary>Moves a sentence one place.</summary>
    public Task<Refusal?> MoveAsync(Pen pen, SentenceId sentence, bool up, Guid? submit, CancellationToken stop) =>
        ChangeAsync(pen, submit, (text, desk, act) => text.Move(sentence, up, desk, act), stop);

    /// <summary>Takes a sentence out.</summary>
    public Task<Refusal?> RemoveAsync(Pen pen, SentenceId sentence, Guid? submit, CancellationToken stop) =>
        ChangeAsync(pen, submit, (text, desk, act) => text.Remove(sentence, desk, act), stop);

    /// <summary>A party says that it recognises itself in a wording, or no longer does.</summary>
    public Task<Refusal?> RecogniseAsync(Pen pen, SentenceId sentence, int seen, bool recognised, CancellationToken stop) =>
        change.MakeAsync(
            pen.Round,
            null,
            async hand =>
            {
                if (pen.Actor is not { } party)
                    return new Refusal("access.party-only");
                if (!acts.ForParty(party).Is(out var act, out var refusal))
                    return refusal;
                var text = await db.CandidateTexts.AsSplitQuery().SingleOrDefaultAsync(text => text.Round == hand.Round.Id, stop);
                return text is null ? Refusals.NotThere : text.Recognise(sentence, seen, recognised, hand.Round, act);
            },
            stop
        );

    private Task<Refusal?> ChangeAsync(Pen pen, Guid? submit, Func<CandidateText, Desk, Act, Refusal?> decide, CancellationToken stop) =>
        change.MakeAsync(
            pen.Round,
            submit,
            async hand =>
            {
                if (!acts.ForPartyOrCollaboration(pen.Round.Collaboration, pen.Actor).Is(out var act, out var refusal))
                    return refusal;
                var text = await db.CandidateTexts.AsSplitQuery().SingleOrDefaultAsync(text => text.Round == hand.Round.Id, stop);
                if (text is null)
                {
                    if (!CandidateText.Begin(new CandidateTextId(Guid.CreateVersion7()), hand.Round).Is(out text, out refusal))
                        return refusal;
                    db.Add(text);
                }
                var texts = await db.Formulations.AsNoTracking().Where(known => known.Round == hand.Round.Id && known.RevealedAt != null).ToListAsync(stop);
                var versions = await db.TextVersions.AsNoTracking().Where(version => version.Round == hand.Round.Id).ToListAsync(stop);
                return decide(text, Desk.Of(hand.Round, texts, versions), act);
            },
            stop
        );
}
