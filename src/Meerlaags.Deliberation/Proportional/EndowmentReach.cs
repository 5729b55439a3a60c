namespace Meerlaags.Deliberation.Proportional;

/// <summary>
/// By how much every endowment may rise together without the run taking any other decision: the same purchases in the same order with
/// the same emptied purses. All money is then a linear function of the rise, and so is each condition; the smallest root is the reach.
/// Fast completion jumps over it (the idea of Kraiczy, Robinson and Elkind, arXiv 2502.11797, here for the full method in which purses
/// run empty). Doubles err on the short side: a reach too short costs a run, never an outcome.
/// </summary>
internal sealed class EndowmentReach
{
    // Slopes are sums of positive terms, so their relative error is near 2^-52 times their number.
    private const double SlopeError = 1e-10;

    /// <summary>Infinite when more money changes nothing.</summary>
    public double Rise { get; private set; } = double.PositiveInfinity;

    /// <summary>The next rise, however small, may change something.</summary>
    public void None() => Rise = 0;

    /// <summary>The gap has to stay positive while it changes by (slope - other) per unit; both slopes have the same sign.</summary>
    public void Keep(double gap, double slope, double other)
    {
        var change = slope - other - SlopeError * (Math.Abs(slope) + Math.Abs(other));
        if (gap <= 0)
            Rise = 0;
        else if (change < 0)
            Rise = Math.Min(Rise, gap / -change * (1 - SlopeError));
    }

    /// <summary>Whole steps that stay within the reach.</summary>
    public long Steps(double step) => Rise >= long.MaxValue / 4 * step ? long.MaxValue / 4 : (long)(Rise / step * (1 - SlopeError));
}
