using Meerlaags.Deliberation.Numerics;

namespace Meerlaags.Deliberation.Proportional.Committees;

/// <summary>What a sequential rule knows between two rounds: the committee so far and one number per voter (a load or a purse).</summary>
internal sealed record RoundState(ulong Committee, Rational[] Values)
{
    public bool Equals(RoundState? other) => other is not null && Committee == other.Committee && Values.AsSpan().SequenceEqual(other.Values);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Committee);
        foreach (var value in Values)
            hash.Add(value);
        return hash.ToHashCode();
    }
}

/// <summary>Follows every way in which ties can be broken ("parallel universes"), merging states that became equal.</summary>
internal sealed class Universes(CommitteeLimits limits, CancellationToken cancellation)
{
    private int met;

    /// <summary>States after a number of rounds.</summary>
    public IReadOnlyCollection<RoundState> After(int rounds, RoundState start, Func<RoundState, IEnumerable<RoundState>> next)
    {
        HashSet<RoundState> now = [start];
        for (var round = 0; round < rounds; round++)
        {
            HashSet<RoundState> then = [];
            foreach (var state in now)
            foreach (var following in next(state))
                Count(then.Add(following));
            now = then;
        }
        return now;
    }

    /// <summary>States from which no further round is possible.</summary>
    public IReadOnlyCollection<RoundState> Until(RoundState start, Func<RoundState, IEnumerable<RoundState>> next)
    {
        HashSet<RoundState> ends = [];
        HashSet<RoundState> now = [start];
        while (now.Count > 0)
        {
            HashSet<RoundState> then = [];
            foreach (var state in now)
            {
                var ended = true;
                foreach (var following in next(state))
                {
                    ended = false;
                    Count(then.Add(following));
                }
                if (ended)
                    ends.Add(state);
            }
            now = then;
        }
        return ends;
    }

    /// <summary>The candidates of extreme value: all of them when several are equal.</summary>
    public static List<int> Minimal(IEnumerable<int> candidates, Func<int, Rational> value, out Rational smallest)
    {
        var best = new List<int>();
        smallest = default;
        foreach (var c in candidates)
        {
            var v = value(c);
            if (best.Count > 0 && v > smallest)
                continue;
            if (best.Count > 0 && v < smallest)
                best.Clear();
            smallest = v;
            best.Add(c);
        }
        return best;
    }

    private void Count(bool isNew)
    {
        cancellation.ThrowIfCancellationRequested();
        if (isNew && ++met > limits.Universes)
            throw new CommitteeLimitException($"Following all ties needs more than {limits.Universes} states.");
    }
}
