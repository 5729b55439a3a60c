using Meerlaags.Deliberation.Numerics;
using Meerlaags.Deliberation.Verification;

namespace Meerlaags.Deliberation.Proportional.Constraints;

/// <summary>
/// Equal shares on a budget with constraints: in every round only items that may be bought take part. See
/// <see cref="BudgetConstraints"/> for what stays guaranteed.
/// </summary>
public sealed class ConstrainedBudget
{
    private readonly SupportProfile profile;
    private readonly BudgetConstraints constraints;
    private readonly ItemRules rules;
    private readonly int[][] itemsOf;

    /// <summary>Throws <see cref="ArgumentException"/> for constraints that name no project or steps that do not ascend to the cost.</summary>
    public ConstrainedBudget(SupportProfile profile, BudgetConstraints constraints)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(constraints);
        (this.profile, this.constraints) = (profile, constraints);
        var made = new BudgetItems(profile, constraints);
        (Items, ItemProfile, rules, itemsOf) = (made.Items, made.Profile(), made.Rules(), made.ItemsOf());
    }

    /// <summary>What can be bought at once; the outcome's shares count in these.</summary>
    public IReadOnlyList<BudgetItem> Items { get; }

    /// <summary>Who supports which item.</summary>
    public SupportProfile ItemProfile { get; }

    public TieOrder Ties { get; init; } = TieOrder.ById;

    /// <summary>Runs the rule.</summary>
    public ConstrainedOutcome Run(Purses purses, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(purses);
        if (purses.Count != profile.VoterCount)
            throw new ArgumentException("One purse per voter.", nameof(purses));
        return Outcome(EqualShares.Complete(new(ItemProfile, purses, Ties, rules), cancellation).Outcome());
    }

    /// <summary>Runs the rule with equal endowments raised step by step, as <see cref="EqualSharesCompletion.Add1"/>.</summary>
    public (ConstrainedOutcome Outcome, CompletedShares Completion) Add1(
        Rational budget,
        Rational increment,
        CompletionStop stop = CompletionStop.Overshoot,
        CancellationToken cancellation = default
    )
    {
        var search = new Add1Search(ItemProfile, budget, increment)
        {
            Stop = stop,
            Ties = Ties,
            Rules = rules,
            Cancellation = cancellation,
        };
        var completion = search.Run();
        return (Outcome(completion.Outcome), completion);
    }

    /// <summary>The items that fit in what is left of the budget, by (votes descending, cost ascending, id), with the constraints kept.</summary>
    public IReadOnlyList<int> CompleteByVotes(ConstrainedOutcome outcome, Rational budget)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return GreedyRule.Complete(ItemProfile, budget, outcome.Shares.Selected, rules);
    }

    /// <summary>
    /// Groups that may complain under what <see cref="BudgetConstraints"/> promises: none for an outcome of <see cref="Run"/> with equal
    /// endowments or clones. Projects in the answer are items. Throws <see cref="ArgumentException"/> where utilities differ between
    /// supporters of an item.
    /// </summary>
    public IReadOnlyList<EjrPlusViolation> Complaints(Purses purses, ConstrainedOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        int[] selected = [.. outcome.Shares.Selected];
        var eligibility = new Eligibility(rules, selected);
        var claims = new List<BudgetClaim>();
        for (var item = 0; item < Items.Count; item++)
        {
            if (selected.Contains(item) || !ItemProfile.TakesPart(item))
                continue;
            var chain = Chain(item);
            if (chain.Any(i => !selected.Contains(i) && eligibility.IsShut(i)) || chain.Any(i => !ItemProfile.TakesPart(i)))
                continue;
            claims.Add(
                new(
                    item,
                    [.. chain.Select(i => (IEnumerable<int>)ItemProfile.Supporters[i]).Aggregate((a, b) => a.Intersect(b))],
                    chain.Max(i => ItemProfile.UnitUtility[i]),
                    chain.Min(i => ItemProfile.UnitUtility[i] / ItemProfile.Costs[i])
                )
            );
        }
        return BudgetEjrPlus.Violations(ItemProfile, purses, (selected, claims));
    }

    /// <summary>
    /// Between which total endowments there are prices for the outcome, with the items that could be bought next as the unselected ones;
    /// null when there are none. <paramref name="shares"/>: the part of each voter, equal when null.
    /// </summary>
    public PriceRange? Prices(ConstrainedOutcome outcome, IReadOnlyList<Rational>? shares = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        int[] selected = [.. outcome.Shares.Selected];
        var eligibility = new Eligibility(rules, selected);
        int[] next = [.. Enumerable.Range(0, Items.Count).Where(i => !selected.Contains(i) && ItemProfile.TakesPart(i) && eligibility.IsOpen(i))];
        return Priceability.RangeAmong(ItemProfile, (selected, next), shares, cancellation);
    }

    /// <summary>An item and all it needs, directly or not.</summary>
    private List<int> Chain(int item)
    {
        List<int> chain = [item];
        for (var i = 0; i < chain.Count; i++)
            chain.AddRange(Items[chain[i]].Needs.Where(needed => !chain.Contains(needed)));
        return chain;
    }

    private ConstrainedOutcome Outcome(EqualSharesOutcome shares)
    {
        var bought = shares.Selected.ToHashSet();
        var eligibility = new Eligibility(rules, bought);
        var lost = shares.Losses().ToDictionary(loss => loss.Project);
        var funding = new Rational[profile.ProjectCount];
        var shortfalls = new List<Shortfall>();
        for (var project = 0; project < funding.Length; project++)
        {
            foreach (var item in itemsOf[project].Where(bought.Contains))
                funding[project] += Items[item].Parts.Single(part => part.Project == project).Amount;
            var next = Array.FindIndex(itemsOf[project], item => !bought.Contains(item));
            if (next >= 0 && profile.TakesPart(project))
                shortfalls.Add(Explain(new(project, funding[project], Hindrance.Money), itemsOf[project][next]));
        }
        return new(shares, funding, shortfalls);

        Shortfall Explain(Shortfall shortfall, int item)
        {
            if (rules.Barred[item])
            {
                var together = ProjectsOf(itemsOf[shortfall.Project][0]);
                var by = constraints.Objections.Where(o => together.Contains(o.Project)).Select(o => o.By).Distinct(StringComparer.Ordinal);
                return shortfall with { Hindrance = Hindrance.Objection, By = [.. by] };
            }
            if (eligibility.IsShut(item))
                return shortfall with { Hindrance = Hindrance.Alternative, Projects = Alternatives(item) };
            if (!eligibility.IsOpen(item))
                return shortfall with
                {
                    Hindrance = Hindrance.Requirement,
                    Projects = [.. Items[item].Needs.Where(i => !bought.Contains(i)).SelectMany(ProjectsOf)],
                };
            return shortfall with { Money = lost[item] };
        }

        int[] Alternatives(int item) => [.. bought.Where(b => rules.RuledOut[b].Contains(item)).SelectMany(ProjectsOf).Order()];

        IEnumerable<int> ProjectsOf(int item) => Items[item].Parts.Select(part => part.Project);
    }
}
