using Meerlaags.Bench.Data;
using Meerlaags.Bench.Gathering;
using Meerlaags.Bench.Results;
using Meerlaags.Bench.Servers;
using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Bench;

/// <summary>The benchmark: <c>measure</c> does it all and starts the other commands in processes of their own.</summary>
internal static class Program
{
    /// <summary>The file of this program.</summary>
    public static string Itself { get; } = typeof(Program).Assembly.Location;

    private static async Task<int> Main(string[] arguments)
    {
        var options = new Options([.. arguments.Skip(1)]);
        switch (arguments)
        {
            case ["seed", ..]:
                await Seed.RunAsync(options);
                return 0;
            case ["baselines", ..]:
                await Baselines.RunAsync(options);
                return 0;
            case ["raw", ..]:
                await Baselines.RunFileAsync(options);
                return 0;
            case ["seed-gathering", ..]:
                await GatheringSeed.RunAsync(options);
                return 0;
            case ["gathering", ..]:
                return await GatheringRun.AllAsync(options);
            case ["seed-country", ..]:
                await CountryRun.SeedAsync(options);
                return 0;
            case ["country", ..]:
                return await CountryRun.AllAsync(options);
            case ["counting", ..]:
                return Counting.Run(options.Arguments);
            case ["measure", ..]:
                return await MeasureAsync(options);
            default:
                await Console.Error.WriteLineAsync("Start the benchmark with bench/run.");
                return 2;
        }
    }

    // The largest installation only on PostgreSQL: growth is a matter of the queries, which are the same.
    private static async Task<int> MeasureAsync(Options options)
    {
        var pages = new List<PageFigures>();
        var starts = new List<StartFigures>();
        if (options.Databases is "sqlite" or "both")
        {
            foreach (var size in options.Sizes)
                await MeasureAsync(options, size, server: null);
        }
        if (options.Databases is "postgres" or "both")
        {
            if (Postgres.Missing is { } missing)
            {
                await Console.Error.WriteLineAsync("Skipped: " + missing);
            }
            else
            {
                await using var server = await Postgres.StartAsync();
                await MeasureAsync(options, options.Sizes[^1], server);
            }
        }
        var goals = Goals.From(pages, starts);
        await Console.Out.WriteLineAsync($"\n{(options.CountsOnly ? "" : Report.Starts(starts) + "\n")}{Report.Goals(goals)}");
        return goals.All(goal => goal.IsMet) ? 0 : 1;

        async Task MeasureAsync(Options options, int size, Postgres? server)
        {
            await Console.Error.WriteLineAsync($"{(server is null ? "sqlite" : "postgres")}: {size} collaborations are written");
            var measurements = new Measurements(options, await Store.SeedAsync(options.Folder, size, server), starts: size == options.Sizes[^1]);
            await Console.Error.WriteLineAsync("  pages are counted" + (options.CountsOnly ? "" : ", then measured"));
            var counted = await measurements.CountAsync();
            var figures = options.CountsOnly ? counted : await measurements.PagesAsync(counted);
            // What is known is told at once: whoever stops a long run keeps it.
            await Console.Out.WriteLineAsync("\n" + Report.Pages(figures, options.CountsOnly));
            pages.AddRange(figures);
            starts.AddRange(measurements.Starts);
        }
    }
}
