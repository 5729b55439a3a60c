using System.Numerics;
using Meerlaags.Deliberation.Proportional.Committees;

namespace Meerlaags.Deliberation.Verification;

/// <summary>
/// A group that may complain: <see cref="Voters"/> are enough for <see cref="Seats"/> seats, agree on <see cref="Candidates"/>, and are
/// represented by less than that.
/// </summary>
public sealed record CommitteeViolation(int Seats, IReadOnlyList<int> Candidates, IReadOnlyList<int> Voters);

/// <summary>
/// Proportionality of a committee W of size k for n voters with approvals. A group of l n/k voters deserves l seats when it agrees.
/// JR: Aziz et al. 2017; PJR: Sánchez-Fernández et al. 2017; EJR: Aziz et al. 2017; EJR+: Brill and Peters, EC 2023. Each answer is a
/// group that may complain, or null when the axiom holds. PJR and EJR are coNP-hard: candidate sets of 1, 2, ... up to k are tried, and
/// for PJR all subsets of the committee beside each; no more sets of one size than <see cref="CommitteeLimits.Committees"/>, or
/// <see cref="CommitteeLimitException"/>. Both can be cancelled.
/// </summary>
public static class CommitteeAxioms
{
    /// <summary>n/k voters approve one candidate in common and none of them has anybody in the committee.</summary>
    public static CommitteeViolation? JustifiedRepresentation(ApprovalProfile profile, IReadOnlyCollection<int> committee) => FindPlus(profile, committee, 1);

    /// <summary>Some candidate c outside W: l n/k of its supporters each have fewer than l members. O(m n).</summary>
    public static CommitteeViolation? EjrPlus(ApprovalProfile profile, IReadOnlyCollection<int> committee) => FindPlus(profile, committee, committee.Count);

    /// <summary>l n/k voters approve l candidates in common, each has fewer than l members.</summary>
    public static CommitteeViolation? Ejr(
        ApprovalProfile profile,
        IReadOnlyCollection<int> committee,
        CommitteeLimits? limits = null,
        CancellationToken cancellation = default
    )
    {
        var members = Bits(committee);
        return FindCohesive(
            profile,
            committee.Count,
            limits,
            (voters, seats) =>
            {
                var poor = voters.Where(v => BitOperations.PopCount(profile.Ballots[v] & members) < seats).ToList();
                return Deserve(profile, committee.Count, poor.Count, seats) ? poor : null;
            },
            cancellation
        );
    }

    /// <summary>l n/k voters approve l candidates in common, and fewer than l members are approved by any of them.</summary>
    public static CommitteeViolation? Pjr(
        ApprovalProfile profile,
        IReadOnlyCollection<int> committee,
        CommitteeLimits? limits = null,
        CancellationToken cancellation = default
    )
    {
        var members = Bits(committee);
        var limit = (limits ?? CommitteeLimits.Default).Committees;
        return FindCohesive(
            profile,
            committee.Count,
            limits,
            (voters, seats) =>
            {
                if (!Deserve(profile, committee.Count, voters.Count, seats))
                    return null;
                foreach (var known in Subsets.OfSize([.. committee], seats - 1, limit))
                {
                    cancellation.ThrowIfCancellationRequested();
                    var group = voters.Where(v => (profile.Ballots[v] & members & ~known) == 0).ToList();
                    if (Deserve(profile, committee.Count, group.Count, seats))
                        return group;
                }
                return null;
            },
            cancellation
        );
    }

    private static CommitteeViolation? FindPlus(ApprovalProfile profile, IReadOnlyCollection<int> committee, int largest)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var members = Bits(committee);
        foreach (var c in profile.Outside(members))
        {
            var supporters = profile.Supporters[c];
            for (var seats = 1; seats <= largest; seats++)
            {
                var poor = supporters.Where(v => profile.Satisfied(v, members) < seats).ToList();
                if (Deserve(profile, committee.Count, poor.Count, seats))
                    return new(seats, [c], poor);
            }
        }
        return null;
    }

    private static CommitteeViolation? FindCohesive(
        ApprovalProfile profile,
        int size,
        CommitteeLimits? limits,
        Func<List<int>, int, List<int>?> complain,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(profile);
        var limit = (limits ?? CommitteeLimits.Default).Committees;
        for (var seats = 1; seats <= size; seats++)
            foreach (var agreed in Subsets.OfSize(profile.CandidateCount, seats, limit))
            {
                cancellation.ThrowIfCancellationRequested();
                var voters = Enumerable.Range(0, profile.VoterCount).Where(v => (agreed & ~profile.Ballots[v]) == 0).ToList();
                if (complain(voters, seats) is { } group)
                    return new(seats, ApprovalProfile.Members(agreed), group);
            }
        return null;
    }

    private static bool Deserve(ApprovalProfile profile, int size, int voters, int seats) =>
        voters > 0 && (long)voters * size >= (long)seats * profile.VoterCount;

    private static ulong Bits(IReadOnlyCollection<int> committee) => committee.Aggregate(0UL, (set, c) => set | 1UL << c);
}
