using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Meerlaags.Browser.Tests.Harness;

/// <summary>One window in which somebody visits the product. What the browser complains about fails the test.</summary>
public sealed class Visit : IAsyncDisposable
{
    private const int Narrowest = 320;

    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    private readonly IBrowserContext context;
    private readonly List<string> complaints = [];

    internal Visit(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            // A page that is not there says so with its status, and the browser notes that: no fault.
            var isThePageItself =
                message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal) && message.Location.StartsWith(page.Url, StringComparison.Ordinal);
            if (message.Type is "error" or "warning" && !isThePageItself)
                complaints.Add($"{page.Url}: {message.Type}: {message.Text}");
        };
        page.PageError += (_, fault) => complaints.Add($"{page.Url}: {fault}");
    }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>Opens an address; answers the status.</summary>
    public async Task<int> GoTo(string address) => (await Page.GotoAsync(address))!.Status;

    /// <summary>The heading.</summary>
    public Task<string> Heading() => Page.Locator("h1").InnerTextAsync();

    /// <summary>Nothing hinders who reads or operates differently, nothing sticks out of a narrow window, the browser is content.</summary>
    public async Task IsFine()
    {
        var found = await Page.RunAxe(Rules);
        var hindrances = found.Violations.SelectMany(rule => rule.Nodes, (rule, node) => $"{Page.Url}: {rule.Id}: {rule.Help}: {node.Html}");
        Assert.Equal([], hindrances);
        await Fits();
        Assert.Equal([], complaints);
    }

    /// <summary>Keeps a picture for the guide, when the guide is being written: <c>GUIDE=write</c>.</summary>
    public async Task Picture(string name)
    {
        if (Environment.GetEnvironmentVariable("GUIDE") != "write")
            return;
        var path = Path.Combine(Product.Root, "docs", "guide", "images", $"{name}-{Page.ViewportSize!.Width}.png");
        await Page.ScreenshotAsync(
            new PageScreenshotOptions
            {
                Path = path,
                FullPage = true,
                Animations = ScreenshotAnimations.Disabled,
            }
        );
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    private async Task Fits()
    {
        var usual = Page.ViewportSize!;
        foreach (var width in new[] { usual.Width, Narrowest })
        {
            await Page.SetViewportSizeAsync(width, usual.Height);
            var over = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.True(over <= 0, $"{Page.Url} is {over} pixels too wide at {width}");
        }
        await Page.SetViewportSizeAsync(usual.Width, usual.Height);
    }
}
