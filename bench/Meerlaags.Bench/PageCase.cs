using Meerlaags.Bench.Data;

namespace Meerlaags.Bench;

/// <summary>A page that is measured.</summary>
/// <param name="Name">Short name, also part of the addresses of its baselines.</param>
/// <param name="Path">Its address.</param>
/// <param name="Title">What it is, for the report.</param>
/// <param name="From">Where in the page the part begins that the hand-written baseline makes itself; empty for the whole page.</param>
/// <param name="Until">Where that part ends.</param>
internal sealed record PageCase(string Name, string Path, string Title, string From, string Until)
{
    /// <summary>All pages, for a seeded installation.</summary>
    public static IReadOnlyList<PageCase> Of(SeededFacts facts)
    {
        var home = $"/samenwerkingen/{facts.Collaboration}";
        return
        [
            new("mine", "/mijn-overzicht", "my overview: 10 collaborations", "<ul class=\"ml-rows\">", "</main>"),
            new("overview", home, "one collaboration, 9 parties", "<div class=\"ml-tiers\">", "</main>"),
            new("register", "/organisaties?zoek=gemeente", "register, 25 of 342", "<ul class=\"ml-rows\">", "<nav class=\"utrecht-pagination\""),
            new("log", home + "/logboek", "logbook, 50 lines", "<section class=\"ml-day\"", "<details"),
            new("texts", $"{home}/rondes/1?handler=Texts", "revealed texts, shared fragment", "", ""),
        ];
    }
}
