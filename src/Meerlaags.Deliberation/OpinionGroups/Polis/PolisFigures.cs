namespace Meerlaags.Deliberation.OpinionGroups.Polis;

/// <summary>The figures that follow from votes and groups alone, whoever made the groups.</summary>
public sealed record PolisFigures(
    double[] GroupAwareConsensus,
    double[] GroupAwareDisagreement,
    double[] LeastGroupAgreement,
    IReadOnlyList<IReadOnlyList<Representative>> Repness,
    IReadOnlyList<Consensus> Agreed,
    IReadOnlyList<Consensus> Disagreed,
    double[] Priorities
)
{
    /// <summary>
    /// Figures per statement (columns of the matrix): products over groups of (A+1)/(S+2) and (D+1)/(S+2), the least (A+1)/(S+2) of a group,
    /// representative statements per group, consensus of all participants, and priorities from these groups' votes and the extremity.
    /// </summary>
    public static PolisFigures Compute(VoteMatrix votes, PolisModeration moderation, IReadOnlyList<PolisGroup> groups, double[] extremity)
    {
        var moderatedOut = moderation.Out;
        var columns = votes.Columns;
        var agree = new double[columns];
        var disagree = new double[columns];
        var least = new double[columns];
        var priorities = new double[columns];
        for (var c = 0; c < columns; c++)
        {
            // Quirk: the original knows the product for agreement only; the other direction is ours.
            (agree[c], disagree[c], least[c]) = (1, 1, 1);
            var total = new StatementVotes();
            foreach (var group in groups)
            {
                var v = group.Votes[c];
                var share = (v.Agree + 1.0) / (v.Seen + 2.0);
                agree[c] *= share;
                disagree[c] *= (v.Disagree + 1.0) / (v.Seen + 2.0);
                least[c] = Math.Min(least[c], share);
                total = Add(total, v);
            }
            // Quirk: the original takes the counts of the run before this one; these are the counts of this run.
            priorities[c] = PolisStatistics.Priority(total, extremity[c], moderation.Meta.Contains(votes.Statements[c]));
        }
        // Statistics use the matrix with zeroed columns; moderated-out statements are left out of every list, so the raw counts do.
        var repness = groups
            .Select(group =>
            {
                var rest = new StatementVotes[columns];
                foreach (var other in groups)
                    if (other != group)
                        for (var c = 0; c < columns; c++)
                            rest[c] = Add(rest[c], other.Votes[c]);
                return PolisStatistics.Repness(votes.Statements, moderatedOut, group.Votes, rest);
            })
            .ToList();
        var all = Count(votes, Enumerable.Range(0, votes.Rows));
        return new(
            agree,
            disagree,
            least,
            repness,
            PolisStatistics.ConsensusOf(votes.Statements, moderatedOut, all, agree: true),
            PolisStatistics.ConsensusOf(votes.Statements, moderatedOut, all, agree: false),
            priorities
        );
    }

    internal static StatementVotes[] Count(VoteMatrix votes, IEnumerable<int> rows)
    {
        var counts = new StatementVotes[votes.Columns];
        foreach (var r in rows)
        {
            var row = votes.Row(r);
            for (var c = 0; c < row.Length; c++)
                if (row[c] != VoteMatrix.Missing)
                    counts[c] = Add(counts[c], new(row[c] == 1 ? 1 : 0, row[c] == -1 ? 1 : 0, 1));
        }
        return counts;
    }

    private static StatementVotes Add(StatementVotes a, StatementVotes b) => new(a.Agree + b.Agree, a.Disagree + b.Disagree, a.Seen + b.Seen);
}
