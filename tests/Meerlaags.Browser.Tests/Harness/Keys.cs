using Microsoft.Playwright;

namespace Meerlaags.Browser.Tests.Harness;

/// <summary>Somebody who has a keyboard and nothing else.</summary>
public sealed class Keys(Visit visit)
{
    private const int FarEnough = 150;

    private IKeyboard Board => visit.Page.Keyboard;

    /// <summary>Goes to a field and types.</summary>
    public async Task Types(string label, string text)
    {
        await Reach(label);
        await Board.TypeAsync(text);
    }

    /// <summary>Goes to what folds open or leads elsewhere on this page, and follows it.</summary>
    public async Task Opens(string name)
    {
        await Reach(name);
        await Board.PressAsync("Enter");
    }

    /// <summary>Goes to a button or a link, presses the key, and waits for the next page.</summary>
    public async Task Goes(string name, string key)
    {
        await Reach(name);
        await Leaves(key);
    }

    /// <summary>Presses a key that leads to a next page.</summary>
    public Task Leaves(string key) => visit.Leaves(() => Board.PressAsync(key));

    /// <summary>What has the focus, by its name.</summary>
    public Task<string> Here() =>
        visit.Page.EvaluateAsync<string>(
            "() => { const here = document.activeElement; return (here.getAttribute('aria-label') ?? here.labels?.[0]?.innerText ?? here.innerText ?? '').trim(); }"
        );

    // Tab goes on where the page has the focus, and at the end begins at the top.
    private async Task Reach(string name)
    {
        for (var presses = 0; presses < FarEnough; presses++)
        {
            await Board.PressAsync("Tab");
            if ((await Here()).StartsWith(name, StringComparison.Ordinal))
                return;
        }
        Assert.Fail($"Tab does not reach '{name}' on {visit.Path}");
    }
}
