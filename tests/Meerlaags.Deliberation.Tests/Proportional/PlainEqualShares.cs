using Meerlaags.Deliberation.Numerics;
using Meerlaags.Deliberation.Proportional;

namespace Meerlaags.Deliberation.Tests.Proportional;

/// <summary>The rule as its definition reads, in fractions and without any shortcut: the second opinion for the fast one.</summary>
internal static class PlainEqualShares
{
    /// <summary>Purchases in order; <paramref name="mayBuy"/> tells from what is bought whether a project may be bought.</summary>
    public static List<(int Project, Rational Rho)> Run(SupportProfile profile, Purses purses, Func<int, IReadOnlyList<int>, bool>? mayBuy = null)
    {
        var money = purses.Endowments.ToArray();
        var bought = new List<(int Project, Rational Rho)>();
        while (true)
        {
            (int Project, Rational Rho)? best = null;
            foreach (var p in Enumerable.Range(0, profile.ProjectCount).OrderBy(p => profile.Ids[p], StringComparer.Ordinal))
                if (
                    profile.TakesPart(p)
                    && !bought.Exists(b => b.Project == p)
                    && mayBuy?.Invoke(p, bought.ConvertAll(b => b.Project)) != false
                    && RhoOf(profile, purses, money, p) is { } rho
                    && (best is null || rho < best.Value.Rho)
                )
                    best = (p, rho);
            if (best is not { } next)
                return bought;
            bought.Add(next);
            foreach (var v in profile.Supporters[next.Project])
                money[v] -= Rational.Min(money[v], next.Rho * Utility(profile, purses, v, next.Project));
        }
    }

    private static Rational? RhoOf(SupportProfile profile, Purses purses, Rational[] money, int project)
    {
        var missing = profile.Costs[project];
        var supporters = profile.Supporters[project].OrderBy(v => money[v] / Utility(profile, purses, v, project)).ToList();
        var shares = Rational.Sum(supporters.Select(v => Utility(profile, purses, v, project)));
        foreach (var v in supporters)
        {
            var utility = Utility(profile, purses, v, project);
            if (missing / shares * utility <= money[v])
                return missing / shares;
            missing -= money[v];
            shares -= utility;
        }
        return null;
    }

    private static Rational Utility(SupportProfile profile, Purses purses, int voter, int project)
    {
        var points = profile.Points is { } all ? all[project][Array.IndexOf(profile.Supporters[project], voter)] : 1;
        return profile.UnitUtility[project] * points * purses.Weights[voter];
    }
}
