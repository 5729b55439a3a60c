namespace Meerlaags.Deliberation.Similarity;

/// <summary>How two texts stand to each other.</summary>
public enum TextRelation
{
    /// <summary>About the same thing in the same sense.</summary>
    Similar,

    /// <summary>About the same thing in the opposite sense.</summary>
    Opposed,

    /// <summary>About different things.</summary>
    Different,
}

/// <summary>A word with its part in the similarity or difference.</summary>
public readonly record struct WeightedWord(string Stem, double Weight);

/// <summary>
/// Two texts compared: score between 0 and 1 (1 = the same words), the score of the words alone before opposition lowers it, the words that
/// tie, those that set apart, and what turns one against the other.
/// </summary>
public sealed record TextComparison(
    double Score,
    double WordScore,
    TextRelation Relation,
    IReadOnlyList<WeightedWord> Shared,
    IReadOnlyList<WeightedWord> OnlyFirst,
    IReadOnlyList<WeightedWord> OnlySecond,
    IReadOnlyList<string> Opposition
);

/// <summary>
/// Lexical similarity of Dutch texts: the mean of the cosine of character 2- to 4-grams (compounds share pieces) and BM25 over stems made
/// symmetric; lowered, and named "opposed", when exactly one text has a negation or the texts differ by a pair of opposites.
/// </summary>
public static class TextSimilarity
{
    private const double GramShare = 0.85;
    private const double K1 = 1.2;
    private const double B = 0.75;
    private const double NegationFactor = 0.55;
    private const double OppositeFactor = 0.8;
    private const double RelatedFrom = 0.35; // below it two texts are about different things

    /// <summary>Score and relation only.</summary>
    public static (double Score, TextRelation Relation) Score(AnalysedText a, AnalysedText b, Background background)
    {
        var (score, _, relation, _) = Judge(a, b, background);
        return (score, relation);
    }

    /// <summary>The comparison with its explanation.</summary>
    public static TextComparison Compare(AnalysedText a, AnalysedText b, Background background)
    {
        var (score, words, relation, opposition) = Judge(a, b, background);
        IReadOnlyList<WeightedWord> Weighted(IEnumerable<string> stems) =>
            [
                .. stems
                    .Select(s => new WeightedWord(s, background.InverseFrequency(s)))
                    .OrderByDescending(w => w.Weight)
                    .ThenBy(w => w.Stem, StringComparer.Ordinal),
            ];
        return new(
            score,
            words,
            relation,
            Weighted(a.StemCounts.Keys.Intersect(b.StemCounts.Keys)),
            Weighted(a.StemCounts.Keys.Except(b.StemCounts.Keys)),
            Weighted(b.StemCounts.Keys.Except(a.StemCounts.Keys)),
            opposition
        );
    }

    /// <summary>
    /// How far n texts are apart: 1 - the mean similarity of all pairs, with the part of each text (1 - its mean similarity to the others).
    /// Does not depend on their order; identical texts give 0.
    /// </summary>
    public static (double Divergence, IReadOnlyList<double> PerText) Divergence(IReadOnlyList<AnalysedText> texts, Background background)
    {
        ArgumentNullException.ThrowIfNull(texts);
        if (texts.Count < 2)
            return (0, new double[texts.Count]);
        var sums = new double[texts.Count];
        var own = texts.Select(t => Bm25(t, t, background)).ToArray();
        for (var i = 0; i < texts.Count; i++)
        for (var j = 0; j < i; j++)
        {
            var score = Opposed(texts[i], texts[j], WordScore(texts[i], texts[j], own[i] + own[j], background), null);
            sums[i] += score;
            sums[j] += score;
        }
        var parts = Array.ConvertAll(sums, s => Math.Max(0, 1 - s / (texts.Count - 1)));
        return (parts.Average(), parts);
    }

    private static (double Score, double Words, TextRelation Relation, List<string> Opposition) Judge(AnalysedText a, AnalysedText b, Background background)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        ArgumentNullException.ThrowIfNull(background);
        var words = WordScore(a, b, Bm25(a, a, background) + Bm25(b, b, background), background);
        var opposition = new List<string>();
        var score = Opposed(a, b, words, opposition);
        var relation =
            words < RelatedFrom ? TextRelation.Different
            : opposition.Count > 0 ? TextRelation.Opposed
            : TextRelation.Similar;
        return (score, words, relation, opposition);
    }

    private static double WordScore(AnalysedText a, AnalysedText b, double own, Background background)
    {
        if (a.WordList.Count == 0 || b.WordList.Count == 0)
            return a.WordList.Count == b.WordList.Count ? 1 : 0;
        var bm25 = (Bm25(a, b, background) + Bm25(b, a, background)) / own;
        return Math.Clamp(GramShare * Cosine(a, b) + (1 - GramShare) * bm25, 0, 1);
    }

    private static double Opposed(AnalysedText a, AnalysedText b, double score, List<string>? opposition)
    {
        // Both negated, or neither: the same sense.
        if (a.IsNegated != b.IsNegated)
        {
            opposition?.AddRange(a.Negations.Concat(b.Negations).Distinct());
            score *= NegationFactor;
        }
        var pair = Pair(a, b) ?? Pair(b, a);
        if (pair is null)
            return score;
        opposition?.Add(pair);
        return score * OppositeFactor;
    }

    private static string? Pair(AnalysedText a, AnalysedText b)
    {
        foreach (var (own, opposite) in a.Opposites)
            if (b.StemCounts.ContainsKey(opposite) && !b.StemCounts.ContainsKey(own) && !a.StemCounts.ContainsKey(opposite))
                return $"{own} / {opposite}";
        return null;
    }

    private static double Cosine(AnalysedText a, AnalysedText b)
    {
        var (i, j, sum) = (0, 0, 0.0);
        while (i < a.SortedGrams.Length && j < b.SortedGrams.Length)
        {
            var (left, right) = (a.SortedGrams[i], b.SortedGrams[j]);
            if (left == right)
                sum += a.GramWeights[i++] * b.GramWeights[j++];
            else if (left < right)
                i++;
            else
                j++;
        }
        return sum;
    }

    private static double Bm25(AnalysedText query, AnalysedText text, Background background)
    {
        var (i, j, sum) = (0, 0, 0.0);
        var length = K1 * (1 - B + B * text.WordList.Count / background.AverageLength);
        while (i < query.SortedStems.Length && j < text.SortedStems.Length)
        {
            var (asked, there) = (query.SortedStems[i], text.SortedStems[j]);
            if (asked.Stem == there.Stem)
                sum += asked.Count * asked.InverseFrequency * there.Count * (K1 + 1) / (there.Count + length);
            if (asked.Stem <= there.Stem)
                i++;
            if (there.Stem <= asked.Stem)
                j++;
        }
        return sum;
    }
}
