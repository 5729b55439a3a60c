using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Meerlaags.Deliberation.Similarity;

namespace Meerlaags.Deliberation.Embeddings;

/// <summary>
/// A model behind an endpoint that speaks the form of OpenAI's embeddings (POST of model and input, a list of index and embedding back), as many
/// servers that one can run oneself do. Not safe to share after disposal; safe for several threads.
/// </summary>
public sealed class OpenAiEmbeddings : ITextEmbeddings, IDisposable
{
    private readonly EmbeddingSettings settings;
    private readonly Uri endpoint;
    private readonly HttpClient client;

    private OpenAiEmbeddings(EmbeddingSettings settings, Uri endpoint)
    {
        (this.settings, this.endpoint) = (settings, endpoint);
        client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = settings.LargestAnswer,
        };
    }

    /// <summary>Null when no endpoint is set. Throws on an endpoint that is not http or https, or without a model.</summary>
    public static OpenAiEmbeddings? Create(EmbeddingSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Endpoint is not { } endpoint)
            return null;
        if (!endpoint.IsAbsoluteUri || endpoint.Scheme is not ("http" or "https"))
            throw new ArgumentException($"The endpoint is an http or https address, not {endpoint}.", nameof(settings));
        if (settings.Model.Length == 0)
            throw new ArgumentException("The endpoint needs the name of a model.", nameof(settings));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(settings.TextsPerRequest);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(settings.Timeout, TimeSpan.Zero);
        return new(settings, endpoint);
    }

    /// <inheritdoc />
    public async Task<EmbeddingAnswer> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var vectors = new List<float[]>();
        foreach (var part in texts.Chunk(settings.TextsPerRequest))
        {
            var answer = await AskAsync(part, cancellation).ConfigureAwait(false);
            if (answer.Fault is not null)
                return answer;
            vectors.AddRange(answer.Vectors);
        }
        return EmbeddingAnswer.From(vectors, texts.Count);
    }

    public void Dispose() => client.Dispose();

    private async Task<EmbeddingAnswer> AskAsync(string[] texts, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(settings.Timeout);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = JsonContent.Create(new Question(settings.Model, texts)) };
            if (settings.Key is not null)
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", settings.Key);
            using var response = await client.SendAsync(request, limit.Token).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
                return EmbeddingAnswer.No(
                    EmbeddingFault.Refused,
                    $"the endpoint answered with status {((int)response.StatusCode).ToString(CultureInfo.InvariantCulture)}."
                );
            var answer = await response.Content.ReadFromJsonAsync<Answer>(limit.Token).ConfigureAwait(false);
            return Ordered(answer, texts.Length);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return EmbeddingAnswer.No(
                EmbeddingFault.TooSlow,
                $"no whole answer within {settings.Timeout.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s."
            );
        }
        catch (HttpRequestException fault)
        {
            return EmbeddingAnswer.No(EmbeddingFault.Unreachable, $"the endpoint could not be reached or the answer broke off ({fault.HttpRequestError}).");
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException)
        {
            return EmbeddingAnswer.No(EmbeddingFault.NotUnderstood, "the answer is not JSON of the agreed form.");
        }
    }

    // Answers may come in another order than asked; each says which text it is for.
    private static EmbeddingAnswer Ordered(Answer? answer, int texts)
    {
        if (answer?.Data is not { } data || data.Any(d => d?.Embedding is null))
            return EmbeddingAnswer.No(EmbeddingFault.NotUnderstood, "the answer has no list of embeddings.");
        if (data.Count != texts || !data.Select(d => d!.Index).Order().SequenceEqual(Enumerable.Range(0, texts)))
            return EmbeddingAnswer.No(EmbeddingFault.WrongCount, $"{texts} texts were sent; the answer does not have exactly one vector for each.");
        return EmbeddingAnswer.From([.. data.OrderBy(d => d!.Index).Select(d => d!.Embedding!)], texts);
    }

    private sealed record Question(
        [property: JsonPropertyName("model")] string Model,
        [property: JsonPropertyName("input")] string[] Input,
        [property: JsonPropertyName("encoding_format")] string Form = "float"
    );

    private sealed record Answer(IReadOnlyList<Vector?>? Data);

    private sealed record Vector(int Index, float[]? Embedding);
}
