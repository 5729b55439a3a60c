using System.Numerics;
using Meerlaags.Deliberation.Numerics;

namespace Meerlaags.Deliberation.Proportional.Committees;

/// <summary>Rules that take the best of all committees. NP-hard: branch and bound or plain enumeration within the limits.</summary>
internal static class OptimisingRules
{
    public static IEnumerable<ulong> Pav(ApprovalProfile profile, int size, CommitteeLimits limits, CancellationToken cancellation)
    {
        // Whole numbers: 1/j times the least common multiple of 1..size.
        var common = Enumerable.Range(1, size).Select(j => (BigInteger)j).Aggregate(WholeNumbers.LeastCommonMultiple);
        if (common > (BigInteger)Int128.MaxValue / (profile.VoterCount + 1) / size)
            throw new CommitteeLimitException($"PAV scores of {size} seats do not fit in 128 bits.");
        return new ThieleSearch(profile, size, [.. Enumerable.Range(1, size).Select(j => (Int128)(common / j))], limits, cancellation).Winners();
    }

    public static IEnumerable<ulong> ChamberlinCourant(ApprovalProfile profile, int size, CommitteeLimits limits, CancellationToken cancellation) =>
        new ThieleSearch(profile, size, [Int128.One, .. new Int128[size - 1]], limits, cancellation).Winners();

    public static IEnumerable<ulong> LexicographicChamberlinCourant(
        ApprovalProfile profile,
        int size,
        CommitteeLimits limits,
        CancellationToken cancellation
    ) =>
        Smallest(
            Subsets.OfSize(profile.CandidateCount, size, limits.Committees),
            committee =>
            {
                var atLeast = new int[size];
                foreach (var ballot in profile.Ballots)
                    for (var j = BitOperations.PopCount(ballot & committee); j > 0; j--)
                        atLeast[j - 1]--;
                return atLeast;
            },
            (a, b) => a.AsSpan().SequenceCompareTo(b),
            cancellation
        );

    public static IEnumerable<ulong> Monroe(ApprovalProfile profile, int size, CommitteeLimits limits, CancellationToken cancellation) =>
        Smallest(
            Subsets.OfSize(profile.CandidateCount, size, limits.Committees),
            committee => -MonroeAssignment.Represented(profile, committee),
            (a, b) => a.CompareTo(b),
            cancellation
        );

    public static IEnumerable<ulong> MinimaxPhragmen(ApprovalProfile profile, int size, CommitteeLimits limits, CancellationToken cancellation)
    {
        limits.RequireSets("Minimax Phragmén", size, Subsets.Count(profile.CandidateCount, size));
        return BySpread(profile, Subsets.OfSize(profile.CandidateCount, size, limits.Committees), onlyLargest: true, cancellation);
    }

    public static IEnumerable<ulong> LeximaxPhragmen(ApprovalProfile profile, int size, CommitteeLimits limits, CancellationToken cancellation)
    {
        limits.RequireSets("Leximax Phragmén", size, Subsets.Count(profile.CandidateCount, size));
        return BySpread(profile, Subsets.OfSize(profile.CandidateCount, size, limits.Committees), onlyLargest: false, cancellation);
    }

    // Members nobody approves cannot be carried at all: as few of them as possible come first.
    private static List<ulong> BySpread(ApprovalProfile profile, IEnumerable<ulong> committees, bool onlyLargest, CancellationToken cancellation)
    {
        var approved = profile.Approved;
        return Smallest(
            committees,
            committee =>
                (Unapproved: BitOperations.PopCount(committee & ~approved), Loads: BalancedLoads.Descending(profile, committee, onlyLargest, cancellation)),
            (a, b) => a.Unapproved != b.Unapproved ? a.Unapproved.CompareTo(b.Unapproved) : CompareLoads(a.Loads, b.Loads, onlyLargest),
            cancellation
        );
    }

    private static int CompareLoads(List<(Rational Load, int Voters)> a, List<(Rational Load, int Voters)> b, bool onlyLargest)
    {
        for (var i = 0; i < Math.Min(a.Count, b.Count); i++)
        {
            var order = a[i].Load.CompareTo(b[i].Load);
            if (order == 0 && !onlyLargest)
                order = a[i].Voters.CompareTo(b[i].Voters);
            if (order != 0)
                return order;
        }
        return a.Count.CompareTo(b.Count);
    }

    private static List<ulong> Smallest<TScore>(
        IEnumerable<ulong> committees,
        Func<ulong, TScore> score,
        Comparison<TScore> compare,
        CancellationToken cancellation
    )
    {
        var best = new List<ulong>();
        var record = default(TScore)!;
        foreach (var committee in committees)
        {
            cancellation.ThrowIfCancellationRequested();
            var here = score(committee);
            var order = best.Count == 0 ? -1 : compare(here, record);
            if (order > 0)
                continue;
            if (order < 0)
                best.Clear();
            best.Add(committee);
            record = here;
        }
        return best;
    }
}
