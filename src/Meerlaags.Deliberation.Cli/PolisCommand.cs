using System.Globalization;
using System.Text.Json;
using Meerlaags.Deliberation.Cli.Explain;
using Meerlaags.Deliberation.OpinionGroups.Import;
using Meerlaags.Deliberation.OpinionGroups.Polis;

namespace Meerlaags.Deliberation.Cli;

/// <summary>The Polis-compatible pipeline on one conversation, in Polis' sign (agree = -1) and names.</summary>
internal static class PolisCommand
{
    public static void Run(Options options)
    {
        var input = PolisInput.Read(options.File);
        var result = PolisPipeline.Run(input.Votes, input.ModeratedOut);
        Answer.Print(options, words => new PolisExplanation(words, input).Write(result), json => Write(json, result, input));
    }

    private static void Write(Utf8JsonWriter json, PolisResult result, ImportedVotes input)
    {
        var statements = result.Votes.Statements;
        json.WriteStartArray("in_conv");
        foreach (var participant in result.InConversation)
            json.WriteNumberValue(participant);
        json.WriteEndArray();
        json.Object(
            "pca",
            () =>
            {
                json.Numbers("center", result.Components.Center);
                json.WriteStartArray("comps");
                foreach (var component in result.Components.Components)
                    json.NumbersValue(component);
                json.WriteEndArray();
                json.WriteStartArray("comment_projection_xy");
                foreach (var (x, y) in result.Components.StatementProjection)
                    json.NumbersValue([x, y]);
                json.WriteEndArray();
                json.Numbers("comment_extremity", result.Components.Extremity);
            }
        );
        json.Object(
            "projection",
            () =>
            {
                for (var r = 0; r < result.Votes.Rows; r++)
                    json.Numbers(Key(result.Votes.Participants[r]), [result.Projection[r].X, result.Projection[r].Y]);
            }
        );
        json.WriteStartArray("base_clusters");
        foreach (var cluster in result.BaseClusters)
        {
            json.WriteStartObject();
            json.WriteNumber("id", cluster.Id);
            json.Numbers("members", cluster.Members.Select(m => (double)m));
            json.Numbers("center", [cluster.X, cluster.Y]);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.Object(
            "silhouette_by_k",
            () =>
            {
                foreach (var (k, silhouette) in result.Silhouettes)
                    json.WriteNumber(Key(k), silhouette);
            }
        );
        json.WriteNumber("k", result.Groups.Count);
        json.Object(
            "group_of_participant",
            () =>
            {
                var groupOf = result.Groups.SelectMany(g => g.Participants.Select(p => (Participant: p, g.Id))).OrderBy(g => g.Participant);
                foreach (var (participant, group) in groupOf)
                    json.WriteNumber(Key(participant), group);
            }
        );
        json.Object(
            "group_sizes",
            () =>
            {
                foreach (var group in result.Groups)
                    json.WriteNumber(Key(group.Id), group.Participants.Count);
            }
        );
        json.WritePropertyName("group_votes");
        WriteGroupVotes(json, statements, result.Groups);
        WritePerStatement(json, "group_aware_consensus", statements, result.GroupAwareConsensus);
        json.WriteStartArray("gac_both_directions");
        for (var c = 0; c < statements.Count; c++)
        {
            if (result.ModeratedOut.Contains(statements[c]))
                continue;
            json.WriteStartObject();
            json.WriteNumber("tid", statements[c]);
            json.WriteNumber("gac_agree", result.GroupAwareConsensus[c]);
            json.WriteNumber("gac_disagree", result.GroupAwareDisagreement[c]);
            json.WriteNumber("min_group_agree", result.LeastGroupAgreement[c]);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        WriteRepness(json, result.Groups, result.Repness);
        WriteConsensus(json, result.Agreed, result.Disagreed);
        WritePerStatement(json, "comment_priority_current_tick", statements, result.Priorities);
        GroupingComparison.Write(json, result, input.GroupOfParticipant);
    }

    public static void WriteGroupVotes(Utf8JsonWriter json, IReadOnlyList<int> statements, IReadOnlyList<PolisGroup> groups, bool withIds = false)
    {
        json.WriteStartObject();
        foreach (var group in groups)
        {
            json.WriteStartObject(Key(group.Id));
            if (withIds)
                json.WriteNumber("id", group.Id);
            json.WriteNumber("n-members", group.Participants.Count);
            json.WriteStartObject("votes");
            for (var c = 0; c < statements.Count; c++)
            {
                json.WriteStartObject(Key(statements[c]));
                json.WriteNumber("A", group.Votes[c].Agree);
                json.WriteNumber("D", group.Votes[c].Disagree);
                json.WriteNumber("S", group.Votes[c].Seen);
                json.WriteEndObject();
            }
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    public static void WritePerStatement(Utf8JsonWriter json, string key, IReadOnlyList<int> statements, double[] values) =>
        json.Object(
            key,
            () =>
            {
                for (var c = 0; c < statements.Count; c++)
                    json.WriteNumber(Key(statements[c]), values[c]);
            }
        );

    public static void WriteRepness(Utf8JsonWriter json, IReadOnlyList<PolisGroup> groups, IReadOnlyList<IReadOnlyList<Representative>> repness) =>
        json.Object(
            "repness",
            () =>
            {
                for (var g = 0; g < groups.Count; g++)
                {
                    json.WriteStartArray(Key(groups[g].Id));
                    foreach (var r in repness[g])
                    {
                        json.WriteStartObject();
                        json.WriteNumber("tid", r.Statement);
                        json.WriteNumber("n-success", r.Success);
                        json.WriteNumber("n-trials", r.Trials);
                        json.WriteNumber("p-success", r.Probability);
                        json.WriteNumber("p-test", r.ProbabilityTest);
                        json.WriteNumber("repness", r.Repness);
                        json.WriteNumber("repness-test", r.RepnessTest);
                        json.WriteString("repful-for", r.ForAgree ? "agree" : "disagree");
                        if (r.BestAgree is { } agreed)
                        {
                            json.WriteBoolean("best-agree", true);
                            json.WriteNumber("n-agree", agreed);
                        }
                        json.WriteEndObject();
                    }
                    json.WriteEndArray();
                }
            }
        );

    public static void WriteConsensus(Utf8JsonWriter json, IReadOnlyList<Consensus> agreed, IReadOnlyList<Consensus> disagreed) =>
        json.Object(
            "consensus",
            () =>
            {
                foreach (var (key, list) in new[] { ("agree", agreed), ("disagree", disagreed) })
                {
                    json.WriteStartArray(key);
                    foreach (var s in list)
                    {
                        json.WriteStartObject();
                        json.WriteNumber("tid", s.Statement);
                        json.WriteNumber("n-success", s.Success);
                        json.WriteNumber("n-trials", s.Trials);
                        json.WriteNumber("p-success", s.Probability);
                        json.WriteNumber("p-test", s.ProbabilityTest);
                        json.WriteEndObject();
                    }
                    json.WriteEndArray();
                }
            }
        );

    public static string Key(int number) => number.ToString(CultureInfo.InvariantCulture);
}
