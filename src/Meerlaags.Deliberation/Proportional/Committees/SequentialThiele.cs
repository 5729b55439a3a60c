using Meerlaags.Deliberation.Numerics;

namespace Meerlaags.Deliberation.Proportional.Committees;

/// <summary>Thiele's rules one seat at a time (Lackner and Skowron 2023, section 2.3).</summary>
internal static class SequentialThiele
{
    public static IEnumerable<ulong> Pav(ApprovalProfile profile, int size, CommitteeLimits limits, CancellationToken cancellation) =>
        Add(profile, size, limits, approved => new Rational(1, approved + 1), cancellation);

    public static IEnumerable<ulong> ChamberlinCourant(ApprovalProfile profile, int size, CommitteeLimits limits, CancellationToken cancellation) =>
        Add(profile, size, limits, approved => approved == 0 ? Rational.One : Rational.Zero, cancellation);

    public static IEnumerable<ulong> ReversePav(ApprovalProfile profile, int size, CommitteeLimits limits, CancellationToken cancellation)
    {
        var all = profile.CandidateCount == 64 ? ulong.MaxValue : (1UL << profile.CandidateCount) - 1;
        return new Universes(limits, cancellation)
            .After(
                profile.CandidateCount - size,
                new(all, []),
                state =>
                    Universes
                        .Minimal(
                            ApprovalProfile.Members(state.Committee),
                            c => Sum(profile, c, v => new Rational(1, profile.Satisfied(v, state.Committee))),
                            out _
                        )
                        .Select(c => new RoundState(state.Committee & ~(1UL << c), []))
            )
            .Select(state => state.Committee);
    }

    private static IEnumerable<ulong> Add(
        ApprovalProfile profile,
        int size,
        CommitteeLimits limits,
        Func<int, Rational> gain,
        CancellationToken cancellation
    ) =>
        new Universes(limits, cancellation)
            .After(
                size,
                new(0, []),
                state =>
                    Universes
                        .Minimal(profile.Outside(state.Committee), c => -Sum(profile, c, v => gain(profile.Satisfied(v, state.Committee))), out _)
                        .Select(c => new RoundState(state.Committee | 1UL << c, []))
            )
            .Select(state => state.Committee);

    private static Rational Sum(ApprovalProfile profile, int candidate, Func<int, Rational> value) => Rational.Sum(profile.Supporters[candidate].Select(value));
}
