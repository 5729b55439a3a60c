using System.Text.Json;
using Meerlaags.Deliberation.Cli.Explain;
using Meerlaags.Deliberation.OpinionGroups;
using Meerlaags.Deliberation.OpinionGroups.Import;

namespace Meerlaags.Deliberation.Cli;

/// <summary>Our own grouping of one conversation: deterministic, with stability, bridging and dividing statements.</summary>
internal static class OwnCommand
{
    public static void Run(Options options)
    {
        var input = PolisInput.Read(options.File);
        var map = OpinionMap.Draw(input.Votes, input.ModeratedOut);
        Answer.Print(
            options,
            words =>
            {
                new PolisExplanation(words, input).Write(map, StatementStand.Of(map.Votes, input.ModeratedOut, map.GroupOfRow()));
                new GivenGroupsExplanation(words, input).Write(map);
            },
            json => Write(json, map, input)
        );
    }

    private static void Write(Utf8JsonWriter json, OpinionMap map, ImportedVotes input)
    {
        json.WriteString("found", Name(map.Found));
        json.WriteNumber("k", map.Best?.Groups ?? 1);
        if (map.Best is { } best)
        {
            json.WriteNumber("silhouette", best.Silhouette);
            json.WriteNumber("inertia", best.Inertia);
            json.WriteNumber("stability", best.Stability);
        }
        json.WriteStartArray("divisions");
        foreach (var division in map.Divisions)
        {
            json.WriteStartObject();
            json.WriteNumber("k", division.Groups);
            json.WriteNumber("silhouette", division.Silhouette);
            json.WriteNumber("inertia", division.Inertia);
            json.WriteNumber("stability", division.Stability);
            json.WriteNumber("silhouette_by_chance", division.SilhouetteByChance);
            WriteGroups(json, map, division.GroupOf);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (map.Best is not null)
            WriteGroups(json, map, map.Best.GroupOf);
        json.Object(
            "projection",
            () =>
            {
                for (var i = 0; i < map.Rows.Count; i++)
                    json.Numbers(PolisCommand.Key(map.Votes.Participants[map.Rows[i]]), [map.Points[i].X, map.Points[i].Y]);
            }
        );
        var stands = StatementStand.Of(map.Votes, input.ModeratedOut, map.GroupOfRow());
        WriteStands(json, "bridging_agree", stands.OrderByDescending(s => s.BridgingAgree));
        WriteStands(json, "bridging_disagree", stands.OrderByDescending(s => s.BridgingDisagree));
        WriteStands(json, "dividing", stands.OrderByDescending(s => s.Divides));
        WriteStands(json, "agreed_by_one_group_only", stands.Where(s => s.AgreedByOnly is not null).OrderByDescending(s => s.Divides));
        if (input.GroupOfParticipant.Count > 0)
            json.Object("given_groups", () => GivenGroupsOutput.Write(json, map, input));
        WriteNames(json, "participant_names", input.Participants);
        WriteNames(json, "statement_texts", input.Statements);
    }

    private static void WriteNames(Utf8JsonWriter json, string key, IReadOnlyDictionary<int, string> names)
    {
        if (names.Count > 0)
            json.Object(
                key,
                () =>
                {
                    foreach (var (number, name) in names.OrderBy(n => n.Key))
                        json.WriteString(PolisCommand.Key(number), name);
                }
            );
    }

    private static string Name(GroupsFound found) =>
        found switch
        {
            GroupsFound.Clear => "clear",
            GroupsFound.NotClear => "not-clear",
            GroupsFound.TooFewParticipants => "too-few-participants",
            GroupsFound.NoDifferences => "no-differences",
            GroupsFound.Interchangeable => "interchangeable",
        };

    private static void WriteGroups(Utf8JsonWriter json, OpinionMap map, IReadOnlyList<int> groupOf) =>
        json.Object(
            "group_of_participant",
            () =>
            {
                for (var i = 0; i < map.Rows.Count; i++)
                    json.WriteNumber(PolisCommand.Key(map.Votes.Participants[map.Rows[i]]), groupOf[i]);
            }
        );

    public static void WriteStands(Utf8JsonWriter json, string key, IEnumerable<StatementStand> stands)
    {
        json.WriteStartArray(key);
        foreach (var stand in stands.Take(10))
        {
            json.WriteStartObject();
            json.WriteNumber("tid", stand.Statement);
            json.WriteNumber("gac_agree", stand.BridgingAgree);
            json.WriteNumber("gac_disagree", stand.BridgingDisagree);
            json.WriteNumber("min_group_agree", stand.LeastAgree);
            json.WriteNumber("max_group_agree", stand.MostAgree);
            json.WriteNumber("min_group_disagree", stand.LeastDisagree);
            json.WriteNumber("max_group_disagree", stand.MostDisagree);
            json.WriteNumber("groups_heard", stand.GroupsHeard);
            if (stand.AgreedByOnly is { } only)
                json.WriteNumber("agreed_by_only", only);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
