using Meerlaags.Deliberation.Numerics;
using Meerlaags.Deliberation.Proportional;
using Meerlaags.Deliberation.Verification;

namespace Meerlaags.Deliberation.Tests.Proportional;

/// <summary>Jumping over steps that change nothing gives what going step by step gives; the seed is in every message.</summary>
public class Completion_by_raising_endowments
{
    private const int Seed = 20260402;
    private static readonly Rational[] Increments = [1, new(1, 3), new(1, 10), new(7, 2)];

    [Theory]
    [InlineData(CompletionStop.Overshoot)]
    [InlineData(CompletionStop.Exhaustion)]
    public void Jumps_end_where_single_steps_end(CompletionStop stop) =>
        RandomElection.ForAll(
            Seed,
            (election, message) =>
            {
                var (profile, _) = election.Equal();
                var cardinality = election.Cardinality().Profile;
                foreach (var increment in Increments)
                {
                    Same(profile, election.Budget, increment, stop, message);
                    Same(cardinality, election.Budget, increment, stop, message);
                }
            }
        );

    [Fact]
    public void Points_on_the_ballots_are_jumped_over_as_well() =>
        RandomElection.ForAll(
            Seed,
            (election, message) => Same(election.Points().Profile, election.Budget, new Rational(1, 4), CompletionStop.Overshoot, message)
        );

    [Fact]
    public void Complaints_stay_away_and_prices_too_unless_votes_fill_up()
    {
        var withoutPrices = 0;
        RandomElection.ForAll(
            Seed,
            (election, message) =>
            {
                var (profile, purses) = election.Equal();
                var completed = EqualSharesCompletion.Add1(profile, election.Budget, new Rational(1, 3));
                int[] selected = [.. completed.Outcome.Selected];
                int[] filled = [.. selected, .. GreedyRule.Complete(profile, election.Budget, selected)];
                Assert.True(BudgetEjrPlus.Violations(profile, purses, selected).Count == 0, message);
                Assert.True(BudgetEjrPlus.Violations(profile, purses, filled).Count == 0, message);

                var (range, raised) = (Priceability.Range(profile, selected), completed.Endowment * profile.VoterCount);
                Assert.True(range is not null && range.Least <= raised && !(range.Most < raised), message);
                Interlocked.Add(ref withoutPrices, Priceability.Range(profile, filled) is null ? 1 : 0);
            }
        );
        Assert.NotEqual(0, withoutPrices);
    }

    [Fact]
    public void A_step_of_a_millionth_is_no_more_work_than_a_large_one()
    {
        var profile = SupportProfile.Create(3, [new("a", 3, [0, 1, 2]), new("b", 30, [0, 1])]);

        var completed = EqualSharesCompletion.Add1(profile, 32, new Rational(1, 1_000_000));

        // b is bought once two voters have 15 + 1 each; one millionth before, a alone is.
        Assert.Equal((CompletionEnd.Overshoot, 1), (completed.End, completed.Outcome.Selected.Count));
        Assert.Equal(5_333_333, completed.Increments);
        Assert.True(completed.Endowment < 16 && completed.Endowment + new Rational(1, 1_000_000) >= 16);
    }

    private static void Same(SupportProfile profile, Rational budget, Rational increment, CompletionStop stop, string message)
    {
        var jumped = EqualSharesCompletion.Add1(profile, budget, increment, stop);
        var (outcome, step, end) = StepByStep(profile, budget, increment, stop);
        Assert.True((step, end) == (jumped.Increments, jumped.End), $"{message}: {step} {end}, not {jumped.Increments} {jumped.End}");
        Assert.True(outcome.Selected.SequenceEqual(jumped.Outcome.Selected), message);
        for (var k = 0; k < outcome.Selected.Count; k++)
        {
            Assert.True(outcome.Rho(k) == jumped.Outcome.Rho(k), message);
            Assert.True((outcome.TiesAt(k) ?? []).SequenceEqual(jumped.Outcome.TiesAt(k) ?? []), message);
        }
    }

    private static (EqualSharesOutcome Outcome, long Step, CompletionEnd End) StepByStep(
        SupportProfile profile,
        Rational budget,
        Rational increment,
        CompletionStop stop
    )
    {
        var supported = Enumerable.Range(0, profile.ProjectCount).Count(p => profile.SupportersOf(p).Count > 0);
        EqualSharesOutcome At(long at) => EqualShares.Run(profile, Purses.Equal(profile.VoterCount, budget + increment * at * profile.VoterCount));
        var (kept, step) = (At(0), 0L);
        while (true)
        {
            if (kept.Selected.Count == supported)
                return (kept, step, CompletionEnd.AllBought);
            if (stop == CompletionStop.Exhaustion && GreedyRule.Complete(profile, budget, [.. kept.Selected]).Count == 0)
                return (kept, step, CompletionEnd.Exhaustive);
            var next = At(step + 1);
            if (next.TotalCost > budget)
                return (kept, step, CompletionEnd.Overshoot);
            (kept, step) = (next, step + 1);
        }
    }
}
