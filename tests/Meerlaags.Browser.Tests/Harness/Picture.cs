using Microsoft.Playwright;

namespace Meerlaags.Browser.Tests.Harness;

/// <summary>Pictures for the guide, on a desk and on a phone; they are only made with <c>GUIDE=write</c>.</summary>
public static class Picture
{
    /// <summary>The folder with the guide.</summary>
    public static string Guide { get; } = Repository.At("docs/guide");

    /// <summary>The widths of every picture.</summary>
    public static IReadOnlyList<int> Widths { get; } = [Product.Desk, Product.Phone];

    /// <summary>Keeps what a window shows, from the top or from a part of the page. The strip that says it is an example is always on it.</summary>
    public static async Task TakePicture(this Visit visit, string name, string? from = null, int height = 0)
    {
        if (Environment.GetEnvironmentVariable("GUIDE") != "write")
            return;
        var page = visit.Page;
        await Assertions.Expect(page.Locator(".ml-demo-strip")).ToBeVisibleAsync();
        foreach (var width in Widths)
        {
            await page.SetViewportSizeAsync(width, Height(width, from, height));
            if (from is null)
                await page.EvaluateAsync("() => { document.activeElement?.blur(); scrollTo(0, 0); }");
            else
                await page.EvaluateAsync(ScrollUnderTheStrip, from);
            await page.ScreenshotAsync(
                new PageScreenshotOptions { Path = Path.Combine(Guide, "images", $"{name}-{width}.png"), Animations = ScreenshotAnimations.Disabled }
            );
            await page.EvaluateAsync("() => document.querySelector('.ml-demo-strip').removeAttribute('style')");
        }
        await visit.Resize(Product.Desk);
    }

    // On a phone the head of the page takes half a screen, so a picture from the top shows two.
    private static int Height(int width, string? from, int desk) =>
        width switch
        {
            Product.Desk when desk > 0 => desk,
            Product.Phone when from is null => PhoneFromTheTop,
            _ => Visit.HeightFor(width),
        };

    private const int PhoneFromTheTop = 1180;

    private const string ScrollUnderTheStrip = """
        from => {
          document.activeElement?.blur();
          const strip = document.querySelector('.ml-demo-strip');
          Object.assign(strip.style, { position: 'fixed', insetBlockStart: '0', insetInline: '0', zIndex: '9' });
          scrollBy(0, document.querySelector(from).getBoundingClientRect().top - strip.offsetHeight - 24);
        }
        """;
}
