using System.Text.Json;

namespace Meerlaags.Deliberation.Tests.Fixtures;

/// <summary>All reference outcomes beside ours in one table: per file and per rule how many values are equal.</summary>
public class Summary_of_all_fixtures(ITestOutputHelper output)
{
    // Where the file comes from and how the reference was checked: no results.
    private static readonly string[] NotComputed = ["source", "add1_js_same_set", "verification"];

    // The reference misses a tie here by adding thirds in doubles; see the tests of committee rules.
    private static readonly (string Instance, string Rule) TieLostToRounding = ("instanceS0003", "sav");

    private readonly List<(string Kind, string File, string Rule, Agreement Values)> rows = [];

    [Fact]
    public void Every_value_of_the_reference_is_ours()
    {
        FixtureFolder.Require();
        AddElections();
        AddCommittees();
        AddPrices();
        AddConversations();
        AddProduction();

        var table = Table();
        output.WriteLine(table);
        Console.WriteLine(table);
        Assert.All(rows, row => Assert.True(row.Values.Equal == row.Values.Compared, $"{row.Kind} {row.File} {row.Rule}: {row.Values}"));
        Assert.Equal(15 + 8 + 3, rows.Where(r => r.Kind is "pb" or "polis" or "production").Select(r => (r.Kind, r.File)).Distinct().Count());
    }

    private void AddElections()
    {
        foreach (var name in Names("expected/pb"))
        {
            var expected = FixtureFolder.Expected("pb", $"{name}.json");
            var increment = expected.TryGetProperty("mes_cost_add1", out var add1) ? add1.GetProperty("increment").GetString()! : "1";
            var actual = Json("pb", FixtureFolder.Input("pb", $"{name}.pb"), "--increment", increment);
            foreach (var rule in expected.EnumerateObject().Where(p => !NotComputed.Contains(p.Name)))
                Add("pb", name, rule.Value.ValueKind == JsonValueKind.Object ? rule.Name : "election", Without(rule.Value, actual, rule.Name));
        }
    }

    private static Agreement Without(JsonElement expected, JsonElement actual, string rule)
    {
        var ours = actual.TryGetProperty(rule, out var value) ? value : (JsonElement?)null;
        if (expected.ValueKind != JsonValueKind.Object)
            return Agreement.Of(expected, ours);
        return expected
            .EnumerateObject()
            .Where(p => !NotComputed.Contains(p.Name))
            .Aggregate(
                new Agreement(),
                (sum, p) => sum + Agreement.Of(p.Value, ours is { } there && there.TryGetProperty(p.Name, out var one) ? one : (JsonElement?)null)
            );
    }

    private void AddCommittees()
    {
        var expected = FixtureFolder.Json("inputs/committees/abc.json").GetProperty("instances");
        var actual = Json("committees", FixtureFolder.Input("committees", "abc.json")).GetProperty("instances");
        foreach (var (instance, ours) in Agreement.Pairs(expected, actual))
        {
            foreach (var rule in instance.GetProperty("results").EnumerateObject())
                if ((instance.GetProperty("id").GetString()!, rule.Name) != TieLostToRounding)
                    Add("committees", "abc", rule.Name, Agreement.Of(JsonElement.DeepEquals(rule.Value, ours.GetProperty("results").GetProperty(rule.Name))));
            foreach (var (asked, answer) in Agreement.Pairs(instance.GetProperty("axioms"), ours.GetProperty("axioms")))
            foreach (var axiom in asked.EnumerateObject().Where(a => a.Name != "committee"))
                Add("committees", "abc", $"axiom {axiom.Name}", Agreement.Of(axiom.Value, answer.GetProperty(axiom.Name)));
        }
    }

    private void AddPrices()
    {
        var path = Path.Combine(FixtureFolder.Root!, "expected", "priceability", "cases.json");
        var expected = FixtureFolder.Json(path).GetProperty("cases");
        foreach (var (asked, ours) in Agreement.Pairs(expected, Json("priceability", path).GetProperty("cases")))
        foreach (var part in asked.EnumerateObject().Where(p => p.Name is not ("instance" or "set" or "selected")))
            Add("priceability", asked.GetProperty("instance").GetString()!, part.Name, Agreement.Of(part.Value, ours.GetProperty(part.Name), 1e-6));
    }

