using System.Runtime.InteropServices;
using Meerlaags.Deliberation.Numerics;

namespace Meerlaags.Deliberation.Proportional;

/// <summary>The state of one run of <see cref="EqualShares"/>: who has which money, which projects are still open.</summary>
internal sealed class EqualSharesRun
{
    // Money is a sum of at most some hundreds of payments, each right to 2^-52 of what it is: far below this share of an endowment.
    private const double MoneyError = 1e-12;

    private readonly SupportProfile profile;
    private readonly Purses purses;
    private readonly TieOrder ties;
    private readonly PurchaseLedger ledger = new();
    private readonly int[] classOf;
    private readonly double largestEndowment;
    private readonly List<Candidate> open = [];
    private readonly List<Purchase> bought = [];
    private readonly List<Bucket> buckets = [];
    private int[] slot = []; // class -> position in buckets, valid where stamp is the current one
    private int[] stamp = [];
    private int round;

    /// <summary>An open project with the last rho seen, below which it cannot come again (per point, not per utility).</summary>
    private sealed class Candidate(int project, double cost, double unit)
    {
        public int Project { get; } = project;
        public double Cost { get; } = cost;
        public double Unit { get; } = unit; // utility of one point
        public double Bound { get; set; }
        public double Low { get; set; }
        public double High { get; set; }
    }

    public EqualSharesRun(SupportProfile profile, Purses purses, TieOrder ties)
    {
        (this.profile, this.purses, this.ties) = (profile, purses, ties);
        classOf = new int[profile.VoterCount];
        var roots = new Dictionary<Rational, int>();
        Rational? lastEndowment = null;
        var (lastWeight, lastRoot) = (0L, 0);
        for (var voter = 0; voter < classOf.Length; voter++)
        {
            var (endowment, weight) = (purses.Endowments[voter], purses.Weights[voter]);
            if (lastEndowment != endowment || lastWeight != weight)
            {
                var perClone = weight == 1 ? endowment : endowment / weight;
                ref var root = ref CollectionsMarshal.GetValueRefOrAddDefault(roots, perClone, out var known);
                if (!known)
                    root = ledger.AddRoot(perClone);
                (lastEndowment, lastWeight, lastRoot) = (endowment, weight, root);
                largestEndowment = Math.Max(largestEndowment, ledger.Money(root));
            }
            classOf[voter] = lastRoot;
        }
        for (var p = 0; p < profile.ProjectCount; p++)
            if (profile.TakesPart(p))
                open.Add(new(p, profile.Costs[p].ToDouble(), profile.UnitUtility[p].ToDouble()));
    }

    /// <summary>Buys the next project; false when none can be paid for any more.</summary>
    public bool BuyNext()
    {
        open.Sort((a, b) => a.Bound != b.Bound ? a.Bound.CompareTo(b.Bound) : a.Project.CompareTo(b.Project));
        var lowestHigh = double.PositiveInfinity;
        var near = new List<Candidate>();
        for (var i = 0; i < open.Count; i++)
        {
            var candidate = open[i];
            if (candidate.Bound > lowestHigh)
                break;
            if (!Evaluate(candidate))
            {
                open.RemoveAt(i--); // money only falls: what is out of reach stays so
                continue;
            }
            candidate.Bound = candidate.Low;
            lowestHigh = Math.Min(lowestHigh, candidate.High);
            near.Add(candidate);
        }
        near.RemoveAll(c => c.Low > lowestHigh);
        if (near.Count == 0)
            return false;
        var (chosen, tied) = near.Count == 1 ? (near[0], null) : DecideExactly(near);
        open.Remove(chosen);
        Buy(chosen, tied);
        return true;
    }

    public EqualSharesOutcome Outcome() => new(profile, purses, ties, ledger, bought, classOf);

    private (Candidate Chosen, int[]? Tied) DecideExactly(List<Candidate> near)
    {
        var exact = near.Select(c =>
            {
                Evaluate(c);
                return (Candidate: c, Rho: ExactPrice(c) / profile.UnitUtility[c.Project]);
            })
            .ToList();
        var lowest = exact.Min(c => c.Rho);
        var best = exact.Where(c => c.Rho == lowest).Select(c => c.Candidate).ToList();
        best.Sort((a, b) => ties.Compare(profile, a.Project, b.Project));
        int[]? tied = best.Count == 1 ? null : [.. best.Select(c => c.Project)];
        return (best[0], tied);
    }

