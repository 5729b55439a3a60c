namespace Meerlaags.Deliberation.Embeddings;

/// <summary>
/// Where the model is. Without <see cref="Endpoint"/> there is none and nothing is ever sent. The texts go to that address and nowhere else:
/// redirects are not followed.
/// </summary>
public sealed record EmbeddingSettings
{
    /// <summary>The whole address, for example http://127.0.0.1:8080/v1/embeddings. Null: off.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>The name the endpoint knows the model by.</summary>
    public string Model { get; init; } = "";

    /// <summary>Sent as a bearer token when it is there.</summary>
    public string? Key { get; init; }

    /// <summary>For one request, answer included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Texts in one request.</summary>
    public int TextsPerRequest { get; init; } = 64;

    /// <summary>Bytes of one answer.</summary>
    public int LargestAnswer { get; init; } = 16 * 1024 * 1024;
}
