using Meerlaags.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Meerlaags.Browser.Tests.Pages;

/// <summary>The access table names the pages; members of the cast walk along all of them. A new page is walked by itself.</summary>
public sealed class Every_page(Product product)
{
    // There only while an organisation at the table has ended: On_merger_day looks at it.
    private static readonly string[] OfAnotherDay = ["/samenwerkingen/{id:guid}/partijen/{party:guid}/voortzetting"];

    [InTheBrowser]
    public async Task Is_fine_on_a_desk_and_on_a_phone()
    {
        var walked = await CastWalk.AlongAsync(product, OnBothWidthsAsync);

        walked.AssertFine();
        Assert.Equal([], Addresses.Patterns.Except(walked.Patterns).Except(OfAnotherDay));
    }

    [InTheBrowser]
    public async Task Shows_its_buttons_and_fields_in_colours_of_the_reader()
    {
        var walked = await CastWalk.AlongAsync(
            product,
            async visit =>
            {
                await visit.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
                return await visit.Page.EvaluateAsync<string[]>(WithoutEdge);
            },
            everyCollaboration: false
        );

        walked.AssertFine();
    }

    [InTheBrowser]
    public async Task Prints_its_words_and_nothing_to_click()
    {
        var walked = await CastWalk.AlongAsync(
            product,
            async visit =>
            {
                await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
                return await visit.Page.EvaluateAsync<string[]>(NotForPaper);
            },
            everyCollaboration: false
        );

        walked.AssertFine();
    }

    private static async Task<IEnumerable<string>> OnBothWidthsAsync(Visit visit)
    {
        List<string> faults = [.. await visit.Faults()];
        await visit.Resize(Product.Phone);
        faults.AddRange(await visit.Faults());
        await visit.Resize(Product.Desk);
        return faults;
    }

    // The colours of a page are gone, so a shape needs an edge: its own, or that of the system.
    private const string WithoutEdge = """
        () => [...document.querySelectorAll('.nl-button--primary, .nl-button--secondary, main input:not([type=hidden]), main textarea, main select, .ml-mark')]
          .filter(part => part.checkVisibility())
          .filter(part => { const look = getComputedStyle(part); return look.appearance === 'none' && (look.borderTopStyle === 'none' || parseFloat(look.borderTopWidth) === 0); })
          .map(part => `${location.pathname}: no edge: ${part.outerHTML.slice(0, 160)}`)
        """;

    private const string NotForPaper = """
        () => [
          ...[...document.querySelectorAll('nav, button, .utrecht-page-footer')].filter(part => part.checkVisibility()).map(part => `${location.pathname}: printed: ${part.outerHTML.slice(0, 120)}`),
          ...[...document.querySelectorAll('main .ml-text, main .ml-text--long, main .ml-scroll')]
            .filter(part => part.checkVisibility() && part.scrollHeight > part.clientHeight + 2 && getComputedStyle(part).overflowY !== 'visible')
            .map(part => `${location.pathname}: cut off: ${part.textContent.slice(0, 80)}`),
          ...(document.querySelector('h1')?.checkVisibility() ? [] : [`${location.pathname}: no heading on paper`]),
          ...(document.querySelector('.ml-demo-strip')?.checkVisibility() ? [] : [`${location.pathname}: paper does not say it is an example`]),
        ]
        """;
}
