using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Framing;

/// <summary>The finding of a person that two points say the same.</summary>
public readonly record struct SamePointId(Guid Value) : IId<SamePointId>
{
    /// <inheritdoc/>
    public static SamePointId From(Guid value) => new(value);
}

/// <summary>Someone marked two points of a round as the same. Points that are the same as a third are the same as each other.</summary>
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

    /// <summary>Who found it.</summary>
    public PersonId By { get; private init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>Taken back since, or null.</summary>
    public DateTimeOffset? UndoneAt { get; private set; }

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
        if (act.Actor is Actor.ForInstallation)
            return new Refusal("access.members-only");
        if (!round.IsRevealed)
            return new Refusal("points.not-revealed");
        if (!round.IsOpen)
            return new Refusal("round.closed");
        var known = revealed.Where(text => text.RevealedAt is not null).SelectMany(text => text.Points).Select(point => point.Id).ToHashSet();
        var chosen = same.Distinct().Order(Comparer<PointId>.Create((one, other) => one.Value.CompareTo(other.Value))).ToList();
        if (chosen.Count < 2)
            return new Refusal("points.choose-two") { Field = "Points" };
        if (!chosen.TrueForAll(known.Contains))
            return new Refusal("points.unknown") { Field = "Points" };

        return chosen.Skip(1).Select(other => Between(round, chosen[0], other, act)).ToList();
    }

    /// <summary>Takes the finding back, while the round runs.</summary>
    public Refusal? Undo(FramingRound round, Act act)
    {
        if (act.Actor is Actor.ForInstallation)
            return new Refusal("access.members-only");
        if (!round.IsOpen)
            return new Refusal("round.closed");
        if (UndoneAt is not null)
            return new Refusal("points.already-undone");

        UndoneAt = act.At;
        Record(new SameMarkUndone(Id, First, Second), act);
        return null;
    }

    private static SamePoint Between(FramingRound round, PointId first, PointId second, Act act)
    {
        var mark = new SamePoint
        {
            Id = new SamePointId(Guid.CreateVersion7(act.At)),
            Collaboration = round.Collaboration,
            Round = round.Id,
            First = first,
            Second = second,
            By = act.Actor.Person!.Value,
            At = act.At,
        };
        mark.Record(new PointsMarkedSame(mark.Id, first, second), act);
        return mark;
    }
}
