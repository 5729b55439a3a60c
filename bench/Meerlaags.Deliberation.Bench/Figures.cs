using System.Diagnostics;
using System.Globalization;
using BenchmarkDotNet.Reports;
using Meerlaags.Deliberation.Proportional;

namespace Meerlaags.Deliberation.Bench;

/// <summary>The tables of docs/operations/deliberation-performance.md.</summary>
internal static class Figures
{
    private const double Nanoseconds = 1e6;
    private const string PlainLoop = "plain loop, a million doubles";

    public static void Write(IEnumerable<Summary> summaries, TextWriter output)
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
        output.WriteLine();
        foreach (var method in reports.Where(r => r.BenchmarkCase.Descriptor.Type == typeof(GrowthBenchmarks)).GroupBy(Name))
        {
            var times = method.OrderByDescending(r => (int)r.BenchmarkCase.Parameters["Part"]).Select(r => cost[r]).ToList();
            var exponents = times.Zip(times.Skip(1), (half, whole) => Math.Log2(whole / half));
            var overall = Math.Log2(times[^1] / times[0]) / (times.Count - 1);
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Growth of {method.Key} on halves of {BenchData.LargeElection}: exponents {string.Join(", ", exponents.Select(e => e.ToString("0.00", CultureInfo.InvariantCulture)))}; over all {overall:0.00}."
                )
            );
        }
    }

    /// <summary>Peak working set above that of this program before it did anything: reading the large election and running the rule.</summary>
    public static void WriteMemory(TextWriter output)
    {
        using var process = Process.GetCurrentProcess();
        var idle = process.PeakWorkingSet64;
        var election = BenchData.Election(BenchData.LargeElection);
        process.Refresh();
        var read = process.PeakWorkingSet64;
        EqualShares.Run(SupportProfile.Of(election, Satisfaction.Cost), Purses.Equal(election.Ballots.Count, election.Budget));
        process.Refresh();
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Memory on {BenchData.LargeElection}: {(process.PeakWorkingSet64 - idle) / 1e6:0} MB above idle ({idle / 1e6:0} MB), of which reading the file {(read - idle) / 1e6:0} MB."
            )
        );
    }

    private static string Name(BenchmarkReport report) => report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\'');

    private static string On(BenchmarkReport report) =>
        string.Join(", ", report.BenchmarkCase.Parameters.Items.Select(p => p.Name == "Part" ? $"1/{p.Value} of {BenchData.LargeElection}" : $"{p.Value}"));

    private static double Median(BenchmarkReport report) => report.ResultStatistics!.Median / Nanoseconds;
}
