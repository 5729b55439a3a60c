namespace Meerlaags.Deliberation.Similarity;

/// <summary>
/// A model that turns texts into vectors whose angle says how alike they are in meaning. This library has none and speaks to none: who wants
/// one hands it in. Whatever goes wrong is an answer, not an exception, since the lexical measure always stands.
/// </summary>
public interface ITextEmbeddings
{
    /// <summary>One vector per text, in the same order and all of the same length; or why not. Throws only when cancelled.</summary>
    Task<EmbeddingAnswer> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellation);
}

/// <summary>Why there are no vectors.</summary>
public enum EmbeddingFault
{
    /// <summary>No connection, or it broke.</summary>
    Unreachable,

    /// <summary>No whole answer within the time allowed.</summary>
    TooSlow,

    /// <summary>The model said no.</summary>
    Refused,

    /// <summary>An answer in another form than agreed.</summary>
    NotUnderstood,

    /// <summary>More or fewer vectors than texts.</summary>
    WrongCount,

    /// <summary>Vectors of different lengths, or of none.</summary>
    WrongDimension,

    /// <summary>A vector that is zero or has something in it that is not a number.</summary>
    NotNumbers,
}

/// <summary>Vectors, or the fault and a sentence about it (in English, without any of the texts).</summary>
public sealed record EmbeddingAnswer
{
    private EmbeddingAnswer() { }

    public IReadOnlyList<float[]> Vectors { get; private init; } = [];
    public EmbeddingFault? Fault { get; private init; }
    public string Reason { get; private init; } = "";

    /// <summary>Vectors that were looked at: as many as texts, equally long, finite and not zero; else the fault.</summary>
    public static EmbeddingAnswer From(IReadOnlyList<float[]> vectors, int texts)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        if (vectors.Count != texts)
            return No(EmbeddingFault.WrongCount, $"{texts} texts were sent and {vectors.Count} vectors came back.");
        if (vectors.Any(v => v.Length == 0 || v.Length != vectors[0].Length))
            return No(EmbeddingFault.WrongDimension, $"vectors of different lengths came back: {string.Join(", ", vectors.Select(v => v.Length).Distinct())}.");
        if (vectors.Any(v => !Array.TrueForAll(v, float.IsFinite) || Array.TrueForAll(v, x => x == 0)))
            return No(EmbeddingFault.NotNumbers, "a vector that is zero or not made of numbers came back.");
        return new() { Vectors = vectors };
    }

    public static EmbeddingAnswer No(EmbeddingFault fault, string reason) => new() { Fault = fault, Reason = reason };
}
