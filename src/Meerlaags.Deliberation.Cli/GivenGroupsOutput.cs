using System.Text.Json;
using Meerlaags.Deliberation.OpinionGroups;
using Meerlaags.Deliberation.OpinionGroups.Import;

namespace Meerlaags.Deliberation.Cli;

/// <summary>Parties or tiers named in the file: how they lie over the groups found, and how they stand on statements.</summary>
internal static class GivenGroupsOutput
{
    public static void Write(Utf8JsonWriter json, OpinionMap map, ImportedVotes input)
    {
        var given = new GivenGroups(input.Votes, input.GroupOfParticipant);
        var overlap = given.Against(map);
        json.Texts("names", given.Names);
        if (overlap.AdjustedRand is { } index)
            json.WriteNumber("adjusted_rand", index);
        json.WriteStartArray("in_found_groups");
        for (var g = 0; g < given.Names.Count; g++)
            json.NumbersValue(Enumerable.Range(0, overlap.Counts.GetLength(1)).Select(found => (double)overlap.Counts[g, found]));
        json.WriteEndArray();
        var stands = StatementStand.Of(input.Votes, input.ModeratedOut, given.GroupOfRow);
        OwnCommand.WriteStands(json, "bridging_agree", stands.OrderByDescending(s => s.BridgingAgree));
        OwnCommand.WriteStands(json, "bridging_disagree", stands.OrderByDescending(s => s.BridgingDisagree));
        OwnCommand.WriteStands(json, "dividing", stands.OrderByDescending(s => s.Divides));
        WriteLonePoints(json, input, given);
    }

    /// <summary>What one group alone raised, with the name of that group, whether or not it voted.</summary>
    public static IReadOnlyList<(LonePoint Point, string Group)> LonePoints(ImportedVotes input, GivenGroups given)
    {
        string[] names = [.. given.Names, .. input.GroupOfParticipant.Values.Except(given.Names).Order(StringComparer.Ordinal)];
        var raised = input
            .Raised.Where(r => input.GroupOfParticipant.ContainsKey(r.Party))
            .Select(r => new RaisedPoint(r.Statement, Array.IndexOf(names, input.GroupOfParticipant[r.Party])))
            .ToList();
        return [.. RaisedPoints.ByOneParty(input.Votes, input.ModeratedOut, given.GroupOfRow, raised).Select(point => (point, names[point.Party]))];
    }

    private static void WriteLonePoints(Utf8JsonWriter json, ImportedVotes input, GivenGroups given)
    {
        json.WriteStartArray("raised_by_one_only");
        foreach (var (point, group) in LonePoints(input, given))
        {
            json.WriteStartObject();
            json.WriteNumber("tid", point.Statement);
            json.WriteString("group", group);
            json.WriteNumber("other_votes", point.OtherVotes);
            if (point.OthersAgree is { } agree)
                json.WriteNumber("others_agree", agree);
            if (point.OthersDisagree is { } disagree)
                json.WriteNumber("others_disagree", disagree);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
