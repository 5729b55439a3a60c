namespace Meerlaags.Deliberation.OpinionGroups.Import;

/// <summary>A file of votes that cannot be read: which file, which line (from 1), and why.</summary>
public sealed class VoteFormatException(string file, int line, string reason) : FormatException($"{file}, line {line}: {reason}")
{
    public string File { get; } = file;
    public int Line { get; } = line;
}
