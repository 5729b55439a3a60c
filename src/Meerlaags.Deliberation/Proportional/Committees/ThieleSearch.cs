namespace Meerlaags.Deliberation.Proportional.Committees;

/// <summary>
/// Branch and bound for sum_i w(1) + ... + w(|A_i n W|) with weights that do not increase: a candidate's gain only falls as the committee
/// grows, so present value + the largest gains for the seats left bounds every completion. All optimal committees are kept.
/// </summary>
internal sealed class ThieleSearch(ApprovalProfile profile, int size, Int128[] weights, CommitteeLimits limits, CancellationToken cancellation)
{
    private readonly List<ulong> best = [];
    private readonly int[] satisfied = new int[profile.VoterCount];
    private Int128 record = -1;
    private long visited;

    public IReadOnlyList<ulong> Winners()
    {
        Visit(0, 0, size, Int128.Zero);
        return best;
    }

    private void Visit(int from, ulong committee, int left, Int128 value)
    {
        if (left == 0)
        {
            if (value < record)
                return;
            if (value > record)
                best.Clear();
            record = value;
            best.Add(committee);
            return;
        }
        if (++visited > limits.Committees)
            throw new CommitteeLimitException($"The search needs more than {limits.Committees} partial committees.");
        cancellation.ThrowIfCancellationRequested();

        var gains = new Int128[profile.CandidateCount - from];
        for (var c = from; c < profile.CandidateCount; c++)
            foreach (var voter in profile.Supporters[c])
                gains[c - from] += weights[satisfied[voter]];
        for (var c = from; c <= profile.CandidateCount - left; c++)
        {
            if (value + Largest(gains.AsSpan(c - from), left) < record)
                return;
            foreach (var voter in profile.Supporters[c])
                satisfied[voter]++;
            Visit(c + 1, committee | 1UL << c, left - 1, value + gains[c - from]);
            foreach (var voter in profile.Supporters[c])
                satisfied[voter]--;
        }
    }

    private static Int128 Largest(ReadOnlySpan<Int128> gains, int count)
    {
        var sorted = gains.ToArray();
        Array.Sort(sorted);
        var sum = Int128.Zero;
        for (var i = sorted.Length - count; i < sorted.Length; i++)
            sum += sorted[i];
        return sum;
    }
}
