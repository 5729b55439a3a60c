namespace Meerlaags.Deliberation.OpinionGroups;

/// <summary>
/// Groups that are given, not found: parties, tiers of government. Beside the groups found they show whether opinions run along those lines
/// or across them.
/// </summary>
public sealed class GivenGroups
{
    private readonly int[] groupOfRow;

    /// <summary>Participants without a name are in no group. Names in ordinal order are the numbers of the groups.</summary>
    public GivenGroups(VoteMatrix votes, IReadOnlyDictionary<int, string> groupOfParticipant)
    {
        ArgumentNullException.ThrowIfNull(votes);
        ArgumentNullException.ThrowIfNull(groupOfParticipant);
        Names = [.. votes.Participants.Where(groupOfParticipant.ContainsKey).Select(p => groupOfParticipant[p]).Distinct().Order(StringComparer.Ordinal)];
        groupOfRow =
        [
            .. votes.Participants.Select(p => groupOfParticipant.TryGetValue(p, out var name) ? Names.ToList().BinarySearch(name, StringComparer.Ordinal) : -1),
        ];
    }

    /// <summary>Names of the groups that have a participant with votes.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Group per row of the matrix, -1 for none: what <see cref="StatementStand.Of"/> takes.</summary>
    public IReadOnlyList<int> GroupOfRow => groupOfRow;

    /// <summary>
    /// These groups against the ones of a map: how many of each stand in each found group (given, found), where the middle of each is (null
    /// when none of it is on the map), and the adjusted Rand index: 1 when opinions run exactly along these lines, about 0 when across.
    /// </summary>
    public GroupOverlap Against(OpinionMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        var found = map.GroupOfRow();
        var both = Enumerable.Range(0, groupOfRow.Length).Where(r => groupOfRow[r] >= 0 && found[r] >= 0).ToArray();
        var counts = new int[Names.Count, Math.Max(1, map.Best?.Groups ?? 1)];
        foreach (var r in both)
            counts[groupOfRow[r], found[r]]++;
        var points = map.Rows.Select((row, i) => (Group: groupOfRow[row], Point: map.Points[i])).ToLookup(p => p.Group, p => p.Point);
        return new(
            counts,
            [.. Names.Select((_, g) => points.Contains(g) ? (points[g].Average(p => p.X), points[g].Average(p => p.Y)) : ((double, double)?)null)],
            map.Best is null ? null : Partition.AdjustedRand(Array.ConvertAll(both, r => groupOfRow[r]), Array.ConvertAll(both, r => found[r]))
        );
    }
}

/// <summary>Given groups against found ones; <see cref="AdjustedRand"/> is null when no groups were found.</summary>
public sealed record GroupOverlap(int[,] Counts, IReadOnlyList<(double X, double Y)?> Middles, double? AdjustedRand);
