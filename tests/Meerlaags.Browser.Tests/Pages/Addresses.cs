using System.Text.RegularExpressions;

namespace Meerlaags.Browser.Tests.Pages;

/// <summary>The addresses of all pages, as the access table lists them.</summary>
public static partial class Addresses
{
    // Answers that are no pages: for programs, for probes, and parts of pages.
    private static readonly string[] NoPages = ["/api/", "/health/", "/.well-known/", "/robots.txt", "/live", "/verzegeld/", "?handler="];

    /// <summary>The patterns of all pages.</summary>
    public static IReadOnlyList<string> Patterns { get; } =
    [
        .. File.ReadLines(Repository.At("tests/Meerlaags.Web.Tests/Access/access-table.md"))
            .Select(line => Row().Match(line))
            .Where(row => row.Success)
            .Select(row => row.Groups["address"].Value)
            .Where(address => !NoPages.Any(part => address.Contains(part, StringComparison.Ordinal))),
    ];

    private static readonly IReadOnlyList<(string Pattern, Regex Shape)> Shapes =
    [
        .. Patterns
            .OrderBy(pattern => pattern.Count(letter => letter == '{'))
            .Select(pattern => (pattern, new Regex($"^{Hole().Replace(pattern, hole => HoleShape(hole.Value))}$", RegexOptions.IgnoreCase))),
    ];

    /// <summary>The pattern of an address, or null when the table has none.</summary>
    public static string? PatternOf(string path) => Shapes.FirstOrDefault(known => known.Shape.IsMatch(path)).Pattern;

    /// <summary>Whether an address is that of a page.</summary>
    public static bool IsPage(string path) => !NoPages.Any(part => path.Contains(part, StringComparison.Ordinal));

    private static string HoleShape(string hole) =>
        hole switch
        {
            _ when hole.EndsWith("?}", StringComparison.Ordinal) => "(/[^/]+)?",
            _ when hole.EndsWith("=1}", StringComparison.Ordinal) => "(/[0-9]+)?",
            _ when hole.EndsWith(":guid}", StringComparison.Ordinal) => "[0-9a-f-]{36}",
            _ when hole.EndsWith(":int}", StringComparison.Ordinal) => "[0-9]+",
            _ => "[^/]+",
        };

    [GeneratedRegex(@"^\| GET \| (?<address>\S+) \|")]
    private static partial Regex Row();

    [GeneratedRegex(@"/\{[^}]+(\?|=1)\}|\{[^}]+\}")]
    private static partial Regex Hole();
}
