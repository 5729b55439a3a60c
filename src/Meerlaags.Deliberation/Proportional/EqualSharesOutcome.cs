using System.Runtime.InteropServices;
using Meerlaags.Deliberation.Numerics;

namespace Meerlaags.Deliberation.Proportional;

/// <summary>One purchase: the project, and the projects tied with it in the order of the tie criteria (null when there was no tie).</summary>
internal sealed record Purchase(int Project, int[]? Tied);

/// <summary>What a voter pays for a project; <see cref="GaveAll"/> when it emptied the purse.</summary>
public sealed record Payment(int Voter, Rational Amount, bool GaveAll);

/// <summary>
/// Why a project was not bought. <see cref="MoneyLeft"/>: what its supporters still had together; had it cost no more than that, it
/// would have been bought. <see cref="Lacking"/>: the rest of its cost. <see cref="MoreSupporters"/>: the fewest of the other voters
/// whose money left would have made up for it; with them as supporters too it would have been bought. Null when all others together
/// have too little left. Both hold for the project by itself, with all else as it was.
/// </summary>
public sealed record Loss(int Project, int Supporters, Rational MoneyLeft, Rational Lacking, long? MoreSupporters);

/// <summary>The outcome of <see cref="EqualShares"/>; exact amounts are computed when asked for.</summary>
public sealed class EqualSharesOutcome
{
    private readonly SupportProfile profile;
    private readonly Purses purses;
    private readonly PurchaseLedger ledger;
    private readonly List<Purchase> bought;
    private readonly int[] classOf;

    internal EqualSharesOutcome(SupportProfile profile, Purses purses, TieOrder ties, PurchaseLedger ledger, List<Purchase> bought, int[] classOf)
    {
        (this.profile, this.purses, this.ledger, this.bought, this.classOf) = (profile, purses, ledger, bought, classOf);
        TieOrder = ties;
        Selected = [.. bought.Select(p => p.Project)];
        TotalCost = Rational.Sum(Selected.Select(p => profile.Costs[p]));
    }

    /// <summary>Bought projects in order of purchase.</summary>
    public IReadOnlyList<int> Selected { get; }

    public Rational TotalCost { get; }

    /// <summary>The criteria that decided ties.</summary>
    public TieOrder TieOrder { get; }

    /// <summary>Projects tied at a purchase in the order of the criteria, or null.</summary>
    public IReadOnlyList<int>? TiesAt(int purchase) => bought[purchase].Tied;

    /// <summary>Price per unit of utility at a purchase.</summary>
    public Rational Rho(int purchase) => ledger.ExactPrice(purchase) / profile.UnitUtility[bought[purchase].Project];

    /// <summary>Who paid how much for a purchase; the amounts sum to the cost exactly.</summary>
    public IReadOnlyList<Payment> PaymentsFor(int purchase)
    {
        var price = ledger.ExactPrice(purchase);
        var project = bought[purchase].Project;
        var supporters = profile.Supporters[project];
        var held = new Dictionary<int, Rational>();
        var payments = new List<Payment>();
        for (var i = 0; i < supporters.Length; i++)
        {
            var at = StepOf(supporters[i], purchase);
            if (at < 0)
                continue;
            var weight = purses.WeightOf(supporters[i]);
            if (ledger.IsBroke(at))
            {
                var before = ledger.Parent(at);
                if (!held.TryGetValue(before, out var money))
                    held[before] = money = ledger.ExactMoney(before);
                payments.Add(new(supporters[i], money * weight, true));
            }
            else
                payments.Add(new(supporters[i], price * (profile.Points?[project][i] ?? 1) * weight, false));
        }
        return payments;
    }

    /// <summary>Money a voter has left.</summary>
    public Rational MoneyLeft(int voter) => ledger.IsBroke(classOf[voter]) ? Rational.Zero : ledger.ExactMoney(classOf[voter]) * purses.WeightOf(voter);

    /// <summary>For every project that took part and was not bought: what its supporters lacked.</summary>
    public IReadOnlyList<Loss> Losses()
    {
        var purse = new Dictionary<(int Class, long Weight), (Rational Money, long Voters)>();
        for (var voter = 0; voter < classOf.Length; voter++)
        {
            var key = (classOf[voter], purses.WeightOf(voter));
            if (!purse.TryGetValue(key, out var known))
                known.Money = MoneyLeft(voter);
            purse[key] = known with { Voters = known.Voters + 1 };
        }
        var richest = purse.Where(entry => entry.Value.Money.Sign > 0).OrderByDescending(entry => entry.Value.Money).ToList();
        var bought = Selected.ToHashSet();
        var losses = new List<Loss>();
        for (var p = 0; p < profile.ProjectCount; p++)
        {
            if (bought.Contains(p) || !profile.TakesPart(p))
                continue;
            var supporters = new Dictionary<(int Class, long Weight), long>();
            foreach (var voter in profile.Supporters[p])
                CollectionsMarshal.GetValueRefOrAddDefault(supporters, (classOf[voter], purses.WeightOf(voter)), out _)++;
            var left = Rational.Sum(supporters.Select(entry => purse[entry.Key].Money * entry.Value));
            var lacking = profile.Costs[p] - left;
            var others = richest.Select(entry => (entry.Value.Money, Voters: entry.Value.Voters - supporters.GetValueOrDefault(entry.Key)));
            losses.Add(new(p, profile.Supporters[p].Length, left, lacking, Fewest(others, lacking)));
        }
        return losses;
    }

    // The richest first: the fewest whose money reaches the sum.
    private static long? Fewest(IEnumerable<(Rational Money, long Voters)> richest, Rational lacking)
    {
        var taken = 0L;
        foreach (var (money, voters) in richest)
        {
            var needed = lacking / money;
            var whole = (needed.Numerator + needed.Denominator - 1) / needed.Denominator;
            if (whole <= voters)
                return taken + (long)whole;
            taken += voters;
            lacking -= money * voters;
        }
        return null;
    }

    // The class a voter stood in right after a purchase, or -1 when the voter took no part in it.
    private int StepOf(int voter, int purchase)
    {
        var at = classOf[voter];
        while (ledger.Purchase(at) > purchase)
            at = ledger.Parent(at);
        return ledger.Purchase(at) == purchase ? at : -1;
    }
}
