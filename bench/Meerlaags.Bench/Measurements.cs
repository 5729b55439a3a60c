using System.Diagnostics;
using Meerlaags.Bench.Data;
using Meerlaags.Bench.Load;
using Meerlaags.Bench.Results;
using Meerlaags.Bench.Servers;

namespace Meerlaags.Bench;

/// <summary>Measures one seeded installation: the product and its baselines in turn, in the same minutes on the same core.</summary>
internal sealed class Measurements(Options options, Store store, bool starts)
{
    private const double MostDrift = 0.25;
    private const int CountedRequests = 20;

    private readonly SeededFacts facts = SeededFacts.Read(store.Folder);
    private readonly List<StartFigures> started = [];
    private double loaded;

    private TimeSpan WindowLength => TimeSpan.FromMilliseconds(options.Window);

    private IReadOnlyList<PageCase> Pages { get; set; } = [];

    private string[] ProductArguments => ["--contentRoot", options.Product, "--urls", $"http://127.0.0.1:{options.Port}", .. store.Settings];

    private string[] Product => [Path.Combine(options.Product, "Meerlaags.Web.dll"), .. ProductArguments];

    /// <summary>How it starts and what memory it takes; known after <see cref="PagesAsync"/>.</summary>
    public IReadOnlyList<StartFigures> Starts => started;

    /// <summary>Counts statements, rows and allocated bytes of each page.</summary>
    public async Task<IReadOnlyList<PageFigures>> CountAsync()
    {
        await using var server = await Measured.StartAsync(options.Port, [Program.Itself, "counting", .. ProductArguments]);
        using var visitor = await Visitor.SignInAsync(server.Address, facts.Email);
        var figures = new List<PageFigures>();
        Pages = await ThereAsync(visitor);
        foreach (var page in Pages)
        {
            var request = new Request(server.Address, page.Path, visitor.Cookies);
            using var line = new Line(server.Address);
            for (var warm = 0; warm < CountedRequests; warm++)
                line.Ask(request);
            // What is kept for a moment for everybody is made anew before it counts.
            await Task.Delay(TimeSpan.FromSeconds(page.Name == "texts" ? 3 : 0));
            await server.AskAsync(Counting.Question);
            var bytes = line.Ask(request);
            var first = (await server.AskAsync(Counting.Question)).Split('\t');
            if (options.ShowsSql)
                await Console.Out.WriteLineAsync($"\n{page.Title}\n{string.Join('\n', first[3..].Where(sql => sql.Length > 0).Select(sql => "  " + sql))}");
            for (var again = 0; again < CountedRequests; again++)
                line.Ask(request);
            var all = (await server.AskAsync(Counting.Question)).Split('\t');
            figures.Add(
                new PageFigures(store.Database, store.Size, page)
                {
                    Bytes = bytes,
                    Statements = Number(first[0]),
                    Rows = Number(first[1]),
                    Allocated = Number(all[2]) / CountedRequests,
                }
            );
        }
        return figures;
    }

    /// <summary>Measures start, memory and the processor time of every page.</summary>
    public async Task<IReadOnlyList<PageFigures>> PagesAsync(IReadOnlyList<PageFigures> counted)
    {
        await store.PinAsync();
        var cookies = await SaveAsync();
        var start = starts ? await new StartUp(options, store, Product, cookies).MeasureAsync() : null;
        await using var server = await Measured.StartAsync(options.Port, Product);
        await using var baselines = await Measured.StartAsync(
            options.Port + 1,
            [
                Program.Itself,
                "baselines",
                "--port",
                (options.Port + 1).ToString(System.Globalization.CultureInfo.InvariantCulture),
                "--folder",
                store.Folder,
                .. store.Settings,
            ]
        );
        WarmUp(server, baselines, cookies);
        var rounds = Pages.ToDictionary(page => page.Name, _ => new List<Round>());
        for (var round = 0; round < options.Rounds * 2 && Pages.Any(page => Steady(rounds[page.Name]).Count < options.Rounds); round++)
        {
            foreach (var page in Pages)
                rounds[page.Name].Add(RoundOf(page, server, baselines, cookies));
        }
        if (start is not null)
            started.Add(start with { Loaded = loaded });
        return [.. counted.Select(page => page with { Rounds = Steady(rounds[page.Page.Name]) })];
    }

    private async Task<IReadOnlyList<PageCase>> ThereAsync(Visitor visitor)
    {
        var there = new List<PageCase>();
        foreach (var page in PageCase.Of(facts))
        {
            if (await visitor.FindsAsync(page.Path))
                there.Add(page);
            else
                await Console.Error.WriteLineAsync($"  {page.Path} is not there and is not measured");
        }
        return there;
    }

    // The baselines serve the very bytes of the product.
    private async Task<string> SaveAsync()
    {
        await using var server = await Measured.StartAsync(options.Port, Product);
        using var visitor = await Visitor.SignInAsync(server.Address, facts.Email);
        foreach (var page in Pages)
            await File.WriteAllBytesAsync(Baselines.FileOf(store.Folder, page), await visitor.PageAsync(page.Path));
        return visitor.Cookies;
    }

    private void WarmUp(Measured server, Measured baselines, string cookies)
    {
        var since = Stopwatch.StartNew();
        while (since.Elapsed.TotalSeconds < options.WarmUp)
        {
            foreach (var page in Pages)
                RoundOf(page, server, baselines, cookies);
        }
    }

    private Round RoundOf(PageCase page, Measured server, Measured baselines, string cookies)
    {
        var raw = Cost(baselines, new Request(baselines.Address, "/raw/" + page.Name, ""), WindowLength / 2, out _);
        var own = Cost(server, new Request(server.Address, page.Path, cookies), WindowLength, out var perSecond);
        loaded = Math.Max(loaded, server.Memory());
        var hand = page.IsByHand ? Cost(baselines, new Request(baselines.Address, "/hand/" + page.Name, ""), WindowLength / 2, out _) : double.NaN;
        return new Round(own, raw, hand, perSecond);
    }

    private double Cost(Measured server, Request request, TimeSpan during, out double perSecond)
    {
        var before = server.Processor() + store.Processor();
        var window = Crowd.Ask(request, options.Connections, during);
        perSecond = window.Requests / window.Elapsed.TotalSeconds;
        return (server.Processor() + store.Processor() - before).TotalMicroseconds / window.Requests;
    }

    // A round in which even the bytes from memory cost far more or less than usual tells of the machine, not of the product.
    private static List<Round> Steady(List<Round> rounds)
    {
        var usual = PageFigures.Median(rounds.Select(round => round.Raw));
        return [.. rounds.Where(round => Math.Abs(round.Raw - usual) <= usual * MostDrift)];
    }

    private static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
