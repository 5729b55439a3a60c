using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Meerlaags.Web.Platform.Api;

namespace Meerlaags.Web.Tests.Harness;

/// <summary>A program that speaks with the API.</summary>
public sealed class Api
{
    private readonly HttpClient client;

    /// <summary>Speaks for the owner of this token, or for nobody.</summary>
    public Api(HttpMessageHandler server, string? secret)
    {
        client = new HttpClient(server) { BaseAddress = new Uri("http://localhost") };
        if (secret is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
    }

    /// <summary>Reads.</summary>
    public Task<ApiAnswer> Get(string address) => Send(HttpMethod.Get, address);

    /// <summary>Does something; a resend carries the same submit id.</summary>
    public Task<ApiAnswer> Post(string address, object? body = null, Guid? submit = null) => Send(HttpMethod.Post, address, body, submit);

    /// <summary>Replaces something.</summary>
    public Task<ApiAnswer> Put(string address, object? body = null, Guid? submit = null) => Send(HttpMethod.Put, address, body, submit);

    /// <summary>Sends any request; text and bytes go as they stand, other bodies as JSON.</summary>
    public async Task<ApiAnswer> Send(HttpMethod method, string address, object? body = null, object? submit = null)
    {
        using var request = new HttpRequestMessage(method, address);
        if (body is not null)
            request.Content = body is byte[] bytes
                ? new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } }
                : new StringContent(body as string ?? JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        if (submit?.ToString() is { } id)
            request.Headers.Add(ApiAnswers.SubmitHeader, id);
        using var answer = await client.SendAsync(request);
        return new ApiAnswer(
            (int)answer.StatusCode,
            await answer.Content.ReadAsStringAsync(),
            answer.Content.Headers.ContentType?.MediaType,
            answer.Headers.Location
        );
    }
}

/// <summary>What the API answered.</summary>
/// <param name="Status">The status.</param>
/// <param name="Body">The text of the answer.</param>
/// <param name="Type">Its media type.</param>
/// <param name="Location">Where the new thing stands, or null.</param>
public sealed record ApiAnswer(int Status, string Body, string? Type, Uri? Location)
{
    /// <summary>The answer as JSON.</summary>
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    /// <summary>The code of a refusal, or null.</summary>
    public string? Code => Json.TryGetProperty("code", out var code) ? code.GetString() : null;

    /// <summary>The field of the first fault, or null.</summary>
    public string? Field => Json.TryGetProperty("fouten", out var faults) && faults.GetArrayLength() > 0 ? faults[0].GetProperty("veld").GetString() : null;

    /// <summary>The id in the answer.</summary>
    public Guid Id => Json.GetProperty("id").GetGuid();
}
