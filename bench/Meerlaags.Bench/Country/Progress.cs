using System.Diagnostics;
using System.Globalization;

namespace Meerlaags.Bench.Country;

/// <summary>Tells how far a country is: one line that changes on a screen, a line for each twentieth in a log.</summary>
/// <param name="all">How many collaborations there will be.</param>
/// <param name="say">Where to.</param>
internal sealed class Progress(int all, TextWriter say)
{
    private const int Steps = 20;

    private readonly Stopwatch since = Stopwatch.StartNew();
    private readonly Lock one = new();
    private int tables;
    private long rows;
    private long lines;
    private int told;

    /// <summary>Rows so far, those of the journal included.</summary>
    public long Rows => rows;

    /// <summary>A collaboration is kept.</summary>
    /// <param name="more">Its rows.</param>
    /// <param name="journal">Its lines in the journal.</param>
    public void Kept(int more, long journal)
    {
        lock (one)
        {
            tables++;
            (rows, lines) = (rows + more, lines + journal);
            var step = tables * Steps / all;
            if (step == told && (Console.IsErrorRedirected || tables % Steps != 0))
                return;
            told = step;
            say.Write((Console.IsErrorRedirected ? "" : "\r") + Line() + (Console.IsErrorRedirected || tables == all ? "\n" : "   "));
        }
    }

    private string Line()
    {
        var seconds = since.Elapsed.TotalSeconds;
        var left = TimeSpan.FromSeconds(seconds / tables * (all - tables));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"  {tables:N0} of {all:N0} collaborations ({100d * tables / all:0} %), {rows:N0} rows, {lines:N0} of the journal, {rows / seconds:N0} rows/s, {left:m\\:ss} left"
        );
    }
}
