using Meerlaags.Deliberation.Numerics;

namespace Meerlaags.Deliberation.Proportional;

/// <summary>When to end raising the endowments.</summary>
public enum CompletionStop
{
    /// <summary>At the first outcome that costs more than the budget (the practice; pabutools: exhaustive_stop off).</summary>
    Overshoot,

    /// <summary>Also at the first outcome to which no supported project can be added within the budget.</summary>
    Exhaustion,
}

/// <summary>When to end, and how to decide ties (by id unless named).</summary>
public sealed record CompletionRules(CompletionStop Stop)
{
    public TieOrder Ties { get; init; } = TieOrder.ById;

    public static implicit operator CompletionRules(CompletionStop stop) => new(stop);
}

/// <summary>Why raising the endowments ended.</summary>
public enum CompletionEnd
{
    /// <summary>The next outcome costs more than the budget.</summary>
    Overshoot,

    /// <summary>No supported project fits any more.</summary>
    Exhaustive,

    /// <summary>Every supported project is bought: more money changes nothing.</summary>
    AllBought,
}

/// <summary>An outcome with raised endowments: after how many steps, and why no further.</summary>
public sealed record CompletedShares(EqualSharesOutcome Outcome, long Increments, Rational Endowment, CompletionEnd End);

/// <summary>
/// Completion "add1": everyone's endowment is raised by one step and the rule rerun from scratch, until the stop; the last outcome within
/// the budget is kept (not monotone: a later budget may fit again, the practice ends at the first overshoot). Steps at which every
/// decision stays as it was are jumped over (<see cref="EndowmentReach"/>), so that small steps cost no more than large ones; the
/// outcome is that of going step by step.
/// </summary>
public static class EqualSharesCompletion
{
    /// <summary>Raises equal endowments of budget/n in steps of <paramref name="increment"/> per voter; ends at overshoot unless told otherwise.</summary>
    public static CompletedShares Add1(
        SupportProfile profile,
        Rational budget,
        Rational increment,
        CompletionRules? rules = null,
        CancellationToken cancellation = default
    )
    {
        rules ??= CompletionStop.Overshoot;
        return new Add1Search(profile, budget, increment)
        {
            Stop = rules.Stop,
            Ties = rules.Ties,
            Cancellation = cancellation,
        }.Run();
    }
}
