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
    public static PolisProduction Recompute(VoteMatrix votes, PolisModeration moderation, PolisPublished published, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(votes);
        ArgumentNullException.ThrowIfNull(moderation);
        ArgumentNullException.ThrowIfNull(published);
        var groups = published
            .Memberships.Select(g => PolisPipeline.Group(votes, g.Id, [.. g.Participants.Select(votes.RowOf).Where(row => row >= 0)]))
            .ToList();
        var pca = PolisPca.Compute(PolisPca.Signed(votes, moderation.Out), votes.Rows, votes.Columns, cancellation);
        var figures = PolisFigures.Compute(votes, moderation, groups, PolisPca.WithStatements(published.Center, published.Components).Extremity);
        // Quirk: from March 2025 to July 2026 the server took every statement for a meta statement (0 counts as true there). The files carry
        // no date, so the fault is known by its own mark alone: no published priority differs from that of a meta statement.
        var everyMeta = published.Priorities.Length > 0 && Array.TrueForAll(published.Priorities, p => p == PolisStatistics.MetaPriority);
        return new(pca, groups, figures, everyMeta ? [.. published.Priorities] : figures.Priorities, everyMeta);
    }
}

/// <summary>What a server published and votes alone do not give: memberships, centre and components it stood at, priorities per statement.</summary>
public sealed record PolisPublished(IReadOnlyList<(int Id, IReadOnlyList<int> Participants)> Memberships)
{
    public required double[] Center { get; init; }
    public required double[][] Components { get; init; }
    public required double[] Priorities { get; init; }
}
