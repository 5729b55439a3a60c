namespace Meerlaags.Deliberation.Similarity;

/// <summary>
/// How common words and character pieces are: document frequencies over all texts at hand, and over a number of made-up texts in which
/// everyday Dutch words stand as often as they usually do (<c>background-nl.txt</c>, made for this library).
/// </summary>
public sealed class Background
{
    private const int FixedTexts = 40;
    private const double EverydayFrom = 0.2; // of all texts
    private readonly Vocabulary vocabulary = new();
    private readonly List<AnalysedText> texts = [];
    private double[] everyday = [];
    private double[] stemWeights = [];
    private double[] gramWeights = [];
    private int[] gramCounts = []; // of the text being weighed

    private Background() { }

    /// <summary>Words of an average text; at least 1.</summary>
    internal double AverageLength { get; private set; } = 1;

    internal int StemCount => vocabulary.StemCount;
    internal int GramCount => vocabulary.GramCount;

    /// <summary>Texts analysed against a background made of themselves and everyday words.</summary>
    public static IReadOnlyList<AnalysedText> Analyse(IReadOnlyList<string> texts, out Background background)
    {
        ArgumentNullException.ThrowIfNull(texts);
        background = new Background();
        foreach (var text in texts)
            background.texts.Add(new(background, background.vocabulary.Words(text)));
        background.Complete();
        foreach (var text in background.texts)
            background.Weigh(text);
        return [.. background.texts];
    }

    internal string Stem(int number) => vocabulary.Stem(number);

    /// <summary>ln(1 + (N - df + .5) / (df + .5)), Robertson and Zaragoza 2009.</summary>
    internal double InverseFrequency(int stem) => stemWeights[stem];

    /// <summary>A word that stands in every so many texts and says little by itself.</summary>
    internal bool IsEveryday(int stem) => everyday[stem] >= EverydayFrom;

    private void Complete()
    {
        // A stem, or a piece of a word, stands in a made-up text when one of its words does.
        var words = BackgroundWords.All.SelectMany(b => vocabulary.Words(b.Word).Select(word => (Word: word, b.Share))).ToList();
        everyday = new double[vocabulary.StemCount];
        var absent = new double[vocabulary.GramCount];
        Array.Fill(absent, 1);
        foreach (var (word, share) in words)
        {
            everyday[word.Stem] = Math.Max(everyday[word.Stem], share);
            foreach (var gram in word.Grams)
                absent[gram] *= 1 - share;
        }
        var stemTexts = Array.ConvertAll(everyday, share => share * FixedTexts);
        var gramTexts = Array.ConvertAll(absent, none => (1 - none) * FixedTexts);
        var (seen, length) = (new int[vocabulary.GramCount], 0L);
        for (var t = 0; t < texts.Count; t++)
        {
            foreach (var (stem, _) in texts[t].Stems)
                stemTexts[stem]++;
            foreach (var word in texts[t].Words)
            foreach (var gram in word.Grams)
                if (seen[gram] != t + 1)
                {
                    seen[gram] = t + 1;
                    gramTexts[gram]++;
                }
            length += texts[t].Words.Length;
        }
        var total = (double)(texts.Count + FixedTexts);
        AverageLength = texts.Count == 0 ? 1 : Math.Max(1, (double)length / texts.Count);
        stemWeights = Array.ConvertAll(stemTexts, df => Math.Log(1 + (total - df + 0.5) / (df + 0.5)));
        gramCounts = new int[vocabulary.GramCount];
        gramWeights = Array.ConvertAll(gramTexts, df => Math.Log((1 + total) / (1 + df)) + 1);
    }

    // (1 + ln tf) (ln((1 + N) / (1 + df)) + 1), length 1.
    private void Weigh(AnalysedText text)
    {
        var found = new List<int>();
        foreach (var word in text.Words)
        foreach (var gram in word.Grams)
            if (gramCounts[gram]++ == 0)
                found.Add(gram);
        text.Grams = [.. found];
        Array.Sort(text.Grams);
        text.GramWeights = Array.ConvertAll(text.Grams, gram => (1 + Math.Log(gramCounts[gram])) * gramWeights[gram]);
        foreach (var gram in found)
            gramCounts[gram] = 0;
        var length = Math.Sqrt(text.GramWeights.Sum(w => w * w));
        for (var i = 0; i < text.GramWeights.Length; i++)
            text.GramWeights[i] /= length;
        text.OwnBm25 = Bm25.Score(text, text);
        text.Opposites =
        [
            .. text
                .Stems.Where(s => !text.Sense.Cancelled.Contains(s.Stem))
                .SelectMany(s => DutchOpposites.Of(vocabulary.Stem(s.Stem)).Select(other => (Own: s.Stem, Opposite: vocabulary.NumberOf(other))))
                .Where(pair => pair.Opposite >= 0 && !text.Has(pair.Opposite)),
        ];
    }
}
