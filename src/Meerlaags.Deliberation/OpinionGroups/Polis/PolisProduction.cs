namespace Meerlaags.Deliberation.OpinionGroups.Polis;

/// <summary>What a server published, recomputed; <see cref="EveryPriorityMeta"/> says that the server had the priority fault described there.</summary>
public sealed record PolisProduction(
    PolisComponents Components,
    IReadOnlyList<PolisGroup> Groups,
    PolisFigures Figures,
    double[] Priorities,
    bool EveryPriorityMeta
)
{
    /// <summary>
    /// Figures from raw votes, given the published memberships (groups come out of a long history of incremental updates and cannot be found
    /// again from the votes) and the published components for the priorities (their iteration need not have ended).
    /// </summary>
    public static PolisProduction Recompute(
        VoteMatrix votes,
        IReadOnlySet<int> moderatedOut,
        IReadOnlySet<int> meta,
        IReadOnlyList<(int Id, IReadOnlyList<int> Participants)> memberships,
        double[] center,
        double[][] components,
        double[] publishedPriorities
    )
    {
        ArgumentNullException.ThrowIfNull(votes);
        var rowOf = new Dictionary<int, int>();
        foreach (var participant in votes.Participants)
            rowOf.Add(participant, rowOf.Count);
        var groups = memberships.Select(g => PolisPipeline.Group(votes, g.Id, [.. g.Participants.Where(rowOf.ContainsKey).Select(p => rowOf[p])])).ToList();
        var pca = PolisPca.Compute(PolisPca.Signed(votes, moderatedOut), votes.Rows, votes.Columns);
        var published = PolisPca.WithStatements(center, components);
        var figures = PolisFigures.Compute(votes, moderatedOut, meta, groups, published.Extremity);
        // Quirk: from March 2025 to July 2026 the server took every statement for a meta statement (0 counts as true there). The files carry
        // no date, so the fault is known by its own mark alone: no published priority differs from that of a meta statement.
        var everyMeta = publishedPriorities.Length > 0 && publishedPriorities.All(p => p == PolisStatistics.MetaPriority);
        return new(pca, groups, figures, everyMeta ? [.. publishedPriorities] : figures.Priorities, everyMeta);
    }
}
