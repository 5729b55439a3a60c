namespace Meerlaags.Bench.Results;

/// <summary>The goals that follow from the figures.</summary>
internal static class Goals
{
    private const double MostAllocated = 64;
    private const double MostStatements = 5;

    /// <summary>Goals for pages and starts.</summary>
    public static IReadOnlyList<Goal> From(IReadOnlyList<PageFigures> pages, IReadOnlyList<StartFigures> starts)
    {
        var goals = new List<Goal>();
        foreach (var page in pages.GroupBy(page => (page.Database, page.Page.Name)).Select(sizes => sizes.MaxBy(page => page.Size)!))
        {
            var where = $"{page.Page.Name} on {page.Database}";
            goals.Add(new Goal($"{where}: SQL statements", page.Statements, MostStatements, MostStatements));
            goals.Add(new Goal($"{where}: allocated kB", page.Allocated / 1000, MostAllocated, MostAllocated));
            if (page.Rounds.Count == 0)
                continue;
            var (must, aim) = page switch
            {
                { Page.Name: "texts" } => (2, 1.3),
                { Database: "postgres" } => (32d, 24d),
                _ => (22d, 12d),
            };
            goals.Add(new Goal($"{where}: CPU ÷ raw", page.ToRaw, must, aim));
        }
        foreach (var sizes in pages.Where(page => page.Rounds.Count > 0).GroupBy(page => (page.Database, page.Page.Name)).Where(sizes => sizes.Count() > 1))
            goals.Add(
                new Goal($"{sizes.Key.Name} on {sizes.Key.Database}: growth exponent", Exponent([.. sizes]), sizes.First().Page.IsDashboard ? 0.10 : 0.05, 0.02)
            );
        foreach (var start in starts)
        {
            var where = $"{start.Database}, {start.Size}";
            goals.Add(new Goal($"start to first page ({where}): CPU s", start.Processor, 1.5, 0.9));
            goals.Add(new Goal($"ten seconds after start ({where}): CPU ÷ warm", start.AfterTenSeconds, 2, 1.3));
            goals.Add(new Goal($"memory idle ({where}): MB", start.Idle, 150, 110));
            goals.Add(new Goal($"memory under load ({where}): MB", start.Loaded, 350, 250));
        }
        return goals;
    }

    /// <summary>The slope of the logarithm of processor time (÷ raw) on the logarithm of the number of collaborations, by least squares.</summary>
    private static double Exponent(IReadOnlyList<PageFigures> sizes)
    {
        var points = sizes.Select(page => (X: Math.Log(page.Size), Y: Math.Log(page.ToRaw))).ToList();
        var (x, y) = (points.Average(point => point.X), points.Average(point => point.Y));
        return points.Sum(point => (point.X - x) * (point.Y - y)) / points.Sum(point => (point.X - x) * (point.X - x));
    }
}
