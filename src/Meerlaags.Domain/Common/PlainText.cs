using System.Globalization;
using System.Text;

namespace Meerlaags.Domain.Common;

/// <summary>How text of people is kept: Unicode NFC, line ends as \n, no control characters, nothing that shows nothing, limits counted as a reader counts (graphemes).</summary>
public static class PlainText
{
    /// <summary>UTF-16 code units that may hide behind one grapheme before it is no longer text; the longest emoji has 15.</summary>
    private const int CodeUnitsPerGrapheme = 16;

    /// <summary>Normalises text of several lines; null and what has nothing to see become empty, outer white space goes.</summary>
    public static string Lines(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";

        var kept = new StringBuilder(text.Length);
        var visible = false;
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (!IsText(rune))
                continue;
            kept.Append(rune);
            visible |= !Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) is not UnicodeCategory.Format;
        }
        return visible ? kept.ToString().Normalize(NormalizationForm.FormC).Trim() : "";
    }

    /// <summary>Normalises text of one line: white space of any kind becomes one space.</summary>
    public static string Line(string? text) => string.Join(' ', Lines(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Number of characters as people count them: an emoji or an accented letter is one.</summary>
    public static int Length(string text) => new StringInfo(text).LengthInTextElements;

    /// <summary>True when the text is longer than the limit in graphemes, or hides far more code than it shows.</summary>
    public static bool Exceeds(string text, int limit) => text.Length > limit && (text.Length > limit * CodeUnitsPerGrapheme || Length(text) > limit);

    /// <summary>Refuses what is missing or too long; null when the text is fine.</summary>
    /// <param name="text">Normalised text.</param>
    /// <param name="field">Name of the field, used in the refusal code: <c>text.missing</c> and <c>text.too-long</c>.</param>
    /// <param name="limit">Most graphemes allowed.</param>
    /// <param name="required">Whether empty text is refused.</param>
    public static Refusal? Check(string text, string field, int limit, bool required = true)
    {
        if (required && text.Length == 0)
            return new Refusal("text.missing") { Field = field };
        if (Exceeds(text, limit))
            return new Refusal("text.too-long", limit) { Field = field };
        return null;
    }

    // Unicode sets the last two code points of each plane apart as no characters; normalising refuses to work with them.
    private static bool IsText(Rune rune) => rune.Value is '\n' or '\t' || (!Rune.IsControl(rune) && (rune.Value & 0xFFFE) != 0xFFFE);
}
