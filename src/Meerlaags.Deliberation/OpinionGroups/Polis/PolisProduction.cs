namespace Meerlaags.Deliberation.OpinionGroups.Polis;

/// <summary>
/// What a server published, recomputed; <see cref="EveryPriorityMeta"/> says that the server had the priority fault described there.
/// <see cref="Priorities"/> are then those with the fault, and those without it stand in <see cref="Figures"/>.
/// <see cref="OtherPriorities"/>: statements whose published priority is another one than ours (by more than 1e-9 of it).
/// </summary>
public sealed record PolisProduction(
    PolisComponents Components,
    IReadOnlyList<PolisGroup> Groups,
    PolisFigures Figures,
    double[] Priorities,
    bool EveryPriorityMeta
)
{
    private const double Rounding = 1e-9;

    public required IReadOnlyList<int> OtherPriorities { get; init; }

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
        // no date, so the fault is known by its own mark: priorities computed with it are the published ones, and those without are not.
        var faulty = PolisFigures.Compute(votes, moderation with { Meta = votes.Statements.ToHashSet() }, groups, new double[votes.Columns]).Priorities;
        var everyMeta = Others(faulty).Count == 0 && Others(figures.Priorities).Count > 0;
        var priorities = everyMeta ? faulty : figures.Priorities;
        return new(pca, groups, figures, priorities, everyMeta) { OtherPriorities = Others(priorities) };

        List<int> Others(double[] ours) => [.. votes.Statements.Where((_, c) => c < published.Priorities.Length && Differ(published.Priorities[c], ours[c]))];
    }

    private static bool Differ(double published, double ours) => !(Math.Abs(published - ours) <= Rounding * Math.Max(1, Math.Abs(published)));
}

/// <summary>What a server published and votes alone do not give: memberships, centre and components it stood at, priorities per statement.</summary>
public sealed record PolisPublished(IReadOnlyList<(int Id, IReadOnlyList<int> Participants)> Memberships)
{
    public required double[] Center { get; init; }
    public required double[][] Components { get; init; }
    public required double[] Priorities { get; init; }
}
