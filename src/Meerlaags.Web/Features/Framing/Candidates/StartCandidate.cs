using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Framing.Candidates;

/// <summary>A party or the facilitator starts another candidate text, or gives one its name.</summary>
public sealed class StartCandidate(Db db, Acts acts, RoundChange change, Desks desks)
{
    /// <summary>How it starts.</summary>
    /// <param name="Name">What people call it.</param>
    /// <param name="CopyOf">The number of the candidate to copy, or none.</param>
    /// <param name="PointsOf">The party whose points become its first sentences, or none.</param>
    public sealed record Plan(string Name, int? CopyOf = null, PartyId? PointsOf = null);

    /// <summary>Starts it; answers its number, the same one when the same submit comes again.</summary>
    public async Task<Decided<int>> ForAsync(WriteSentence.Pen pen, Plan plan, Guid? submit, CancellationToken stop)
    {
        var id = new CandidateTextId(Guid.Empty);
        var number = 0;
        var refused = await change.MakeAsync(
            pen.Round,
            submit,
            async hand =>
            {
                if (!acts.ForPartyOrCollaboration(pen.Round.Collaboration, pen.Actor).Is(out var act, out var refusal))
                    return refusal;
                var present = await PresentAsync(hand.Round, stop);
                var copied = plan.CopyOf is { } copy ? present.Find(text => text.Number == copy) : null;
                var points = plan.PointsOf is { } party ? await OpenTextOfAsync(hand.Round, party, stop) : null;
                if ((plan.CopyOf is not null && copied is null) || (plan.PointsOf is not null && points is null))
                    return new Refusal("candidate.unknown-source");
                var beginning = new Beginning(plan.Name, present, await desks.OfAsync(hand.Round, stop)) { Copied = copied, Points = points };
                id = new CandidateTextId(Guid.CreateVersion7());
                if (!CandidateText.Start(id, hand.Round, beginning, act).Is(out var started, out refusal))
                    return refusal;
                number = started.Number;
                db.Add(started);
                return null;
            },
            stop
        );
        if (refused is not null)
            return refused;
        return number > 0 ? number : await NumberOfAsync(pen.Round, plan.Name, stop);
    }

    /// <summary>Gives a candidate another name.</summary>
    public Task<Refusal?> RenameAsync(WriteSentence.Pen pen, string name, Guid? submit, CancellationToken stop) =>
        change.MakeAsync(
            pen.Round,
            submit,
            async hand =>
            {
                if (!acts.ForPartyOrCollaboration(pen.Round.Collaboration, pen.Actor).Is(out var act, out var refusal))
                    return refusal;
                var present = await PresentAsync(hand.Round, stop);
                return present.Find(text => text.Number == pen.Candidate) is { } named ? named.Rename(name, present, hand.Round, act) : Refusals.NotThere;
            },
            stop
        );

    // A resend finds what the first one made by its name, which is one of a kind in its round.
    private async Task<int> NumberOfAsync(RoundAddress address, string name, CancellationToken stop)
    {
        var round = await db.Rounds.AsNoTracking().SingleAsync(round => round.Collaboration == address.Collaboration && round.Number == address.Number, stop);
        name = PlainText.Line(name);
        return await db
            .CandidateTexts.AsNoTracking()
            .Where(text => text.Round == round.Id && text.Name == name)
            .Select(text => text.Number)
            .FirstOrDefaultAsync(stop);
    }

    private Task<List<CandidateText>> PresentAsync(FramingRound round, CancellationToken stop) =>
        db.CandidateTexts.AsSplitQuery().Where(text => text.Round == round.Id).ToListAsync(stop);

    private Task<Formulation?> OpenTextOfAsync(FramingRound round, PartyId party, CancellationToken stop) =>
        db.Formulations.AsNoTracking().SingleOrDefaultAsync(text => text.Round == round.Id && text.Party == party && text.RevealedAt != null, stop);
}
