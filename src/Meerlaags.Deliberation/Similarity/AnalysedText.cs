namespace Meerlaags.Deliberation.Similarity;

/// <summary>A text taken apart: words (runs of letters and digits, lower case), their stems, negations, and character 2- to 4-grams within words.</summary>
public sealed class AnalysedText
{
    private const int WordsPerNegation = 25;

    internal AnalysedText(string text, Background background)
    {
        var words = Words(text);
        WordList = words;
        Stems = new string[words.Count];
        StemCounts = new(StringComparer.Ordinal);
        var grams = new Dictionary<ulong, int>();
        for (var i = 0; i < words.Count; i++)
        {
            var stem = background.Stem(words[i]);
            Stems[i] = stem;
            StemCounts[stem] = StemCounts.GetValueOrDefault(stem) + 1;
            foreach (var gram in Grams(words[i]))
                grams[gram] = grams.GetValueOrDefault(gram) + 1;
            if (DutchOpposites.IsNegation(words[i]))
                Negations.Add(words[i]);
        }
        GramCounts = grams;
    }

    internal IReadOnlyList<string> WordList { get; }
    internal string[] Stems { get; }
    internal Dictionary<string, int> StemCounts { get; }
    internal Dictionary<ulong, int> GramCounts { get; }
    internal List<string> Negations { get; } = [];

    // A long text nearly always has a "niet" somewhere: it is negated when that is said about once in a sentence.
    internal bool IsNegated => Negations.Count * WordsPerNegation >= Math.Max(1, WordList.Count) && Negations.Count > 0;

    // Filled once the background is complete: grams ascending with weights of length 1.
    internal ulong[] SortedGrams { get; set; } = [];
    internal double[] GramWeights { get; set; } = [];

    // Stems by number, ascending, with how often they stand here and how rare they are; and pairs of an own stem with its opposite.
    internal (int Stem, int Count, double InverseFrequency)[] SortedStems { get; set; } = [];
    internal (string Own, string Opposite)[] Opposites { get; set; } = [];

    internal static List<string> Words(string text)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (inside && start < 0)
                start = i;
            else if (!inside && start >= 0)
            {
                words.Add(text[start..i].ToLowerInvariant());
                start = -1;
            }
        }
        return words;
    }

    // " word " in pieces of two to four characters, four times sixteen bits each: parts of compounds meet here.
    private static IEnumerable<ulong> Grams(string word)
    {
        var padded = $" {word} ";
        for (var n = 2; n <= 4; n++)
        for (var i = 0; i + n <= padded.Length; i++)
        {
            var gram = 0UL;
            for (var j = 0; j < n; j++)
                gram = gram << 16 | padded[i + j];
            yield return gram;
        }
    }
}
