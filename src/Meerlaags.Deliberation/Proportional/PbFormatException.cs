namespace Meerlaags.Deliberation.Proportional;

/// <summary>A file that is not what it should be; says in which line.</summary>
public sealed class PbFormatException(int line, string message) : FormatException($"line {line}: {message}")
{
    /// <summary>Line number in the file, from 1; 0 when the fault is in the file as a whole.</summary>
    public int Line { get; } = line;
}
