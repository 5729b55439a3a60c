using Microsoft.Playwright;

namespace Meerlaags.Browser.Tests.Harness;

/// <summary>One browser with its cookies. Members of the cast have names of their own, so several can be signed in at once.</summary>
public sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly Installation installation;
    private readonly string language;
    private readonly bool scripts;

    internal Window(IBrowserContext context, Installation installation, string language, bool scripts)
    {
        this.context = context;
        this.installation = installation;
        this.language = language;
        this.scripts = scripts;
        context.SetDefaultTimeout(Product.MostWaiting);
    }

    /// <summary>A page under a name of the installation.</summary>
    public async Task<Visit> OpenAsync(string name = "")
    {
        var home = installation.At(name);
        await context.AddCookiesAsync([
            new Cookie
            {
                Name = "taal",
                Value = language,
                Url = home,
            },
        ]);
        return new Visit(await context.NewPageAsync(), home, scripts);
    }

    /// <summary>A page on which a member of the cast is signed in.</summary>
    public async Task<Visit> AsAsync(string member)
    {
        var visit = await OpenAsync(member);
        await visit.GoTo("/voorbeeld/aanmelden");
        return visit;
    }

    /// <summary>Takes the network away, or gives it back.</summary>
    public Task OfflineAsync(bool offline) => context.SetOfflineAsync(offline);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
