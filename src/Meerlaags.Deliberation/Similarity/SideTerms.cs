namespace Meerlaags.Deliberation.Similarity;

/// <summary>A word with its part in the similarity or difference: the stem, the weight (no unit), and the forms as they stand in the texts.</summary>
public readonly record struct WeightedWord(string Stem, double Weight, IReadOnlyList<string> Written);

/// <summary>
/// Which words tie sides and which only one side uses. Weight: (1 + ln times used) times the inverse document frequency, times the share of the
/// side's texts that use it, so that what one text says over and over does not stand for its side. Heaviest first.
/// </summary>
public static class SideTerms
{
    /// <summary>
    /// Per side (the texts of a party, a tier) the words that no other side uses. Everyday words are left out: that somebody wrote "echter" says
    /// nothing. All texts of one background.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<WeightedWord>> OnlyOneSide(IReadOnlyList<IReadOnlyList<AnalysedText>> sides)
    {
        ArgumentNullException.ThrowIfNull(sides);
        return
        [
            .. sides.Select(side =>
                Only(side, [.. sides.Where(other => !ReferenceEquals(other, side)).SelectMany(other => other)])
                    .Where(w => side.Any(text => text.Words.Any(word => !text.Background.IsEveryday(word.Stem) && w.Written.Contains(word.Text))))
                    .ToList()
            ),
        ];
    }

    /// <summary>
    /// Which words tie two texts and which only one of them uses, without everyday words. Throws when they were analysed against different
    /// backgrounds.
    /// </summary>
    public static (IReadOnlyList<WeightedWord> Shared, IReadOnlyList<WeightedWord> OnlyFirst, IReadOnlyList<WeightedWord> OnlySecond) Between(
        AnalysedText a,
        AnalysedText b
    )
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (!ReferenceEquals(a.Background, b.Background))
            throw new ArgumentException("The texts were analysed against different backgrounds.", nameof(b));
        return (
            Weighted([a], stem => b.Has(stem) && !a.Background.IsEveryday(stem)),
            Weighted([a], stem => !b.Has(stem) && !a.Background.IsEveryday(stem)),
            Weighted([b], stem => !a.Has(stem) && !a.Background.IsEveryday(stem))
        );
    }

    /// <summary>Words of a side that the others do not use.</summary>
    internal static IReadOnlyList<WeightedWord> Only(IReadOnlyList<AnalysedText> side, IReadOnlyList<AnalysedText> others)
    {
        var known = others.SelectMany(t => t.Stems).Select(s => s.Stem).ToHashSet();
        return Weighted(side, stem => !known.Contains(stem));
    }

    /// <summary>Words of both texts, counted as often as both have them.</summary>
    internal static IReadOnlyList<WeightedWord> Shared(AnalysedText a, AnalysedText b) =>
        a.Stems.Length <= b.Stems.Length ? Weighted([a], b.Has) : Weighted([b], a.Has);

    private static List<WeightedWord> Weighted(IReadOnlyList<AnalysedText> side, Func<int, bool> counts)
    {
        var background = side.Count == 0 ? null : side[0].Background;
        var written = side.SelectMany(t => t.Words).ToLookup(w => w.Stem, w => w.Text);
        return
        [
            .. side.SelectMany(t => t.Stems)
                .Where(s => counts(s.Stem))
                .GroupBy(s => s.Stem)
                .Select(s => new WeightedWord(
                    background!.Stem(s.Key),
                    (1 + Math.Log(s.Sum(t => t.Count))) * background.InverseFrequency(s.Key) * s.Count() / side.Count,
                    [.. written[s.Key].Distinct().Order(StringComparer.Ordinal)]
                ))
                .OrderByDescending(w => w.Weight)
                .ThenBy(w => w.Stem, StringComparer.Ordinal),
        ];
    }
}
