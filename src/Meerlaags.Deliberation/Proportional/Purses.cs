using System.Numerics;
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
    private readonly int count;
    private readonly Rational share; // per clone, where everyone has the same
    private readonly long[]? weights; // null for 1 each
    private Rational[]? endowments;

    private Purses(int count, Rational share, long[]? weights) => (this.count, this.share, this.weights) = (count, share, weights);

    private Purses(Rational[] endowments) => (count, this.endowments, OwnMoney) = (endowments.Length, endowments, true);

    /// <summary>Money per voter, in the unit of the costs.</summary>
    public IReadOnlyList<Rational> Endowments => endowments ??= Spread();

    /// <summary>Number of equal voters each voter stands for (1 unless made by <see cref="Clones"/>).</summary>
    public IReadOnlyList<long> Weights => weights ?? [.. Enumerable.Repeat(1L, count)];

    /// <summary>Whether purses differ other than by weight; then the proportionality theorems do not hold in their usual form.</summary>
    public bool OwnMoney { get; }

    internal int Count => count;

    internal long[]? WeightsOrNull => weights;

    /// <summary>What one voter of weight 1 has; only where <see cref="OwnMoney"/> is false.</summary>
    internal Rational Share => share;

    internal long WeightOf(int voter) => weights?[voter] ?? 1;

    /// <summary>Everyone the same share of the total.</summary>
    public static Purses Equal(int voterCount, Rational total) => EqualShare(voterCount, voterCount == 0 ? Rational.Zero : total / voterCount);

    internal static Purses EqualShare(int voterCount, Rational share) => new(voterCount, share, null);

    /// <summary>Everyone the money they bring.</summary>
    public static Purses Own(IReadOnlyList<Rational> endowments)
    {
        ArgumentNullException.ThrowIfNull(endowments);
        if (endowments.Any(e => e.Sign < 0))
            throw new ArgumentException("Nobody starts with less than nothing.", nameof(endowments));
        return new([.. endowments]);
    }

    /// <summary>Voter i counts as weights[i] equal voters who share the total equally.</summary>
    public static Purses Clones(IReadOnlyList<long> weights, Rational total)
    {
        ArgumentNullException.ThrowIfNull(weights);
        var sum = SumOfWeights(weights);
        return new(weights.Count, weights.Count == 0 ? Rational.Zero : total / sum, [.. weights]);
    }

    /// <summary>What weights are together; throws when one is not positive, or they are more than a number of 64 bits holds.</summary>
    internal static long SumOfWeights(IReadOnlyList<long> weights)
    {
        if (weights.Any(w => w <= 0))
            throw new ArgumentException("Weights are positive.", nameof(weights));
        var sum = weights.Aggregate(BigInteger.Zero, (all, weight) => all + weight);
        return sum <= long.MaxValue
            ? (long)sum
            : throw new ArgumentException($"Weights are {sum} together; at most {long.MaxValue} is counted with.", nameof(weights));
    }

    /// <summary>What voters have together.</summary>
    internal Rational Owned(IEnumerable<int> voters) => OwnMoney ? Rational.Sum(voters.Select(voter => Endowments[voter])) : share * voters.Sum(WeightOf);

    private Rational[] Spread()
    {
        var spread = new Rational[count];
        for (var voter = 0; voter < count; voter++)
            spread[voter] = weights is null ? share : share * weights[voter];
        return spread;
    }
}
