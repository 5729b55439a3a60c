using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Framing;

/// <summary>A member finds that points say the same or do not, takes that back, splits points that are together, or names them.</summary>
public sealed class MarkSamePoints(Db db, Acts acts, RoundChange change)
{
    /// <summary>Marks two or more points as the same.</summary>
    /// <param name="address">The round.</param>
    /// <param name="actor">The party spoken for, or none for the facilitator.</param>
    /// <param name="same">The points.</param>
    /// <param name="submit">Id of the submit.</param>
    /// <param name="stop">Stops.</param>
    public Task<Refusal?> ForAsync(RoundAddress address, PartyId? actor, IReadOnlyCollection<PointId> same, Guid? submit, CancellationToken stop) =>
        MakeAsync(
            new WriteSentence.Pen(address, actor),
            submit,
            async (round, act) =>
            {
                if (!SamePoint.Mark(round, await OpenAsync(round, stop), same, act).Is(out var marks, out var refusal))
                    return refusal;
                var standing = await db
                    .SamePoints.Where(mark => mark.Round == round.Id && mark.UndoneAt == null && mark.Finding == PointFinding.Same)
                    .Select(mark => new { mark.First, mark.Second })
                    .ToListAsync(stop);
                db.AddRange(marks.Where(mark => !standing.Contains(new { mark.First, mark.Second })));
                return null;
            },
            stop
        );

    /// <summary>Takes a mark back.</summary>
    public Task<Refusal?> UndoAsync(RoundAddress address, PartyId? actor, SamePointId mark, Guid? submit, CancellationToken stop) =>
        MakeAsync(
            new WriteSentence.Pen(address, actor),
            submit,
            async (round, act) =>
            {
                var found = await db.SamePoints.SingleOrDefaultAsync(
                    known => known.Id == mark && known.Round == round.Id && known.Finding == PointFinding.Same,
                    stop
                );
                return found is null ? Refusals.NotThere : found.Undo(round, act);
            },
            stop
        );

    /// <summary>Takes points out of their cluster, together.</summary>
    public Task<Refusal?> SplitAsync(WriteSentence.Pen pen, IReadOnlyCollection<PointId> going, Guid? submit, CancellationToken stop) =>
        MakeAsync(
            pen,
            submit,
            async (round, act) =>
            {
                var marks = await db.SamePoints.Where(mark => mark.Round == round.Id && mark.UndoneAt == null).ToListAsync(stop);
                if (!SamePoint.Split(round, marks, going, act).Is(out var made, out var refusal))
                    return refusal;
                db.AddRange(made);
                return null;
            },
            stop
        );

    /// <summary>Gives the cluster of a point a name.</summary>
    public Task<Refusal?> NameAsync(WriteSentence.Pen pen, (PointId Point, string Name) named, Guid? submit, CancellationToken stop) =>
        MakeAsync(
            pen,
            submit,
            async (round, act) =>
            {
                var texts = await OpenAsync(round, stop);
                var marks = await db.SamePoints.Where(mark => mark.Round == round.Id && mark.UndoneAt == null).ToListAsync(stop);
                return PointGroups.From(texts, marks, round.PointNames).Of(named.Point) is { } group
                    ? round.NamePoints(group, named.Name, act)
                    : Refusals.NotThere;
            },
            stop
        );

    /// <summary>Says of two points that they are not the same.</summary>
    public Task<Refusal?> TellApartAsync(WriteSentence.Pen pen, IReadOnlyCollection<PointId> apart, Guid? submit, CancellationToken stop) =>
        MakeAsync(
            pen,
            submit,
            async (round, act) =>
            {
                if (!SamePoint.TellApart(round, await OpenAsync(round, stop), apart, act).Is(out var made, out var refusal))
                    return refusal;
                var known = await db
                    .SamePoints.Where(mark => mark.Round == round.Id && mark.First == made.First && mark.Second == made.Second && mark.UndoneAt == null)
                    .Select(mark => mark.Finding)
                    .ToListAsync(stop);
                // Together now: they come apart first, by who finds that they should.
                if (known.Contains(PointFinding.Same))
                    return new Refusal("points.are-together") { Field = "Points" };
                if (known.Count == 0)
                    db.Add(made);
                return null;
            },
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

    private Task<List<Formulation>> OpenAsync(FramingRound round, CancellationToken stop) =>
        db.Formulations.Where(text => text.Round == round.Id && text.RevealedAt != null).ToListAsync(stop);
}
