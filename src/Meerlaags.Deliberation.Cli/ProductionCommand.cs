using System.Text.Json;
using Meerlaags.Deliberation.OpinionGroups;
using Meerlaags.Deliberation.OpinionGroups.Polis;

namespace Meerlaags.Deliberation.Cli;

/// <summary>The figures a Polis server published, recomputed from the raw votes and the published memberships.</summary>
internal static class ProductionCommand
{
    public static void Run(Options options)
    {
        using var document = JsonFile.Read(options.File);
        var root = document.RootElement;
        var published = root.GetProperty("production_math");
        var statements = Integers(published.GetProperty("tids"));
        var moderatedOut = Integers(published.GetProperty("mod-out")).ToHashSet();
        var meta = Integers(published.GetProperty("meta-tids")).ToHashSet();
        var votes = new VoteMatrix(PolisInput.VotesOf(root)).WithStatements(statements);
        var result = PolisProduction.Recompute(
            votes,
            moderatedOut,
            meta,
            Members(published),
            Doubles(published.GetProperty("pca").GetProperty("center")),
            [.. published.GetProperty("pca").GetProperty("comps").EnumerateArray().Select(Doubles)],
            Priorities(published, statements)
        );
        Json.Print(json =>
        {
            json.Object(
                "pca",
                () =>
                {
                    json.Numbers("center", result.Components.Center);
                    json.WriteStartArray("comps");
                    foreach (var component in result.Components.Components)
                        json.NumbersValue(component);
                    json.WriteEndArray();
                    json.Numbers("comment-extremity", result.Components.Extremity);
                }
            );
            PolisCommand.WriteGroupVotes(json, "group-votes", statements, result.Groups, withIds: WithIds(published));
            PolisCommand.WritePerStatement(json, "group-aware-consensus", statements, result.Figures.GroupAwareConsensus);
            PolisCommand.WriteRepness(json, result.Groups, result.Figures.Repness);
            PolisCommand.WriteConsensus(json, result.Figures.Agreed, result.Figures.Disagreed);
            PolisCommand.WritePerStatement(json, "comment-priorities", statements, result.Priorities);
            json.Object(
                "user-vote-counts",
                () =>
                {
                    for (var r = 0; r < votes.Rows; r++)
                        json.WriteNumber(PolisCommand.Key(votes.Participants[r]), votes.Row(r).Length - votes.Row(r).Count(VoteMatrix.Missing));
                }
            );
        });
    }

    private static List<(int Id, IReadOnlyList<int> Participants)> Members(JsonElement published)
    {
        var clusters = published.GetProperty("base-clusters");
        var members = Integers(clusters.GetProperty("id"))
            .Zip(clusters.GetProperty("members").EnumerateArray())
            .ToDictionary(c => c.First, c => Integers(c.Second));
        return
        [
            .. published
                .GetProperty("group-clusters")
                .EnumerateArray()
                .Select(g => (g.GetProperty("id").GetInt32(), (IReadOnlyList<int>)[.. Integers(g.GetProperty("members")).SelectMany(b => members[b])])),
        ];
    }

    // Some versions of the server wrote the number of a group beside its votes too.
    private static bool WithIds(JsonElement published) =>
        published.GetProperty("group-votes").EnumerateObject().Any(group => group.Value.TryGetProperty("id", out _));

    private static double[] Priorities(JsonElement published, int[] statements) =>
        published.TryGetProperty("comment-priorities", out var listed) && listed.ValueKind == JsonValueKind.Object
            ? [.. statements.Select(s => listed.TryGetProperty(PolisCommand.Key(s), out var value) ? value.GetDouble() : double.NaN)]
            : [];

    private static int[] Integers(JsonElement list) => [.. list.EnumerateArray().Select(v => v.GetInt32())];

    private static double[] Doubles(JsonElement list) => [.. list.EnumerateArray().Select(v => v.GetDouble())];
}
