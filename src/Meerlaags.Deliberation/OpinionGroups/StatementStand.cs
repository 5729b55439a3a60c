using Meerlaags.Deliberation.OpinionGroups.Polis;

namespace Meerlaags.Deliberation.OpinionGroups;

/// <summary>
/// How groups stand on a statement. Bridging: product over all groups of (A+1)/(S+2) or (D+1)/(S+2), A agreeing, D disagreeing, S all who
/// voted, so that it is high only when no group is against. Least and most: the same share in the group furthest that way, of the groups that
/// were heard on it. <see cref="AgreedByOnly"/>: the one group in which more agree than disagree, when there is exactly one and another was heard.
/// </summary>
public sealed record StatementStand(int Statement, int GroupsHeard)
{
    /// <summary>Product of the shares agreeing, 0 to 1.</summary>
    public double BridgingAgree { get; private init; } = 1;

    /// <summary>Product of the shares disagreeing, 0 to 1: what all groups reject together.</summary>
    public double BridgingDisagree { get; private init; } = 1;
    public double LeastAgree { get; private init; }
    public double MostAgree { get; private init; }
    public double LeastDisagree { get; private init; }
    public double MostDisagree { get; private init; }
    public int? AgreedByOnly { get; private init; }

    /// <summary>Difference in agreement or in disagreement, whichever is larger, between the groups furthest apart, 0 to 1.</summary>
    public double Divides => GroupsHeard < 2 ? 0 : Math.Max(MostAgree - LeastAgree, MostDisagree - LeastDisagree);

    /// <summary>
    /// Every statement not moderated out, in the order of statement numbers, for any groups: those found, or parties and tiers
    /// (group per row of the matrix, negative for none). A group that did not vote on a statement is not heard, and is not against it.
    /// </summary>
    public static IReadOnlyList<StatementStand> Of(VoteMatrix votes, IReadOnlySet<int> moderatedOut, IReadOnlyList<int> groupOfRow)
    {
        ArgumentNullException.ThrowIfNull(votes);
        ArgumentNullException.ThrowIfNull(moderatedOut);
        ArgumentNullException.ThrowIfNull(groupOfRow);
        if (groupOfRow.Count != votes.Rows)
            throw new ArgumentException($"There are {votes.Rows} rows and {groupOfRow.Count} groups of rows.", nameof(groupOfRow));
        var groups = Enumerable
            .Range(0, votes.Rows)
            .Where(r => groupOfRow[r] >= 0)
            .GroupBy(r => groupOfRow[r])
            .OrderBy(g => g.Key)
            .Select(g => (g.Key, Votes: PolisFigures.Count(votes, g)))
            .ToList();
        return
        [
            .. Enumerable
                .Range(0, groups.Count == 0 ? 0 : votes.Columns)
                .Where(c => !moderatedOut.Contains(votes.Statements[c]))
                .Select(c => From(votes.Statements[c], groups.ConvertAll(g => (g.Key, g.Votes[c]))))
                .OrderBy(s => s.Statement),
        ];
    }

    private static StatementStand From(int statement, List<(int Group, StatementVotes Votes)> groups)
    {
        static double Share(int count, StatementVotes votes) => (count + 1.0) / (votes.Seen + 2.0);
        var heard = groups.Where(g => g.Votes.Seen > 0).ToList();
        var agree = heard.ConvertAll(g => Share(g.Votes.Agree, g.Votes));
        var disagree = heard.ConvertAll(g => Share(g.Votes.Disagree, g.Votes));
        // Multiplied from the smallest on: the same to the last bit however the groups are numbered.
        var unheard = Math.Pow(0.5, groups.Count - heard.Count); // (0+1)/(0+2) each
        var agreeing = heard.Where(g => g.Votes.Agree > g.Votes.Disagree).ToList();
        return new(statement, heard.Count)
        {
            BridgingAgree = agree.Order().Aggregate(unheard, (product, share) => product * share),
            BridgingDisagree = disagree.Order().Aggregate(unheard, (product, share) => product * share),
            LeastAgree = agree.DefaultIfEmpty(0.5).Min(),
            MostAgree = agree.DefaultIfEmpty(0.5).Max(),
            LeastDisagree = disagree.DefaultIfEmpty(0.5).Min(),
            MostDisagree = disagree.DefaultIfEmpty(0.5).Max(),
            AgreedByOnly = heard.Count > 1 && agreeing is [var only] ? only.Group : null,
        };
    }
}
