using Meerlaags.Domain.Register;

namespace Meerlaags.Web.Platform.Search;

/// <summary>
/// The parts of Dutch compounds, so that a word is found inside a longer one: <c>opgave</c> in <c>woningbouwopgave</c>. A word is only split when all of it is made of known
/// words, with nothing but a linking <c>s</c>, <c>e</c>, <c>n</c> or <c>en</c> between them; of several ways the one with the fewest parts counts.
/// The known words stand in <c>content/search/words-nl.txt</c>.
/// </summary>
public sealed class Compounds
{
    private const int ShortestCompound = 6;

    /// <summary>Shorter words are no part of another.</summary>
    public const int ShortestPart = 3;

    private static readonly string[] Links = ["", "s", "e", "n", "en"];

    private readonly HashSet<string> parts = new(StringComparer.Ordinal);
    private readonly HashSet<string> stems = new(StringComparer.Ordinal);
    private readonly HashSet<string> whole = new(StringComparer.Ordinal);
    private readonly HashSet<string> everywhere = new(StringComparer.Ordinal);

    /// <summary>Reads the known words: lines of words; after <c>!</c> words that are never split, after <c>-</c> words that nobody looks for.</summary>
    public Compounds(IEnumerable<string> lines)
    {
        foreach (var line in lines.Where(line => line.Length > 0 && line[0] != '#'))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(SearchKey.Fold).Where(word => word.Length > 0).ToList();
            if (line[0] == '-')
                everywhere.UnionWith(words);
            else if (line[0] == '!')
                whole.UnionWith(words);
            else
                parts.UnionWith(words.Where(word => word.Length >= ShortestPart));
        }
        stems.UnionWith(parts.Select(SearchWords.Stem));
    }

    /// <summary>Whether a folded word stands in nearly every text, so that looking for it tells nothing.</summary>
    public bool IsEverywhere(string word) => everywhere.Contains(word);

    /// <summary>The stems of the parts of a folded word; empty when it is no compound of known words.</summary>
    public IReadOnlyList<string> Split(string word)
    {
        if (word.Length < ShortestCompound || whole.Contains(word) || stems.Contains(SearchWords.Stem(word)))
            return [];
        // best[place]: the parts that end right before it.
        var best = new List<string>?[word.Length + 1];
        best[0] = [];
        for (var begin = 0; begin <= word.Length - ShortestPart; begin++)
            if (best[begin] is { } before)
                Extend(word, begin, before, best);
        return best[word.Length] is { Count: > 1 } found ? found : [];
    }

    private void Extend(string word, int begin, List<string> before, List<string>?[] best)
    {
        for (var end = begin + ShortestPart; end <= word.Length; end++)
        {
            var part = word[begin..end];
            if (end == word.Length)
                Keep(stems.Contains(SearchWords.Stem(part)), part, end);
            else if (parts.Contains(part))
                foreach (var link in Links.Where(link => string.CompareOrdinal(word, end, link, 0, link.Length) == 0))
                    Keep(end + link.Length < word.Length, part, end + link.Length);
        }

        void Keep(bool fits, string part, int next)
        {
            if (fits && (best[next] is not { } known || known.Count > before.Count + 1))
                best[next] = [.. before, SearchWords.Stem(part)];
        }
    }
}
