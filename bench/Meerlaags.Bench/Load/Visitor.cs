using System.Net;
using System.Text.RegularExpressions;
using Meerlaags.Bench.Data;

namespace Meerlaags.Bench.Load;

/// <summary>Somebody with a browser: signs in through the page that everybody uses and keeps the cookies.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly CookieContainer cookies = new();
    private readonly Uri address;
    private readonly HttpClient client;

    private Visitor(Uri address)
    {
        this.address = address;
        client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = address };
    }

    /// <summary>The cookies as a request carries them.</summary>
    public string Cookies => cookies.GetCookieHeader(address);

    /// <summary>Signs the measured person in.</summary>
    public static async Task<Visitor> SignInAsync(Uri address, SeededFacts facts)
    {
        var visitor = new Visitor(address);
        var page = await visitor.client.GetStringAsync(new Uri("/aanmelden", UriKind.Relative));
        var fields = Hidden().Matches(page).Select(field => KeyValuePair.Create(In(field.Value, "name"), In(field.Value, "value")));
        using var form = new FormUrlEncodedContent([
            .. fields,
            KeyValuePair.Create("Input.Email", facts.Email),
            KeyValuePair.Create("Input.Password", SeededFacts.Password),
        ]);
        using var answer = await visitor.client.PostAsync(new Uri("/aanmelden", UriKind.Relative), form);
        if (answer.StatusCode != HttpStatusCode.Redirect)
            throw new InvalidOperationException($"Signing in answered {(int)answer.StatusCode}.");
        // The first page sets the cookie that guards forms; afterwards pages set none.
        await visitor.PageAsync("/mijn-overzicht");
        return visitor;
    }

    /// <summary>The bytes of a page.</summary>
    public Task<byte[]> PageAsync(string path) => client.GetByteArrayAsync(new Uri(path, UriKind.Relative));

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private static string In(string field, string attribute)
    {
        var start = $" {attribute}=\"";
        var from = field.IndexOf(start, StringComparison.Ordinal);
        return from < 0 ? "" : WebUtility.HtmlDecode(field[(from + start.Length)..field.IndexOf('"', from + start.Length)]);
    }

    [GeneratedRegex("<input[^>]* type=\"hidden\"[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Hidden();
}
