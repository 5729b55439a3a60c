namespace Meerlaags.Deliberation.OpinionGroups;

/// <summary>A statement, and a party (number of a group) that raised it. Several parties may raise the same one.</summary>
public readonly record struct RaisedPoint(int Statement, int Party);

/// <summary>
/// A statement that one party alone raised: what only they knew or saw. How the other parties stand on it: shares of their votes, null when
/// none of them voted on it.
/// </summary>
public sealed record LonePoint(int Statement, int Party, int OtherVotes, double? OthersAgree, double? OthersDisagree);

/// <summary>
/// Points that one party only raised. Groups talk most about what all know already (Stasser and Titus 1985), so these deserve to be seen.
/// </summary>
public static class RaisedPoints
{
    /// <summary>
    /// Statements raised by exactly one party, in order of their number; statements moderated out are left out, statements nobody voted on
    /// are not. <paramref name="partyOfRow"/>: party per row of the matrix, negative for none.
    /// </summary>
    public static IReadOnlyList<LonePoint> ByOneParty(
        VoteMatrix votes,
        IReadOnlySet<int> moderatedOut,
        IReadOnlyList<int> partyOfRow,
        IReadOnlyCollection<RaisedPoint> raised
    )
    {
        ArgumentNullException.ThrowIfNull(votes);
        ArgumentNullException.ThrowIfNull(moderatedOut);
        ArgumentNullException.ThrowIfNull(partyOfRow);
        ArgumentNullException.ThrowIfNull(raised);
        return
        [
            .. raised
                .Distinct()
                .GroupBy(r => r.Statement)
                .Where(parties => parties.Count() == 1 && !moderatedOut.Contains(parties.Key))
                .Select(parties => Stand(votes, partyOfRow, parties.Single()))
                .OrderBy(p => p.Statement),
        ];
    }

    private static LonePoint Stand(VoteMatrix votes, IReadOnlyList<int> partyOfRow, RaisedPoint point)
    {
        var column = votes.Statements.Select((s, c) => (s, c)).Where(p => p.s == point.Statement).Select(p => p.c).DefaultIfEmpty(-1).First();
        var others = Enumerable
            .Range(0, column < 0 ? 0 : votes.Rows)
            .Where(r => partyOfRow[r] >= 0 && partyOfRow[r] != point.Party && votes[r, column] != VoteMatrix.Missing)
            .Select(r => votes[r, column])
            .ToList();
        double? Share(int value) => others.Count == 0 ? null : (double)others.Count(v => v == value) / others.Count;
        return new(point.Statement, point.Party, others.Count, Share(1), Share(-1));
    }
}
