using Meerlaags.Deliberation.Numerics;
using Meerlaags.Deliberation.Proportional;

namespace Meerlaags.Deliberation.Verification;

/// <summary>
/// A group that may complain: the <see cref="Voters"/> supporters of an unselected project together own <see cref="Entitlement"/>, and
/// each of them would still be within that share with the project added.
/// </summary>
public sealed record EjrPlusViolation(int Project, IReadOnlyList<int> Voters, Rational Entitlement);

/// <summary>
/// What a group of supporters may claim a project by: those who own E together and each have u_i(W) + Utility &lt;= E UtilityPerMoney may
/// complain.
/// </summary>
internal sealed record BudgetClaim(int Project, IReadOnlyCollection<int> Supporters, Rational Utility, Rational UtilityPerMoney);

/// <summary>
/// EJR+ up to any project (Brill and Peters, EC 2023, for budgets and additive utilities uniform over supporters): violated when an
/// unselected project c has a group of supporters owning E together with u_i(W) + u(c) &lt;= E u(c) / cost(c) for every member.
/// Holds for equal shares with equal endowments or clones; with own unequal money it is a report, not a promise.
/// </summary>
public static class BudgetEjrPlus
{
    /// <summary>All violations, one per project in the order of the profile, with the smallest whole group of equals that has one.</summary>
    public static IReadOnlyList<EjrPlusViolation> Violations(SupportProfile profile, Purses purses, IReadOnlyCollection<int> selected)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(selected);
        var claims = Enumerable
            .Range(0, profile.ProjectCount)
            .Where(p => profile.TakesPart(p) && !selected.Contains(p))
            .Select(p => new BudgetClaim(p, profile.Supporters[p], profile.UnitUtility[p], profile.UnitUtility[p] / profile.Costs[p]));
        return Violations(profile, purses, (selected, claims));
    }

    internal static IReadOnlyList<EjrPlusViolation> Violations(
        SupportProfile profile,
        Purses purses,
        (IReadOnlyCollection<int> Selected, IEnumerable<BudgetClaim> Claims) asked
    )
    {
        ArgumentNullException.ThrowIfNull(purses);
        if (profile.Points is not null)
            throw new ArgumentException("EJR+ here is for approvals: the utility is the same for all supporters.", nameof(profile));
        var utilities = Utilities(profile, asked.Selected);
        var found = new List<EjrPlusViolation>();
        foreach (var claim in asked.Claims)
        {
            // The value reached decides, so whole groups of equal u_i(W) enter at once.
            var groups = claim.Supporters.GroupBy(v => utilities[v]).OrderBy(g => g.Key.Value);
            var members = new List<int>();
            var owned = Rational.Zero;
            foreach (var group in groups)
            {
                members.AddRange(group);
                owned += purses.Owned(group);
                if (group.Key.Value + claim.Utility <= owned * claim.UtilityPerMoney)
                {
                    found.Add(new(claim.Project, members, owned));
                    break;
                }
            }
        }
        return found;
    }

    /// <summary>u_i(W), where voters with the same selected projects share one object (cheap to group by).</summary>
    private static Utility[] Utilities(SupportProfile profile, IReadOnlyCollection<int> selected)
    {
        var known = new Dictionary<Rational, Utility>();
        var of = new Utility[profile.VoterCount];
        Array.Fill(of, Of(Rational.Zero));
        foreach (var p in selected)
        {
            var next = new Dictionary<Utility, Utility>();
            foreach (var v in profile.Supporters[p])
            {
                if (!next.TryGetValue(of[v], out var more))
                    next[of[v]] = more = Of(of[v].Value + profile.UnitUtility[p]);
                of[v] = more;
            }
        }
        return of;

        Utility Of(Rational value)
        {
            if (!known.TryGetValue(value, out var utility))
                known[value] = utility = new Utility(value);
            return utility;
        }
    }

    private sealed class Utility(Rational value)
    {
        public Rational Value { get; } = value;
    }
}
