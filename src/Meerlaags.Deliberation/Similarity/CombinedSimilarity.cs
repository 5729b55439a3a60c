namespace Meerlaags.Deliberation.Similarity;

/// <summary>What a score was made of.</summary>
public enum SimilarityMeasure
{
    /// <summary>Words and their pieces: the standing measure.</summary>
    Lexical,

    /// <summary>The mean of that and the cosine of a model's vectors.</summary>
    LexicalAndModel,
}

/// <summary>
/// Similarity of a set of texts: lexical, and with a model's vectors where one is handed in and answers as it should. Negations and opposites
/// lower a score in both, for models too put a sentence beside its denial. When a model fails, everything is lexical and <see cref="Fallback"/>
/// says why: half a set by one measure and half by another could not be compared.
/// </summary>
public sealed class CombinedSimilarity
{
    private readonly IReadOnlyList<AnalysedText> texts;
    private readonly IReadOnlyList<float[]> vectors;

    private CombinedSimilarity(IReadOnlyList<AnalysedText> texts, Background background, EmbeddingAnswer? answer)
    {
        (this.texts, Background, vectors) = (texts, background, answer?.Vectors ?? []);
        Measure = answer is { Fault: null } ? SimilarityMeasure.LexicalAndModel : SimilarityMeasure.Lexical;
        Fallback = answer is { Fault: not null } ? answer : null;
    }

    public Background Background { get; }
    public SimilarityMeasure Measure { get; }

    /// <summary>The fault for which the model was left out; null when it was used or none was handed in.</summary>
    public EmbeddingAnswer? Fallback { get; }

    /// <summary>Without <paramref name="embeddings"/> nothing leaves the process and everything is lexical.</summary>
    public static async Task<CombinedSimilarity> Of(IReadOnlyList<string> texts, ITextEmbeddings? embeddings, CancellationToken cancellation = default)
    {
        var analysed = Background.Analyse(texts, out var background);
        if (embeddings is null || texts.Count == 0)
            return new(analysed, background, null);
        var answer = await embeddings.EmbedAsync(texts, cancellation).ConfigureAwait(false);
        return new(analysed, background, answer.Fault is null ? EmbeddingAnswer.From(answer.Vectors, texts.Count) : answer);
    }

    /// <summary>Score between 0 and 1 and relation of two texts by their places.</summary>
    public (double Score, TextRelation Relation) Score(int a, int b)
    {
        if (Measure == SimilarityMeasure.Lexical)
            return TextSimilarity.Score(texts[a], texts[b], Background);
        var words = TextSimilarity.Compare(texts[a], texts[b], Background).WordScore;
        var meaning = (words + Math.Clamp(Cosine(vectors[a], vectors[b]), 0, 1)) / 2;
        var opposition = new List<string>();
        var score = TextSimilarity.Opposed(texts[a], texts[b], meaning, opposition);
        return (score, TextSimilarity.Relation(meaning, opposition.Count > 0));
    }

    private static double Cosine(float[] a, float[] b)
    {
        var (dot, inA, inB) = (0.0, 0.0, 0.0);
        for (var i = 0; i < a.Length; i++)
        {
            dot += (double)a[i] * b[i];
            inA += (double)a[i] * a[i];
            inB += (double)b[i] * b[i];
        }
        return dot / Math.Sqrt(inA * inB);
    }
}
