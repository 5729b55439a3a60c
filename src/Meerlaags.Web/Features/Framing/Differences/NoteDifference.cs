using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Framing.Differences;

/// <summary>A member writes a difference down, says of one that was found whether it is right, or takes that back.</summary>
public sealed class NoteDifference(Db db, Acts acts, Viewer viewer, RoundChange change, Lexicon lexicon)
{
    /// <summary>Writes a difference down; answers its id, the same one when the same submit comes again.</summary>
    public async Task<Decided<NotedDifferenceId>> AddAsync(WriteSentence.Pen pen, AddedDifference added, Guid? submit, CancellationToken stop)
    {
        var id = new NotedDifferenceId(IdOfSubmit.Of(submit, viewer.Person ?? default));
        var refused = await MakeAsync(
            pen,
            submit,
            async (round, act) =>
            {
                if (!lexicon.Words.Aspects.Select(aspect => aspect.Key).Contains(added.Aspect))
                    return new Refusal("difference.unknown-aspect") { Field = "Aspect" };
                var open = await db.Formulations.Where(text => text.Round == round.Id && text.RevealedAt != null).Select(text => text.Party).ToListAsync(stop);
                if (!NotedDifference.Add(id, round, added, open.ToHashSet(), act).Is(out var noted, out var refusal))
                    return refusal;
                db.Add(noted);
                return null;
            },
            stop
        );
        return refused is null ? id : refused;
    }

    /// <summary>Says of what was found whether it is right; what the same party said of it before is taken back.</summary>
    public Task<Refusal?> JudgeAsync(WriteSentence.Pen pen, (FoundDifference Found, bool Right, string Why) said, Guid? submit, CancellationToken stop) =>
        MakeAsync(
            pen,
            submit,
            async (round, act) =>
            {
                var id = new NotedDifferenceId(IdOfSubmit.Of(submit, viewer.Person ?? default));
                if (!NotedDifference.Judge(id, round, said.Found, (said.Right, said.Why), act).Is(out var noted, out var refusal))
                    return refusal;
                var before = await db
                    .NotedDifferences.Where(note =>
                        note.Round == round.Id && note.Finding == said.Found.Key && note.Party == noted.Party && note.WithdrawnAt == null
                    )
                    .ToListAsync(stop);
                foreach (var note in before)
                    note.Withdraw(round, act);
                db.Add(noted);
                return null;
            },
            stop
        );

    /// <summary>Takes it back.</summary>
    public Task<Refusal?> WithdrawAsync(WriteSentence.Pen pen, NotedDifferenceId id, Guid? submit, CancellationToken stop) =>
        MakeAsync(
            pen,
            submit,
            async (round, act) =>
                await db.NotedDifferences.SingleOrDefaultAsync(note => note.Id == id && note.Round == round.Id, stop) is { } noted
                    ? noted.Withdraw(round, act)
                    : Refusals.NotThere,
            stop
        );

    private Task<Refusal?> MakeAsync(WriteSentence.Pen pen, Guid? submit, Func<FramingRound, Act, Task<Refusal?>> decide, CancellationToken stop) =>
        change.MakeAsync(
            pen.Round,
            submit,
            async hand =>
                acts.ForPartyOrCollaboration(pen.Round.Collaboration, pen.Actor).Is(out var act, out var refusal) ? await decide(hand.Round, act) : refusal,
            stop
        );
}
