using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Meerlaags.Browser.Tests.Harness;

/// <summary>One page on which somebody visits the product. What the browser complains about fails the test.</summary>
/// <remarks>A page lies in front while somebody uses it, as for a person: one that lies behind another is not drawn, and a click on it can get lost.</remarks>
public sealed class Visit : IAsyncDisposable
{
    private const int Narrowest = 320;

    private const string Drawn = "() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn))))";

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // The pages hold no frames, so the rules run where the page is: no second window for what each of them found.
    private const string Broken = """
        rules => axe
          .run(document, { runOnly: { type: 'tag', values: rules }, resultTypes: ['violations'] })
          .then(found => found.violations.flatMap(rule => rule.nodes.map(node => `${location.href}: ${rule.id}: ${rule.help}: ${node.html}`)))
        """;

    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    private readonly string home;
    private readonly bool scripts;
    private readonly List<string> complaints = [];

    internal Visit(IPage page, string home, bool scripts)
    {
        this.home = home;
        this.scripts = scripts;
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

    /// <summary>Where it is now, without the name of the server.</summary>
    public string Path => new Uri(Page.Url).PathAndQuery;

    /// <summary>The height that goes with a width.</summary>
    public static int HeightFor(int width) => width == Product.Desk ? 900 : 780;

    /// <summary>Opens an address of this installation; answers the status.</summary>
    public async Task<int> GoTo(string address)
    {
        await Page.BringToFrontAsync();
        return (await Page.GotoAsync(new Uri(new Uri(home), address).AbsoluteUri))!.Status;
    }

    /// <summary>Waits until a page is there, all of it, whose address holds this.</summary>
    public async Task Arrives(string part)
    {
        await Assertions.Expect(Page).ToHaveURLAsync(new Regex(Regex.Escape(part)));
        await IsThere();
    }

    /// <summary>Does what leads to a next page and waits until that is there, all of it. A click by itself does not wait, and what comes after it would meet the page before.</summary>
    public async Task Leaves(Func<Task> act)
    {
        await Page.BringToFrontAsync();
        // The mark goes with the page that bore it.
        await Page.EvaluateAsync("document.documentElement.dataset.left = ''");
        await act();
        await Assertions.Expect(Page.Locator("html:not([data-left])")).ToBeAttachedAsync();
        await IsThere();
    }

    /// <summary>The heading.</summary>
    public Task<string> Heading() => Page.Locator("h1").InnerTextAsync();

    /// <summary>Presses a button that leads to a next page.</summary>
    public Task Press(string button) => Leaves(() => Touch(button));

    /// <summary>Presses a button that changes this page.</summary>
    public async Task Touch(string button)
    {
        await Page.BringToFrontAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();
    }

    /// <summary>Presses what the locator finds, a button or a link that leads to a next page.</summary>
    public Task Press(ILocator found) => Leaves(() => found.ClickAsync());

    /// <summary>Follows a link of the content.</summary>
    public Task Follow(string link) => Press(Link(link));

    /// <summary>A link of the content.</summary>
    public ILocator Link(string name) => Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).First;

    /// <summary>Fills a field, found by the start of its label.</summary>
    public Task Fill(string label, string text) => Field(label).FillAsync(text);

    /// <summary>A field, found by its label.</summary>
    public ILocator Field(string label) => Page.Locator("main").GetByLabel(label).First;

    /// <summary>Waits until the content says this.</summary>
    public async Task Says(string text)
    {
        await Page.BringToFrontAsync();
        await Assertions.Expect(Page.Locator("main")).ToContainTextAsync(text);
    }

    /// <summary>The content does not say this.</summary>
    public async Task KeepsSilentAbout(string text) => Assert.DoesNotContain(text, await Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

    /// <summary>Nothing hinders who reads or operates differently, nothing sticks out of a narrow window, the browser is content.</summary>
    public async Task IsFine()
    {
        var faults = await Faults();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>What is wrong with the page as it stands: on this width and on the narrowest.</summary>
    public async Task<IReadOnlyList<string>> Faults()
    {
        List<string> faults = [.. await BrokenRules()];
        faults.AddRange(await TooWide(Page.ViewportSize!.Width, Narrowest));
        faults.AddRange(complaints);
        complaints.Clear();
        return faults;
    }

    // Asked again and again: an event can pass before anybody listens for it.
    private async Task IsThere()
    {
        while (await Page.EvaluateAsync<string>("document.readyState") != "complete")
            await Task.Delay(50, TestContext.Current.CancellationToken);
    }

    // Without scripts the rules cannot run either: they look at the same page, word for word, in a window that has them.
    private async Task<string[]> BrokenRules()
    {
        if (scripts)
            return await BrokenRulesOf(Page);
        var html = await Page.ContentAsync();
        await using var window = await Page.Context.Browser!.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = Page.ViewportSize!.Width, Height = Page.ViewportSize.Height },
            }
        );
        var copy = await window.NewPageAsync();
        await copy.RouteAsync(Page.Url, route => route.FulfillAsync(new() { Body = html, ContentType = "text/html; charset=utf-8" }));
        await copy.GotoAsync(Page.Url);
        return await BrokenRulesOf(copy);
    }

    private static async Task<string[]> BrokenRulesOf(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
            await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>(Broken, Rules);
    }

    /// <summary>What sticks out of a window of these widths.</summary>
    public async Task<IReadOnlyList<string>> TooWide(params int[] widths)
    {
        List<string> faults = [];
        var usual = Page.ViewportSize!.Width;
        foreach (var width in widths)
        {
            await Resize(width);
            var over = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (over > 0)
                faults.Add($"{Page.Url} is {over} pixels too wide at {width}");
        }
        await Resize(usual);
        return faults;
    }

    /// <summary>Forgets what the browser complained about: a connection that the test cut itself.</summary>
    public void ForgetComplaints() => complaints.Clear();

    /// <summary>Gives the window another width, and waits until the page is drawn so: on a busy machine it would still move under the mouse.</summary>
    public async Task Resize(int width)
    {
        await Page.BringToFrontAsync();
        await Page.SetViewportSizeAsync(width, HeightFor(width));
        // Without scripts nothing on a page can say that it was drawn.
        if (!scripts)
            return;
        await Page.WaitForFunctionAsync("width => innerWidth === width", width);
        await Page.EvaluateAsync(Drawn);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
