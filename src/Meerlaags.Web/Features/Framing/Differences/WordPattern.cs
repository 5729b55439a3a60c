namespace Meerlaags.Web.Features.Framing.Differences;

/// <summary>A word or phrase of the lexicon: <c>jongeren</c>, <c>dorps*</c>, <c>*woning*</c>, <c>lange termijn</c>.</summary>
public sealed class WordPattern(string pattern)
{
    private readonly (string Text, bool OpenBefore, bool OpenAfter)[] parts =
    [
        .. pattern.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => (part.Trim('*'), part.StartsWith('*'), part.EndsWith('*'))),
    ];

    /// <summary>How many words it takes from this place on; 0 when it does not fit.</summary>
    public int FitsAt(IReadOnlyList<TextWord> words, int place)
    {
        if (place + parts.Length > words.Count)
            return 0;
        for (var part = 0; part < parts.Length; part++)
        {
            if (!Fits(parts[part], words[place + part].Small))
                return 0;
        }
        return parts.Length;
    }

    private static bool Fits((string Text, bool OpenBefore, bool OpenAfter) part, string word) =>
        (part.OpenBefore, part.OpenAfter) switch
        {
            (false, false) => word == part.Text,
            (false, true) => word.StartsWith(part.Text, StringComparison.Ordinal),
            (true, false) => word.EndsWith(part.Text, StringComparison.Ordinal),
            (true, true) => word.Contains(part.Text, StringComparison.Ordinal),
        };
}
