namespace Meerlaags.Deliberation.Similarity;

/// <summary>
/// How common words and character pieces are: document frequencies over all texts at hand and a fixed list of everyday Dutch words, so that
/// a handful of texts does not make "de" look rare.
/// </summary>
public sealed class Background
{
    // Everyday words, as if each stood in half of this many further texts.
    private const int FixedTexts = 40;
    private const string EverydayWords =
        "de het een en van in is op te dat die voor met zijn er aan om ook als bij of door naar maar uit over wordt worden hebben heeft wij we "
        + "ze zij hij ik je u deze dit nog kan kunnen moet moeten zal zullen wil willen hun haar hem ons onze was waren veel meer tot dan";

    private readonly Dictionary<string, string> stems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> stemTexts = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, double> gramTexts = [];
    private readonly List<AnalysedText> texts = [];
    private long words;

    /// <summary>Texts analysed against a background made of themselves, the fixed list, and further texts that only count for frequency.</summary>
    public static IReadOnlyList<AnalysedText> Analyse(IReadOnlyList<string> texts, out Background background, IReadOnlyList<string>? further = null)
    {
        ArgumentNullException.ThrowIfNull(texts);
        background = new Background();
        foreach (var text in texts)
            background.Add(text);
        var asked = background.texts.ToArray();
        foreach (var text in further ?? [])
            background.Add(text);
        foreach (var stem in AnalysedText.Words(EverydayWords).Select(background.Stem).Distinct())
            background.stemTexts[stem] = background.stemTexts.GetValueOrDefault(stem) + FixedTexts / 2.0;
        foreach (var text in asked)
            background.Weigh(text);
        return asked;
    }

    internal double AverageLength => texts.Count == 0 ? 1 : Math.Max(1, (double)words / texts.Count);

    private double Total => texts.Count + FixedTexts;

    internal string Stem(string word)
    {
        if (!stems.TryGetValue(word, out var stem))
            stems[word] = stem = DutchStemmer.Stem(word);
        return stem;
    }

    /// <summary>ln(1 + (N - df + .5) / (df + .5)), Robertson and Zaragoza 2009.</summary>
    internal double InverseFrequency(string stem)
    {
        var df = stemTexts.GetValueOrDefault(stem);
        return Math.Log(1 + (Total - df + 0.5) / (df + 0.5));
    }

    private void Add(string text)
    {
        var analysed = new AnalysedText(text, this);
        texts.Add(analysed);
        words += analysed.WordList.Count;
        foreach (var stem in analysed.StemCounts.Keys)
            stemTexts[stem] = stemTexts.GetValueOrDefault(stem) + 1;
        foreach (var gram in analysed.GramCounts.Keys)
            gramTexts[gram] = gramTexts.GetValueOrDefault(gram) + 1;
    }

    private int NumberOf(string stem)
    {
        if (!numbers.TryGetValue(stem, out var number))
            numbers[stem] = number = numbers.Count;
        return number;
    }

    // (1 + ln tf) (ln((1 + N) / (1 + df)) + 1), length 1.
    private void Weigh(AnalysedText text)
    {
        text.SortedGrams = [.. text.GramCounts.Keys.Order()];
        text.GramWeights = Array.ConvertAll(
            text.SortedGrams,
            gram => (1 + Math.Log(text.GramCounts[gram])) * (Math.Log((1.0 + texts.Count) / (1 + gramTexts[gram])) + 1)
        );
        text.SortedStems = [.. text.StemCounts.Select(s => (Stem: NumberOf(s.Key), s.Value, InverseFrequency(s.Key))).OrderBy(s => s.Stem)];
        text.Opposites = [.. text.StemCounts.Keys.SelectMany(stem => DutchOpposites.Of(stem).Select(other => (stem, other)))];
        var length = Math.Sqrt(text.GramWeights.Sum(w => w * w));
        for (var i = 0; i < text.GramWeights.Length; i++)
            text.GramWeights[i] /= length;
    }
}
