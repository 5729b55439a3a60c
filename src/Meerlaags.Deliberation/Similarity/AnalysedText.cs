namespace Meerlaags.Deliberation.Similarity;

/// <summary>
/// A text taken apart against a background: words (runs of letters and digits, lower case), their stems, what turns it round, and character
/// 2- to 4-grams within words. Made by <see cref="Background.Analyse"/>; compares with texts of the same background only.
/// </summary>
public sealed class AnalysedText
{
    private const int Near = 3; // words to either side that a word says something about

    private readonly Dictionary<int, HashSet<int>> neighbours = [];

    internal AnalysedText(Background background, VocabularyWord[] words)
    {
        (Background, Words) = (background, words);
        var counts = new Dictionary<int, int>();
        foreach (var word in words)
            counts[word.Stem] = counts.GetValueOrDefault(word.Stem) + 1;
        Stems = [.. counts.Select(c => (c.Key, c.Value)).Order()];
        Sense = new TextSense(words);
    }

    internal Background Background { get; }
    internal VocabularyWord[] Words { get; }

    /// <summary>Stems by number, ascending, with how often they stand here.</summary>
    internal (int Stem, int Count)[] Stems { get; }

    internal TextSense Sense { get; }

    // Filled once the background is complete: grams ascending with weights of length 1; BM25 with itself; an own stem with an opposite that
    // does not stand here.
    internal int[] Grams { get; set; } = [];
    internal double[] GramWeights { get; set; } = [];
    internal double OwnBm25 { get; set; }
    internal (int Own, int Opposite)[] Opposites { get; set; } = [];

    internal bool Has(int stem)
    {
        var (low, high) = (0, Stems.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (Stems[middle].Stem == stem)
                return true;
            if (Stems[middle].Stem < stem)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return false;
    }

    /// <summary>A stem as it first stands here.</summary>
    internal string Written(int stem) => Words.First(w => w.Stem == stem).Text;

    /// <summary>Stems that say something and stand within three words of this one.</summary>
    internal HashSet<int> NeighboursOf(int stem)
    {
        if (neighbours.TryGetValue(stem, out var known))
            return known;
        var near = new HashSet<int>();
        for (var i = 0; i < Words.Length; i++)
            if (Words[i].Stem == stem)
                for (var j = Math.Max(0, i - Near); j < Math.Min(Words.Length, i + Near + 1); j++)
                    if (j != i && !Background.IsEveryday(Words[j].Stem))
                        near.Add(Words[j].Stem);
        return neighbours[stem] = near;
    }
}
