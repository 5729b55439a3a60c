using System.Numerics;

namespace Meerlaags.Deliberation.Proportional.Committees;

/// <summary>Approval ballots over at most 64 candidates 0..<see cref="CandidateCount"/>-1, each a set written as bits.</summary>
public sealed class ApprovalProfile
{
    public const int MaximumCandidates = 64;

    public ApprovalProfile(int candidateCount, IReadOnlyList<IReadOnlyCollection<int>> ballots)
    {
        ArgumentNullException.ThrowIfNull(ballots);
        ArgumentOutOfRangeException.ThrowIfNegative(candidateCount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(candidateCount, MaximumCandidates);
        CandidateCount = candidateCount;
        Ballots = new ulong[ballots.Count];
        Supporters = new int[candidateCount][];
        for (var i = 0; i < ballots.Count; i++)
            foreach (var candidate in ballots[i])
            {
                if (candidate < 0 || candidate >= candidateCount)
                    throw new ArgumentOutOfRangeException(nameof(ballots), $"Ballot {i} names candidate {candidate} of {candidateCount}.");
                Ballots[i] |= 1UL << candidate;
            }
        for (var c = 0; c < candidateCount; c++)
            Supporters[c] = [.. Enumerable.Range(0, Ballots.Length).Where(i => (Ballots[i] >> c & 1) != 0)];
    }

    public int CandidateCount { get; }
    public int VoterCount => Ballots.Length;
    internal ulong[] Ballots { get; }
    internal int[][] Supporters { get; }

    /// <summary>Candidates that somebody approves, as bits.</summary>
    internal ulong Approved => Ballots.Aggregate(0UL, (all, ballot) => all | ballot);

    internal IEnumerable<int> Outside(ulong committee)
    {
        for (var c = 0; c < CandidateCount; c++)
            if ((committee >> c & 1) == 0)
                yield return c;
    }

    internal int Satisfied(int voter, ulong committee) => BitOperations.PopCount(Ballots[voter] & committee);

    /// <summary>The candidates in a set of bits, ascending.</summary>
    internal static int[] Members(ulong committee)
    {
        var members = new int[BitOperations.PopCount(committee)];
        for (var i = 0; i < members.Length; i++)
        {
            members[i] = BitOperations.TrailingZeroCount(committee);
            committee &= committee - 1;
        }
        return members;
    }
}
