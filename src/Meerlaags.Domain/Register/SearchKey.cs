using System.Buffers;
using System.Globalization;
using System.Text;
using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Register;

/// <summary>How names are made comparable: small letters, no accents, no punctuation, single spaces.</summary>
public static class SearchKey
{
    // What most text is made of: it is as normal as it can be.
    private static readonly SearchValues<char> Plain = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code), '\n']);

    /// <summary>One key for several names, each between bars so that a search never runs across two names.</summary>
    public static string For(params string[] names) => "|" + string.Join('|', names.Select(Fold).Where(name => name.Length > 0).Distinct()) + "|";

    /// <summary>Folds one name or one search term; the ligature ĳ is found as ij.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.AsSpan().ContainsAnyExcept(Plain) ? PlainText.Line(text).Normalize(NormalizationForm.FormKD) : text)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
                continue;
            if (char.IsLetterOrDigit(letter))
                folded.Append(char.ToLowerInvariant(letter));
            else if (letter is not ('\'' or '’' or '‘' or '.') && folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }
        return folded.ToString().Trim();
    }
}
