namespace Meerlaags.Deliberation.Similarity;

/// <summary>BM25 over stems (Robertson and Zaragoza 2009), one text as the question to the other.</summary>
internal static class Bm25
{
    private const double K1 = 1.2;
    private const double B = 0.75;

    /// <summary>What a stem that stands so often in a text of this length counts.</summary>
    public static double Saturated(AnalysedText text, int count) =>
        count * (K1 + 1) / (count + K1 * (1 - B + B * text.Words.Length / text.Background.AverageLength));

    public static double Score(AnalysedText query, AnalysedText text)
    {
        var (i, j, sum) = (0, 0, 0.0);
        while (i < query.Stems.Length && j < text.Stems.Length)
        {
            var (asked, there) = (query.Stems[i], text.Stems[j]);
            if (asked.Stem == there.Stem)
                sum += asked.Count * text.Background.InverseFrequency(asked.Stem) * Saturated(text, there.Count);
            if (asked.Stem <= there.Stem)
                i++;
            if (there.Stem <= asked.Stem)
                j++;
        }
        return sum;
    }
}
