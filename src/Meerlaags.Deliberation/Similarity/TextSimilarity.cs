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

/// <summary>
/// Two texts compared: score between 0 and 1 (1 = the same words), the score of the words alone before opposition lowers it, the words that
/// tie, those that set apart, and what turns one against the other: negations as written, and pairs of opposites ("hoog / laag").
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
    private const double NegationFactor = 0.55;
    private const double OppositeFactor = 0.8;
    private const double RelatedFrom = 0.35; // below it two texts are about different things

    /// <summary>Score and relation only. Throws when a text was analysed against another background.</summary>
    public static (double Score, TextRelation Relation) Score(AnalysedText a, AnalysedText b, Background background)
    {
        var (score, _, relation, _) = Judge(a, b, background);
        return (score, relation);
    }

    /// <summary>The comparison with its explanation. Throws when a text was analysed against another background.</summary>
    public static TextComparison Compare(AnalysedText a, AnalysedText b, Background background)
    {
        var (score, words, relation, opposition) = Judge(a, b, background);
        return new(score, words, relation, SideTerms.Shared(a, b), SideTerms.Only([a], [b]), SideTerms.Only([b], [a]), opposition);
    }

    /// <summary>
    /// Pairs of texts, by their places, whose words score at least this much before opposition lowers it; the first place before the second.
    /// Throws when a text was analysed against another background.
    /// </summary>
    public static IEnumerable<(int One, int Other)> Related(IReadOnlyList<AnalysedText> texts, Background background, double from)
    {
        ArgumentNullException.ThrowIfNull(texts);
        foreach (var text in texts)
            Require(text, background);
        return new PairScores(texts, background)
            .Rows()
            .SelectMany((row, place) => Enumerable.Range(0, place).Where(one => row[one] >= from).Select(one => (one, place)));
    }

    /// <summary>
    /// How far n texts are apart: 1 - the mean similarity of all pairs, with the part of each text (1 - its mean similarity to the others).
    /// Does not depend on their order; identical texts give 0. For rules and tests, not a grade to show to people.
    /// </summary>
    public static (double Divergence, IReadOnlyList<double> PerText) Divergence(IReadOnlyList<AnalysedText> texts, Background background)
    {
        ArgumentNullException.ThrowIfNull(texts);
        foreach (var text in texts)
            Require(text, background);
        if (texts.Count < 2)
            return (0, new double[texts.Count]);
        var sums = new double[texts.Count];
        var i = 0;
        foreach (var row in new PairScores(texts, background).Rows())
        {
            for (var j = 0; j < i; j++)
            {
                var score = Opposed(texts[i], texts[j], row[j], null);
                sums[i] += score;
                sums[j] += score;
            }
            i++;
        }
        var parts = Array.ConvertAll(sums, s => Math.Max(0, 1 - s / (texts.Count - 1)));
        return (parts.Average(), parts);
    }

    /// <summary>The score of the words, from the cosine of their pieces and BM25 both ways.</summary>
    internal static double Combine(AnalysedText a, AnalysedText b, double cosine, double bm25)
    {
        if (a.Words.Length == 0 || b.Words.Length == 0)
            return a.Words.Length == b.Words.Length ? 1 : 0;
        return Math.Clamp(GramShare * cosine + (1 - GramShare) * bm25 / (a.OwnBm25 + b.OwnBm25), 0, 1);
    }

    /// <summary>The relation that a score of the words and what turns the texts make together.</summary>
    internal static TextRelation Relation(double words, bool opposed) =>
        words < RelatedFrom ? TextRelation.Different
        : opposed ? TextRelation.Opposed
        : TextRelation.Similar;

    /// <summary>A score lowered by what turns one text against the other, which is added to the list.</summary>
    internal static double Opposed(AnalysedText a, AnalysedText b, double score, List<string>? opposition)
    {
        // Both negated, or neither: the same sense.
        if (a.Sense.IsNegated != b.Sense.IsNegated)
        {
            opposition?.AddRange(a.Sense.Negations.Concat(b.Sense.Negations).Distinct());
            score *= NegationFactor;
        }
        if (Pair(a, b) is { } there)
            opposition?.Add($"{a.Written(there.Own)} / {b.Written(there.Opposite)}");
        else if (Pair(b, a) is { } back)
            opposition?.Add($"{a.Written(back.Opposite)} / {b.Written(back.Own)}");
        else
            return score;
        return score * OppositeFactor;
    }

    private static (double Score, double Words, TextRelation Relation, List<string> Opposition) Judge(AnalysedText a, AnalysedText b, Background background)
    {
        Require(a, background);
        Require(b, background);
        var words = Combine(a, b, Cosine(a, b), Bm25.Score(a, b) + Bm25.Score(b, a));
        var opposition = new List<string>();
        var score = Opposed(a, b, words, opposition);
        return (score, words, Relation(words, opposition.Count > 0), opposition);
    }

    // In texts of some length opposites count only when they stand beside the same thing: "hoge huur" against "lage huur".
    private static (int Own, int Opposite)? Pair(AnalysedText a, AnalysedText b)
    {
        foreach (var (own, opposite) in a.Opposites)
            if (b.Has(opposite) && !b.Has(own) && !b.Sense.Cancelled.Contains(opposite))
                if (a.Sense.IsShort && b.Sense.IsShort || a.NeighboursOf(own).Overlaps(b.NeighboursOf(opposite)))
                    return (own, opposite);
        return null;
    }

    private static double Cosine(AnalysedText a, AnalysedText b)
    {
        var (i, j, sum) = (0, 0, 0.0);
        while (i < a.Grams.Length && j < b.Grams.Length)
        {
            var (left, right) = (a.Grams[i], b.Grams[j]);
            if (left == right)
                sum += a.GramWeights[i++] * b.GramWeights[j++];
            else if (left < right)
                i++;
            else
                j++;
        }
        return sum;
    }

    private static void Require(AnalysedText text, Background background)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(background);
        if (!ReferenceEquals(text.Background, background))
            throw new ArgumentException("The text was analysed against another background.", nameof(text));
    }
}
