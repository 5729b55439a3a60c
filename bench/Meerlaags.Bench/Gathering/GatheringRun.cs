using System.Diagnostics;
using System.Globalization;
using Meerlaags.Bench.Load;
using Meerlaags.Bench.Results;
using Meerlaags.Bench.Servers;
using Meerlaags.Domain.Collaborations;
using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Bench.Gathering;

/// <summary>Many people in one round: they open it, write, hand in within the time given, and get the reveal in their open pages.</summary>
internal sealed class GatheringRun(Options options, Store store)
{
    private const int SignInsAtOnce = 4;
    private const int SeedOfChance = 20261122;
    private static readonly TimeSpan LongestReveal = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWarmUp = TimeSpan.FromSeconds(10);

    private readonly GatheringFacts facts = GatheringFacts.Read(store.Folder);
    private readonly Experience experience = new();

    private List<(GatheredTable Table, Seat Seat)> Seats => [.. facts.Tables.SelectMany(table => table.Seats, (table, seat) => (table, seat))];

    private TimeSpan Time => TimeSpan.FromSeconds(options.Number("seconds", 120));

    /// <summary>Runs it on each database; answers 1 when a goal is not met.</summary>
    public static async Task<int> AllAsync(Options options)
    {
        var goals = new List<Goal>();
        if (options.Databases is "sqlite" or "both")
            goals.AddRange(await OnAsync(options, server: null));
        if (options.Databases is "postgres" or "both")
        {
            if (Postgres.Missing is { } missing)
            {
                await Console.Error.WriteLineAsync("Skipped: " + missing);
            }
            else
            {
                await using var server = await Postgres.StartAsync();
                goals.AddRange(await OnAsync(options, server));
            }
        }
        await Console.Out.WriteLineAsync("\n" + Report.Goals(goals));
        return goals.All(goal => goal.IsMet) ? 0 : 1;
    }

    private static async Task<IReadOnlyList<Goal>> OnAsync(Options options, Postgres? server)
    {
        var people = options.Number("people", 300);
        var parties = Math.Min(people, options.Number("parties", people));
        var tables = options.Number("tables", (parties + Collaboration.MostParties - 1) / Collaboration.MostParties);
        string[] command = ["seed-gathering", "--people", Written(people), "--parties", Written(parties), "--tables", Written(tables)];
        var run = new GatheringRun(options, await Store.SeedAsync(options.Folder, people, server, command));
        return await run.MeasureAsync();
    }

    private async Task<IReadOnlyList<Goal>> MeasureAsync()
    {
        await store.PinAsync();
        string[] settings = ["--contentRoot", options.Product, "--urls", $"http://127.0.0.1:{options.Port}", .. store.Settings];
        await using var server = await Measured.StartAsync(options.Port, [Path.Combine(options.Product, "Meerlaags.Web.dll"), .. settings]);
        await WarmUpAsync(server);
        await Console.Error.WriteLineAsync($"{store.Database}: {Gathered} sign in");
        var people = await SignInAsync(server, Seats, experience);
        var leaders = await SignInAsync(server, [.. facts.Tables.Select(table => (table, table.Leads))], experience);

        await Console.Error.WriteLineAsync($"  they write and hand in within {Time.TotalSeconds:0} seconds");
        var before = Used(server);
        await Task.WhenAll(people.Zip(Seats, (person, place) => person.TakePartAsync(place.Table.Round, Time)));
        var writing = Used(server) - before;

        await Console.Error.WriteLineAsync("  the texts are revealed");
        await Task.WhenAll(leaders.Zip(facts.Tables, (leader, table) => leader.OpenRevealAsync(table.Round)));
        before = Used(server);
        experience.PressedAt = Stopwatch.GetTimestamp();
        var acts = await Task.WhenAll(leaders.Zip(facts.Tables, (leader, table) => leader.RevealAsync(table.Round)));
        await Task.WhenAll(people.Select(person => person.RevealedAsync())).WaitAsync(LongestReveal);
        var reveal = Used(server) - before;
        var memory = server.Memory();

        var texts = await Task.WhenAll(leaders.Zip(facts.Tables, (leader, table) => leader.TextsAsync(table.Round)));
        var raw = await RawAsync(texts[0]);
        foreach (var person in people.Concat(leaders))
            person.Dispose();
        await TellAsync(writing, reveal, acts.Max(), memory, texts[0].Length);
        return Goals(texts, memory, raw);
    }

    // A small table goes the same way first: what is compiled at first use is compiled.
    private async Task WarmUpAsync(Measured server)
    {
        var unseen = new Experience();
        var table = facts.Before;
        var people = await SignInAsync(server, [.. table.Seats.Select(seat => (table, seat))], unseen);
        var leader = (await SignInAsync(server, [(table, table.Leads)], unseen))[0];
        await Task.WhenAll(people.Select(person => person.TakePartAsync(table.Round, LongestWarmUp)));
        await leader.OpenRevealAsync(table.Round);
        await leader.RevealAsync(table.Round);
        await Task.WhenAll(people.Select(person => person.RevealedAsync())).WaitAsync(LongestReveal);
        await leader.TextsAsync(table.Round);
        foreach (var person in people.Append(leader))
            person.Dispose();
    }

