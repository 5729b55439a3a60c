using BenchmarkDotNet.Attributes;
using Meerlaags.Deliberation.Numerics;
using Meerlaags.Deliberation.Proportional;
using Meerlaags.Deliberation.Proportional.Committees;
using Meerlaags.Deliberation.Verification;

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
        BenchData.LargeElection,
        BenchData.LargestElection
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

/// <summary>The completion that raises every endowment by 1 until the budget is overshot.</summary>
public class CompletionBenchmarks
{
    private SupportProfile profile = null!;
    private Rational budget;

    [Params("Netherlands_Assen_2024", "Netherlands_Amsterdam_588", "Netherlands_Amsterdam_166", "Netherlands_Amsterdam_622", BenchData.LargeElection)]
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

/// <summary>What an outcome of equal shares is checked by: groups that may complain, and the prices behind it.</summary>
public class VerificationBenchmarks
{
    private SupportProfile profile = null!;
    private Purses purses = null!;
    private int[] selected = [];

    [Params("Netherlands_Assen_2024", "Netherlands_Amsterdam_166", "Poland_Warszawa_2020_Wawer", BenchData.LargeElection, BenchData.LargestElection)]
    public string Election { get; set; } = "";

    [GlobalSetup]
    public void Read()
    {
        var election = BenchData.Election(Election);
        profile = SupportProfile.Of(election, Satisfaction.Cost);
        purses = Purses.Equal(election.Ballots.Count, election.Budget);
        selected = [.. EqualShares.Run(profile, purses).Selected];
    }

    [Benchmark]
    public int EjrPlus() => BudgetEjrPlus.Violations(profile, purses, selected).Count;
}

/// <summary>Priceability as a linear programme on fractions; elections whose programme is small and middling.</summary>
public class PriceBenchmarks
{
    private SupportProfile profile = null!;
    private int[] selected = [];

    [Params("Netherlands_Assen_2024", "Netherlands_Amsterdam_588", "Poland_Wieliczka_2023_Green_Budget")]
    public string Election { get; set; } = "";

    [GlobalSetup]
    public void Read()
    {
        var election = BenchData.Election(Election);
        profile = SupportProfile.Of(election, Satisfaction.Cost);
        selected = [.. EqualShares.Run(profile, Purses.Equal(election.Ballots.Count, election.Budget)).Selected];
    }

    [Benchmark]
    public PriceRange? Prices() => Priceability.Range(profile, selected);
}

/// <summary>Committee rules, each on all profiles of the reference.</summary>
public class CommitteeBenchmarks
{
    private IReadOnlyList<(ApprovalProfile Profile, int Size)> profiles = [];
    private CommitteeRules.Rule rule = null!;

    [Params("av", "pav", "seqpav", "seqphragmen", "minimaxphragmen", "leximaxphragmen", "maximin-support", "monroe", "equal-shares")]
    public string Rule { get; set; } = "";

    [GlobalSetup]
    public void Read() => (profiles, rule) = (BenchData.Committees(), CommitteeRules.All.Single(r => r.Name == Rule));

    [Benchmark(Description = "480 committees with all ties")]
    public int Committees() => profiles.Sum(p => rule.Winners(p.Profile, p.Size).Count);
}
