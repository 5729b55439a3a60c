using System.Text;

namespace Meerlaags.Deliberation.Proportional;

/// <summary>
/// The rows of a Pabulib file as fields. A field that begins with a quotation mark ends at the next single one ("" stands for one) and may
/// run over line ends; a quotation mark elsewhere is a character like any other.
/// </summary>
internal sealed class PbLines(IReadOnlyList<string> lines)
{
    private const int LongestRow = 100; // lines a quoted row may run over
    private int lastLine;

    /// <summary>Line number, from 1, at which the current row begins.</summary>
    public int Number { get; private set; }

    /// <summary>Whether the current row has a quoted field without an end; its quotation mark was then taken as it stands.</summary>
    public bool Unclosed { get; private set; }

    public List<string>? Next()
    {
        if (lastLine == lines.Count)
            return null;
        var line = lines[lastLine++];
        Number = lastLine;
        Unclosed = false;
        if (Number == 1)
            line = line.TrimStart('\uFEFF');
        if (!line.Contains('"', StringComparison.Ordinal))
            return [.. line.Split(';')];
        return Quoted(line);
    }

    private List<string> Quoted(string line)
    {
        var fields = new List<string>();
        var at = 0;
        while (true)
        {
            if (at < line.Length && line[at] == '"' && QuotedField(ref line, ref at) is { } field)
                fields.Add(field);
            else
            {
                var end = line.IndexOf(';', at);
                fields.Add(end < 0 ? line[at..] : line[at..end]);
                at = end < 0 ? line.Length : end;
            }
            if (at >= line.Length)
                return fields;
            at++;
        }
    }

    private string? QuotedField(ref string line, ref int at)
    {
        var value = new StringBuilder();
        var i = at + 1;
        var taken = line;
        var next = lastLine;
        while (true)
        {
            if (i >= taken.Length)
            {
                if (next == lines.Count || next - lastLine > LongestRow)
                {
                    Unclosed = true;
                    return null;
                }
                value.Append('\n');
                taken += "\n" + lines[next++];
                i++;
                continue;
            }
            if (taken[i] != '"')
                value.Append(taken[i++]);
            else if (i + 1 < taken.Length && taken[i + 1] == '"')
            {
                value.Append('"');
                i += 2;
            }
            else
                break;
        }
        i++;
        var end = taken.IndexOf(';', i);
        end = end < 0 ? taken.Length : end;
        value.Append(taken, i, end - i);
        line = taken;
        lastLine = next;
        at = end;
        return value.ToString();
    }
}
