using System.Globalization;

namespace Meerlaags.Deliberation.Bench;

/// <summary>What is to be reached, what was measured, and whether that is met.</summary>
internal sealed record Goal(string What, double Limit, string Unit, double Measured)
{
    /// <summary>At least, instead of at most.</summary>
    public bool AtLeast { get; init; }

    public bool IsMet => AtLeast ? Measured >= Limit : Measured <= Limit;

    public static IReadOnlyList<Goal> All(Func<string, string, double> ours, Growth growth, IReadOnlyList<Memory> memory)
    {
        double Above(string on) => memory.Single(m => m.On == on).Above;
        const string Large = BenchData.LargeElection;
        return
        [
            new("Method of Equal Shares, Łódź 2020, exact", 60, "ms", ours("EqualSharesOnce", Large)),
            new("Method of Equal Shares, the largest (90,000 x 160), exact", 100, "ms", ours("EqualSharesOnce", BenchData.LargestElection)),
            Times("of equalshares-compute-tool from 5,000 voters on (the least)", 10, Published.Least("EqualSharesOnce", "equalshares", ours)),
            Times("of pabutools from 5,000 voters on (the least)", 50, Published.Least("EqualSharesOnce", "pabutools", ours)),
            new("its growth over halves of Łódź 2020", 1.3, "exponent", growth.Exponent),
            new("completion add1, Łódź 2020, every step exact, by jumps", 500, "ms", ours("Add1", Large)),
            Times("of equalshares-compute-tool for add1 (the least)", 15, Published.Least("Add1", "equalshares", ours)),
            new("memory above an idle process, Łódź 2020", 40, "MB", Above(Large)),
            new("memory above an idle process, the largest election", 40, "MB", Above(BenchData.LargestElection)),
            new("Polis pipeline, vtaiwan.uberx (1,921 x 197)", 100, "ms", ours("PolisPipelineOnce", "vtaiwan.uberx")),
            new("Polis pipeline, the largest (225,000 votes)", 300, "ms", ours("PolisPipelineOnce", BenchData.LargestConversation)),
            Times("of the Polis server's own pipeline (the least)", 100, Published.Least("PolisPipelineOnce", "Polis", ours)),
            Times("of numpy for the Polis pipeline (the least)", 3, Published.Least("PolisPipelineOnce", "numpy", ours)),
            new("memory above an idle process, Polis pipeline, the largest", 60, "MB", Above(BenchData.LargestConversation)),
            new("a new vote in our own map, vtaiwan.uberx", 50, "ms", ours("NewVote", "vtaiwan.uberx")),
            new("a new vote in our own map, 2,000 x 200", 50, "ms", ours("NewVote", "made, 2000 x 200, all votes")),
            new("analysis and divergence of 200 texts of 200 words", 200, "ms", ours("200 texts of 200 words: analysis and divergence", "")),
        ];
    }

    public static void Write(IEnumerable<Goal> goals, TextWriter output)
    {
        output.WriteLine("| what | goal | measured | |");
        output.WriteLine("| --- | ---: | ---: | --- |");
        foreach (var goal in goals)
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {goal.What} | {(goal.AtLeast ? "≥" : "≤")} {goal.Limit} {goal.Unit} | {goal.Measured:0.##} {goal.Unit} | {(goal.IsMet ? "met" : "**not met**")} |"
                )
            );
    }

    private static Goal Times(string what, double limit, double measured) => new($"speed, times that {what}", limit, "x", measured) { AtLeast = true };
}
