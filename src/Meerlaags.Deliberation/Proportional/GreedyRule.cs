using Meerlaags.Deliberation.Numerics;

namespace Meerlaags.Deliberation.Proportional;

/// <summary>Projects by votes, each taken whenever it still fits: what most cities do, and no proportional rule.</summary>
public static class GreedyRule
{
    /// <summary>Supported projects by (votes descending, cost ascending, id ascending) while they fit in the budget.</summary>
    public static IReadOnlyList<int> ByVotes(SupportProfile profile, Rational budget) => Complete(profile, budget, []);

    /// <summary>The projects that greedy adds to those already selected, in order.</summary>
    public static IReadOnlyList<int> Complete(SupportProfile profile, Rational budget, IReadOnlyCollection<int> selected) =>
        Complete(profile, budget, selected, null);

    internal static IReadOnlyList<int> Complete(SupportProfile profile, Rational budget, IReadOnlyCollection<int> selected, ItemRules? rules)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(selected);
        var eligibility = rules is null ? null : new Eligibility(rules, selected);
        var left = budget - Rational.Sum(selected.Select(p => profile.Costs[p]));
        var order = Enumerable.Range(0, profile.ProjectCount).Where(p => profile.TakesPart(p) && !selected.Contains(p)).ToList();
        order.Sort((a, b) => TieOrder.Practice.Compare(profile, a, b));
        var taken = new List<int>();
        while (order.FindIndex(p => profile.Costs[p] <= left && eligibility?.IsOpen(p) != false) is >= 0 and var at)
        {
            taken.Add(order[at]);
            left -= profile.Costs[order[at]];
            eligibility?.Buy(order[at]);
            order.RemoveAt(at);
        }
        return taken;
    }
}
