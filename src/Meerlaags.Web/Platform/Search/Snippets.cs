using System.Globalization;

namespace Meerlaags.Web.Platform.Search;

/// <summary>Cuts out of a text the part that has the words somebody looks for.</summary>
public static class Snippets
{
    private const int Longest = 220;
    private const int Before = 60;

    /// <summary>The part around the first word that fits, or the beginning; in pieces, so that the words can be marked.</summary>
    public static IReadOnlyList<SnippetPart> Of(string text, IReadOnlyList<SearchTerm> terms)
    {
        var line = OnOneLine(text);
        var words = Words(line).Where(word => terms.Any(term => Fits(term, line[word]))).ToList();
        var from = words.Count > 0 && words[0].End.Value > Longest - Before ? AfterSpace(line, words[0].Start.Value - Before) : 0;
        var until = BeforeSpace(line, from + Longest);
        var parts = new List<SnippetPart>();
        var place = from;
        foreach (var word in words.Where(word => word.Start.Value >= from && word.End.Value <= until))
        {
            parts.Add(new SnippetPart(line[place..word.Start.Value], IsFound: false));
            parts.Add(new SnippetPart(line[word], IsFound: true));
            place = word.End.Value;
        }
        parts.Add(new SnippetPart(line[place..until], IsFound: false));
        if (from > 0)
            parts[0] = parts[0] with { Text = "… " + parts[0].Text };
        if (until < line.Length)
            parts.Add(new SnippetPart(" …", IsFound: false));
        parts.RemoveAll(part => part.Text.Length == 0);
        return parts;
    }

    // A line that is no sentence is kept apart from the next one.
    private static string OnOneLine(string text) =>
        string.Concat(
                text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    .Select((line, place) => (place == 0 ? "" : " ") + line + (char.IsLetterOrDigit(line[^1]) ? " ·" : ""))
            )
            .TrimEnd(' ', '·');

    private static bool Fits(SearchTerm term, string word) => SearchWords.Forms(word).Any(form => term.Fits(form) > 0);

    // Letters and digits, with the apostrophes between them.
    private static IEnumerable<Range> Words(string line)
    {
        var begin = -1;
        for (var place = 0; place <= line.Length; place++)
        {
            var inside =
                place < line.Length
                && (
                    char.IsLetterOrDigit(line[place])
                    || CharUnicodeInfo.GetUnicodeCategory(line[place]) == UnicodeCategory.NonSpacingMark
                    || (begin >= 0 && line[place] is '\'' or '’' && place + 1 < line.Length && char.IsLetter(line[place + 1]))
                );
            if (inside && begin < 0)
                begin = place;
            else if (!inside && begin >= 0)
            {
                yield return begin..place;
                begin = -1;
            }
        }
    }

    private static int AfterSpace(string line, int place) => place <= 0 ? 0 : line.IndexOf(' ', place) + 1;

    private static int BeforeSpace(string line, int place)
    {
        if (place >= line.Length)
            return line.Length;
        var space = line.LastIndexOf(' ', place);
        return space > place - Before ? space
            : char.IsLowSurrogate(line[place]) ? place - 1
            : place;
    }
}
