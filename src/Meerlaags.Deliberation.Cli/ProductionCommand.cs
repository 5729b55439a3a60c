using System.Text.Json;
using Meerlaags.Deliberation.Cli.Explain;
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
        var published = root.Need("production_math");
        var statements = Integers(published.Need("tids"));
        var moderatedOut = Integers(published.Need("mod-out")).ToHashSet();
        var meta = Integers(published.Need("meta-tids")).ToHashSet();
        var cast = root.Need("votes").With(() => new VoteMatrix(PolisInput.VotesOf(root)));
        if (statements.Distinct().Count() != statements.Length)
            throw published.Need("tids").Fault("a statement stands here twice.");
        var votes = cast.WithStatements(statements);
        var pca = published.Need("pca");
        var center = Doubles(pca.Need("center"), statements.Length);
        double[][] components = [.. pca.Need("comps").Items(2).Select(component => Doubles(component, statements.Length))];
        var result = PolisProduction.Recompute(
            votes,
            new(moderatedOut, meta),
            new(Members(published))
            {
                Center = center,
                Components = components,
                Priorities = Priorities(published, statements),
            }
        );
        Answer.Print(options, words => new PolisExplanation(words, new(votes)).Write(result, votes), json => Write(json, result, votes, WithIds(published)));
    }

    private static void Write(Utf8JsonWriter json, PolisProduction result, VoteMatrix votes, bool withIds)
    {
        var statements = votes.Statements;
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
        json.WritePropertyName("group-votes");
        PolisCommand.WriteGroupVotes(json, statements, result.Groups, withIds);
        PolisCommand.WritePerStatement(json, "group-aware-consensus", statements, result.Figures.GroupAwareConsensus);
        PolisCommand.WriteRepness(json, result.Groups, result.Figures.Repness);
        PolisCommand.WriteConsensus(json, result.Figures.Agreed, result.Figures.Disagreed);
        PolisCommand.WritePerStatement(json, "comment-priorities", statements, result.Priorities);
        if (result.EveryPriorityMeta)
            PolisCommand.WritePerStatement(json, "comment-priorities-without-fault", statements, result.Figures.Priorities);
        json.Numbers("other-priorities-published", result.OtherPriorities.Select(s => (double)s));
        json.Object(
            "user-vote-counts",
            () =>
            {
                for (var r = 0; r < votes.Rows; r++)
                    json.WriteNumber(PolisCommand.Key(votes.Participants[r]), votes.Row(r).Length - votes.Row(r).Count(VoteMatrix.Missing));
            }
        );
    }

    private static List<(int Id, IReadOnlyList<int> Participants)> Members(JsonElement published)
    {
        var clusters = published.Need("base-clusters");
        var ids = clusters.Need("id").Items();
        var members = clusters.With(() => ids.Zip(clusters.Need("members").Items(ids.Count)).ToDictionary(c => c.First.Whole(), c => Integers(c.Second)));
        return
        [
            .. published
                .Need("group-clusters")
                .Items()
                .Select(g =>
                    (
                        g.Need("id").Whole(),
                        (IReadOnlyList<int>)
                            [
                                .. g.Need("members")
                                    .Items()
                                    .SelectMany(b => members.GetValueOrDefault(b.Whole()) ?? throw b.Fault("no base cluster has this id.")),
                            ]
                    )
                ),
        ];
    }

    // Some versions of the server wrote the number of a group beside its votes too.
    private static bool WithIds(JsonElement published) =>
        published.Need("group-votes") is { ValueKind: JsonValueKind.Object } votes && votes.EnumerateObject().Any(group => group.Value.Has("id", out _));

    private static double[] Priorities(JsonElement published, int[] statements) =>
        published.Has("comment-priorities", out var listed) && listed.ValueKind == JsonValueKind.Object
            ? [.. statements.Select(s => listed.Has(PolisCommand.Key(s), out var value) ? value.Number() : double.NaN)]
            : [];

    private static int[] Integers(JsonElement list) => [.. list.Items().Select(v => v.Whole())];

    private static double[] Doubles(JsonElement list, int count) => [.. list.Items(count).Take(count).Select(v => v.Number())];
}
