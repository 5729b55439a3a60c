using BenchmarkDotNet.Attributes;
using Meerlaags.Deliberation.Numerics;
using Meerlaags.Deliberation.Proportional;

namespace Meerlaags.Deliberation.Bench;

/// <summary>Budget rules on made elections of the sizes of real ones; halves show how the time grows.</summary>
[MemoryDiagnoser]
public class EqualSharesBenchmarks
{
    private const int Projects = 150;
    private const int Approvals = 4;
    private SupportProfile profile = null!;
    private Purses purses = null!;
    private Rational budget;

    [Params(6_250, 12_500, 25_000, 50_000)]
    public int Voters { get; set; }

    [GlobalSetup]
    public void Make()
    {
        var random = new Random(1);
        var supporters = Enumerable.Range(0, Projects).Select(_ => new List<int>()).ToArray();
        for (var voter = 0; voter < Voters; voter++)
        for (var i = 0; i < Approvals; i++)
        {
            var project = (int)(Projects * Math.Pow(random.NextDouble(), 2));
            if (supporters[project].Count == 0 || supporters[project][^1] != voter)
                supporters[project].Add(voter);
        }
        Rational[] costs = [.. Enumerable.Range(0, Projects).Select(_ => (Rational)random.Next(5_000, 300_000))];
        profile = SupportProfile.Create(Voters, [.. Enumerable.Range(0, Projects).Select(p => $"{p}")], costs, [.. supporters.Select(s => s.ToArray())], costs);
        budget = Voters * 110L;
        purses = Purses.Equal(Voters, budget);
    }

    [Benchmark]
    public int EqualSharesOnce() => EqualShares.Run(profile, purses).Selected.Count;

    [Benchmark]
    public int Phragmen() => SequentialPhragmen.Run(profile, budget, PhragmenStop.Skip).Selected.Count;

    [Benchmark(Baseline = true)]
    public long PlainLoopOverApprovals()
    {
        var sum = 0L;
        foreach (var supporters in Enumerable.Range(0, Projects).Select(p => profile.SupportersOf(p)))
        foreach (var voter in supporters)
            sum += voter;
        return sum;
    }
}
