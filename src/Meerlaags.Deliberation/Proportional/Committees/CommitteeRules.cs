namespace Meerlaags.Deliberation.Proportional.Committees;

/// <summary>Thrown when a rule would need more work than its stated limit; the message says which limit.</summary>
public sealed class CommitteeLimitException(string message) : Exception(message);

/// <summary>
/// How much work a rule may do. <see cref="Committees"/>: committees looked at by the rules that optimise over all of them (NP-hard:
/// PAV, CC, lexicographic CC, Monroe, minimax and leximax Phragmén). <see cref="Universes"/>: states met while following every tie of a
/// sequential rule. Leximax and minimax Phragmén and maximin support also look at all sets of members of each committee, of at most
/// <see cref="CommitteeSize"/> members, which is never taken as more than <see cref="MostSeats"/>; <see cref="Sets"/>: how many such
/// sets in all committees together.
/// </summary>
public sealed record CommitteeLimits(long Committees = 5_000_000, int Universes = 200_000, int CommitteeSize = 20)
{
    /// <summary>Seats beyond which the sets of members are never gone through: their table would not fit in memory.</summary>
    public const int MostSeats = 24;

    public static CommitteeLimits Default { get; } = new();

    /// <summary>Sets of members looked at, counted before the rule begins.</summary>
    public long Sets { get; init; } = 2_000_000_000;

    /// <summary>Throws unless all sets of members of so many committees are within the limits.</summary>
    internal void RequireSets(string rule, int size, double committees)
    {
        var most = Math.Min(CommitteeSize, MostSeats);
        if (size > most)
            throw new CommitteeLimitException($"{rule} looks at all sets of members of a committee: {size} seats are more than the limit of {most}.");
        var sets = committees * (1L << size);
        if (sets > Sets)
            throw new CommitteeLimitException($"{rule} looks at {sets:0} sets of members: more than the limit of {Sets}.");
    }
}

/// <summary>
/// Approval-based committee rules with all tied winning committees. Definitions: Lackner and Skowron, Multi-Winner Voting with Approval
/// Preferences (2023). A committee is a list of candidates, ascending; the answer is in lexicographic order.
/// </summary>
public static class CommitteeRules
{
    /// <summary>A rule with its name in the literature's usual short form.</summary>
    public sealed record Rule(string Name, bool Resolute, Func<ApprovalProfile, int, CommitteeLimits, CancellationToken, IEnumerable<ulong>> Compute)
    {
        /// <summary>
        /// The winning committees of the given size. Throws <see cref="ArgumentOutOfRangeException"/> when there are fewer candidates than
        /// seats, <see cref="CommitteeLimitException"/> when the limits do not suffice.
        /// </summary>
        public IReadOnlyList<int[]> Winners(ApprovalProfile profile, int size, CommitteeLimits? limits = null, CancellationToken cancellation = default)
        {
            ArgumentNullException.ThrowIfNull(profile);
            ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(size, profile.CandidateCount);
            var found = new HashSet<ulong>();
            foreach (var committee in Compute(profile, size, limits ?? CommitteeLimits.Default, cancellation))
            {
                cancellation.ThrowIfCancellationRequested();
                found.Add(committee);
            }
            var winners = found.Select(ApprovalProfile.Members).ToList();
            winners.Sort((a, b) => a.AsSpan().SequenceCompareTo(b));
            return winners;
        }
    }

    /// <summary>Approval voting: most approvals.</summary>
    public static Rule ApprovalVoting { get; } = new("av", false, SeparableRules.ApprovalVoting);

    /// <summary>Satisfaction approval voting (Brams and Kilgour 2014): each voter's point divided over the ballot.</summary>
    public static Rule SatisfactionApprovalVoting { get; } = new("sav", false, SeparableRules.SatisfactionApprovalVoting);

    /// <summary>Proportional approval voting (Thiele 1895): maximise sum of 1 + 1/2 + ... + 1/(approved members). NP-hard.</summary>
    public static Rule Pav { get; } = new("pav", false, OptimisingRules.Pav);

