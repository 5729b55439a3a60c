using System.Numerics;
using Meerlaags.Deliberation.Numerics;

namespace Meerlaags.Deliberation.Proportional;

/// <summary>
/// The exact side of a run of equal shares. Voters with the same history of purchases form a class; a class is a path in a tree whose
/// steps are "paid purchase k in full, with so many points". Its money is endowment - sum of points * price(k), and prices are kept as
/// whole numbers over one common denominator that is extended at each purchase. Nothing is computed before a decision asks for it.
/// </summary>
internal sealed class PurchaseLedger
{
    private readonly List<int> parents = [];
    private readonly List<int> purchases = []; // -1 at a root
    private readonly List<long> points = [];
    private readonly List<bool> broke = [];
    private readonly List<double> money = [];
    private readonly List<double> slopes = []; // of money, per unit by which every endowment rises
    private readonly List<Rational> endowments = [];
    private readonly List<Price> prices = [];
    private readonly List<BigInteger> numerators = []; // of price(k) for one point, over denominator
    private BigInteger denominator = BigInteger.One;

    /// <summary>How price(k) follows from earlier ones: (cost - sum of what the emptied purses held) / shares.</summary>
    private sealed record Price(Rational Cost, Int128[] Roots, Int128[] Earlier, Int128 Shares);

    public int ClassCount => parents.Count;

    public double Money(int index) => money[index];

    public double Slope(int index) => slopes[index];

    public bool IsBroke(int index) => broke[index];

    public int Parent(int index) => parents[index];

    public int Purchase(int index) => purchases[index];

    public int AddRoot(Rational endowment)
    {
        endowments.Add(endowment);
        return Add(endowments.Count - 1, -1, 0, endowment.IsZero ? null : (endowment.ToDouble(), 1));
    }

    /// <summary>The class of those who paid in full, with the money they have left and its slope.</summary>
    public int AddFull(int parent, int purchase, long paidPoints, (double Money, double Slope) left) => Add(parent, purchase, paidPoints, left);

    public int AddBroke(int parent, int purchase) => Add(parent, purchase, 0, null);

    private int Add(int parent, int purchase, long paidPoints, (double Money, double Slope)? left)
    {
        parents.Add(parent);
        purchases.Add(purchase);
        points.Add(paidPoints);
        broke.Add(left is null);
        money.Add(left?.Money ?? 0);
        slopes.Add(left?.Slope ?? 0);
        return parents.Count - 1;
    }

    /// <summary>Records the price of the next purchase: what the given buckets of emptied purses held, and the shares of the rest.</summary>
    public void AddPrice(Rational cost, ReadOnlySpan<Bucket> emptied, Int128 shares) => prices.Add(FormOf(cost, emptied, shares));

    /// <summary>The exact price per point if a project of this cost were bought now.</summary>
    public Rational PriceOf(Rational cost, ReadOnlySpan<Bucket> emptied, Int128 shares) => Solve(FormOf(cost, emptied, shares));

    /// <summary>The exact money in the buckets together.</summary>
    public Rational Sum(ReadOnlySpan<Bucket> buckets)
    {
        var form = FormOf(Rational.Zero, buckets, Int128.One);
        return -Solve(form);
    }

    /// <summary>Exact money of one voter of a class (per unit of weight).</summary>
    public Rational ExactMoney(int index) => Sum([new Bucket(index, 0, 1, 1, 0)]);

    /// <summary>The exact price per point of a purchase.</summary>
    public Rational ExactPrice(int purchase)
    {
        Settle(purchase + 1);
        return new Rational(numerators[purchase], denominator);
    }

    private Price FormOf(Rational cost, ReadOnlySpan<Bucket> emptied, Int128 shares)
    {
        var roots = new Int128[endowments.Count];
        var earlier = new Int128[prices.Count];
        foreach (ref readonly var bucket in emptied)
        {
            var at = bucket.Class;
            if (broke[at])
                continue;
            for (; purchases[at] >= 0; at = parents[at])
                earlier[purchases[at]] += (Int128)points[at] * bucket.Weight;
            roots[parents[at]] += bucket.Weight;
        }
        return new(cost, roots, earlier, shares);
    }

    private Rational Solve(Price price)
    {
        Settle(price.Earlier.Length);
        var rest = price.Cost;
        for (var r = 0; r < price.Roots.Length; r++)
            if (price.Roots[r] != 0)
                rest -= endowments[r] * (BigInteger)price.Roots[r];
        var paid = BigInteger.Zero;
        for (var k = 0; k < price.Earlier.Length; k++)
            if (price.Earlier[k] != 0)
                paid += numerators[k] * (BigInteger)price.Earlier[k];
        return (rest + new Rational(paid, denominator)) / (BigInteger)price.Shares;
    }

    // Computes the exact prices of the first purchases, in order.
    private void Settle(int count)
    {
        while (numerators.Count < count)
        {
            var price = Solve(prices[numerators.Count]);
            var factor = price.Denominator / BigInteger.GreatestCommonDivisor(price.Denominator, denominator);
            if (!factor.IsOne)
            {
                denominator *= factor;
                for (var k = 0; k < numerators.Count; k++)
                    numerators[k] *= factor;
            }
            numerators.Add(price.Numerator * (denominator / price.Denominator));
        }
    }
}

/// <summary>Supporters of one project who have the same money and get the same points out of it.</summary>
internal readonly record struct Bucket(int Class, double Money, long Points, long Weight, int Voter);