    private string Gathered =>
        $"{Seats.Count} people of {Seats.Count(place => place.Seat.Writes)} parties at {(facts.Tables.Count == 1 ? "one table" : $"{facts.Tables.Count} tables")}";

    private static async Task<IReadOnlyList<Attendee>> SignInAsync(Measured server, List<(GatheredTable Table, Seat Seat)> places, Experience lived)
    {
        var people = new Attendee[places.Count];
        await Parallel.ForEachAsync(
            places.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = SignInsAtOnce },
            async (place, _) =>
            {
                var visitor = await Visitor.SignInAsync(server.Address, place.Item.Seat.Email);
                people[place.Index] = new Attendee(visitor, place.Item.Seat, lived, new Random(SeedOfChance + place.Index));
            }
        );
        return people;
    }

    // The same bytes from memory, fetched by as many at once after the same waits.
    private async Task<double> RawAsync(string texts)
    {
        var file = Path.Combine(store.Folder, "texts.html");
        await File.WriteAllTextAsync(file, texts);
        var port = options.Port + 1;
        await using var raw = await Measured.StartAsync(port, [Program.Itself, "raw", "--file", file, "--port", Written(port)]);
        var times = await Task.WhenAll(Seats.Index().Select(place => FetchAsync(place.Index)));
        return Percentile(times, 0.95);

        async Task<double> FetchAsync(int place)
        {
            using var client = new HttpClient { BaseAddress = raw.Address };
            var since = Stopwatch.GetTimestamp();
            await Task.Delay(new Random(SeedOfChance + place).Next(Attendee.LongestWaitForPart));
            await client.GetByteArrayAsync(new Uri("/", UriKind.Relative));
            return Stopwatch.GetElapsedTime(since).TotalMilliseconds;
        }
    }

    private IReadOnlyList<Goal> Goals(IReadOnlyList<string> texts, double memory, double raw)
    {
        var writers = facts
            .Tables.Zip(texts)
            .SelectMany(table => table.First.Seats.Where(seat => seat.Writes).Select(seat => Occurrences(table.Second, Attendee.MarkOf(seat.Party))))
            .ToList();
        var usual = writers.Order().ElementAt(writers.Count / 2);
        var late = Percentile(experience.Reveals, 0.95);
        return
        [
            new Goal($"{store.Database}: from the reveal to the texts in the page, 95 of 100, ms", late, 1000, 500),
            new Goal($"{store.Database}: the same ÷ the same bytes from memory", late / raw, 10, 3),
            new Goal($"{store.Database}: people who did not get the texts", Seats.Count - experience.Reveals.Count, 0, 0),
            new Goal($"{store.Database}: texts lost", writers.Count(found => found == 0), 0, 0),
            new Goal($"{store.Database}: texts doubled", writers.Count(found => found > usual), 0, 0),
            new Goal($"{store.Database}: answers that should not have been", experience.Faults.Count, 0, 0),
            new Goal($"{store.Database}: memory after the reveal, MB", memory, 350, 250),
        ];
    }

    private async Task TellAsync(TimeSpan writing, TimeSpan reveal, TimeSpan act, double memory, int length)
    {
        await Console.Out.WriteLineAsync($"\n{store.Database}: {Gathered}\n");
        await Console.Out.WriteLineAsync("| what | times | median ms | 95 of 100 | 99 of 100 | longest |\n| --- | --- | --- | --- | --- | --- |");
        foreach (
            var (what, times) in new[]
            {
                ("a page opens", experience.Pages),
                ("a draft is kept", experience.Drafts),
                ("a text is handed in, until the next page", experience.HandIns),
                ("from the reveal to the texts in the page", experience.Reveals),
            }
        )
            await Console.Out.WriteLineAsync(
                $"| {what} | {times.Count} | {Shown(times, 0.5)} | {Shown(times, 0.95)} | {Shown(times, 0.99)} | {Shown(times, 1)} |"
            );
        await Console.Out.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"\nThe act of the reveal: {act.TotalMilliseconds:0} ms. The texts of a table: {length / 1000} kB. Processor seconds, database included: {writing.TotalSeconds:0.0} while people wrote, {reveal.TotalSeconds:0.0} for the reveal. Memory: {memory:0} MB."
            )
        );
        foreach (var fault in experience.Faults.GroupBy(fault => fault))
            await Console.Out.WriteLineAsync($"{fault.Count()} times: {fault.Key}");
    }

    private TimeSpan Used(Measured server) => server.Processor() + store.Processor();

    private static string Shown(IEnumerable<double> times, double part) => Percentile(times, part).ToString("0", CultureInfo.InvariantCulture);

    private static double Percentile(IEnumerable<double> times, double part)
    {
        var sorted = times.Order().ToList();
        return sorted.Count == 0 ? double.NaN : sorted[Math.Clamp((int)Math.Ceiling(part * sorted.Count) - 1, 0, sorted.Count - 1)];
    }

    private static int Occurrences(string text, string mark) => text.Split(mark).Length - 1;

    private static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);
}
