using System.Numerics;
using Meerlaags.Deliberation.Numerics;

namespace Meerlaags.Deliberation.Proportional.Committees;

/// <summary>Rules in which a candidate's score does not depend on the other members, and greedy Monroe.</summary>
internal static class SeparableRules
{
    public static IEnumerable<ulong> ApprovalVoting(ApprovalProfile profile, int size, CommitteeLimits limits, CancellationToken _) =>
        Best(size, 0, Scores(profile, _ => Rational.One), limits);

    public static IEnumerable<ulong> SatisfactionApprovalVoting(ApprovalProfile profile, int size, CommitteeLimits limits, CancellationToken _) =>
        Best(size, 0, Scores(profile, ballot => Rational.One / BitOperations.PopCount(ballot)), limits);

    /// <summary>All ways to fill a committee up to size with the best scored of the other candidates.</summary>
    public static IEnumerable<ulong> FillByApprovals(ApprovalProfile profile, ulong committee, int size, CommitteeLimits limits) =>
        Best(size, committee, Scores(profile, _ => Rational.One), limits);

    // The rule as published leaves open who is chosen among equals: here the lowest number, and of too many supporters the first.
    public static IEnumerable<ulong> GreedyMonroe(ApprovalProfile profile, int size)
    {
        var voters = Enumerable.Range(0, profile.VoterCount).ToList();
        var committee = 0UL;
        for (var seat = 0; seat < size; seat++)
        {
            var chosen = profile.Outside(committee).MaxBy(c => voters.Count(v => (profile.Ballots[v] >> c & 1) != 0));
            committee |= 1UL << chosen;
            var share = profile.VoterCount / size + (seat < profile.VoterCount % size ? 1 : 0);
            var represented = voters.Where(v => (profile.Ballots[v] >> chosen & 1) != 0).Take(share).ToHashSet();
            voters.RemoveAll(represented.Contains);
        }
        return [committee];
    }

    private static Rational[] Scores(ApprovalProfile profile, Func<ulong, Rational> weight)
    {
        var scores = new Rational[profile.CandidateCount];
        for (var c = 0; c < scores.Length; c++)
            scores[c] = Rational.Sum(profile.Supporters[c].Select(v => weight(profile.Ballots[v])));
        return scores;
    }

    private static IEnumerable<ulong> Best(int size, ulong committee, Rational[] scores, CommitteeLimits limits)
    {
        var free = Enumerable.Range(0, scores.Length).Where(c => (committee >> c & 1) == 0).ToList();
        var seats = size - BitOperations.PopCount(committee);
        if (seats == 0)
            return [committee];
        var threshold = free.Select(c => scores[c]).OrderDescending().ElementAt(seats - 1);
        var sure = free.Where(c => scores[c] > threshold).ToList();
        var tied = free.Where(c => scores[c] == threshold).ToArray();
        var start = sure.Aggregate(committee, (set, c) => set | 1UL << c);
        return Subsets.OfSize(tied, seats - sure.Count, limits.Committees).Select(set => set | start);
    }
}
