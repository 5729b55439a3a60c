namespace Meerlaags.Deliberation.Similarity;

/// <summary>A word as all texts of one background share it: its stem and its character 2- to 4-grams by number, and whether it negates.</summary>
internal sealed record VocabularyWord(string Text, int Stem, int[] Grams, bool IsNegation);

/// <summary>Every word, stem and character piece once, by number: texts then are lists of numbers.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, VocabularyWord> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, VocabularyWord>.AlternateLookup<ReadOnlySpan<char>> bySpan;
    private readonly Dictionary<string, int> stemNumbers = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, int> gramNumbers = [];
    private readonly List<string> stems = [];

    public Vocabulary() => bySpan = words.GetAlternateLookup<ReadOnlySpan<char>>();

    public int StemCount => stems.Count;
    public int GramCount => gramNumbers.Count;

    public string Stem(int number) => stems[number];

    /// <summary>The number of a stem, or -1 when no word has it.</summary>
    public int NumberOf(string stem) => stemNumbers.GetValueOrDefault(stem, -1);

    /// <summary>Words are runs of letters and digits, in lower case.</summary>
    public VocabularyWord[] Words(string text)
    {
        var found = new List<VocabularyWord>();
        Span<char> lower = stackalloc char[64];
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (inside && start < 0)
                start = i;
            else if (!inside && start >= 0)
            {
                var word = text.AsSpan(start, i - start);
                var room = word.Length <= lower.Length ? lower[..word.Length] : new char[word.Length];
                word.ToLowerInvariant(room);
                found.Add(Word(room));
                start = -1;
            }
        }
        return [.. found];
    }

    private VocabularyWord Word(ReadOnlySpan<char> lower)
    {
        if (bySpan.TryGetValue(lower, out var known))
            return known;
        var text = lower.ToString();
        var stem = DutchStemmer.Stem(text);
        if (!stemNumbers.TryGetValue(stem, out var number))
        {
            stemNumbers[stem] = number = stems.Count;
            stems.Add(stem);
        }
        return words[text] = new(text, number, Grams(text), DutchOpposites.IsNegation(text));
    }

    // " word " in pieces of two to four characters, four times sixteen bits each: parts of compounds meet here.
    private int[] Grams(string word)
    {
        var padded = $" {word} ";
        var grams = new List<int>();
        for (var n = 2; n <= 4; n++)
        for (var i = 0; i + n <= padded.Length; i++)
        {
            var gram = 0UL;
            for (var j = 0; j < n; j++)
                gram = gram << 16 | padded[i + j];
            if (!gramNumbers.TryGetValue(gram, out var number))
                gramNumbers[gram] = number = gramNumbers.Count;
            grams.Add(number);
        }
        return [.. grams];
    }
}
