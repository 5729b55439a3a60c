namespace Meerlaags.Web.Tests.Harness;

/// <summary>A clock that stands still until the test moves it.</summary>
public sealed class Clock : TimeProvider
{
    /// <summary>Where every test begins: a Tuesday morning.</summary>
    public static readonly DateTimeOffset Start = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);

    private long ticks = Start.UtcTicks;

    /// <summary>What time it is.</summary>
    public DateTimeOffset Now
    {
        get => new(Interlocked.Read(ref ticks), TimeSpan.Zero);
        set => Interlocked.Exchange(ref ticks, value.UtcTicks);
    }

    /// <summary>Lets time pass.</summary>
    public void Pass(TimeSpan time) => Interlocked.Add(ref ticks, time.Ticks);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Now;
}
