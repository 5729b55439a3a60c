using System.Numerics;
using Meerlaags.Deliberation.Numerics;

namespace Meerlaags.Deliberation.Proportional;

/// <summary>
/// A project with those who support it: <see cref="Supporters"/> are voters (positions from 0), ascending, each once. What one of them
/// gets out of it is <see cref="Utility"/> times the entry of <see cref="Points"/> at the same place.
/// </summary>
public sealed record SupportedProject(string Id, Rational Cost, IReadOnlyList<int> Supporters)
{
    /// <summary>Utility of the project, or of one point where there are points; the cost unless named.</summary>
    public Rational? Utility { get; init; }

    /// <summary>Points beside the supporters, more than 0; 1 each unless named.</summary>
    public IReadOnlyList<Rational>? Points { get; init; }

    internal void Require(int voterCount)
    {
        if (Cost.Sign < 0)
            throw Fault($"costs {Cost}; a cost is 0 or more");
        if (Utility is { } utility && (utility.Sign < 0 || utility.IsZero && Cost.Sign > 0))
            throw Fault($"has utility {utility}; who supports what costs money gets something out of it");
        for (var i = 0; i < Supporters.Count; i++)
        {
            if (Supporters[i] < 0 || Supporters[i] >= voterCount)
                throw Fault($"has supporter {Supporters[i]}; voters are 0 to {voterCount - 1}");
            if (i > 0 && Supporters[i] <= Supporters[i - 1])
                throw Fault($"has supporter {Supporters[i]} after {Supporters[i - 1]}; supporters ascend, each once");
        }
        if (Points is null)
            return;
        if (Points.Count != Supporters.Count)
            throw Fault($"has {Points.Count} points for {Supporters.Count} supporters");
        if (Points.Any(value => value.Sign <= 0))
            throw Fault("has points that are not above 0; who gives none is no supporter");
    }

    /// <summary>The points as the smallest whole numbers in the same ratios, and the factor taken out of them.</summary>
    internal (long[] Points, Rational Unit) WholePoints()
    {
        if (Points is not { Count: > 0 } points)
            return ([.. Supporters.Select(_ => 1L)], Rational.One);
        var common = points.Select(value => value.Denominator).Distinct().Aggregate(BigInteger.One, WholeNumbers.LeastCommonMultiple);
        BigInteger[] whole = [.. points.Select(value => value.Numerator * (common / value.Denominator))];
        var shared = whole.Distinct().Aggregate(BigInteger.Zero, BigInteger.GreatestCommonDivisor);
        if (whole.Max() / shared > long.MaxValue)
            throw new BudgetLimitException($"The points for project {Id} differ too finely: as whole numbers in the same ratios they are beyond 64 bits.");
        return ([.. whole.Select(value => (long)(value / shared))], new(shared, common));
    }

    private ArgumentException Fault(string what) => new($"Project {Id} {what}.");
}
