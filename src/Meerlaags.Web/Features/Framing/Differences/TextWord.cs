namespace Meerlaags.Web.Features.Framing.Differences;

/// <summary>A word as it stands in a text.</summary>
/// <param name="Written">The word.</param>
/// <param name="Small">The word in small letters.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="OpensSentence">Whether it is the first of its sentence: a capital letter then says nothing.</param>
public readonly record struct TextWord(string Written, string Small, int Start, bool OpensSentence)
{
    /// <summary>Where it ends.</summary>
    public int End => Start + Written.Length;

    /// <summary>The words of a text: letters and digits, with marks within (<c>regio's</c>, <c>75.000</c>, <c>Noardeast-Fryslân</c>).</summary>
    public static IReadOnlyList<TextWord> Of(string text)
    {
        var words = new List<TextWord>();
        var opens = true;
        for (var at = 0; at < text.Length; at++)
        {
            if (!IsPart(text, at))
            {
                opens |= text[at] is '.' or '!' or '?' or '\n' or ':';
                continue;
            }
            var start = at;
            while (at < text.Length && (IsPart(text, at) || IsMarkWithin(text, at)))
                at++;
            var written = text[start..at];
            words.Add(new TextWord(written, written.ToLowerInvariant(), start, opens));
            opens = at < text.Length && text[at] is '.' or '!' or '?' or '\n' or ':';
        }
        return words;
    }

    /// <summary>The sentences of a text, without the white space around them.</summary>
    public static IEnumerable<string> Sentences(string text)
    {
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var ends = text[at] is '\n' || (text[at] is '.' or '!' or '?' && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1])));
            if (!ends)
                continue;
            if (text[start..(at + 1)].Trim() is { Length: > 0 } sentence)
                yield return sentence;
            start = at + 1;
        }
        if (text[start..].Trim() is { Length: > 0 } last)
            yield return last;
    }

    private static bool IsPart(string text, int at) =>
        char.IsLetterOrDigit(text[at]) || char.GetUnicodeCategory(text[at]) == System.Globalization.UnicodeCategory.NonSpacingMark;

    // A mark belongs to a word when the word goes on behind it: a point or comma only within a number.
    private static bool IsMarkWithin(string text, int at) =>
        at + 1 < text.Length
        && at > 0
        && IsPart(text, at + 1)
        && text[at] switch
        {
            '\'' or '’' or '-' => true,
            '.' or ',' => char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]),
            _ => false,
        };
}
