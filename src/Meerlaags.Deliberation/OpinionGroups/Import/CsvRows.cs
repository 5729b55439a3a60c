using System.Text;

namespace Meerlaags.Deliberation.OpinionGroups.Import;

/// <summary>One row of a table in text: the line it begins on (from 1) and its fields.</summary>
internal readonly record struct CsvRow(int Line, IReadOnlyList<string> Fields);

/// <summary>
/// Comma-separated values as in RFC 4180, tolerant of what spreadsheets make of it: comma, semicolon or tab (whichever the first row has most),
/// quotes with lines inside them, a byte order mark, either line end, empty lines.
/// </summary>
internal sealed class CsvRows
{
    private readonly string text;
    private readonly string file;
    private readonly char separator;
    private int at;
    private int line = 1;

    private CsvRows(string text, string file)
    {
        (this.text, this.file) = (text, file);
        at = text.StartsWith('\uFEFF') ? 1 : 0;
        var quoted = false;
        var first = text.TakeWhile(c => (quoted ^= c == '"') || c is not '\n' and not '\r').ToList();
        separator = ((char[])[',', ';', '\t']).MaxBy(mark => first.Count(c => c == mark));
    }

    /// <summary>All rows that are not empty.</summary>
    public static List<CsvRow> Read(TextReader reader, string file)
    {
        var source = new CsvRows(reader.ReadToEnd(), file);
        var rows = new List<CsvRow>();
        while (source.at < source.text.Length)
        {
            var row = source.Row();
            if (row.Fields is not [""])
                rows.Add(row);
        }
        return rows;
    }

    private CsvRow Row()
    {
        var (from, fields) = (line, new List<string>());
        while (true)
        {
            fields.Add(at < text.Length && text[at] == '"' ? Quoted() : Plain());
            if (at >= text.Length)
                return new(from, fields);
            if (text[at++] == separator)
                continue;
            if (text[at - 1] == '\r' && at < text.Length && text[at] == '\n')
                at++;
            line++;
            return new(from, fields);
        }
    }

    private string Plain()
    {
        var from = at;
        while (at < text.Length && text[at] != separator && text[at] is not '\n' and not '\r')
            at++;
        return text[from..at].Trim();
    }

    private string Quoted()
    {
        var (from, value) = (line, new StringBuilder());
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '"' && at + 1 < text.Length && text[at + 1] == '"')
                at++;
            else if (text[at] == '"')
            {
                at++;
                // What stands between the closing quote and the separator belongs to the field: nobody's words get lost.
                return value.Append(Plain()).ToString();
            }
            if (text[at] == '\n')
                line++;
            value.Append(text[at]);
        }
        throw new VoteFormatException(file, from, "a quote is opened and never closed.");
    }
}
