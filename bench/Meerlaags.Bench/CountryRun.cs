using System.Diagnostics;
using System.Globalization;
using Meerlaags.Bench.Country;
using Meerlaags.Bench.Data;
using Meerlaags.Bench.Results;
using Meerlaags.Bench.Servers;
using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Bench;

/// <summary>Makes countries from a hundredth to the whole, and measures the pages in each.</summary>
internal static class CountryRun
{
    /// <summary>Makes one, in the installation that the arguments lead to.</summary>
    public static async Task SeedAsync(Options options)
    {
        var since = Stopwatch.StartNew();
        await using var filling = await Filling.OpenAsync(options);
        var size = SizeOf(options, options.Scale);
        var made = await new CountryWriter(filling.Services, size, Console.Error).WriteAsync(SeededFacts.Password, CancellationToken.None);
        var seconds = since.Elapsed.TotalSeconds;
        await new SeededFacts(CountryWriter.Email, made.Person, made.Collaboration, made.Round, made.Party)
        {
            Municipality = made.Municipality,
            Made = size.ToString(),
            Seconds = seconds,
        }.WriteAsync(filling.Folder);
        await Console.Error.WriteLineAsync(await CountryCounts.TextAsync(filling.Services, made.Busiest));
        await Console.Error.WriteLineAsync(
            string.Create(CultureInfo.InvariantCulture, $"  made in {seconds:0} s, {made.Rows / seconds:N0} rows/s; seed {size.Seed}, until {size.Until:O}")
        );
    }

    /// <summary>Measures. Answers 1 when a goal is not met.</summary>
    public static async Task<int> AllAsync(Options options)
    {
        if (options.MakesOnly)
            return await MakeAsync(options);
        var pages = new List<PageFigures>();
        var starts = new List<StartFigures>();
        if (options.Databases is "sqlite" or "both")
        {
            foreach (var scale in options.Scales)
                await MeasureAsync(options, scale, server: null, (pages, starts));
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
                foreach (var scale in options.Scales)
                    await MeasureAsync(options, scale, server, (pages, starts));
            }
        }
        var goals = Goals.From(pages, starts);
        await Console.Out.WriteLineAsync($"\n{Report.Starts(starts)}\n{Report.Goals(goals)}");
        return goals.All(goal => goal.IsMet) ? 0 : 1;
    }

    private static async Task<int> MakeAsync(Options options)
    {
        Directory.CreateDirectory(options.Folder);
        string[] postgres = options.Text("postgres", "") is { Length: > 0 } connection ? ["--Data:Postgres", connection] : [];
        await Measured.RunAsync([Program.Itself, .. SeedCommand(options, options.Scale), "--Data:Folder", options.Folder, .. postgres]);
        await Console.Out.WriteLineAsync(
            $"The country is in {options.Folder}. Start the product on it with: ./run --empty --data {options.Folder}\n"
                + $"Sign in as {CountryWriter.Email} with: {SeededFacts.Password}"
        );
        return 0;
    }

    private static async Task MeasureAsync(Options options, double scale, Postgres? server, (List<PageFigures> Pages, List<StartFigures> Starts) all)
    {
        var size = SizeOf(options, scale);
        await Console.Error.WriteLineAsync($"{(server is null ? "sqlite" : "postgres")}: a country with {size.Collaborations} collaborations");
        var store = await Store.SeedAsync(options.Folder, size.Collaborations, server, SeedCommand(options, scale));
        if (SeededFacts.Read(store.Folder).Made != size.ToString())
            throw new InvalidOperationException($"{store.Folder} holds something else than {size}. Choose another folder to keep data in.");
        var measurements = new Measurements(options, store, starts: scale == options.Scales[^1]);
        await Console.Error.WriteLineAsync("  pages are counted" + (options.CountsOnly ? "" : ", then measured"));
        var counted = await measurements.CountAsync();
        var figures = options.CountsOnly ? counted : await measurements.PagesAsync(counted);
        await Console.Out.WriteLineAsync("\n" + Report.Pages(figures, options.CountsOnly));
        all.Pages.AddRange(figures);
        all.Starts.AddRange(measurements.Starts);
    }

    private static string[] SeedCommand(Options options, double scale) =>
        [
            "seed-country",
            "--scale",
            scale.ToString(CultureInfo.InvariantCulture),
            "--seed",
            options.Seed.ToString(CultureInfo.InvariantCulture),
            "--until",
            SizeOf(options, scale).Until.ToString("O", CultureInfo.InvariantCulture),
        ];

    private static CountrySize SizeOf(Options options, double scale) =>
        new(Math.Max(CountryPlan.OwnTables, (int)Math.Round(scale * CountrySize.Whole)), options.Seed, options.Until ?? CountrySize.UsualUntil);
}
