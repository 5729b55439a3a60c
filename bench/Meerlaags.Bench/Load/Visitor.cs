using System.Net;
using Meerlaags.Bench.Data;

namespace Meerlaags.Bench.Load;

/// <summary>Somebody with a browser: signs in through the page that everybody uses and keeps the cookies.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly CookieContainer cookies = new();
    private readonly Uri address;
    private readonly HttpClient client;

    private Visitor(Uri address)
    {
        this.address = address;
        client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false })
        {
            BaseAddress = address,
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>The cookies as a request carries them.</summary>
    public string Cookies => cookies.GetCookieHeader(address);

    /// <summary>Signs somebody in whose account the benchmark made.</summary>
    public static async Task<Visitor> SignInAsync(Uri address, string email)
    {
        var visitor = new Visitor(address);
        var form = new Form(await visitor.TextAsync("/aanmelden"));
        using var answer = await visitor.PostAsync("/aanmelden", [.. form.Hidden, ("Input.Email", email), ("Input.Password", SeededFacts.Password)]);
        if (answer.StatusCode != HttpStatusCode.Redirect)
            throw new InvalidOperationException($"Signing in answered {(int)answer.StatusCode}.");
        // The first page sets the cookie that guards forms; afterwards pages set none.
        await visitor.PageAsync("/mijn-overzicht");
        return visitor;
    }

    /// <summary>The bytes of a page.</summary>
    public Task<byte[]> PageAsync(string path) => client.GetByteArrayAsync(new Uri(path, UriKind.Relative));

    /// <summary>Whether a page is there.</summary>
    public async Task<bool> FindsAsync(string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        return answer.StatusCode == HttpStatusCode.OK;
    }

    /// <summary>The words of a page.</summary>
    public Task<string> TextAsync(string path) => client.GetStringAsync(new Uri(path, UriKind.Relative));

    /// <summary>Sends a form.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, IEnumerable<(string Name, string Value)> fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await client.PostAsync(new Uri(path, UriKind.Relative), form);
    }

    /// <summary>Opens a stream that stays open until it is disposed.</summary>
    public Task<Stream> StreamAsync(string path, CancellationToken stop) => client.GetStreamAsync(new Uri(path, UriKind.Relative), stop);

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();
}
