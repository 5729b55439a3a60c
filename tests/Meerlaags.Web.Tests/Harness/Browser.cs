using System.Net;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;

namespace Meerlaags.Web.Tests.Harness;

/// <summary>Does what a browser without JavaScript does: keeps cookies, follows redirects, sends forms as they stand.</summary>
public sealed class Browser(HttpMessageHandler server, CookieContainer cookies)
{
    private const int MostRedirects = 5;

    private readonly HttpClient client = new(new CookieContainerHandler(cookies) { InnerHandler = server }) { BaseAddress = new Uri("http://localhost") };

    /// <summary>Its cookies.</summary>
    public CookieContainer Cookies => cookies;

    /// <summary>Opens an address and follows redirects.</summary>
    public async Task<WebPage> Get(string address) => await FollowAsync(await Send(new HttpRequestMessage(HttpMethod.Get, address)));

    /// <summary>Sends one request and follows nothing.</summary>
    public Task<HttpResponseMessage> Send(HttpRequestMessage request) => client.SendAsync(request);

    /// <summary>Posts fields to an address, with the antiforgery token of a page this person can see: for what no form offers.</summary>
    public async Task<HttpResponseMessage> Post(string address, params (string Name, string Value)[] fields)
    {
        var page = await Get("/fout/404");
        var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value");
        if (token is null)
            token = (await Get("/aanmelden")).Document.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value");
        return await SendForm(address, [.. fields, ("__RequestVerificationToken", token ?? "")], page.Answer);
    }

    // A page that lets nothing be known of its address does not say where its forms come from either (Fetch standard, 3.2).
    internal Task<HttpResponseMessage> SendForm(string address, IEnumerable<(string Name, string Value)> fields, HttpResponseMessage from) =>
        SendForm(address, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))), from);

    internal Task<HttpResponseMessage> SendForm(string address, HttpContent form, HttpResponseMessage from) =>
        Send(
            new HttpRequestMessage(HttpMethod.Post, address)
            {
                Content = form,
                Headers = { { "Origin", from.Headers.GetValues("Referrer-Policy").Contains("no-referrer") ? "null" : "http://localhost" } },
            }
        );

    internal async Task<WebPage> FollowAsync(HttpResponseMessage answer)
    {
        for (var redirects = 0; answer.Headers.Location is { } next && (int)answer.StatusCode is >= 300 and < 400; redirects++)
        {
            Assert.True(redirects < MostRedirects, $"{next} keeps redirecting");
            answer = await Send(new HttpRequestMessage(HttpMethod.Get, new Uri(answer.RequestMessage!.RequestUri!, next)));
        }
        return await WebPage.ReadAsync(this, answer);
    }
}
