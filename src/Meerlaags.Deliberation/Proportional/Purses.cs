using Meerlaags.Deliberation.Numerics;

namespace Meerlaags.Deliberation.Proportional;

/// <summary>
/// What each voter may spend and how many equal voters it stands for.
/// Own money: unequal <see cref="Endowments"/>, weights 1; a price is shared equally until a purse is empty.
/// Clones: endowment and utility both times the weight; payments are in proportion to weight, and the proportionality theorems hold with
/// group size replaced by weight.
/// </summary>
public sealed class Purses
{
    private Purses(Rational[] endowments, long[] weights) => (Endowments, Weights) = (endowments, weights);

    /// <summary>Money per voter, in the unit of the costs.</summary>
    public IReadOnlyList<Rational> Endowments { get; }

    /// <summary>Number of equal voters each voter stands for (1 unless made by <see cref="Clones"/>).</summary>
    public IReadOnlyList<long> Weights { get; }

    /// <summary>Everyone the same share of the total.</summary>
    public static Purses Equal(int voterCount, Rational total)
    {
        var share = voterCount == 0 ? Rational.Zero : total / voterCount;
        return EqualShare(voterCount, share);
    }

    internal static Purses EqualShare(int voterCount, Rational share)
    {
        var endowments = new Rational[voterCount];
        Array.Fill(endowments, share);
        var weights = new long[voterCount];
        Array.Fill(weights, 1L);
        return new(endowments, weights);
    }

    /// <summary>Everyone the money they bring.</summary>
    public static Purses Own(IReadOnlyList<Rational> endowments)
    {
        if (endowments.Any(e => e.Sign < 0))
            throw new ArgumentException("Nobody starts with less than nothing.", nameof(endowments));
        var weights = new long[endowments.Count];
        Array.Fill(weights, 1L);
        return new([.. endowments], weights);
    }

    /// <summary>Voter i counts as weights[i] equal voters who share the total equally.</summary>
    public static Purses Clones(IReadOnlyList<long> weights, Rational total)
    {
        if (weights.Any(w => w <= 0))
            throw new ArgumentException("Weights are positive.", nameof(weights));
        var sum = new Rational(weights.Aggregate(System.Numerics.BigInteger.Zero, (a, w) => a + w), 1);
        return new([.. weights.Select(w => total * w / sum)], [.. weights]);
    }
}
