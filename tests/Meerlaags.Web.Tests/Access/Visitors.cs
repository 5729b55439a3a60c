using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Tests.Harness;
using Meerlaags.Web.Tests.Sessions;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;

namespace Meerlaags.Web.Tests.Access;

/// <summary>One kind of viewer, who tries doors: with a browser, or with a program that has a token.</summary>
/// <param name="Kind">The kind, as the column is called.</param>
/// <param name="Cookies">The cookies of the browser; none for a program.</param>
/// <param name="Token">The secret of the token; none for a browser, empty for a program without one.</param>
internal sealed record Visitor(string Kind, CookieContainer? Cookies, string? Token)
{
    /// <summary>Asked to sign in first.</summary>
    public const string SignIn = "sign in";

    /// <summary>The product failed.</summary>
    public const string Fault = "fault";

    /// <summary>Does not exist for this viewer.</summary>
    public const string NotThere = "-";

    private const string AntiforgeryField = "__RequestVerificationToken";

    private string? antiforgery;

    /// <summary>Tries a door and answers in a word what happened.</summary>
    public async Task<string> TryAsync(Door door, string address, TestApp app)
    {
        using var request = new HttpRequestMessage(HttpMethod.Parse(door.Method is "ANY" ? "GET" : door.Method), address);
        // A door may end the session or hand out another one: every door gets cookies of its own.
        using var client = ClientOf(app, Copy(Cookies));
        if (Token is { Length: > 0 })
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        if (door.IsApi && door.Method is "POST" or "PUT" or "PATCH" or "DELETE" && Token is not null)
            request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        else if (door.Method == "POST")
        {
            request.Content = new FormUrlEncodedContent([new(AntiforgeryField, antiforgery ??= await AntiforgeryAsync(client))]);
            request.Headers.Add("Origin", "http://localhost");
        }
        // Streams go on for ever: the head of the answer is enough, and of a page whether it holds a form.
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var isPage = door is { Method: "GET", IsApi: false } && answer is { StatusCode: HttpStatusCode.OK, Content.Headers.ContentType.MediaType: "text/html" };
        return WordOf(door, answer, isPage ? await answer.Content.ReadAsStringAsync() : "");
    }

    private static string WordOf(Door door, HttpResponseMessage answer, string page)
    {
        var leads = answer.Headers.Location is { } location ? new Uri(new Uri("http://localhost"), location).AbsolutePath : null;
        return (int)answer.StatusCode switch
        {
            401 => SignIn,
            302 when leads == "/aanmelden" && door.Method == "GET" => SignIn,
            302 when leads == "/fout/403" => "no",
            302 when leads == ViewerMiddleware.GuestPage && door.Method == "GET" => NotThere,
            403 => "no",
            404 => NotThere,
            200 when door.Method is "GET" or "ANY" => HasForm(page) ? "form" : "sees",
            >= 500 => Fault,
            _ => "may",
        };
    }

    private static bool HasForm(string page)
    {
        var main = page.IndexOf("<main", StringComparison.Ordinal);
        return main >= 0 && page.IndexOf("method=\"post\"", main, StringComparison.Ordinal) > 0;
    }

    private static async Task<string> AntiforgeryAsync(HttpClient client)
    {
        foreach (var address in new[] { "/fout/404", "/aanmelden" })
        {
            using var answer = await client.GetAsync(address);
            var page = await answer.Content.ReadAsStringAsync();
            var field = page.IndexOf(AntiforgeryField, StringComparison.Ordinal);
            if (field < 0)
                continue;
            const string Value = "value=\"";
            var from = page.IndexOf(Value, field, StringComparison.Ordinal) + Value.Length;
            return page[from..page.IndexOf('"', from)];
        }
        return "";
    }

    private static HttpClient ClientOf(TestApp app, CookieContainer cookies) =>
        new(new CookieContainerHandler(cookies) { InnerHandler = app.Server.CreateHandler() }) { BaseAddress = new Uri("http://localhost") };

    private static CookieContainer Copy(CookieContainer? cookies)
    {
        var copy = new CookieContainer();
        if (cookies is not null)
            copy.Add(cookies.GetAllCookies());
        return copy;
    }

    /// <summary>Everybody who opens pages.</summary>
    public static async Task<IReadOnlyList<Visitor>> WithBrowserAsync(Hall hall)
    {
        var app = hall.App;
        return
        [
            new("nobody", new CookieContainer(), null),
            new("stranger", (await app.As(People.Stranger)).Cookies, null),
            new("guest", (await hall.JoinAsync("Wethouder", hall.Table.Dantumadiel)).Cookies, null),
            new("observer", (await app.As(People.Observer)).Cookies, null),
            new("other party", (await app.As(People.Fryslan)).Cookies, null),
            new("speaker", (await app.As(People.Dantumadiel)).Cookies, null),
            new("office holder", (await app.As(People.DantumadielColleague)).Cookies, null),
            new("facilitator", (await app.As(People.Facilitator)).Cookies, null),
            new("administrator", (await app.As(People.Administrator)).Cookies, null),
        ];
    }

    /// <summary>Every kind of program.</summary>
    public static async Task<IReadOnlyList<Visitor>> WithTokenAsync(Hall hall)
    {
        var guest = await hall.App.AnonymousApi().Post("/api/v1/deelnames", new { code = await hall.CodeAsync(hall.Table.Dantumadiel), naam = "Programma" });
        return
        [
            new("nobody", null, ""),
            new("stranger", null, await hall.App.Token(People.Stranger, Scopes.All)),
            new("guest", null, guest.Json.GetProperty("sleutel").GetString()),
            new("observer", null, await hall.App.Token(People.Observer, Scopes.All)),
            new("other party", null, await hall.App.Token(People.Fryslan, Scopes.All)),
            new("speaker", null, await hall.App.Token(People.Dantumadiel, Scopes.All)),
            new("speaker, read", null, await hall.App.Token(People.Dantumadiel, Scopes.Read)),
            new("speaker, write", null, await hall.App.Token(People.Dantumadiel, Scopes.Write)),
            new("facilitator", null, await hall.App.Token(People.Facilitator, Scopes.All)),
            new("administrator", null, await hall.App.Token(People.Administrator, Scopes.All)),
        ];
    }
}
