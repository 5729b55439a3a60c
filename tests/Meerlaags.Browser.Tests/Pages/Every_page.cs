using Meerlaags.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Meerlaags.Browser.Tests.Pages;

/// <summary>The access table names the pages; members of the cast walk along all of them. A new page is walked by itself.</summary>
public sealed class Every_page(Product product)
{
    private static readonly Guid Nobody = Guid.Parse("01900000-0000-7000-8000-000000000000");

    [InTheBrowser]
    public async Task Is_fine_on_a_desk_and_on_a_phone()
    {
        var walked = await WalkAsync(OnBothWidthsAsync);

        AssertFine(walked.Faults);
        Assert.Equal([], Addresses.Patterns.Except(walked.Patterns));
    }

    [InTheBrowser]
    public async Task Is_in_English_after_one_click_and_fine_too()
    {
        var walked = await WalkAsync(InEnglishAsync, everyCollaboration: false);

        AssertFine(walked.Faults);
    }

    [InTheBrowser]
    public async Task Shows_its_buttons_and_fields_in_colours_of_the_reader()
    {
        var walked = await WalkAsync(
            async visit =>
            {
                await visit.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
                return await visit.Page.EvaluateAsync<string[]>(WithoutEdge);
            },
            everyCollaboration: false
        );

        AssertFine(walked.Faults);
    }

    [InTheBrowser]
    public async Task Prints_its_words_and_nothing_to_click()
    {
        var walked = await WalkAsync(
            async visit =>
            {
                await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
                return await visit.Page.EvaluateAsync<string[]>(NotForPaper);
            },
            everyCollaboration: false
        );

        AssertFine(walked.Faults);
    }

    private static void AssertFine(List<string> faults) => Assert.True(faults.Count == 0, string.Join('\n', faults));

    private async Task<(List<string> Faults, HashSet<string> Patterns)> WalkAsync(Func<Visit, Task<IEnumerable<string>>> look, bool everyCollaboration = true)
    {
        await using var window = await product.OpenAsync(product.Shown);
        List<string> faults = [];
        HashSet<string> general = [];
        HashSet<string> patterns = [];
        foreach (var (member, starts) in Starts)
        {
            var visit = member.Length == 0 ? await window.OpenAsync() : await window.AsAsync(member);
            // What is no part of a collaboration is the same for all. A party sees each page of every collaboration, a facilitator one of each.
            HashSet<string> visited = [.. general];
            var walk = new Walk(visit, visited, everyCollaboration && member == "dantumadiel");
            await walk.From(member == "begeleider" ? [.. starts, .. await SometimesLinkedAsync(visit)] : starts, look);
            faults.AddRange(walk.Faults.Select(fault => $"{member}: {fault}"));
            general.UnionWith(visited.Where(key => !everyCollaboration || !key.StartsWith("/samenwerkingen/{", StringComparison.Ordinal)));
            patterns.UnionWith(walk.Seen);
            await visit.Page.CloseAsync();
        }
        return (faults, patterns);
    }

    // Where each of them begins. Some pages are reached by an address alone: a fault, a secret that somebody was given.
    private static readonly (string Member, string[] Starts)[] Starts =
    [
        ("", ["/", "/fout/404", "/fout/500", "/uitnodiging/verlopen", $"/wachtwoord-instellen/{Nobody}/verlopen"]),
        ("dantumadiel", ["/mijn-overzicht", "/afmelden"]),
        ("begeleider", ["/mijn-overzicht"]),
        ("beheerder", ["/beheer"]),
    ];

    // Links lead there at some moments only: before a round, and when the text is ready for a next version.
    private static async Task<IEnumerable<string>> SometimesLinkedAsync(Visit facilitator) =>
        (
            await facilitator.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.ml-rows__title a')].map(link => link.getAttribute('href'))")
        ).SelectMany(home => new[] { home + "/rondes/nieuw", home + "/rondes/1/voorleggen" });

    private static async Task<IEnumerable<string>> OnBothWidthsAsync(Visit visit)
    {
        List<string> faults = [.. await visit.Faults()];
        await visit.Resize(Product.Phone);
        faults.AddRange(await visit.Faults());
        await visit.Resize(Product.Desk);
        return faults;
    }

    private static async Task<IEnumerable<string>> InEnglishAsync(Visit visit)
    {
        var path = new Uri(visit.Page.Url).AbsolutePath;
        if (await visit.Page.GetByRole(AriaRole.Link, new() { Name = "English", Exact = true }).CountAsync() == 0)
            return [$"{path} does not offer English"];
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "English", Exact = true }).ClickAsync();
        List<string> faults = [.. await OnBothWidthsAsync(visit)];
        if (await visit.Page.Locator("html").GetAttributeAsync("lang") != "en" || new Uri(visit.Page.Url).AbsolutePath != path)
            faults.Add($"{path} is not in English after one click");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Nederlands", Exact = true }).ClickAsync();
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
