using Meerlaags.Domain.Collaborations;
using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Web.Tests.Live;

/// <summary>Listens to the event stream of a collaboration as an open page does.</summary>
public sealed class Ear : IDisposable
{
    private readonly HttpResponseMessage answer;
    private readonly StreamReader reader;

    private Ear(HttpResponseMessage answer, StreamReader reader) => (this.answer, this.reader) = (answer, reader);

    /// <summary>Opens the stream; returns when the server has said hello.</summary>
    public static async Task<Ear> OpenAsync(TestApp app, Browser browser, CollaborationId table, CancellationToken stop, string? address = null)
    {
        var client = new HttpClient(app.Server.CreateHandler()) { BaseAddress = new Uri("http://localhost") };
        var request = new HttpRequestMessage(HttpMethod.Get, address ?? $"/samenwerkingen/{table.Value}/live");
        request.Headers.Add("Cookie", browser.Cookies.GetCookieHeader(client.BaseAddress));
        var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
        answer.EnsureSuccessStatusCode();
        var ear = new Ear(answer, new StreamReader(await answer.Content.ReadAsStreamAsync(stop)));
        Assert.Equal("hello", await ear.NextAsync(stop));
        return ear;
    }

    /// <summary>The next ring; null when the server ends the stream. Heartbeats are passed over.</summary>
    public async Task<string?> NextAsync(CancellationToken stop)
    {
        while (await reader.ReadLineAsync(stop) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal) && line != "event: beat")
                return line["event: ".Length..];
        }
        return null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        reader.Dispose();
        answer.Dispose();
    }
}
