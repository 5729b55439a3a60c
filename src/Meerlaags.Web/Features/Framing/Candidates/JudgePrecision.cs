using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Framing.Candidates;

/// <summary>People say which sentence answers a question of precision, or why the text need not answer it.</summary>
public sealed class JudgePrecision(Db db, Acts acts, RoundChange change, Desks desks, PrecisionList list)
{
    /// <summary>What they found.</summary>
    /// <param name="Question">Key of the question.</param>
    /// <param name="Sentence">The sentence that answers it, or none.</param>
    /// <param name="Reason">Why it is not needed.</param>
    public sealed record Found(string Question, SentenceId? Sentence, string Reason);

    /// <summary>Keeps it.</summary>
    public Task<Refusal?> ForAsync(WriteSentence.Pen pen, Found found, Guid? submit, CancellationToken stop) =>
        change.MakeAsync(
            pen.Round,
            submit,
            async hand =>
            {
                if (!acts.ForPartyOrCollaboration(pen.Round.Collaboration, pen.Actor).Is(out var act, out var refusal))
                    return refusal;
                var text = await db
                    .CandidateTexts.AsSplitQuery()
                    .SingleOrDefaultAsync(text => text.Round == hand.Round.Id && text.Number == pen.Candidate, stop);
                if (text is null || list.Questions.Find(found.Question) is null)
                    return Refusals.NotThere;
                var verdict = new PrecisionVerdict(found.Question, list.Questions.Version, found.Sentence, found.Reason);
                return text.Judge(verdict, await desks.OfAsync(hand.Round, stop), act);
            },
            stop
        );
}
