namespace Meerlaags.Web.Features.Framing.Differences;

/// <summary>Names of the register as they are found in texts. A name is written with its capitals.</summary>
public sealed class PlaceNames
{
    // Best, Ede, Epe: at the head of a sentence a short name may be a plain word.
    private const int ShortestAtTheHead = 6;

    private readonly Dictionary<string, List<string[]>> byFirst = new(StringComparer.Ordinal);

    /// <summary>Takes the names to look for.</summary>
    public PlaceNames(IEnumerable<string> names)
    {
        foreach (var name in names.Distinct(StringComparer.Ordinal))
        {
            var words = TextWord.Of(name.Split(" (")[0]).Select(word => word.Written).ToArray();
            if (words.Length == 0)
                continue;
            if (!byFirst.TryGetValue(words[0], out var sharing))
                byFirst[words[0]] = sharing = [];
            sharing.Add(words);
        }
        foreach (var sharing in byFirst.Values)
            sharing.Sort((one, other) => other.Length.CompareTo(one.Length));
    }

    /// <summary>How many words from this place on are a name, the longest that fits; 0 when none is.</summary>
    public int FitsAt(IReadOnlyList<TextWord> words, int place)
    {
        if (!byFirst.TryGetValue(words[place].Written, out var sharing))
            return 0;
        if (words[place].OpensSentence && words[place].Written.Length < ShortestAtTheHead)
            return 0;
        return sharing.Find(name => place + name.Length <= words.Count && name.Index().All(part => words[place + part.Index].Written == part.Item))?.Length
            ?? 0;
    }
}
