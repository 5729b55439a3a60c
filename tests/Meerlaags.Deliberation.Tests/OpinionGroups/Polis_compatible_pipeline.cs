using System.Text.Json;
using Meerlaags.Deliberation.OpinionGroups;
using Meerlaags.Deliberation.OpinionGroups.Polis;
using Meerlaags.Deliberation.Tests.Fixtures;

namespace Meerlaags.Deliberation.Tests.OpinionGroups;

public class Polis_compatible_pipeline
{
    // Base clusters of this conversation start from rows that differ by rounding only; the groups do not depend on it.
    private const string RoundingDecidesBaseClusters = "austria-climate.5twd2jsnkf";

    public static IEnumerable<TheoryDataRow<string?>> Conversations => FixtureFolder.Names("expected/polis", "*.json");
    public static IEnumerable<TheoryDataRow<string?>> Productions => FixtureFolder.Names("inputs/polis-production", "*.json");

    [Theory]
    [MemberData(nameof(Conversations))]
    public void Groups_and_every_figure_are_those_of_the_reference(string? conversation)
    {
        var expected = FixtureFolder.Expected("polis", $"{conversation}.json").GetProperty("expected");
        var run = CommandLine.Run("polis", FixtureFolder.Input("polis", $"{conversation}.json"));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var actual = run.Json;

        Near.Equal(expected.GetProperty("in_conv"), actual.GetProperty("in_conv"), 0);
        Near.Equal(expected.GetProperty("pca").GetProperty("center"), actual.GetProperty("pca").GetProperty("center"), 1e-9);
        Near.EqualUpToSign(Rows(expected, "comps"), Rows(actual, "comps"), 1e-5);
        Near.EqualUpToSign(Columns(expected), Columns(actual), 1e-5);
        Assert.Equal(Groups(expected), Groups(actual));
        foreach (var key in (string[])["k", "group_aware_consensus", "gac_both_directions", "repness", "consensus"])
            Near.Equal(expected.GetProperty(key), actual.GetProperty(key), 1e-9);
        // Priorities follow the square of how far out a statement lies, and that follows the components: the reference ends its iteration at
        // random starts some 1e-8 away from where ours ends, and that is all the difference there may be.
        Near.Equal(expected.GetProperty("comment_priority_current_tick"), actual.GetProperty("comment_priority_current_tick"), 1e-7);
        Near.Equal(expected.GetProperty("group_votes"), actual.GetProperty("group_votes"), 0);
        const string Published = "ari_vs_published_groups";
        Near.Equal(expected.GetProperty(Published), actual.GetProperty(Published), 1e-9);
        const string Inertia = "best_known_kmeans_inertia_on_participant_projections";
        foreach (var known in expected.GetProperty(Inertia).EnumerateObject())
            Assert.InRange(actual.GetProperty(Inertia).GetProperty(known.Name).GetDouble(), 0, known.Value.GetDouble() * 1.001);
        if (conversation == RoundingDecidesBaseClusters)
            return;
        Near.Equal(expected.GetProperty("silhouette_by_k"), actual.GetProperty("silhouette_by_k"), 1e-5);
        Assert.Equal(BaseClusters(expected), BaseClusters(actual));
    }

