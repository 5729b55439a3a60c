using Meerlaags.Deliberation.Numerics;
using Meerlaags.Deliberation.Proportional;
using Meerlaags.Deliberation.Tests.Fixtures;

namespace Meerlaags.Deliberation.Tests.Proportional;

/// <summary>A small election made from a seed, with whole numbers so small that ties are common.</summary>
internal sealed record RandomElection(Rational Budget, Rational[] Costs, int[][] Approvals, long[] Weights)
{
    /// <summary>Tries what holds on as many elections as are enough; the seed of the case goes into every message.</summary>
    public static void ForAll(int seed, Action<RandomElection, string> holds) => RandomCases.ForAll(seed, (random, message) => holds(From(random), message));

    public static RandomElection From(Random random)
    {
        var (voters, projects) = (random.Next(1, 9), random.Next(1, 7));
        return new(
            random.Next(1, 60),
            [.. Enumerable.Range(0, projects).Select(_ => (Rational)random.Next(1, 13))],
            [.. Enumerable.Range(0, voters).Select(_ => Enumerable.Range(0, projects).Where(_ => random.Next(2) == 0).ToArray())],
            [.. Enumerable.Range(0, voters).Select(_ => (long)random.Next(1, 4))]
        );
    }

    public IEnumerable<(SupportProfile, Purses)> Variants() =>
        [Equal(), Clones(), (Profile(Costs), Purses.Own([.. Weights.Select(w => Budget * w / Weights.Sum())])), Cardinality(), Points()];

    public (SupportProfile Profile, Purses Purses) Equal() => (Profile(Costs), Purses.Equal(Approvals.Length, Budget));

    public (SupportProfile Profile, Purses Purses) Cardinality() => (Profile([.. Costs.Select(_ => Rational.One)]), Purses.Equal(Approvals.Length, Budget));

    /// <summary>Points 1 to 5, made from voter and project.</summary>
    public (SupportProfile Profile, Purses Purses) Points() =>
        (
            SupportProfile.Create(
                Approvals.Length,
                [.. Costs.Select((_, p) => Project(p, Rational.One) with { Points = [.. Supporters(p).Select(v => (Rational)(1 + (v * 7 + p * 3) % 5))] })]
            ),
            Purses.Equal(Approvals.Length, Budget)
        );

    public (SupportProfile Profile, Purses Purses) Clones() => (Profile(Costs), Purses.Clones(Weights, Budget));

    private int[] Supporters(int project) => [.. Enumerable.Range(0, Approvals.Length).Where(v => Approvals[v].Contains(project))];

    private SupportedProject Project(int project, Rational utility) => new($"{project}", Costs[project], Supporters(project)) { Utility = utility };

    private SupportProfile Profile(Rational[] utilities) => SupportProfile.Create(Approvals.Length, [.. Costs.Select((_, p) => Project(p, utilities[p]))]);
}
