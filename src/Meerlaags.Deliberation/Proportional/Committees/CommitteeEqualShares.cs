using System.Numerics;
using Meerlaags.Deliberation.Numerics;

namespace Meerlaags.Deliberation.Proportional.Committees;

/// <summary>
/// The Method of Equal Shares for committees (Peters and Skowron, EC 2020): a seat costs 1, everybody has size/n. Three ways to fill the
/// seats it leaves empty.
/// </summary>
internal static class CommitteeEqualShares
{
    public static IEnumerable<ulong> PhragmenCompletion(ApprovalProfile profile, int size, CommitteeLimits limits, CancellationToken cancellation)
    {
        foreach (var end in Ends(profile, size, limits, cancellation))
        {
            // Money left is a head start: a negative load.
            var start = end with
            {
                Values = [.. end.Values.Select(left => -left)],
            };
            var seats = size - BitOperations.PopCount(end.Committee);
            foreach (var state in new Universes(limits, cancellation).After(seats, start, s => LoadRules.PhragmenRound(profile, s)))
                yield return state.Committee;
        }
    }

    public static IEnumerable<ulong> ApprovalCompletion(ApprovalProfile profile, int size, CommitteeLimits limits, CancellationToken cancellation) =>
        Ends(profile, size, limits, cancellation)
            .Select(end => end.Committee)
            .Distinct()
            .SelectMany(committee => SeparableRules.FillByApprovals(profile, committee, size, limits));

    /// <summary>
    /// Purses of (size + t)/n for t = 0, 1, 2, ... until all seats are bought; the rule ends with the last seat, so no run buys too many.
    /// Seats that money cannot fill, for want of approved candidates, go by approvals. Ties by lowest number.
    /// </summary>
    public static IEnumerable<ulong> IncrementCompletion(ApprovalProfile profile, int size, CommitteeLimits limits, CancellationToken cancellation)
    {
        var supported = Math.Min(size, BitOperations.PopCount(profile.Approved));
        for (var budget = size; ; budget++)
        {
            cancellation.ThrowIfCancellationRequested();
            var committee = Resolute(profile, size, new Rational(budget, Math.Max(1, profile.VoterCount)));
            if (BitOperations.PopCount(committee) >= supported)
                return SeparableRules.FillByApprovals(profile, committee, size, limits).Take(1);
        }
    }

    private static ulong Resolute(ApprovalProfile profile, int size, Rational purse)
    {
        var state = Start(profile, purse);
        while (BitOperations.PopCount(state.Committee) < size && Round(profile, state).FirstOrDefault() is { } next)
            state = next;
        return state.Committee;
    }

    private static IReadOnlyCollection<RoundState> Ends(ApprovalProfile profile, int size, CommitteeLimits limits, CancellationToken cancellation) =>
        new Universes(limits, cancellation).Until(Start(profile, new Rational(size, Math.Max(1, profile.VoterCount))), state => Round(profile, state));

    private static RoundState Start(ApprovalProfile profile, Rational purse)
    {
        var purses = new Rational[profile.VoterCount];
        Array.Fill(purses, purse);
        return new(0, purses);
    }

    private static IEnumerable<RoundState> Round(ApprovalProfile profile, RoundState state)
    {
        var prices = new Dictionary<int, Rational>();
        foreach (var c in profile.Outside(state.Committee))
            if (Price(profile, state, c) is { } price)
                prices[c] = price;
        var best = Universes.Minimal(prices.Keys, c => prices[c], out var lowest);
        foreach (var c in best)
        {
            var purses = (Rational[])state.Values.Clone();
            foreach (var voter in profile.Supporters[c])
                purses[voter] -= Rational.Min(purses[voter], lowest);
            yield return new(state.Committee | 1UL << c, purses);
        }
    }

    // The largest payment when the seat is shared as equally as purses allow; null when they do not reach.
    private static Rational? Price(ApprovalProfile profile, RoundState state, int candidate)
    {
        var purses = profile.Supporters[candidate].Select(v => state.Values[v]).Where(p => p.Sign > 0).Order().ToList();
        var missing = Rational.One;
        for (var i = 0; i < purses.Count; i++)
        {
            var share = missing / (purses.Count - i);
            if (share <= purses[i])
                return share;
            missing -= purses[i];
        }
        return null;
    }
}
