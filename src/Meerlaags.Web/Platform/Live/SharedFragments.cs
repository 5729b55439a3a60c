using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Meerlaags.Web.Platform.Live;

/// <summary>A fragment that is the same for everyone who may see it is made once and handed to all: at a reveal every open page asks for it in the same second.</summary>
public sealed class SharedFragments(SharedForAWhile shared, ICompositeViewEngine views)
{
    /// <summary>The fragment, made by the first who asks. Ask only after it is clear that this viewer may see it.</summary>
    /// <param name="page">The page that asks.</param>
    /// <param name="key">What sets this fragment apart; the language is added.</param>
    /// <param name="partial">The partial that shows it.</param>
    /// <param name="load">Loads its model, or null when there is nothing to show yet; nothing is never kept.</param>
    public async Task<IActionResult> AnswerAsync(PageModel page, string key, string partial, Func<Task<object?>> load)
    {
        var html = await shared.TakeAsync($"{partial} {key} {CultureInfo.CurrentUICulture.Name}", () => MakeAsync(page, partial, load));
        return new ContentResult { Content = html ?? "", ContentType = "text/html; charset=utf-8" };
    }

    private async Task<string?> MakeAsync(PageModel page, string partial, Func<Task<object?>> load)
    {
        if (await load() is not { } model)
            return null;
        var found = views.FindView(page.PageContext, partial, isMainPage: false);
        found.EnsureSuccessful(originalLocations: null);
        await using var words = new StringWriter(CultureInfo.CurrentCulture);
        var data = new ViewDataDictionary(page.MetadataProvider, page.ModelState) { Model = model };
        await found.View!.RenderAsync(new ViewContext(page.PageContext, found.View, data, page.TempData, words, new HtmlHelperOptions()));
        return words.ToString();
    }
}
