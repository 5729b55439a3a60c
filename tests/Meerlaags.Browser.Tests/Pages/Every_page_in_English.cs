using Meerlaags.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Meerlaags.Browser.Tests.Pages;

/// <summary>One click leads to the same page in English.</summary>
public sealed class Every_page_in_English(Product product)
{
    [InTheBrowser]
    public async Task Is_one_click_away_and_fine_too()
    {
        var walked = await CastWalk.AlongAsync(product, InEnglishAsync, everyCollaboration: false);

        walked.AssertFine();
    }

    private static async Task<IEnumerable<string>> InEnglishAsync(Visit visit)
    {
        var path = new Uri(visit.Page.Url).AbsolutePath;
        var english = visit.Page.GetByRole(AriaRole.Link, new() { Name = "English", Exact = true });
        // A screen on the wall has no menu; who sets it up asks for the language in the address.
        if (await visit.Page.GetByRole(AriaRole.Navigation).CountAsync() == 0)
            return await OnTheWallAsync(visit, path);
        if (await english.CountAsync() == 0)
            return [$"{path} does not offer English"];
        await visit.Press(english);
        // The rules are the same as in Dutch; longer words may stick out.
        List<string> faults = [.. await visit.Faults(), .. await visit.TooWide(Product.Phone)];
        if (await visit.Page.Locator("html").GetAttributeAsync("lang") != "en" || new Uri(visit.Page.Url).AbsolutePath != path)
            faults.Add($"{path} is not in English after one click");
        await visit.Press(visit.Page.GetByRole(AriaRole.Link, new() { Name = "Nederlands", Exact = true }));
        return faults;
    }

    private static async Task<IEnumerable<string>> OnTheWallAsync(Visit visit, string path)
    {
        await visit.GoTo(path + "?taal=en");
        List<string> faults = [.. await visit.Faults(), .. await visit.TooWide(Product.Phone)];
        if (await visit.Page.Locator("html").GetAttributeAsync("lang") != "en")
            faults.Add($"{path} is not in English when asked");
        await visit.GoTo(path + "?taal=nl");
        return faults;
    }
}