    /// <summary>
    /// Fills <see cref="buckets"/> with the supporters who have money, and the candidate's rho as an interval; false when they cannot
    /// pay together.
    /// </summary>
    private bool Evaluate(Candidate candidate)
    {
        FillBuckets(candidate.Project);
        var (total, shares, weight) = (0.0, 0.0, 0.0);
        var span = CollectionsMarshal.AsSpan(buckets);
        foreach (ref readonly var bucket in span)
        {
            total += bucket.Money * bucket.Weight;
            shares += (double)bucket.Points * bucket.Weight;
            weight += bucket.Weight;
        }
        var error = MoneyError * (candidate.Cost + weight * largestEndowment);
        if (total < candidate.Cost - error || span.Length == 0)
            return false;
        if (total < candidate.Cost + error && ledger.Sum(span) < profile.Costs[candidate.Project])
            return false;

        var price = FairPrice.Descend(span, candidate.Cost, shares, out shares);
        var slack = error / shares + price * 1e-13;
        candidate.Low = Math.Max(0, (price - slack) / candidate.Unit);
        candidate.High = (price + slack) / candidate.Unit;
        return true;
    }

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
                    buckets.Add(new(at, ledger.Money(at), points[i], purses.Weights[supporters[i]], supporters[i]));
            }
            return;
        }
        if (slot.Length < ledger.ClassCount)
        {
            Array.Resize(ref slot, ledger.ClassCount * 2);
            Array.Resize(ref stamp, ledger.ClassCount * 2);
        }
        round++;
        var weights = (long[])purses.Weights;
        foreach (var voter in supporters)
        {
            var at = classOf[voter];
            if (stamp[at] == round)
            {
                if (slot[at] >= 0)
                {
                    ref var bucket = ref CollectionsMarshal.AsSpan(buckets)[slot[at]];
                    bucket = bucket with { Weight = bucket.Weight + weights[voter] };
                }
                continue;
            }
            stamp[at] = round;
            slot[at] = ledger.IsBroke(at) ? -1 : buckets.Count;
            if (slot[at] >= 0)
                buckets.Add(new(at, ledger.Money(at), 1, weights[voter], voter));
        }
    }

    /// <summary>Splits the buckets of an evaluated candidate into emptied and full payers, exactly; returns the exact price per point.</summary>
    private Rational ExactPrice(Candidate candidate)
    {
        var emptied = Split(candidate, out var shares, out var price);
        return price ?? ledger.PriceOf(profile.Costs[candidate.Project], emptied, shares);
    }

    // Emptied buckets first in the list; exact wherever money and payment are too near to tell. The price comes along when it was needed.
    private Span<Bucket> Split(Candidate candidate, out Int128 shares, out Rational? price)
    {
        var span = CollectionsMarshal.AsSpan(buckets);
        var (low, high) = (candidate.Low * candidate.Unit, candidate.High * candidate.Unit);
        var (emptied, near) = (0, new List<Bucket>());
        var full = new List<Bucket>();
        shares = 0;
        var error = MoneyError * largestEndowment;
        foreach (var bucket in span)
        {
            if (bucket.Money < low * bucket.Points - error)
                span[emptied++] = bucket;
            else if (bucket.Money > high * bucket.Points + error)
                full.Add(bucket);
            else
                near.Add(bucket);
        }
        foreach (var bucket in full)
            shares += (Int128)bucket.Points * bucket.Weight;
        foreach (var bucket in near)
            shares += (Int128)bucket.Points * bucket.Weight;
        price = null;
        if (near.Count > 0)
        {
            var cost = profile.Costs[candidate.Project];
            var sorted = near.GroupBy(b => (b.Class, b.Points))
                .Select(g => (Limit: ledger.ExactMoney(g.Key.Class) / g.Key.Points, Buckets: g.ToList()))
                .OrderBy(g => g.Limit)
                .ToList();
            var at = 0;
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
            var rest = emptied;
            for (; at < sorted.Count; at++)
                foreach (var bucket in sorted[at].Buckets)
                    span[rest++] = sorted[at].Limit == price ? bucket with { Money = 0 } : bucket;
            foreach (var bucket in full)
                span[rest++] = bucket;
        }
        else
        {
            var rest = emptied;
            foreach (var bucket in full)
                span[rest++] = bucket;
        }
        return span[..emptied];
    }

    private void Buy(Candidate chosen, int[]? tied)
    {
        Evaluate(chosen);
        var emptied = Split(chosen, out var shares, out _);
        var purchase = bought.Count;
        ledger.AddPrice(profile.Costs[chosen.Project], emptied, shares);
        bought.Add(new(chosen.Project, tied));
        var price = (chosen.Low + chosen.High) / 2 * chosen.Unit;
        if (profile.Points is null)
            MoveClasses(chosen.Project, purchase, price, emptied.Length);
        else
            MoveVoters(purchase, price, emptied.Length);
    }

    private void MoveClasses(int project, int purchase, double price, int emptied)
    {
        // slot and stamp still say which class stands in which bucket; the bucket order changed, so note the new class by class.
        for (var i = 0; i < buckets.Count; i++)
            slot[buckets[i].Class] = Successor(buckets[i], purchase, price, i < emptied);
        foreach (var voter in profile.Supporters[project])
        {
            var next = slot[classOf[voter]];
            if (next >= 0)
                classOf[voter] = next;
        }
    }

    private void MoveVoters(int purchase, double price, int emptied)
    {
        var successors = new Dictionary<(int, long, bool), int>();
        for (var i = 0; i < buckets.Count; i++)
        {
            var bucket = buckets[i];
            var broke = i < emptied || bucket.Money == 0;
            ref var next = ref CollectionsMarshal.GetValueRefOrAddDefault(successors, (bucket.Class, bucket.Points, broke), out var known);
            if (!known)
                next = Successor(bucket, purchase, price, i < emptied);
            classOf[bucket.Voter] = next;
        }
    }

    private int Successor(Bucket bucket, int purchase, double price, bool emptied) =>
        emptied || bucket.Money == 0
            ? ledger.AddBroke(bucket.Class, purchase)
            : ledger.AddFull(bucket.Class, purchase, bucket.Points, Math.Max(double.Epsilon, bucket.Money - price * bucket.Points));
}
