using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Meerlaags.Browser.Tests.Harness.Product))]

namespace Meerlaags.Browser.Tests.Harness;

/// <summary>The browser, and one installation with the demo that all tests read and none changes.</summary>
public sealed class Product : IAsyncLifetime
{
    private IPlaywright? driver;
    private IBrowser? browser;
    private readonly Lazy<Task<Installation>> shownOnPostgres = new(() => Installation.WithDemoAsync(Database.Postgres));

    /// <summary>Width of a window on a desk.</summary>
    public const int Desk = 1280;

    /// <summary>Width of a window on a phone.</summary>
    public const int Phone = 360;

    /// <summary>How many milliseconds anybody waits for anything on a page: a busy machine takes its time.</summary>
    public const float MostWaiting = 20_000;

    /// <summary>The installation that is only read.</summary>
    public Installation Shown { get; private set; } = null!;

    /// <summary>The same on either database.</summary>
    public async Task<Installation> ShownOn(Database database) => database == Database.Postgres ? await shownOnPostgres.Value : Shown;

    /// <summary>A new window of somebody with no cookies.</summary>
    /// <param name="installation">What is visited.</param>
    /// <param name="language">nl or en.</param>
    /// <param name="width">Width of the window.</param>
    /// <param name="scripts">Whether the browser runs JavaScript.</param>
    public async Task<Window> OpenAsync(Installation installation, string language = "nl", int width = Desk, bool scripts = true)
    {
        var context = await browser!.NewContextAsync(
            new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = width, Height = Visit.HeightFor(width) },
                Locale = language == "nl" ? "nl-NL" : "en-GB",
                TimezoneId = "Europe/Amsterdam",
                ReducedMotion = ReducedMotion.Reduce,
                JavaScriptEnabled = scripts,
            }
        );
        return new Window(context, installation, language, scripts);
    }

    /// <summary>A visitor of the installation that is only read.</summary>
    public async Task<Visit> VisitAsync(string language = "nl", int width = Desk) => await (await OpenAsync(Shown, language, width)).OpenAsync();

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (Chromium.Missing is not null)
            return;
        Shown = await Installation.WithDemoAsync(inTheNetwork: true);
        driver = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(MostWaiting);
        browser = await driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium.Program, Args = Chromium.Flags });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        driver?.Dispose();
        if (Shown is not null)
            await Shown.DisposeAsync();
        if (shownOnPostgres.IsValueCreated)
            await (await shownOnPostgres.Value).DisposeAsync();
    }
}
