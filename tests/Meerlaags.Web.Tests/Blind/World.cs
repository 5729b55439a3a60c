using System.Text;
using Meerlaags.Web.Features.Framing;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Meerlaags.Web.Tests.Blind;

/// <summary>Two worlds that were one until a party wrote: in one it wrote as little as it could, in the other as much. Ids from before are the same in both.</summary>
internal sealed class Worlds(Scene scene, World quiet, World telling) : IAsyncDisposable
{
    /// <summary>What is the same in both.</summary>
    public Scene Scene => scene;

    /// <summary>Where next to nothing was written.</summary>
    public World Quiet => quiet;

    /// <summary>Where much was written.</summary>
    public World Telling => telling;

    /// <summary>The same act in both.</summary>
    public async Task InBothAsync(Func<World, Task> act)
    {
        await act(quiet);
        await act(telling);
    }

    /// <summary>It is as late in both, whatever passed before.</summary>
    public void ItIs(int minutes) => quiet.App.Clock.Now = telling.App.Clock.Now = Clock.Start.AddMinutes(minutes);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await quiet.App.DisposeAsync();
        await telling.App.DisposeAsync();
    }
}

/// <summary>One of the two: the product, with its statements counted and its log kept.</summary>
internal sealed class World
{
    private readonly Scene scene;
    private readonly StatementCounter counter = new();

    public World(Scene scene, DataSettings settings, Action<IServiceCollection>? planted)
    {
        this.scene = scene;
        App = new TestApp(
            settings,
            services =>
            {
                services.ConfigureDbContext<Db>(options => options.AddInterceptors(counter));
                services.RemoveAll<ILoggerProvider>().AddSingleton<ILoggerProvider>(Log);
                services.PostConfigure<LoggerFilterOptions>(filter =>
                {
                    filter.Rules.Clear();
                    filter.MinLevel = LogLevel.Debug;
                });
                planted?.Invoke(services);
            }
        );
    }

    /// <summary>The product.</summary>
    public TestApp App { get; }

    /// <summary>What its log says of the marker.</summary>
    public MarkedLog Log { get; } = new();

    /// <summary>Statements sent to the database so far.</summary>
    public long Statements => counter.Count;

    /// <summary>Where the author writes.</summary>
    public string Desk => Pen.Address(scene.Table, scene.Table.Dantumadiel);

    /// <summary>The phone of the guest who writes while waiting.</summary>
    public Browser Visitor => scene.Visitor.In(App);

    /// <summary>The browser of the author.</summary>
    public Browser Author => scene.Author.In(App);

    /// <summary>Ids that nobody else should know: of the text, then of its points. Made up where there is none.</summary>
    public async Task<IReadOnlyList<Guid>> HiddenAsync()
    {
        var party = scene.Table.Dantumadiel;
        var text = await App.Data(db => db.Formulations.AsNoTracking().SingleOrDefaultAsync(text => text.Party == party));
        var ids = text is null ? [] : new[] { text.Id.Value }.Concat(text.Points.Select(point => point.Id.Value));
        return [.. ids.Take(3), .. Enumerable.Range(0, 3 - Math.Min(3, ids.Count())).Select(_ => Guid.CreateVersion7())];
    }
}

/// <summary>A log that keeps only what should never be in it.</summary>
internal sealed class MarkedLog : ILoggerProvider, ILogger
{
    private readonly List<string> lines = [];
    private long heard;

    /// <summary>Lines with the marker.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (lines)
                return [.. lines];
        }
    }

    /// <summary>How many lines were written in all.</summary>
    public long Heard => Interlocked.Read(ref heard);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Debug;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        Interlocked.Increment(ref heard);
        var said = new StringBuilder(formatter(state, exception)).Append(' ').Append(exception);
        if (state is IEnumerable<KeyValuePair<string, object?>> parts)
            said.AppendJoin(' ', parts.Select(part => part.Value));
        if (said.ToString() is var line && line.Contains(Pen.Marker, StringComparison.OrdinalIgnoreCase))
            lock (lines)
                lines.Add(line[..Math.Min(line.Length, 300)]);
    }

    public void Dispose() { }
}
