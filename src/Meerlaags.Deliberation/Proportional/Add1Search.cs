using Meerlaags.Deliberation.Numerics;

namespace Meerlaags.Deliberation.Proportional;

/// <summary>The search of <see cref="EqualSharesCompletion"/> for the last outcome within the budget.</summary>
internal sealed class Add1Search
{
    private readonly SupportProfile profile;
    private readonly Rational budget;
    private readonly Rational increment;
    private readonly Rational start;

    public Add1Search(SupportProfile profile, Rational budget, Rational increment)
    {
        ArgumentNullException.ThrowIfNull(profile);
        if (increment.Sign <= 0)
            throw new ArgumentOutOfRangeException(nameof(increment), "A step is more than nothing.");
        if (profile.VoterCount == 0)
            throw new ArgumentException("There are no voters.", nameof(profile));
        (this.profile, this.budget, this.increment) = (profile, budget, increment);
        start = budget / profile.VoterCount;
    }

    public CompletionStop Stop { get; init; }
    public TieOrder Ties { get; init; } = TieOrder.ById;
    public ItemRules? Rules { get; init; }
    public CancellationToken Cancellation { get; init; }

    public CompletedShares Run()
    {
        var step = 0L;
        var kept = At(step);
        while (true)
        {
            var outcome = kept.Outcome();
            if (NothingLeft(outcome, kept.Reach))
                return new(outcome, step, Endowment(step), CompletionEnd.AllBought);
            if (Stop == CompletionStop.Exhaustion && GreedyRule.Complete(profile, budget, outcome.Selected, Rules).Count == 0)
                return new(outcome, step, Endowment(step), CompletionEnd.Exhaustive);
            var jump = kept.Reach.Steps(increment.ToDouble());
            var next = At(step + jump + 1);
            if (next.Outcome().TotalCost > budget)
                return new((jump == 0 ? kept : At(step + jump)).Outcome(), step + jump, Endowment(step + jump), CompletionEnd.Overshoot);
            kept = next;
            step += jump + 1;
        }
    }

    // Beside everything being bought: what is left may never be bought, whatever the money.
    private bool NothingLeft(EqualSharesOutcome outcome, EndowmentReach reach) =>
        double.IsPositiveInfinity(reach.Rise) || outcome.Selected.Count == Enumerable.Range(0, profile.ProjectCount).Count(profile.TakesPart);

    private Rational Endowment(long step) => start + increment * step;

    private EqualSharesRun At(long step) =>
        EqualShares.Complete(new(profile, Purses.EqualShare(profile.VoterCount, Endowment(step)), Ties, Rules), Cancellation);
}
