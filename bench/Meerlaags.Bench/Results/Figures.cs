using System.Globalization;

namespace Meerlaags.Bench.Results;

/// <summary>What is told of one page on one database with one number of collaborations.</summary>
/// <param name="Database">The database.</param>
/// <param name="Size">Number of collaborations.</param>
/// <param name="Page">The page.</param>
internal sealed record PageFigures(string Database, int Size, PageCase Page)
{
    /// <summary>Length of the page.</summary>
    public int Bytes { get; init; }

    /// <summary>SQL statements for one page.</summary>
    public double Statements { get; init; }

    /// <summary>Rows read for one page.</summary>
    public double Rows { get; init; }

    /// <summary>Bytes allocated for one page.</summary>
    public double Allocated { get; init; }

    /// <summary>Processor time of a request in µs, per round: the page, the same bytes from memory, the same rows by hand.</summary>
    public IReadOnlyList<Round> Rounds { get; init; } = [];

    /// <summary>Processor time ÷ that of the same bytes from memory, round by round.</summary>
    public double ToRaw => Median(Rounds.Select(round => round.Page / round.Raw));

    /// <summary>Processor time ÷ that of the same rows by hand, round by round.</summary>
    public double ToHand => Median(Rounds.Select(round => round.Page / round.Hand));

    /// <summary>The middle one.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? double.NaN : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}

/// <summary>One round: processor time of a request in µs.</summary>
/// <param name="Page">The page of the product.</param>
/// <param name="Raw">The same bytes from memory.</param>
/// <param name="Hand">The same rows written by hand.</param>
/// <param name="PerSecond">Pages each second while it was asked.</param>
internal sealed record Round(double Page, double Raw, double Hand, double PerSecond);

/// <summary>How an installation starts and what memory it takes.</summary>
/// <param name="Database">The database.</param>
/// <param name="Size">Number of collaborations.</param>
internal sealed record StartFigures(string Database, int Size)
{
    /// <summary>Seconds from start to the first page of a signed-in person.</summary>
    public double Seconds { get; init; }

    /// <summary>Processor seconds for the same.</summary>
    public double Processor { get; init; }

    /// <summary>Processor time of a page ten seconds after the start ÷ that of a warm one.</summary>
    public double AfterTenSeconds { get; init; }

    /// <summary>Memory in MB a few seconds after the first pages.</summary>
    public double Idle { get; init; }

    /// <summary>Most memory in MB under load.</summary>
    public double Loaded { get; init; }
}

/// <summary>A goal of the project: at most so much.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Value">What came out.</param>
/// <param name="Must">The most it may be.</param>
/// <param name="Aim">What the project aims for.</param>
internal sealed record Goal(string Name, double Value, double Must, double Aim)
{
    /// <summary>Whether it is met.</summary>
    public bool IsMet => Value <= Must;

    /// <summary>As a line of the report.</summary>
    public string Line =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"| {Name} | {Value:0.##} | {Must:0.##} | {Aim:0.##} | {(Value <= Aim ? "aim" : IsMet ? "must" : "not met")} |"
        );
}
