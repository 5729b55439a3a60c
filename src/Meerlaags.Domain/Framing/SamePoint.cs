using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Framing;

/// <summary>The finding of a person that two points say the same.</summary>
public readonly record struct SamePointId(Guid Value) : IId<SamePointId>
{
    /// <inheritdoc/>
    public static SamePointId From(Guid value) => new(value);
}

/// <summary>What somebody finds of two points.</summary>
public enum PointFinding
{
    /// <summary>They say the same.</summary>
    Same,

    /// <summary>They do not, however alike their words are: the pair is not proposed again.</summary>
    Different,
}

/// <summary>Someone marked two points of a round as the same, or as not the same. Points that are the same as a third are the same as each other.</summary>
public sealed class SamePoint : Aggregate<SamePointId>
{
    private SamePoint() { }

    /// <inheritdoc/>
    public override Guid? Chain => Collaboration.Value;

    /// <summary>The collaboration.</summary>
    public CollaborationId Collaboration { get; private init; }

    /// <summary>The round.</summary>
    public RoundId Round { get; private init; }

    /// <summary>The point with the smaller id.</summary>
    public PointId First { get; private init; }

    /// <summary>The point with the larger id.</summary>
    public PointId Second { get; private init; }

    /// <summary>What was found.</summary>
    public PointFinding Finding { get; private init; }

    /// <summary>Who found it.</summary>
    public PersonId By { get; private init; }

    /// <summary>The party that person spoke for, or null for the facilitator.</summary>
    public PartyId? Party { get; private init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>Taken back since, or null.</summary>
    public DateTimeOffset? UndoneAt { get; private set; }

    /// <summary>Whether it ties its two points together now.</summary>
    public bool Ties => Finding == PointFinding.Same && UndoneAt is null;

    /// <summary>Marks a group of points as the same: each with the first of the group.</summary>
    /// <param name="round">The round, revealed.</param>
    /// <param name="revealed">Every text of the round that is open to all.</param>
    /// <param name="same">Two or more points.</param>
    /// <param name="act">A member's act.</param>
    public static Decided<IReadOnlyList<SamePoint>> Mark(
        FramingRound round,
        IReadOnlyCollection<Formulation> revealed,
        IReadOnlyCollection<PointId> same,
        Act act
    )
    {
        var chosen = InOrder(same);
        if (Guard(round, revealed, chosen, act) is { } refusal)
            return refusal;

        return chosen.Skip(1).Select(other => Between(round, (chosen[0], other), PointFinding.Same, act)).ToList();
    }

    /// <summary>Says of two points that they are not the same; it is remembered by whom.</summary>
    /// <param name="round">The round, revealed.</param>
    /// <param name="revealed">Every text of the round that is open to all.</param>
    /// <param name="apart">Two points.</param>
    /// <param name="act">A member's act.</param>
    public static Decided<SamePoint> TellApart(FramingRound round, IReadOnlyCollection<Formulation> revealed, IReadOnlyCollection<PointId> apart, Act act)
    {
        var chosen = InOrder(apart);
        if (Guard(round, revealed, chosen, act) is { } refusal)
            return refusal;
        if (chosen.Count > 2)
            return new Refusal("points.choose-two") { Field = "Points" };

        return Between(round, (chosen[0], chosen[1]), PointFinding.Different, act);
    }

    /// <summary>Takes points out of their cluster, together. Those that go stay the same as each other, and so do those that stay.</summary>
    /// <param name="round">The round.</param>
    /// <param name="marks">The marks of the round.</param>
    /// <param name="going">The points that go.</param>
    /// <param name="act">A member's act.</param>
    /// <returns>New marks, where a part was held together by points of the other.</returns>
    public static Decided<IReadOnlyList<SamePoint>> Split(FramingRound round, IReadOnlyCollection<SamePoint> marks, IReadOnlyCollection<PointId> going, Act act)
    {
        if (act.Actor is Actor.ForInstallation)
            return new Refusal("access.members-only");
        if (!round.IsOpen)
            return new Refusal("round.closed");
        var leaving = InOrder(going);
        IReadOnlySet<PointId> cluster = leaving.Count == 0 ? new HashSet<PointId>() : PointGroups.Tied(marks, leaving[0]);
        if (leaving.Count == 0 || !leaving.TrueForAll(cluster.Contains))
            return new Refusal("points.not-together") { Field = "Points" };
        if (leaving.Count == cluster.Count)
            return new Refusal("points.leave-some") { Field = "Points" };

        foreach (var mark in marks.Where(mark => mark.Ties && cluster.Contains(mark.First) && leaving.Contains(mark.First) != leaving.Contains(mark.Second)))
            mark.Undo(round, act);
        return Tie(round, marks, leaving, act).Concat(Tie(round, marks, InOrder(cluster.Except(leaving)), act)).ToList();
    }

    /// <summary>Takes the finding back, while the round runs.</summary>
    public Refusal? Undo(FramingRound round, Act act)
    {
        if (act.Actor is Actor.ForInstallation)
            return new Refusal("access.members-only");
        if (!round.IsOpen)
            return new Refusal("round.closed");
        if (!Ties)
            return new Refusal("points.already-undone");

        UndoneAt = act.At;
        Record(new SameMarkUndone(Id, First, Second), act);
        return null;
    }

    private static Refusal? Guard(FramingRound round, IReadOnlyCollection<Formulation> revealed, List<PointId> chosen, Act act)
    {
        if (act.Actor is Actor.ForInstallation)
            return new Refusal("access.members-only");
        if (!round.IsRevealed)
            return new Refusal("points.not-revealed");
        if (!round.IsOpen)
            return new Refusal("round.closed");
        var known = revealed.Where(text => text.RevealedAt is not null).SelectMany(text => text.Points).Select(point => point.Id).ToHashSet();
        if (chosen.Count < 2)
            return new Refusal("points.choose-two") { Field = "Points" };
        return chosen.TrueForAll(known.Contains) ? null : new Refusal("points.unknown") { Field = "Points" };
    }

    // What held a part together may have gone with the other: its pieces are tied to its first point.
    private static IEnumerable<SamePoint> Tie(FramingRound round, IReadOnlyCollection<SamePoint> marks, List<PointId> part, Act act)
    {
        var held = PointGroups.Tied(marks, part[0]).ToHashSet();
        foreach (var point in part.Where(point => !held.Contains(point)))
        {
            held.UnionWith(PointGroups.Tied(marks, point));
            yield return Between(round, (part[0], point), PointFinding.Same, act);
        }
    }

    private static List<PointId> InOrder(IEnumerable<PointId> points) =>
        [.. points.Distinct().Order(Comparer<PointId>.Create((one, other) => one.Value.CompareTo(other.Value)))];

    private static SamePoint Between(FramingRound round, (PointId First, PointId Second) points, PointFinding finding, Act act)
    {
        var (first, second) = points;
        var mark = new SamePoint
        {
            Id = new SamePointId(Guid.CreateVersion7(act.At)),
            Collaboration = round.Collaboration,
            Round = round.Id,
            First = first,
            Second = second,
            Finding = finding,
            By = act.Actor.Person!.Value,
            Party = (act.Actor as Actor.ForParty)?.Party,
            At = act.At,
        };
        mark.Record(finding == PointFinding.Same ? new PointsMarkedSame(mark.Id, first, second) : new PointsToldApart(mark.Id, first, second), act);
        return mark;
    }
}
