using System.Globalization;
using System.Text;

namespace Meerlaags.Bench.Results;

/// <summary>Tells what was measured, as tables that can stand in a document.</summary>
internal static class Report
{
    /// <summary>The pages.</summary>
    public static string Pages(IReadOnlyList<PageFigures> all, bool counted)
    {
        var text = new StringBuilder("| database | collaborations | page | kB | SQL | rows | allocated kB |").Append(
            counted ? "\n" : " CPU µs (min–max) | raw µs | by hand µs | ÷ raw | ÷ by hand | pages/s |\n"
        );
        text.Append("| --- | --- | --- | --- | --- | --- | --- |").Append(counted ? "\n" : " --- | --- | --- | --- | --- | --- |\n");
        foreach (var page in all)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {page.Database} | {page.Size} | {page.Page.Title} | {page.Bytes / 1000d:0.0} | {page.Statements:0.#} | {page.Rows:0.#} | {page.Allocated / 1000:0} |"
            );
            if (!counted && page.Rounds.Count == 0)
                text.Append(" too restless a machine | – | – | – | – | – |");
            else if (!counted)
                text.Append(
                        CultureInfo.InvariantCulture,
                        $" {Middle(page, round => round.Page)} ({page.Rounds.Min(round => round.Page):0}–{page.Rounds.Max(round => round.Page):0}) |"
                    )
                    .Append(
                        CultureInfo.InvariantCulture,
                        $" {Middle(page, round => round.Raw)} | {(page.Page.IsByHand ? Middle(page, round => round.Hand) : "–")} |"
                    )
                    .Append(CultureInfo.InvariantCulture, $" {page.ToRaw:0.0} | {(page.Page.IsByHand ? $"{page.ToHand:0.0}" : "–")} |")
                    .Append(CultureInfo.InvariantCulture, $" {Middle(page, round => round.PerSecond)} |");
            text.Append('\n');
        }
        return text.ToString();
    }

    /// <summary>Start and memory.</summary>
    public static string Starts(IReadOnlyList<StartFigures> all)
    {
        var text = new StringBuilder(
            "| database | collaborations | first page s | CPU s | 10 s ÷ warm | MB idle | MB loaded |\n| --- | --- | --- | --- | --- | --- | --- |\n"
        );
        foreach (var start in all)
            text.Append(CultureInfo.InvariantCulture, $"| {start.Database} | {start.Size} | {start.Seconds:0.00} | {start.Processor:0.00} |")
                .Append(CultureInfo.InvariantCulture, $" {start.AfterTenSeconds:0.0} | {start.Idle:0} | {start.Loaded:0} |\n");
        return text.ToString();
    }

    /// <summary>The goals.</summary>
    public static string Goals(IEnumerable<Goal> goals) =>
        "| goal | measured | must | aim | met |\n| --- | --- | --- | --- | --- |\n" + string.Join('\n', goals.Select(goal => goal.Line)) + "\n";

    private static string Middle(PageFigures page, Func<Round, double> value) =>
        PageFigures.Median(page.Rounds.Select(value)).ToString("0", CultureInfo.InvariantCulture);
}
