using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Caching.Memory;

namespace Meerlaags.Web.Platform.Live;

/// <summary>A fragment that is the same for everyone who may see it is made once and handed to all: at a reveal every open page asks for it in the same second.</summary>
public sealed class SharedFragments(IMemoryCache cache, ICompositeViewEngine views, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(5);

    /// <summary>The fragment, made by the first who asks. Ask only after it is clear that this viewer may see it.</summary>
    /// <param name="page">The page that asks.</param>
    /// <param name="key">What sets this fragment apart; the language is added.</param>
    /// <param name="partial">The partial that shows it.</param>
    /// <param name="load">Loads its model, or null when there is nothing to show yet; nothing is never kept.</param>
    public async Task<IActionResult> AnswerAsync(PageModel page, string key, string partial, Func<Task<object?>> load)
    {
        var place = cache.GetOrCreate(
            $"{partial} {key} {CultureInfo.CurrentUICulture.Name}",
            entry =>
            {
                entry.SlidingExpiration = Forgotten;
                return new Place();
            }
        )!;
        var making = place.Take(clock.GetUtcNow(), () => MakeAsync(page, partial, load));
        string? html = null;
        try
        {
            html = await making.Value;
        }
        finally
        {
            // What failed or was empty is not handed to the next.
            if (html is null)
                place.Clear(making);
        }
        return new ContentResult { Content = html ?? "", ContentType = "text/html; charset=utf-8" };
    }

    /// <summary>Where one fragment lies until it is too old.</summary>
    private sealed class Place
    {
        private readonly Lock one = new();
        private Lazy<Task<string?>>? making;
        private DateTimeOffset madeAt;

        public Lazy<Task<string?>> Take(DateTimeOffset now, Func<Task<string?>> make)
        {
            lock (one)
            {
                if (making is null || now - madeAt >= Kept)
                    (making, madeAt) = (new Lazy<Task<string?>>(make), now);
                return making;
            }
        }

        public void Clear(Lazy<Task<string?>> failed)
        {
            lock (one)
            {
                if (making == failed)
                    making = null;
            }
        }
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
