using System.Text.RegularExpressions;
using Meerlaags.Browser.Tests.Harness;

namespace Meerlaags.Browser.Tests.Pages;

/// <summary>Somebody goes from link to link and sees each page once: one address per page and collaboration.</summary>
/// <param name="visit">Whose page.</param>
/// <param name="visited">What was seen before.</param>
/// <param name="everyCollaboration">Whether the same page of another collaboration is seen too.</param>
public sealed partial class Walk(Visit visit, ISet<string> visited, bool everyCollaboration = true)
{
    private readonly Queue<string> ahead = [];

    /// <summary>What was wrong along the way.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>The patterns of the pages that were seen.</summary>
    public HashSet<string> Seen { get; } = [];

    /// <summary>Walks from these addresses.</summary>
    /// <param name="starts">Where to begin; pages that no link leads to are among them.</param>
    /// <param name="look">What to do on each page.</param>
    public async Task From(IEnumerable<string> starts, Func<Visit, Task<IEnumerable<string>>> look)
    {
        var known = starts.ToList();
        known.ForEach(ahead.Enqueue);
        while (ahead.TryDequeue(out var address))
        {
            if (KeyOf(address) is not { } key || visited.Contains(key))
                continue;
            var status = await visit.GoTo(address);
            if (status != 200 && !known.Contains(address))
                Faults.Add($"{address}: {status}, although a link leads to it");
            // A start may be a page of another moment; then a next start is that page. What is not there was not seen.
            if ((status != 200 && key.StartsWith("/samenwerkingen/", StringComparison.Ordinal)) || (status == 404 && await IsNowhereAsync(address)))
                continue;
            visited.Add(key);
            Seen.Add(key.Split(' ')[0]);
            Faults.AddRange(await look(visit));
            foreach (var link in await visit.Page.EvaluateAsync<string[]>(Links))
                ahead.Enqueue(link);
        }
    }

    // A page that says what is wrong with a secret was seen; the one that says that nothing is there was not, but for itself.
    private async Task<bool> IsNowhereAsync(string address)
    {
        if (address.StartsWith("/fout/", StringComparison.Ordinal))
            return false;
        var heading = await visit.Heading();
        await visit.GoTo("/fout/404");
        var nowhere = await visit.Heading();
        await visit.GoTo(address);
        return heading == nowhere;
    }

    // The name of what is asked for tells pages apart, its value does not.
    private string? KeyOf(string address)
    {
        var parts = address.Split('#')[0].Split('?');
        if (!Addresses.IsPage(address))
            return null;
        var asked = parts.Length > 1 ? parts[1].Split('&').Select(part => part.Split('=')[0]).Where(name => name != "taal") : [];
        if (Addresses.PatternOf(parts[0]) is { } pattern)
            return $"{pattern} {(everyCollaboration ? Collaboration().Match(parts[0]).Value : "")} {string.Join('&', asked)}";
        Faults.Add($"{address} is a link to a page that the access table does not name");
        return null;
    }

    private const string Links = """
        () => [...document.querySelectorAll('a[href]')]
          .map(link => new URL(link.getAttribute('href'), location.href))
          .filter(link => link.host === location.host)
          .map(link => link.pathname + link.search)
        """;

    [GeneratedRegex("^/samenwerkingen/[0-9a-f-]{36}")]
    private static partial Regex Collaboration();
}
