using System.Text.Json;
using Meerlaags.Deliberation.Proportional;
using Meerlaags.Deliberation.Tests.Fixtures;
using Meerlaags.Deliberation.Verification;

namespace Meerlaags.Deliberation.Tests.Verification;

public class Price_systems
{
    // Two outcomes of this election are enough here: its linear programmes are large.
    private const string Large = "Netherlands_Amsterdam_166";

    [Fact]
    public void Ranges_and_complaints_are_those_of_the_reference()
    {
        var cases = FixtureFolder.Json("expected/priceability/cases.json").GetProperty("cases").EnumerateArray().ToList();
        var large = cases
            .Where(c => c.GetProperty("instance").GetString() == Large && c.GetProperty("set").GetString()!.StartsWith("random", StringComparison.Ordinal))
            .Take(2);
        var asked = cases.Where(c => c.GetProperty("instance").GetString() != Large).Concat(large).ToList();
        var path = Path.GetTempFileName();
        File.WriteAllText(path, JsonSerializer.Serialize(new { cases = asked }));

        var run = CommandLine.Run("priceability", path, "--elections", FixtureFolder.Input("pb"));

        File.Delete(path);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        foreach (var (expected, actual) in asked.Zip(run.Json.GetProperty("cases").EnumerateArray()))
            Near.Equal(expected, actual, 1e-6, $"{expected.GetProperty("instance")} {expected.GetProperty("set")}");
    }

    [Fact]
    public void A_project_nobody_supports_has_no_price_and_without_losers_there_is_no_upper_end()
    {
        var profile = SupportProfile.Create(
            2,
            ["a", "b"],
            [10, 10],
            [
                [0, 1],
                [],
            ],
            [10, 10]
        );

        Assert.Null(Priceability.Range(profile, [0, 1]));
        var range = Priceability.Range(profile, [0]);
        Assert.Equal(10, range!.Least, 6);
        Assert.Equal(double.PositiveInfinity, range.Most);
    }
}
