using BenchmarkDotNet.Attributes;
using Meerlaags.Deliberation.Numerics;
using Meerlaags.Deliberation.Proportional;

namespace Meerlaags.Deliberation.Bench;

/// <summary>Budget rules on real elections of every size, once each: exact, cost utilities, no completion.</summary>
public class EqualSharesBenchmarks
{
    private SupportProfile profile = null!;
    private Purses purses = null!;
    private Rational budget;

    [Params(
        "Netherlands_Assen_2024",
        "Netherlands_Amsterdam_166",
        "Netherlands_Amsterdam_622",
        "Poland_Wieliczka_2023_Green_Budget",
        "France_Toulouse_2022",
        "Netherlands_Amsterdam_285",
        "Poland_Warszawa_2020_Wawer",
        "Poland_Warszawa_2021_Bielany",
        "Netherlands_Amsterdam_621",
        BenchData.LargeElection
    )]
    public string Election { get; set; } = "";

    [GlobalSetup]
    public void Read()
    {
        var election = BenchData.Election(Election);
        profile = SupportProfile.Of(election, Satisfaction.Cost);
        budget = election.Budget;
        purses = Purses.Equal(election.Ballots.Count, budget);
    }

    [Benchmark]
    public int EqualSharesOnce() => EqualShares.Run(profile, purses).Selected.Count;

    [Benchmark]
    public int Phragmen() => SequentialPhragmen.Run(profile, budget, PhragmenStop.FirstMisfit).Selected.Count;
}

/// <summary>The large election and random halves of it: how time grows with voters.</summary>
public class GrowthBenchmarks
{
    private SupportProfile profile = null!;
    private Purses purses = null!;
    private Rational budget;

    [Params(8, 4, 2, 1)]
    public int Part { get; set; }

    [GlobalSetup]
    public void Read()
    {
        var election = BenchData.Part(BenchData.Election(BenchData.LargeElection), Part);
        profile = SupportProfile.Of(election, Satisfaction.Cost);
        budget = election.Budget;
        purses = Purses.Equal(election.Ballots.Count, budget);
    }

    [Benchmark]
    public int EqualSharesOnce() => EqualShares.Run(profile, purses).Selected.Count;

    [Benchmark]
    public int Phragmen() => SequentialPhragmen.Run(profile, budget, PhragmenStop.FirstMisfit).Selected.Count;
}

/// <summary>The completion that raises every endowment by 1 until the budget is overshot.</summary>
public class CompletionBenchmarks
{
    private SupportProfile profile = null!;
    private Rational budget;

    [Params("Netherlands_Amsterdam_588", "Netherlands_Amsterdam_166", "Netherlands_Amsterdam_622", BenchData.LargeElection)]
    public string Election { get; set; } = "";

    [GlobalSetup]
    public void Read()
    {
        var election = BenchData.Election(Election);
        (profile, budget) = (SupportProfile.Of(election, Satisfaction.Cost), election.Budget);
    }

    [Benchmark]
    public long Add1() => EqualSharesCompletion.Add1(profile, budget, Rational.One, CompletionStop.Overshoot).Increments;
}
