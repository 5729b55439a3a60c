using Meerlaags.Deliberation.Numerics;

namespace Meerlaags.Deliberation.Proportional.Committees;

/// <summary>Sequential rules that spread the cost of a seat over its supporters.</summary>
internal static class LoadRules
{
    public static IEnumerable<ulong> SequentialPhragmen(ApprovalProfile profile, int size, CommitteeLimits limits, CancellationToken cancellation) =>
        new Universes(limits, cancellation)
            .After(size, new(0, new Rational[profile.VoterCount]), state => PhragmenRound(profile, state))
            .Select(state => state.Committee);

    /// <summary>One seat by smallest maximal load; candidates nobody approves come last.</summary>
    public static IEnumerable<RoundState> PhragmenRound(ApprovalProfile profile, RoundState state)
    {
        var supported = profile.Outside(state.Committee).Where(c => profile.Supporters[c].Length > 0).ToList();
        if (supported.Count == 0)
            return profile.Outside(state.Committee).Select(c => state with { Committee = state.Committee | 1UL << c });
        var best = Universes.Minimal(
            supported,
            c => profile.Supporters[c].Aggregate(Rational.One, (sum, v) => sum + state.Values[v]) / profile.Supporters[c].Length,
            out var load
        );
        return best.Select(c => With(profile, state, c, _ => load));
    }

    public static IEnumerable<ulong> PhragmenEnestroem(ApprovalProfile profile, int size, CommitteeLimits limits, CancellationToken cancellation)
    {
        var quota = new Rational(profile.VoterCount, size);
        var purses = new Rational[profile.VoterCount];
        Array.Fill(purses, Rational.One);
        return new Universes(limits, cancellation).After(size, new(0, purses), Round).Select(state => state.Committee);

        IEnumerable<RoundState> Round(RoundState state)
        {
            var best = Universes.Minimal(
                profile.Outside(state.Committee),
                c => -Rational.Sum(profile.Supporters[c].Select(v => state.Values[v])),
                out var negative
            );
            var support = -negative;
            var keep = support > quota ? (support - quota) / support : Rational.Zero;
            return best.Select(c => With(profile, state, c, purse => purse * keep));
        }
    }

    public static IEnumerable<ulong> MaximinSupport(ApprovalProfile profile, int size, CommitteeLimits limits, CancellationToken cancellation)
    {
        limits.RequireSets("Maximin support", size, profile.CandidateCount);
        return new Universes(limits, cancellation)
            .After(
                size,
                new(0, []),
                state =>
                    Universes
                        .Minimal(profile.Outside(state.Committee), c => -BalancedLoads.LeastSupport(profile, state.Committee | 1UL << c, cancellation), out _)
                        .Select(c => new RoundState(state.Committee | 1UL << c, []))
            )
            .Select(state => state.Committee);
    }

    private static RoundState With(ApprovalProfile profile, RoundState state, int candidate, Func<Rational, Rational> change)
    {
        var values = (Rational[])state.Values.Clone();
        foreach (var voter in profile.Supporters[candidate])
            values[voter] = change(values[voter]);
        return new(state.Committee | 1UL << candidate, values);
    }
}
