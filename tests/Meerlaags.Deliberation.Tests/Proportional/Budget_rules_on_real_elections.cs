using System.Text.Json;
using Meerlaags.Deliberation.Tests.Fixtures;

namespace Meerlaags.Deliberation.Tests.Proportional;

public class Budget_rules_on_real_elections
{
    // Where the file comes from, how the reference was checked: not results of ours.
    private static readonly string[] NotComputed = ["source", "add1_js_same_set", "verification"];

    public static IEnumerable<TheoryDataRow<string?>> Elections => FixtureFolder.Names("expected/pb", "*.json");

    [Theory]
    [MemberData(nameof(Elections))]
    public void Every_set_order_and_rational_is_that_of_the_reference(string? election)
    {
        FixtureFolder.Require();
        var expected = FixtureFolder.Expected("pb", $"{election}.json");
        var increment = expected.TryGetProperty("mes_cost_add1", out var add1) ? add1.GetProperty("increment").GetString()! : "1";

        var run = CommandLine.Run("pb", FixtureFolder.Input("pb", $"{election}.pb"), "--increment", increment);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var differences = new List<string>();
        Compare(expected, run.Json, "", differences);
        Assert.Empty(differences);
    }

    private static void Compare(JsonElement expected, JsonElement actual, string at, List<string> differences)
    {
        foreach (var property in expected.EnumerateObject())
        {
            if (NotComputed.Contains(property.Name))
                continue;
            var path = $"{at}/{property.Name}";
            if (!actual.TryGetProperty(property.Name, out var value))
                differences.Add($"{path} is missing");
            else if (property.Value.ValueKind == JsonValueKind.Object)
                Compare(property.Value, value, path, differences);
            else if (!JsonElement.DeepEquals(property.Value, value))
                differences.Add($"{path}: {value} instead of {property.Value}");
        }
    }
}
