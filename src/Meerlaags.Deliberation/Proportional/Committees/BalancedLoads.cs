using System.Numerics;
using Meerlaags.Deliberation.Numerics;

namespace Meerlaags.Deliberation.Proportional.Committees;

/// <summary>
/// How the seats of a committee can be carried by their supporters as evenly as possible. By Hall's condition the largest load is the
/// maximum over sets S of members of |S| / |N(S)|, N(S) the voters who approve one of them; the largest such S carries exactly that, and
/// the rest follows the same way among the other voters (principal partition).
/// </summary>
internal static class BalancedLoads
{
    private const int BetweenLooks = 0xFFF; // sets gone through before it is looked whether to stop

    /// <summary>The least support min |N(S)| / |S| over sets S of the committee.</summary>
    public static Rational LeastSupport(ApprovalProfile profile, ulong committee, CancellationToken cancellation)
    {
        var members = ApprovalProfile.Members(committee);
        var counts = UnionCounts(profile, members, Enumerable.Range(0, profile.VoterCount), cancellation);
        var (voters, seats) = ((long)profile.VoterCount, 1L);
        for (var set = 1; set < counts.Length; set++)
        {
            if ((set & BetweenLooks) == 0)
                cancellation.ThrowIfCancellationRequested();
            var size = BitOperations.PopCount((uint)set);
            if (counts[set] * seats < voters * size)
                (voters, seats) = (counts[set], size);
        }
        return new(voters, seats);
    }

    /// <summary>
    /// Distinct loads, largest first, each with the number of voters who carry it; voters without any load are left out. Members that
    /// nobody approves are not counted.
    /// </summary>
    public static List<(Rational Load, int Voters)> Descending(ApprovalProfile profile, ulong committee, bool onlyLargest, CancellationToken cancellation)
    {
        var members = ApprovalProfile.Members(committee & profile.Approved);
        var voters = Enumerable.Range(0, profile.VoterCount).Where(v => (profile.Ballots[v] & committee) != 0).ToList();
        var levels = new List<(Rational, int)>();
        while (members.Length > 0)
        {
            var counts = UnionCounts(profile, members, voters, cancellation);
            var best = HeaviestSet(counts, cancellation);
            levels.Add((new(BitOperations.PopCount((uint)best), counts[best]), counts[best]));
            if (onlyLargest)
                break;
            var carried = members.Where((_, i) => (best >> i & 1) != 0).Aggregate(0UL, (set, c) => set | 1UL << c);
            members = [.. members.Where(c => (carried >> c & 1) == 0)];
            voters.RemoveAll(v => (profile.Ballots[v] & carried) != 0);
        }
        return levels;
    }

    // The set of most members per voter; sets of the largest ratio are closed under union, so the largest of them is unique.
    private static int HeaviestSet(int[] counts, CancellationToken cancellation)
    {
        var (best, members) = (1, 1L);
        for (var set = 2; set < counts.Length; set++)
        {
            if ((set & BetweenLooks) == 0)
                cancellation.ThrowIfCancellationRequested();
            var size = BitOperations.PopCount((uint)set);
            var (here, record) = (size * (long)counts[best], members * counts[set]);
            if (here > record || here == record && size > members)
                (best, members) = (set, size);
        }
        return best;
    }

    // |N(S)| for all sets S of members: voters by the members they approve, then sums over subsets.
    private static int[] UnionCounts(ApprovalProfile profile, int[] members, IEnumerable<int> voters, CancellationToken cancellation)
    {
        var within = new int[1 << members.Length];
        var total = 0;
        foreach (var voter in voters)
        {
            var set = 0;
            for (var i = 0; i < members.Length; i++)
                set |= (int)(profile.Ballots[voter] >> members[i] & 1) << i;
            within[set]++;
            total++;
        }
        for (var bit = 1; bit < within.Length; bit <<= 1)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var set = 0; set < within.Length; set++)
                if ((set & bit) != 0)
                    within[set] += within[set ^ bit];
        }
        // Voters outside N(S) are those who approve only members outside S.
        var counts = new int[within.Length];
        for (var set = 0; set < counts.Length; set++)
            counts[set] = total - within[counts.Length - 1 - set];
        return counts;
    }
}
