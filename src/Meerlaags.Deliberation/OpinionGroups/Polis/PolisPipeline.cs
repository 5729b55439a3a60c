namespace Meerlaags.Deliberation.OpinionGroups.Polis;

/// <summary>
/// The published Polis mathematics as a cold start, all votes at once (Small, Björkegren, Erkkilä, Shaw, Megill, Recerca 26(2) 2021).
/// For comparison with Polis; the groups depend on the order of participants (see the quirks named in the comments).
/// </summary>
public static class PolisPipeline
{
    private const int BaseClusters = 100;
    private const int BaseRounds = 100;
    private const int GroupRounds = 20; // quirk: 100 was meant, but is never passed on
    private const int MostGroups = 5;
    private const int EnoughVotes = 7;
    private const int SmallestConversation = 15;

    /// <summary>Runs the whole pipeline. Statements in moderatedOut keep their counts but have no influence on the picture.</summary>
    public static PolisResult Run(VoteMatrix votes, IReadOnlySet<int> moderatedOut, IReadOnlySet<int>? meta = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(votes);
        ArgumentNullException.ThrowIfNull(moderatedOut);
        var signed = PolisPca.Signed(votes, moderatedOut);
        var pca = PolisPca.Compute(signed, votes.Rows, votes.Columns, cancellation);
        var projection = PolisPca.Project(signed, votes.Rows, votes.Columns, pca);
        var rows = InConversation(votes);

        var baseClusters = PolisKMeans.Cluster([.. rows.Select(r => projection[r])], null, BaseClusters, BaseRounds, cancellation);
        (double X, double Y)[] centres = [.. baseClusters.Select(c => (c.X, c.Y))];
        double[] weights = [.. baseClusters.Select(c => (double)c.Members.Count)];
        var silhouettes = new List<(int, double)>();
        IReadOnlyList<PolisCluster> chosen = [];
        var best = double.NegativeInfinity;
        for (var k = 2; k <= Math.Min(MostGroups, 2 + baseClusters.Count / 12); k++)
        {
            var clusters = PolisKMeans.Cluster(centres, weights, k, GroupRounds, cancellation);
            var silhouette = PolisKMeans.Silhouette(centres, clusters);
            silhouettes.Add((k, silhouette));
            // Quirk: the silhouette is taken over base clusters, each counting once however many people it holds, and of equal silhouettes
            // the larger number of groups is taken. (In live use the number changes only after four equal results; a first run takes it.)
            if (silhouette >= best)
                (best, chosen) = (silhouette, clusters);
        }
        var groups = chosen
            .Select((cluster, id) => Group(votes, id, [.. cluster.Members.SelectMany(b => baseClusters[b].Members).Select(i => rows[i])]))
            .ToList();
        var figures = PolisFigures.Compute(votes, new(moderatedOut, meta ?? new HashSet<int>()), groups, pca.Extremity);
        return new(
            votes,
            moderatedOut,
            [.. rows.Select(r => votes.Participants[r])],
            pca,
            projection,
            [.. baseClusters.Select(c => c with { Members = [.. c.Members.Select(i => votes.Participants[rows[i]])] })],
            silhouettes,
            groups,
            figures.GroupAwareConsensus,
            figures.GroupAwareDisagreement,
            figures.LeastGroupAgreement,
            figures.Repness,
            figures.Agreed,
            figures.Disagreed,
            figures.Priorities
        );
    }

    /// <summary>A group of rows with its raw counts.</summary>
    internal static PolisGroup Group(VoteMatrix votes, int id, IReadOnlyList<int> rows) =>
        new(id, [.. rows.Select(r => votes.Participants[r]).Order()], PolisFigures.Count(votes, rows));

    /// <summary>Rows in the conversation: at least 7 votes (or all statements), filled up to 15 with the most active.</summary>
    internal static List<int> InConversation(VoteMatrix votes)
    {
        var taking = Taking(votes, withTies: false);
        return [.. Enumerable.Range(0, votes.Rows).Where(r => taking[r])];
    }

    /// <summary>
    /// Per row whether it takes part. Quirk: of equally active participants the earlier rows fill the places, so the order of rows decides;
    /// with ties all of them take part. (In live use somebody once in stays in; a cold start has no past.)
    /// </summary>
    internal static bool[] Taking(VoteMatrix votes, bool withTies)
    {
        var counts = Enumerable.Range(0, votes.Rows).Select(votes.CountVotes).ToArray();
        var needed = Math.Min(EnoughVotes, votes.Columns);
        var taking = Array.ConvertAll(counts, count => count >= needed);
        var open = SmallestConversation - taking.Count(takes => takes);
        if (open <= 0)
            return taking;
        var others = Enumerable.Range(0, votes.Rows).Where(r => !taking[r]).OrderByDescending(r => counts[r]).ToList();
        var fewest = others.Count > open ? counts[others[open - 1]] : 0;
        foreach (var r in withTies ? others.TakeWhile(r => counts[r] >= fewest) : others.Take(open))
            taking[r] = true;
        return taking;
    }
}
