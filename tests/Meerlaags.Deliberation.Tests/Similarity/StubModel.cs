using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Meerlaags.Deliberation.Tests.Similarity;

/// <summary>A model's endpoint on this machine: a real listener, with the answer each test wants and a record of what was sent to it.</summary>
internal sealed class StubModel : IDisposable
{
    private const int MostTries = 5;

    private readonly HttpListener listener;
    private readonly Func<string[], (int Status, string Body)> answer;

    public StubModel(Func<string[], (int Status, string Body)> answer)
    {
        this.answer = answer;
        for (var tries = 1; ; tries++)
        {
            Address = FreeAddress();
            listener = new HttpListener { Prefixes = { $"{Address}/" } };
            try
            {
                listener.Start();
                break;
            }
            catch (HttpListenerException) when (tries < MostTries)
            {
                // Another program took the port in between.
                listener.Close();
            }
        }
        _ = ServeAsync();
    }

    private static Uri FreeAddress()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/v1/embeddings");
    }

    public Uri Address { get; }
    public List<string[]> Asked { get; } = [];
    public List<string?> Keys { get; } = [];

    /// <summary>Waited for before each answer.</summary>
    public Task Pause { get; init; } = Task.CompletedTask;

    public void Dispose() => listener.Close();

    private async Task ServeAsync()
    {
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            using var question = await JsonDocument.ParseAsync(context.Request.InputStream);
            string[] texts = [.. question.RootElement.GetProperty("input").EnumerateArray().Select(t => t.GetString()!)];
            Asked.Add(texts);
            Keys.Add(context.Request.Headers["Authorization"]);
            await Pause;
            var (status, body) = answer(texts);
            context.Response.StatusCode = status;
            context.Response.Headers["Location"] = "http://127.0.0.1:1/elsewhere";
            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body));
            context.Response.Close();
        }
    }
}
