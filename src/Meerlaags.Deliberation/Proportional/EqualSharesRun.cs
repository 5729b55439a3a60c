using System.Runtime.InteropServices;
using Meerlaags.Deliberation.Numerics;

namespace Meerlaags.Deliberation.Proportional;

/// <summary>The state of one run of <see cref="EqualShares"/>: who has which money, which projects are still open.</summary>
internal sealed class EqualSharesRun
{
    private readonly SupportProfile profile;
    private readonly Purses purses;
    private readonly TieOrder ties;
    private readonly Eligibility? eligibility;
    private readonly PurchaseLedger ledger = new();
    private readonly ProjectPrice prices;
    private readonly int[] classOf;
    private readonly List<Candidate> open = [];
    private readonly List<Purchase> bought = [];

    public EqualSharesRun(SupportProfile profile, Purses purses, TieOrder ties, ItemRules? rules)
    {
        (this.profile, this.purses, this.ties) = (profile, purses, ties);
        eligibility = rules is null ? null : new(rules);
        classOf = new int[profile.VoterCount];
        prices = new(profile, purses, ledger, classOf);
        if (purses.OwnMoney)
            AddRoots();
        else
            AddRoot(purses.Share);
        for (var p = 0; p < profile.ProjectCount; p++)
            if (profile.TakesPart(p))
                open.Add(new(p, profile.Costs[p].ToDouble(), profile.UnitUtility[p].ToDouble()));
    }

    /// <summary>How far all endowments may rise together before anything is decided otherwise; complete once nothing can be bought.</summary>
    public EndowmentReach Reach { get; } = new();

    private void AddRoots()
    {
        var roots = new Dictionary<Rational, int>();
        for (var voter = 0; voter < classOf.Length; voter++)
        {
            ref var root = ref CollectionsMarshal.GetValueRefOrAddDefault(roots, purses.Endowments[voter], out var known);
            if (!known)
                root = AddRoot(purses.Endowments[voter]);
            classOf[voter] = root;
        }
    }

    private int AddRoot(Rational endowment)
    {
        var root = ledger.AddRoot(endowment);
        prices.LargestEndowment = Math.Max(prices.LargestEndowment, ledger.Money(root));
        if (endowment.IsZero)
            Reach.None();
        return root;
    }

    /// <summary>Buys the next project; false when none can be paid for any more.</summary>
    public bool BuyNext()
    {
        open.Sort((a, b) => a.Low != b.Low ? a.Low.CompareTo(b.Low) : a.Project.CompareTo(b.Project));
        var lowestHigh = double.PositiveInfinity;
        var near = new List<Candidate>();
        for (var i = 0; i < open.Count; i++)
        {
            var candidate = open[i];
            if (candidate.Low > lowestHigh)
                break;
            if (eligibility?.IsOpen(candidate.Project) == false)
                continue;
            if (!prices.Evaluate(candidate, Reach))
            {
                open.RemoveAt(i--); // money only falls: what is out of reach stays so
                continue;
            }
            if (candidate.High < lowestHigh)
            {
                lowestHigh = candidate.High;
                prices.Keep();
            }
            near.Add(candidate);
        }
        near.RemoveAll(c => c.Low > lowestHigh);
        if (near.Count == 0)
            return false;
        prices.Return();
        var (chosen, tied) = near.Count == 1 ? (near[0], null) : DecideExactly(near);
        open.Remove(chosen);
        Buy(chosen, tied);
        eligibility?.Buy(chosen.Project);
        return true;
    }

    public EqualSharesOutcome Outcome() => new(profile, purses, ties, ledger, bought, classOf);

    private (Candidate Chosen, int[]? Tied) DecideExactly(List<Candidate> near)
    {
        var exact = near.Select(c =>
            {
                prices.Evaluate(c, Reach);
                return (Candidate: c, Rho: prices.ExactRho(c));
            })
            .ToList();
        var lowest = exact.Min(c => c.Rho);
        var best = exact.Where(c => c.Rho == lowest).Select(c => c.Candidate).ToList();
        best.Sort((a, b) => ties.Compare(profile, a.Project, b.Project));
        int[]? tied = best.Count == 1 ? null : [.. best.Select(c => c.Project)];
        var level = best[0].Level;
        prices.Evaluate(best[0], Reach);
        best[0].Level = level;
        return (best[0], tied);
    }

    private void Buy(Candidate chosen, int[]? tied)
    {
        var emptied = prices.Split(chosen, out var shares, out _);
        var slope = prices.SlopeOfPrice(prices.Buckets[..emptied], (double)shares);
        KeepChoice(chosen, slope / chosen.Unit);
        KeepEmptied(chosen, emptied, slope);

        var purchase = bought.Count;
        ledger.AddPrice(profile.Costs[chosen.Project], prices.Buckets[..emptied], shares);
        bought.Add(new(chosen.Project, tied));
        var price = ((chosen.Low + chosen.High) / 2 * chosen.Unit, slope);
        if (profile.Points is null)
            MoveClasses(chosen.Project, purchase, price, emptied);
        else
            MoveVoters(purchase, price, emptied);
    }

    /// <summary>Nothing else may come to be as cheap as what was chosen.</summary>
    private void KeepChoice(Candidate chosen, double slope)
    {
        foreach (var other in open)
            // Two prices that do not change keep their order, which was decided on fractions.
            if (!(chosen.Level && other.Level) && eligibility?.IsOpen(other.Project) != false)
                Reach.Keep(other.Low - chosen.High, other.Slope, slope);
    }

    /// <summary>Whoever gave all has to stay poorer than the payment; whoever paid in full gets only richer.</summary>
    private void KeepEmptied(Candidate chosen, int emptied, double slope)
    {
        var price = chosen.Low * chosen.Unit;
        var span = prices.Buckets;
        for (var i = 0; i < span.Length; i++)
            if (i < emptied)
                Reach.Keep(price * span[i].Points - span[i].Money - prices.Error, slope * span[i].Points, ledger.Slope(span[i].Class));
            else if (span[i].Money == 0)
                Reach.None();
    }

    private void MoveClasses(int project, int purchase, (double Money, double Slope) price, int emptied)
    {
        var span = prices.Buckets;
        for (var i = 0; i < span.Length; i++)
            prices.Follow(span[i].Class, Successor(span[i], purchase, price, i < emptied));
        foreach (var voter in profile.Supporters[project])
        {
            var next = prices.SuccessorOf(classOf[voter]);
            if (next >= 0)
                classOf[voter] = next;
        }
    }

    private void MoveVoters(int purchase, (double Money, double Slope) price, int emptied)
    {
        var successors = new Dictionary<(int, long, bool), int>();
        var span = prices.Buckets;
        for (var i = 0; i < span.Length; i++)
        {
            var bucket = span[i];
            var broke = i < emptied || bucket.Money == 0;
            ref var next = ref CollectionsMarshal.GetValueRefOrAddDefault(successors, (bucket.Class, bucket.Points, broke), out var known);
            if (!known)
                next = Successor(bucket, purchase, price, i < emptied);
            classOf[bucket.Voter] = next;
        }
    }

    private int Successor(Bucket bucket, int purchase, (double Money, double Slope) price, bool emptied)
    {
        if (emptied || bucket.Money == 0)
            return ledger.AddBroke(bucket.Class, purchase);
        var money = Math.Max(double.Epsilon, bucket.Money - price.Money * bucket.Points);
        return ledger.AddFull(bucket.Class, purchase, bucket.Points, (money, ledger.Slope(bucket.Class) - price.Slope * bucket.Points));
    }
}
