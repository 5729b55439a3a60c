namespace Meerlaags.Deliberation.Similarity;

/// <summary>
/// Word scores of every pair of texts at once: each text is added up against the texts before it through the lists of who has a piece or a
/// stem, so what two texts do not share costs nothing. The same numbers as pair by pair, but for rounding.
/// </summary>
internal sealed class PairScores
{
    private readonly IReadOnlyList<AnalysedText> texts;
    private readonly int[] gramStarts;
    private readonly int[] gramsSoFar;
    private readonly int[] gramTexts;
    private readonly double[] gramWeights;
    private readonly int[] stemStarts;
    private readonly int[] stemsSoFar;
    private readonly (int Text, int Count, double Saturated)[] stems;

    public PairScores(IReadOnlyList<AnalysedText> texts, Background background)
    {
        this.texts = texts;
        (gramStarts, gramsSoFar) = (Starts(texts.SelectMany(t => t.Grams), background.GramCount), new int[background.GramCount]);
        (gramTexts, gramWeights) = (new int[gramStarts[^1]], new double[gramStarts[^1]]);
        (stemStarts, stemsSoFar) = (Starts(texts.SelectMany(t => t.Stems).Select(s => s.Stem), background.StemCount), new int[background.StemCount]);
        stems = new (int, int, double)[stemStarts[^1]];
    }

    /// <summary>Score of each text with every one before it, text by text.</summary>
    public IEnumerable<double[]> Rows()
    {
        for (var i = 0; i < texts.Count; i++)
        {
            var (cosines, asked) = (new double[i], new double[i]);
            AddGrams(i, cosines);
            AddStems(i, asked);
            for (var j = 0; j < i; j++)
                cosines[j] = TextSimilarity.Combine(texts[i], texts[j], cosines[j], asked[j]);
            yield return cosines;
        }
    }

    private void AddGrams(int i, double[] cosines)
    {
        var text = texts[i];
        for (var g = 0; g < text.Grams.Length; g++)
        {
            var (gram, weight) = (text.Grams[g], text.GramWeights[g]);
            var end = gramStarts[gram] + gramsSoFar[gram]++;
            for (var at = gramStarts[gram]; at < end; at++)
                cosines[gramTexts[at]] += weight * gramWeights[at];
            (gramTexts[end], gramWeights[end]) = (i, weight);
        }
    }

    private void AddStems(int i, double[] asked)
    {
        foreach (var (stem, count) in texts[i].Stems)
        {
            var (weight, saturated) = (texts[i].Background.InverseFrequency(stem), Bm25.Saturated(texts[i], count));
            var end = stemStarts[stem] + stemsSoFar[stem]++;
            for (var at = stemStarts[stem]; at < end; at++)
                asked[stems[at].Text] += weight * (count * stems[at].Saturated + stems[at].Count * saturated);
            stems[end] = (i, count, saturated);
        }
    }

    private static int[] Starts(IEnumerable<int> numbers, int count)
    {
        var starts = new int[count + 1];
        foreach (var number in numbers)
            starts[number + 1]++;
        for (var i = 0; i < count; i++)
            starts[i + 1] += starts[i];
        return starts;
    }
}
