namespace Meerlaags.Deliberation.Proportional;

/// <summary>
/// The Method of Equal Shares (Peters and Skowron, EC 2020; Peters, Pierczyński and Skowron, NeurIPS 2021, additive utilities).
/// Again and again the project is bought whose price per unit of utility, rho, is lowest: sum_i min(b_i, rho u_i(p)) = cost(p).
/// Doubles decide where they are sure; wherever two values are nearer than their error the decision is taken on exact fractions.
/// Time: each round looks only at projects whose last rho (a lower bound, since rho never falls) is not above the best one found.
/// </summary>
public static class EqualShares
{
    /// <summary>Runs the rule. Ties in rho are decided by <paramref name="ties"/> (default: by id) and reported.</summary>
    public static EqualSharesOutcome Run(SupportProfile profile, Purses purses, TieOrder? ties = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(purses);
        if (purses.Count != profile.VoterCount)
            throw new ArgumentException("One purse per voter.", nameof(purses));
        return Complete(new(profile, purses, ties ?? TieOrder.ById, null), cancellation).Outcome();
    }

    /// <summary>Buys until nothing can be paid for any more.</summary>
    internal static EqualSharesRun Complete(EqualSharesRun run, CancellationToken cancellation)
    {
        while (run.BuyNext())
            cancellation.ThrowIfCancellationRequested();
        return run;
    }
}