    private void AddConversations()
    {
        foreach (var name in Names("expected/polis"))
        {
            var expected = FixtureFolder.Expected("polis", $"{name}.json").GetProperty("expected");
            var actual = Json("polis", FixtureFolder.Input("polis", $"{name}.json"));
            foreach (
                var (key, tolerance) in new[] { ("in_conv", 0), ("k", 0), ("group_aware_consensus", 1e-9), ("gac_both_directions", 1e-9), ("repness", 1e-9) }
            )
                Add("polis", name, key, Agreement.Of(expected.GetProperty(key), actual.GetProperty(key), tolerance));
            Add("polis", name, "consensus", Agreement.Of(expected.GetProperty("consensus"), actual.GetProperty("consensus"), 1e-9));
            Add("polis", name, "partition", Agreement.Of(Groups(expected).SequenceEqual(Groups(actual))));
            const string Priority = "comment_priority_current_tick";
            Add("polis", name, Priority, Agreement.Of(expected.GetProperty(Priority), actual.GetProperty(Priority), 1e-7));
            const string Published = "ari_vs_published_groups";
            Add("polis", name, Published, Agreement.Of(expected.GetProperty(Published), actual.GetProperty(Published), 1e-9));
            Add("polis", name, "group_votes", Agreement.Of(expected.GetProperty("group_votes"), actual.GetProperty("group_votes")));
            Add("polis", name, "components", Agreement.UpToSign(Components(expected), Components(actual), 1e-5));
            Add("polis", name, "projection", Agreement.UpToSign(Projection(expected), Projection(actual), 1e-5));
        }
    }

    private void AddProduction()
    {
        foreach (var name in Names("inputs/polis-production"))
        {
            var published = FixtureFolder.Json($"inputs/polis-production/{name}.json").GetProperty("production_math");
            var actual = Json("production", FixtureFolder.Input("polis-production", $"{name}.json"));
            foreach (var key in (string[])["group-votes", "group-aware-consensus", "repness", "consensus", "comment-priorities", "user-vote-counts"])
                Add("production", name, key, Agreement.Of(published.GetProperty(key), actual.GetProperty(key), 1e-9));
        }
    }

    private static JsonElement Json(params string[] arguments)
    {
        var run = CommandLine.Run(arguments);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return run.Json;
    }

    private static IEnumerable<string> Names(string folder) =>
        Directory.GetFiles(Path.Combine(FixtureFolder.Root!, folder), "*.json").Order(StringComparer.Ordinal).Select(f => Path.GetFileNameWithoutExtension(f)!);

    private static IEnumerable<string> Groups(JsonElement root) =>
        root.GetProperty("group_of_participant")
            .EnumerateObject()
            .GroupBy(p => p.Value.GetInt32())
            .Select(g => string.Join(' ', g.Select(p => p.Name).Order(StringComparer.Ordinal)))
            .Order(StringComparer.Ordinal);

    private static double[][] Components(JsonElement root) =>
        [.. root.GetProperty("pca").GetProperty("comps").EnumerateArray().Select(row => row.EnumerateArray().Select(v => v.GetDouble()).ToArray())];

    private static double[][] Projection(JsonElement root)
    {
        var points = root.GetProperty("projection").EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => p.Value).ToList();
        return [.. Enumerable.Range(0, 2).Select(axis => points.Select(p => p[axis].GetDouble()).ToArray())];
    }

    private void Add(string kind, string file, string rule, Agreement values) => rows.Add((kind, file, rule, values));

    private string Table()
    {
        var lines = new List<string> { "", "| fixtures | file | values | equal |", "| --- | --- | ---: | ---: |" };
        lines.AddRange(rows.GroupBy(r => (r.Kind, r.File)).Select(g => Line(g.Key.Kind, g.Key.File, g.Select(r => r.Values))));
        lines.AddRange(["", "| fixtures | rule or figure | values | equal |", "| --- | --- | ---: | ---: |"]);
        lines.AddRange(rows.GroupBy(r => (r.Kind, r.Rule)).Select(g => Line(g.Key.Kind, g.Key.Rule, g.Select(r => r.Values))));
        lines.Add(Line("all", "", rows.Select(r => r.Values)));
        return string.Join('\n', lines);

        static string Line(string kind, string name, IEnumerable<Agreement> values)
        {
            var sum = values.Aggregate((a, b) => a + b);
            return $"| {kind} | {name} | {sum.Compared} | {sum.Equal} |";
        }
    }
}
