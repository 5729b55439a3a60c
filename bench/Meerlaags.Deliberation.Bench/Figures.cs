using System.Globalization;
using BenchmarkDotNet.Reports;

namespace Meerlaags.Deliberation.Bench;

/// <summary>The tables of docs/operations/deliberation-performance.md.</summary>
internal static class Figures
{
    private const double Nanoseconds = 1e6;
    private const string PlainLoop = "plain loop, a million doubles";

    public static void Write(IEnumerable<Summary> summaries, bool whole, TextWriter output)
    {
        var reports = summaries.SelectMany(s => s.Reports).Where(r => r.ResultStatistics is not null).ToList();
        var cost = reports.ToDictionary(r => r, r => ProcessorTime.Of(r.BenchmarkCase));
        var loop = reports.Where(r => Name(r) == PlainLoop).Select(r => cost[r]).DefaultIfEmpty(double.NaN).First();
        output.WriteLine("| what | on | processor ms | clock ms (median) | 99.9 % ± | allocated MB | x plain loop |");
        output.WriteLine("| --- | --- | ---: | ---: | ---: | ---: | ---: |");
        foreach (var report in reports)
        {
            var error = report.ResultStatistics!.ConfidenceInterval.Margin / Nanoseconds;
            var allocated = (report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0) / 1e6;
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {Name(report)} | {On(report)} | {cost[report]:0.###} | {Median(report):0.###} | {error:0.##} | {allocated:0.##} | {cost[report] / loop:0.#} |"
                )
            );
        }
        if (!whole)
            return;
        double Ours(string work, string on) => cost[reports.Single(r => Name(r) == work && On(r) == on)];
        var (shares, phragmen) = (Growth.OfEqualShares(), Growth.OfPhragmen());
        Memory[] memory = [.. ((string[])[BenchData.LargeElection, BenchData.LargestElection, BenchData.LargestConversation]).Select(Memory.Of)];
        output.WriteLine();
        WriteGrowth([shares, phragmen], output);
        WriteMemory(memory, output);
        WritePublished(Ours, output);
        output.WriteLine("\n### Goals\n");
        Goal.Write(Goal.All(Ours, shares, memory), output);
    }

    private static void WriteGrowth(IEnumerable<Growth> grown, TextWriter output)
    {
        output.WriteLine($"Growth over three random halvings of {BenchData.LargeElection}, medians of seven rounds of at least 0.4 s of calls:\n");
        output.WriteLine("| what | ms on 1/8, 1/4, 1/2, 1/1 | exponents | over all |");
        output.WriteLine("| --- | --- | --- | ---: |");
        foreach (var growth in grown)
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {growth.Rule} | {List(growth.Milliseconds, "0.000")} | {List(growth.Exponents, "0.00")} | {growth.Exponent:0.00} |"
                )
            );
    }

    private static void WriteMemory(IEnumerable<Memory> memory, TextWriter output)
    {
        output.WriteLine("\nPeak working set above an idle process, reading and computing together:\n");
        output.WriteLine("| on | MB | of which reading |");
        output.WriteLine("| --- | ---: | ---: |");
        foreach (var one in memory)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {one.On} | {one.Above:0} | {one.Reading:0} |"));
    }

    private static void WritePublished(Func<string, string, double> ours, TextWriter output)
    {
        output.WriteLine("\nBeside what programs of others took, as measured before on a machine like this one (processor seconds; not the same minutes):\n");
        output.WriteLine("| what | on | by | theirs s | ours ms | times as fast |");
        output.WriteLine("| --- | --- | --- | ---: | ---: | ---: |");
        foreach (var (work, on, by, seconds) in Published.All)
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {work} | {on} | {by} | {seconds} | {ours(work, on):0.###} | {1000 * seconds / ours(work, on):0} |"
                )
            );
    }

    private static string List(IEnumerable<double> values, string format) =>
        string.Join(", ", values.Select(value => value.ToString(format, CultureInfo.InvariantCulture)));

    private static string Name(BenchmarkReport report) => report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\'');

    private static string On(BenchmarkReport report) => string.Join(", ", report.BenchmarkCase.Parameters.Items.Select(p => $"{p.Value}"));

    private static double Median(BenchmarkReport report) => report.ResultStatistics!.Median / Nanoseconds;
}
