using Meerlaags.Deliberation.Similarity;

namespace Meerlaags.Deliberation.Tests.Similarity;

/// <summary>
/// The word score as its definition reads, with words and dictionaries and nothing shared: what the fast form must equal. Background words
/// count with their share of forty made-up texts.
/// </summary>
internal sealed class PlainSimilarity
{
    private const double MadeUp = 40;
    private readonly List<string>[] texts;
    private readonly List<string>[] stems;
    private readonly List<string>[] grams;
    private readonly Dictionary<string, double> everydayStems;
    private readonly Dictionary<string, double> everydayGrams;

    public PlainSimilarity(IEnumerable<string> texts)
    {
        this.texts = [.. texts.Select(Words)];
        stems = Array.ConvertAll(this.texts, t => t.ConvertAll(DutchStemmer.Stem));
        grams = Array.ConvertAll(this.texts, Grams);
        var words = BackgroundWords.All.SelectMany(b => Words(b.Word).Select(w => (Word: w, b.Share))).ToList();
        everydayStems = words.GroupBy(w => DutchStemmer.Stem(w.Word)).ToDictionary(g => g.Key, g => g.Max(w => w.Share));
        everydayGrams = words
            .SelectMany(w => Grams([w.Word]).Select(gram => (gram, w.Share)))
            .GroupBy(g => g.gram)
            .ToDictionary(g => g.Key, g => 1 - g.Aggregate(1.0, (absent, w) => absent * (1 - w.Share)));
    }

    public double WordScore(int a, int b)
    {
        var (x, y) = (GramVector(grams[a]), GramVector(grams[b]));
        var cosine = x.Sum(g => g.Value * y.GetValueOrDefault(g.Key)) / Math.Sqrt(x.Values.Sum(v => v * v) * y.Values.Sum(v => v * v));
        var bm25 = (Bm25(a, b) + Bm25(b, a)) / (Bm25(a, a) + Bm25(b, b));
        return Math.Clamp(0.85 * cosine + 0.15 * bm25, 0, 1);
    }

    private Dictionary<string, double> GramVector(List<string> pieces) =>
        pieces
            .GroupBy(g => g)
            .ToDictionary(
                g => g.Key,
                g =>
                {
                    var df = grams.Count(t => t.Contains(g.Key)) + MadeUp * everydayGrams.GetValueOrDefault(g.Key);
                    return (1 + Math.Log(g.Count())) * (Math.Log((1 + texts.Length + MadeUp) / (1 + df)) + 1);
                }
            );

    private double Bm25(int query, int text)
    {
        var there = stems[text];
        return stems[query]
            .Sum(stem =>
            {
                var tf = (double)there.Count(s => s == stem);
                var df = stems.Count(t => t.Contains(stem)) + MadeUp * everydayStems.GetValueOrDefault(stem);
                var idf = Math.Log(1 + (texts.Length + MadeUp - df + 0.5) / (df + 0.5));
                return idf * tf * 2.2 / (tf + 1.2 * (0.25 + 0.75 * there.Count / texts.Average(t => t.Count)));
            });
    }

    private static List<string> Grams(IEnumerable<string> words) =>
        [
            .. words.SelectMany(w =>
                Enumerable.Range(2, 3).SelectMany(n => Enumerable.Range(0, Math.Max(0, w.Length + 3 - n)).Select(i => $" {w} ".Substring(i, n)))
            ),
        ];

    private static List<string> Words(string text) =>
        [.. string.Concat(text.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