    [Theory]
    [MemberData(nameof(Productions))]
    public void What_a_server_published_is_recomputed_from_votes_and_memberships(string? file)
    {
        var published = FixtureFolder.Json($"inputs/polis-production/{file}.json").GetProperty("production_math");
        var run = CommandLine.Run("production", FixtureFolder.Input("polis-production", $"{file}.json"));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));

        foreach (var key in (string[])["group-votes", "group-aware-consensus", "repness", "consensus", "comment-priorities", "user-vote-counts"])
            Near.Equal(published.GetProperty(key), run.Json.GetProperty(key), 1e-9);
        Near.Equal(published.GetProperty("pca").GetProperty("center"), run.Json.GetProperty("pca").GetProperty("center"), 1e-9);
        foreach (var (a, b) in Rows(published, "comps").Zip(Rows(run.Json, "comps")))
        {
            var cosine = a.Zip(b, (x, y) => x * y).Sum() / Math.Sqrt(a.Sum(x => x * x) * b.Sum(y => y * y));
            Assert.InRange(Math.Abs(cosine), 0.9999, 1.0001);
        }
    }

    [Fact]
    public void Published_priorities_are_computed_and_compared_not_taken_over()
    {
        // Two groups of four that disagree on the first statement; what a server with the fault, one without, and one that errs publishes.
        var votes = new VoteMatrix([.. Enumerable.Range(0, 8).SelectMany(p => new[] { new Vote(p, 0, p < 4 ? 1 : -1), new Vote(p, 1, 1) })]);
        PolisProduction Recomputed(params double[] priorities) =>
            PolisProduction.Recompute(
                votes,
                new(new HashSet<int>(), new HashSet<int>()),
                new([(0, [0, 1, 2, 3]), (1, [4, 5, 6, 7])])
                {
                    Center = [0, -1],
                    Components =
                    [
                        [1, 0],
                        [0, 1],
                    ],
                    Priorities = priorities,
                }
            );
        var meant = Recomputed().Priorities;

        var faulty = Recomputed(49, 49);
        var right = Recomputed(meant);
        var wrong = Recomputed(meant[0], 49);

        Assert.True(faulty.EveryPriorityMeta && !right.EveryPriorityMeta && !wrong.EveryPriorityMeta);
        Assert.Equal([49, 49], faulty.Priorities);
        Assert.Equal(meant, faulty.Figures.Priorities);
        Assert.Equal(meant, wrong.Priorities);
        Assert.Empty(right.OtherPriorities);
        Assert.Equal([1], wrong.OtherPriorities);
    }

    [Theory]
    [MemberData(nameof(Conversations))]
    public void Our_own_grouping_is_at_least_as_tight(string? conversation)
    {
        var expected = FixtureFolder.Expected("polis", $"{conversation}.json").GetProperty("expected");
        var own = CommandLine.Run("polis", FixtureFolder.Input("polis", $"{conversation}.json"), "--own").Json;

        var known = expected.GetProperty("best_known_kmeans_inertia_on_participant_projections");
        foreach (var division in own.GetProperty("divisions").EnumerateArray())
        {
            var best = known.GetProperty($"{division.GetProperty("k").GetInt32()}").GetDouble();
            Assert.InRange(division.GetProperty("inertia").GetDouble(), 0, best * 1.001);
        }
        var reference = expected.GetProperty("silhouette_by_k").GetProperty($"{own.GetProperty("k").GetInt32()}").GetDouble();
        // The reference is printed with ten digits.
        Assert.InRange(own.GetProperty("silhouette").GetDouble(), reference - 1e-9, 1);
    }

    private static double[][] Rows(JsonElement root, string key) =>
        [.. root.GetProperty("pca").GetProperty(key).EnumerateArray().Select(row => row.EnumerateArray().Select(v => v.GetDouble()).ToArray())];

    private static double[][] Columns(JsonElement root)
    {
        var points = root.GetProperty("projection").EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => p.Value).ToList();
        return
        [
            [.. points.Select(p => p[0].GetDouble())],
            [.. points.Select(p => p[1].GetDouble())],
        ];
    }

    private static IEnumerable<string> Groups(JsonElement root) =>
        root.GetProperty("group_of_participant")
            .EnumerateObject()
            .GroupBy(p => p.Value.GetInt32())
            .Select(g => string.Join(' ', g.Select(p => p.Name).Order(StringComparer.Ordinal)))
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> BaseClusters(JsonElement root) =>
        root.GetProperty("base_clusters")
            .EnumerateArray()
            .Select(c => string.Join(' ', c.GetProperty("members").EnumerateArray().Select(m => m.GetInt32()).Order()))
            .Order(StringComparer.Ordinal);
}
