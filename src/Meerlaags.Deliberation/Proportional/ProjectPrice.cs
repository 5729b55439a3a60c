using System.Runtime.InteropServices;
using Meerlaags.Deliberation.Numerics;

namespace Meerlaags.Deliberation.Proportional;

/// <summary>What a project would cost per point now: in doubles with their error, and exactly where that is not enough.</summary>
internal sealed class ProjectPrice(SupportProfile profile, Purses purses, PurchaseLedger ledger, int[] classOf)
{
    // Money is a sum of at most some hundreds of payments, each right to 2^-52 of what it is: far below this share of an endowment.
    private const double MoneyError = 1e-12;

    private List<Bucket> buckets = [];
    private List<Bucket> kept = [];
    private readonly List<int> met = []; // classes of the supporters last counted
    private int[] slot = []; // class -> the class that follows it; below 0 for none
    private long[] held = []; // class -> weight of the supporters being counted, else 0

    public double LargestEndowment { get; set; }

    /// <summary>By how much money in doubles may be wrong.</summary>
    public double Error => MoneyError * LargestEndowment;

    /// <summary>Supporters with money of the project last evaluated; those who give all come first after <see cref="Split"/>.</summary>
    public Span<Bucket> Buckets => CollectionsMarshal.AsSpan(buckets);

    /// <summary>
    /// Fills <see cref="Buckets"/> with the supporters who have money, and the candidate's rho as an interval; false when they cannot
    /// pay together. Then the reach is that of their staying too poor.
    /// </summary>
    public bool Evaluate(Candidate candidate, EndowmentReach reach)
    {
        FillBuckets(candidate.Project);
        var (total, shares, weight) = (0.0, 0.0, 0.0);
        var span = Buckets;
        foreach (ref readonly var bucket in span)
        {
            total += bucket.Money * bucket.Weight;
            shares += (double)bucket.Points * bucket.Weight;
            weight += bucket.Weight;
        }
        var error = MoneyError * (candidate.Cost + weight * LargestEndowment);
        if (total < candidate.Cost + error && (total < candidate.Cost - error || span.Length == 0 || ledger.Sum(span) < profile.Costs[candidate.Project]))
        {
            var slope = 0.0;
            foreach (ref readonly var bucket in span)
                slope += ledger.Slope(bucket.Class) * bucket.Weight;
            reach.Keep(candidate.Cost - error - total, 0, slope);
            return false;
        }
        var price = FairPrice.Descend(span, candidate.Cost, ref shares, out var full);
        var slack = error / shares + price * 1e-13;
        candidate.Low = Math.Max(0, (price - slack) / candidate.Unit);
        candidate.High = (price + slack) / candidate.Unit;
        candidate.Slope = full == 0 ? double.NegativeInfinity : SlopeOfPrice(span[full..], shares) / candidate.Unit;
        candidate.Level = false;
        return true;
    }

    /// <summary>Keeps <see cref="Buckets"/> beside those of candidates evaluated after this one, until <see cref="Return"/>.</summary>
    public void Keep() => (buckets, kept) = (kept, buckets);

    /// <summary>The buckets kept last are <see cref="Buckets"/> again.</summary>
    public void Return() => (buckets, kept) = (kept, buckets);

    /// <summary>How a price per point changes as endowments rise, when these buckets give all and others hold the given shares.</summary>
    public double SlopeOfPrice(ReadOnlySpan<Bucket> emptied, double shares)
    {
        var slope = 0.0;
        foreach (ref readonly var bucket in emptied)
            slope -= ledger.Slope(bucket.Class) * bucket.Weight;
        return slope / shares;
    }

    /// <summary>The exact rho of the candidate last evaluated.</summary>
    public Rational ExactRho(Candidate candidate)
    {
        var emptied = Split(candidate, out var shares, out var price);
        candidate.Level = emptied == 0;
        return (price ?? ledger.PriceOf(profile.Costs[candidate.Project], Buckets[..emptied], shares)) / profile.UnitUtility[candidate.Project];
    }

