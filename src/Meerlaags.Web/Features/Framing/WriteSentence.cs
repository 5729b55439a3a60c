using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Framing;

/// <summary>Members write the candidate text, sentence by sentence.</summary>
public sealed class WriteSentence(Db db, Acts acts, Viewer viewer, RoundChange change, Desks desks)
{
    /// <summary>Who writes where: the round, the party spoken for or none for the facilitator, and which candidate.</summary>
    public readonly record struct Pen(RoundAddress Round, PartyId? Actor, int Candidate = 1);

    /// <summary>Adds a sentence at the end; answers its id, the same one when the same submit comes again.</summary>
    public async Task<Decided<SentenceId>> AddAsync(Pen pen, Phrasing wording, Guid? submit, CancellationToken stop)
    {
        var id = new SentenceId(IdOfSubmit.Of(submit, viewer.Person ?? default));
        var refused = await change.MakeAsync(
            pen.Round,
            submit,
            async hand =>
            {
                if (!acts.ForPartyOrCollaboration(pen.Round.Collaboration, pen.Actor).Is(out var act, out var refusal))
                    return refusal;
                var text = await db
                    .CandidateTexts.AsSplitQuery()
                    .SingleOrDefaultAsync(text => text.Round == hand.Round.Id && text.Number == pen.Candidate, stop);
                if (text is null && pen.Candidate != 1)
                    return Refusals.NotThere;
                if (text is null)
                {
                    if (!CandidateText.Begin(new CandidateTextId(Guid.CreateVersion7()), hand.Round).Is(out text, out refusal))
                        return refusal;
                    db.Add(text);
                }
                return text.Add(id, wording, await desks.OfAsync(hand.Round, stop), act);
            },
            stop
        );
        return refused is null ? id : refused;
    }

    /// <summary>Changes a sentence; <paramref name="seen"/> is the revision the writer started from.</summary>
    public Task<Refusal?> ChangeAsync(Pen pen, SentenceId sentence, Phrasing wording, int seen, CancellationToken stop) =>
        ChangeAsync((pen, sentence), null, (text, desk, act) => text.Change(sentence, wording, seen, desk, act), stop);

    /// <summary>Moves a sentence one place.</summary>
    public Task<Refusal?> MoveAsync(Pen pen, SentenceId sentence, bool up, Guid? submit, CancellationToken stop) =>
        ChangeAsync((pen, sentence), submit, (text, desk, act) => text.Move(sentence, up, desk, act), stop);

    /// <summary>Takes a sentence out.</summary>
    public Task<Refusal?> RemoveAsync(Pen pen, SentenceId sentence, Guid? submit, CancellationToken stop) =>
        ChangeAsync((pen, sentence), submit, (text, desk, act) => text.Remove(sentence, desk, act), stop);

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
                var text = await WithAsync(hand, sentence, stop);
                return text is null ? Refusals.NotThere : text.Recognise(sentence, seen, recognised, hand.Round, act);
            },
            stop
        );

    private Task<Refusal?> ChangeAsync(
        (Pen Pen, SentenceId Sentence) where,
        Guid? submit,
        Func<CandidateText, Desk, Act, Refusal?> decide,
        CancellationToken stop
    ) =>
        change.MakeAsync(
            where.Pen.Round,
            submit,
            async hand =>
            {
                if (!acts.ForPartyOrCollaboration(where.Pen.Round.Collaboration, where.Pen.Actor).Is(out var act, out var refusal))
                    return refusal;
                var text = await WithAsync(hand, where.Sentence, stop);
                return text is null ? new Refusal("sentence.unknown") : decide(text, await desks.OfAsync(hand.Round, stop), act);
            },
            stop
        );

    // A sentence stands in one candidate of the round.
    private Task<CandidateText?> WithAsync(RoundAtHand hand, SentenceId sentence, CancellationToken stop) =>
        db.CandidateTexts.AsSplitQuery().SingleOrDefaultAsync(text => text.Round == hand.Round.Id && text.Sentences.Any(known => known.Id == sentence), stop);
}

/// <summary>Looks whether the texts of a round may be written now.</summary>
public sealed class Desks(Db db)
{
    /// <summary>The desk of a round.</summary>
    public async Task<Desk> OfAsync(FramingRound round, CancellationToken stop)
    {
        var texts = await db.Formulations.AsNoTracking().Where(known => known.Round == round.Id && known.RevealedAt != null).ToListAsync(stop);
        var versions = await db.TextVersions.AsNoTracking().Where(version => version.Round == round.Id).ToListAsync(stop);
        return Desk.Of(round, texts, versions);
    }
}
