using System.Diagnostics;
using Meerlaags.Bench.Load;
using Meerlaags.Bench.Results;
using Meerlaags.Bench.Servers;

namespace Meerlaags.Bench;

/// <summary>Measures how the product starts: until the first page of a signed-in person, and how soon its pages cost what they cost later.</summary>
internal sealed class StartUp(Options options, Store store, string[] product, string cookies)
{
    private const int Starts = 3;

    private static readonly TimeSpan FirstLook = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Settles = TimeSpan.FromSeconds(12);

    /// <summary>Measures.</summary>
    public async Task<StartFigures> MeasureAsync()
    {
        var usual = new List<(double Seconds, double Processor, double Idle)>();
        for (var number = 0; number < Starts; number++)
            usual.Add(await FirstPageAsync());
        return new StartFigures(store.Database, store.Size)
        {
            Seconds = PageFigures.Median(usual.Select(start => start.Seconds)),
            Processor = PageFigures.Median(usual.Select(start => start.Processor)),
            Idle = PageFigures.Median(usual.Select(start => start.Idle)),
            AfterTenSeconds = await AfterTenSecondsAsync(),
        };
    }

    private async Task<(double Seconds, double Processor, double Idle)> FirstPageAsync()
    {
        var since = Stopwatch.StartNew();
        var before = store.Processor();
        await using var server = await Measured.StartAsync(options.Port, product);
        using var line = new Line(server.Address);
        line.Ask(Mine(server));
        var (seconds, processor) = (since.Elapsed.TotalSeconds, (server.Processor() + store.Processor() - before).TotalSeconds);
        await Task.Delay(TimeSpan.FromSeconds(2));
        return (seconds, processor, server.Memory());
    }

    private async Task<double> AfterTenSecondsAsync()
    {
        await using var server = await Measured.StartAsync(options.Port, product);
        Crowd.Ask(Mine(server), options.Connections, FirstLook);
        var early = Cost(server);
        Crowd.Ask(Mine(server), options.Connections, Settles);
        return early / Cost(server);
    }

    private double Cost(Measured server)
    {
        var before = server.Processor() + store.Processor();
        var window = Crowd.Ask(Mine(server), options.Connections, Look);
        return (server.Processor() + store.Processor() - before).TotalMicroseconds / window.Requests;
    }

    private Request Mine(Measured server) => new(server.Address, "/mijn-overzicht", cookies);
}