    /// <summary>
    /// Puts the emptied buckets of the candidate last evaluated first and counts them; exact wherever money and payment are too near to
    /// tell. A bucket whose money is the payment exactly gets money 0. The price comes along when it was needed.
    /// </summary>
    public int Split(Candidate candidate, out Int128 shares, out Rational? price)
    {
        var span = Buckets;
        var (low, high) = (candidate.Low * candidate.Unit, candidate.High * candidate.Unit);
        var (emptied, near) = (0, new List<Bucket>());
        var full = new List<Bucket>();
        shares = 0;
        var error = Error;
        foreach (var bucket in span)
        {
            if (bucket.Money < low * bucket.Points - error)
                span[emptied++] = bucket;
            else
                (bucket.Money > high * bucket.Points + error ? full : near).Add(bucket);
        }
        foreach (var bucket in full)
            shares += (Int128)bucket.Points * bucket.Weight;
        foreach (var bucket in near)
            shares += (Int128)bucket.Points * bucket.Weight;
        price = null;
        if (near.Count > 0)
            (price, emptied, shares) = SettleNear(candidate.Project, new Emptied(emptied, shares), near, full);
        full.CopyTo(span[emptied..]);
        return emptied;
    }

    /// <summary>Moves each near bucket to the emptied or the full ones, on fractions.</summary>
    private (Rational Price, int Emptied, Int128 Shares) SettleNear(int project, Emptied before, List<Bucket> near, List<Bucket> full)
    {
        var (emptied, shares) = before;
        var span = Buckets;
        var cost = profile.Costs[project];
        var sorted = near.GroupBy(b => (b.Class, b.Points))
            .Select(g => (Limit: ledger.ExactMoney(g.Key.Class) / g.Key.Points, Buckets: g.ToList()))
            .OrderBy(g => g.Limit)
            .ToList();
        var at = 0;
        Rational price;
        while (true)
        {
            price = ledger.PriceOf(cost, span[..emptied], shares);
            if (at == sorted.Count || sorted[at].Limit >= price)
                break;
            foreach (var bucket in sorted[at].Buckets)
            {
                span[emptied++] = bucket;
                shares -= (Int128)bucket.Points * bucket.Weight;
            }
            at++;
        }
        for (; at < sorted.Count; at++)
            foreach (var bucket in sorted[at].Buckets)
                full.Add(sorted[at].Limit == price ? bucket with { Money = 0 } : bucket);
        return (price, emptied, shares);
    }

    /// <summary>How many buckets are known to be emptied, and the shares of all others.</summary>
    private readonly record struct Emptied(int Count, Int128 Shares);

    /// <summary>Notes the class that follows a bucket's class; see <see cref="SuccessorOf"/>.</summary>
    public void Follow(int before, int after) => slot[before] = after;

    /// <summary>The class noted with <see cref="Follow"/> for a supporter of the project last evaluated; below 0 for who had nothing.</summary>
    public int SuccessorOf(int before) => slot[before];

    private void FillBuckets(int project)
    {
        buckets.Clear();
        var supporters = profile.Supporters[project];
        if (profile.Points?[project] is { } points)
        {
            for (var i = 0; i < supporters.Length; i++)
            {
                var at = classOf[supporters[i]];
                if (!ledger.IsBroke(at))
                    buckets.Add(new(at, ledger.Money(at), points[i], purses.WeightOf(supporters[i]), supporters[i]));
            }
            return;
        }
        if (slot.Length < ledger.ClassCount)
        {
            Array.Resize(ref slot, ledger.ClassCount * 2);
            Array.Resize(ref held, ledger.ClassCount * 2);
        }
        Count(supporters);
        foreach (var at in met)
        {
            if (!ledger.IsBroke(at))
                buckets.Add(new(at, ledger.Money(at), 1, held[at], 0));
            slot[at] = -1;
            held[at] = 0;
        }
    }

    // The weight of supporters per class; nothing in the loop depends on what a class has, so that it runs as fast as voters are read.
    private void Count(int[] supporters)
    {
        met.Clear();
        if (purses.WeightsOrNull is { } weights)
        {
            foreach (var voter in supporters)
            {
                ref var weight = ref held[classOf[voter]];
                if (weight == 0)
                    met.Add(classOf[voter]);
                weight += weights[voter];
            }
            return;
        }
        foreach (var voter in supporters)
        {
            ref var weight = ref held[classOf[voter]];
            if (weight++ == 0)
                met.Add(classOf[voter]);
        }
    }
}