    /// <summary>Chamberlin-Courant for approvals: maximise the voters with at least one member. NP-hard.</summary>
    public static Rule ChamberlinCourant { get; } = new("cc", false, OptimisingRules.ChamberlinCourant);

    /// <summary>Chamberlin-Courant, ties by voters with two members, then three, and so on. NP-hard.</summary>
    public static Rule LexicographicChamberlinCourant { get; } = new("lexcc", false, OptimisingRules.LexicographicChamberlinCourant);

    /// <summary>Add the candidate of largest PAV gain.</summary>
    public static Rule SequentialPav { get; } = new("seqpav", false, SequentialThiele.Pav);

    /// <summary>Start from all candidates, drop the one of smallest PAV loss.</summary>
    public static Rule ReverseSequentialPav { get; } = new("revseqpav", false, SequentialThiele.ReversePav);

    /// <summary>Add the candidate that represents most voters not yet represented.</summary>
    public static Rule SequentialChamberlinCourant { get; } = new("seqcc", false, SequentialThiele.ChamberlinCourant);

    /// <summary>Phragmén's sequential rule (1899): smallest maximal load.</summary>
    public static Rule SequentialPhragmen { get; } = new("seqphragmen", false, LoadRules.SequentialPhragmen);

    /// <summary>Loads spread so that the largest is minimal, over all committees. NP-hard.</summary>
    public static Rule MinimaxPhragmen { get; } = new("minimaxphragmen", false, OptimisingRules.MinimaxPhragmen);

    /// <summary>Maximin support (Sánchez-Fernández et al. 2016): add the candidate that keeps the least supported member strongest.</summary>
    public static Rule MaximinSupport { get; } = new("maximin-support", false, LoadRules.MaximinSupport);

    /// <summary>Monroe (1995): voters in equal groups, one member each, most voters represented. NP-hard.</summary>
    public static Rule Monroe { get; } = new("monroe", false, OptimisingRules.Monroe);

    /// <summary>Method of Equal Shares, seats left filled by sequential Phragmén starting from what voters have left.</summary>
    public static Rule EqualShares { get; } = new("equal-shares", false, CommitteeEqualShares.PhragmenCompletion);

    /// <summary>Method of Equal Shares, seats left filled by most approvals.</summary>
    public static Rule EqualSharesWithApprovals { get; } = new("equal-shares-with-av-completion", false, CommitteeEqualShares.ApprovalCompletion);

    /// <summary>Eneström's and Phragmén's first method: highest purse, then the winners' purses shrink by a quota.</summary>
    public static Rule PhragmenEnestroem { get; } = new("phragmen-enestroem", false, LoadRules.PhragmenEnestroem);

    /// <summary>As minimax Phragmén, ties by the second largest load and so on. NP-hard.</summary>
    public static Rule LeximaxPhragmen { get; } = new("leximaxphragmen", false, OptimisingRules.LeximaxPhragmen);

    /// <summary>Greedy Monroe (Skowron, Faliszewski, Slinko 2015): one of possibly many committees, ties by lowest number.</summary>
    public static Rule GreedyMonroe { get; } = new("greedy-monroe", true, (profile, size, _, _) => SeparableRules.GreedyMonroe(profile, size));

    /// <summary>Equal Shares with purses raised step by step until the seats are filled; ties by lowest number.</summary>
    public static Rule EqualSharesWithIncrement { get; } = new("equal-shares-with-increment-completion", true, CommitteeEqualShares.IncrementCompletion);

    /// <summary>All rules in the order above.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        ApprovalVoting,
        SatisfactionApprovalVoting,
        Pav,
        ChamberlinCourant,
        LexicographicChamberlinCourant,
        SequentialPav,
        ReverseSequentialPav,
        SequentialChamberlinCourant,
        SequentialPhragmen,
        MinimaxPhragmen,
        MaximinSupport,
        Monroe,
        EqualShares,
        EqualSharesWithApprovals,
        PhragmenEnestroem,
        LeximaxPhragmen,
        GreedyMonroe,
        EqualSharesWithIncrement,
    ];
}
