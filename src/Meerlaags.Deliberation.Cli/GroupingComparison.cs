using System.Text.Json;
using Meerlaags.Deliberation.OpinionGroups;
using Meerlaags.Deliberation.OpinionGroups.Polis;

namespace Meerlaags.Deliberation.Cli;

/// <summary>The groups beside those the file names, and how tight groups of the same projections can be.</summary>
internal static class GroupingComparison
{
    private const int MostGroups = 5;
    private const int Starts = 40;

    public static void Write(Utf8JsonWriter json, PolisResult result, IReadOnlyDictionary<int, string> published)
    {
        json.Object(
            "best_known_kmeans_inertia_on_participant_projections",
            () =>
            {
                var points = result.InConversation.Select(p => result.Projection[result.Votes.RowOf(p)]).ToList();
                for (var k = 2; k <= Math.Min(MostGroups, points.Distinct().Count()); k++)
                    json.WriteNumber(PolisCommand.Key(k), Partition.Find(points, k, Starts).Inertia);
            }
        );
        var both = result.Groups.SelectMany(g => g.Participants.Select(p => (Participant: p, g.Id))).Where(g => published.ContainsKey(g.Participant)).ToList();
        if (both.Count == 0)
            return;
        var names = both.Select(g => published[g.Participant]).Distinct().ToList();
        json.WriteNumber(
            "ari_vs_published_groups",
            Partition.AdjustedRand([.. both.Select(g => g.Id)], [.. both.Select(g => names.IndexOf(published[g.Participant]))])
        );
    }
}
