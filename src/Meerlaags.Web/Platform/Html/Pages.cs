using Microsoft.AspNetCore.Http.Extensions;

namespace Meerlaags.Web.Platform.Html;

/// <summary>Leafing through a list.</summary>
/// <param name="Here">The page shown, from 1.</param>
/// <param name="Count">Rows in all.</param>
/// <param name="Label">What a screen reader calls it.</param>
public sealed record Pages(int Here, int Count, string Label)
{
    /// <summary>Rows on a page when a list says nothing else.</summary>
    public const int UsualSize = 50;

    /// <summary>Rows on one page.</summary>
    public int Size { get; init; } = UsualSize;

    /// <summary>Id of where on the page the list stands; empty is the top.</summary>
    public string At { get; init; } = "";

    /// <summary>The last page.</summary>
    public int Last => Math.Max(1, (Count + Size - 1) / Size);

    /// <summary>Rows before a page.</summary>
    public static int Before(int page, int size = UsualSize) => (Math.Clamp(page, 1, 100_000) - 1) * size;

    /// <summary>Address of a page: the one asked for, with what was searched.</summary>
    public string AddressOf(HttpRequest asked, int page)
    {
        var query = new QueryBuilder(
            asked
                .Query.Where(part => part.Key is not ("pagina" or "handler"))
                .SelectMany(part => part.Value, (part, value) => KeyValuePair.Create(part.Key, value ?? ""))
        )
        {
            { "pagina", page.ToString(System.Globalization.CultureInfo.InvariantCulture) },
        };
        return asked.PathBase + asked.Path + query.ToQueryString() + (At.Length == 0 ? "" : "#" + At);
    }
}
