using Meerlaags.Bench.Data;

namespace Meerlaags.Bench;

/// <summary>A page that is measured.</summary>
/// <param name="Name">Short name, also part of the addresses of its baselines.</param>
/// <param name="Path">Its address.</param>
/// <param name="Title">What it is, for the report.</param>
/// <param name="From">Where in the page the part begins that the hand-written baseline makes itself; empty for the whole page.</param>
/// <param name="Until">Where that part ends.</param>
internal sealed record PageCase(string Name, string Path, string Title, string From = "", string Until = "")
{
    /// <summary>Whether the benchmark writes the same rows by hand, to compare with.</summary>
    public bool IsByHand { get; init; } = true;

    /// <summary>Whether it shows figures of many tables: then a little more growth is allowed.</summary>
    public bool IsDashboard { get; init; }

    /// <summary>All pages, for a seeded installation.</summary>
    public static IReadOnlyList<PageCase> Of(SeededFacts facts)
    {
        var home = $"/samenwerkingen/{facts.Collaboration}";
        PageCase[] pages =
        [
            new("mine", "/mijn-overzicht", "my overview: 10 collaborations", "<ul class=\"ml-rows\">", "</main>")
            {
                IsDashboard = facts.Municipality is not null,
            },
            new("overview", home, "one collaboration, 9 parties", "<div class=\"ml-tiers\">", "</main>"),
            new("register", "/organisaties?zoek=gemeente", "register, 25 of 342", "<ul class=\"ml-rows\">", "<nav class=\"utrecht-pagination\""),
            new("log", home + "/logboek", "logbook, 50 lines", "<section class=\"ml-day\"", "<details") { IsDashboard = true },
        ];
        return facts.Municipality is { } busy
            ? [.. pages, .. OfCountry(busy)]
            : [.. pages, new("texts", $"{home}/rondes/1?handler=Texts", "revealed texts, shared fragment")];
    }

    // The search over everything stands where it is there: a page that is not found is not measured.
    private static IEnumerable<PageCase> OfCountry(string busy) =>
        new PageCase[]
        {
            new("organisation", $"/organisaties/{busy}", "organisation at most tables"),
            new("map", "/kaart", "map of the country") { IsDashboard = true },
            new("search-rare", $"/zoeken?q={Country.Vocabulary.Rare}", "search: a rare word"),
            new("search-common", "/zoeken?q=gemeente", "search: a common word"),
            new("search-two", "/zoeken?q=woningbouw+inwoner", "search: two words"),
            new("search-prefix", "/zoeken?q=wo", "search: a short prefix"),
        }.Select(page => page with { IsByHand = false });
}
