using Meerlaags.Deliberation.Proportional;

namespace Meerlaags.Deliberation.Bench;

/// <summary>How time grows with voters: the large election and random halves, quarters and eighths of it.</summary>
internal sealed record Growth(string Rule, double[] Milliseconds, double[] Exponents)
{
    private const int Halvings = 3; // different random ones
    private const int Rounds = 7;
    private static readonly int[] Parts = [8, 4, 2, 1];

    /// <summary>Over all: from the smallest part to the whole.</summary>
    public double Exponent => Math.Log2(Milliseconds[^1] / Milliseconds[0]) / (Parts.Length - 1);

    public static Growth OfEqualShares() =>
        Of(
            "EqualSharesOnce",
            election =>
            {
                var (profile, purses) = (SupportProfile.Of(election, Satisfaction.Cost), Purses.Equal(election.Ballots.Count, election.Budget));
                return () => EqualShares.Run(profile, purses);
            }
        );

    public static Growth OfPhragmen() =>
        Of(
            "Phragmen",
            election =>
            {
                var profile = SupportProfile.Of(election, Satisfaction.Cost);
                return () => SequentialPhragmen.Run(profile, election.Budget, PhragmenStop.FirstMisfit);
            }
        );

    // Parts take turns, so that a busy minute on the machine falls on all of them; each time is the median of rounds of many calls.
    private static Growth Of(string rule, Func<PbElection, Action> prepare)
    {
        var whole = BenchData.Election(BenchData.LargeElection);
        var times = new double[Halvings][];
        for (var h = 0; h < Halvings; h++)
        {
            var work = Array.ConvertAll(Parts, part => prepare(BenchData.Part(whole, part, seed: h + 1)));
            foreach (var one in work)
                ProcessorTime.Of(one); // warm
            var rounds = Enumerable.Range(0, Rounds).Select(_ => Array.ConvertAll(work, ProcessorTime.Of)).ToList();
            times[h] = [.. Parts.Select((_, i) => Median(rounds.Select(r => r[i])))];
        }
        double[] medians = [.. Parts.Select((_, i) => Median(times.Select(t => t[i])))];
        return new(rule, medians, [.. medians.Zip(medians.Skip(1), (half, twice) => Math.Log2(twice / half))]);
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(values.Count() / 2);
}
