using Meerlaags.Deliberation.Numerics;
using Meerlaags.Deliberation.Proportional;

namespace Meerlaags.Deliberation.Verification;

/// <summary>
/// A group that may complain: <see cref="Voters"/> own <see cref="Entitlement"/>, enough for all of <see cref="Projects"/>, which they all
/// support, and got less.
/// </summary>
public sealed record BudgetViolation(IReadOnlyList<int> Projects, IReadOnlyList<int> Voters, Rational Entitlement);

/// <summary>How far below its claim a group may end.</summary>
public enum Leeway
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>By less than any one unselected project of its claim.</summary>
    UpToAny,
}

/// <summary>
/// Proportionality of a selection W for approvals with the same utility for all supporters (Rey and Maly, survey, 2023; Los, Christoff,
/// Grossi, IJCAI 2022). A group deserves a set T of projects when all of it support all of T and together own cost(T). Each answer is a
/// group that may complain, or null when the axiom holds. PJR and EJR are coNP-hard: all sets some group deserves are tried, for PJR
/// with all groups that share few selected projects; no more steps than <see cref="Limit"/>, or <see cref="BudgetLimitException"/>.
/// Equal shares (equal endowments or clones) satisfies EJR for cardinality and EJR up to any project for cost utilities.
/// </summary>
public sealed class BudgetAxioms
{
    private readonly SupportProfile profile;
    private readonly Purses purses;
    private readonly HashSet<int> selected;
    private readonly Rational[] utility; // u_i(W)
    private readonly int[] projects;

    public BudgetAxioms(SupportProfile profile, Purses purses, IReadOnlyCollection<int> selected)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(purses);
        ArgumentNullException.ThrowIfNull(selected);
        if (profile.Points is not null)
            throw new ArgumentException("These axioms are for approvals: the utility is the same for all supporters.", nameof(profile));
        (this.profile, this.purses, this.selected) = (profile, purses, [.. selected]);
        utility = new Rational[profile.VoterCount];
        foreach (var p in this.selected)
        foreach (var v in profile.Supporters[p])
            utility[v] += profile.UnitUtility[p];
        projects = [.. Enumerable.Range(0, profile.ProjectCount).Where(profile.TakesPart)];
    }

    /// <summary>Sets of projects and, for PJR, groups looked at in one check.</summary>
    public long Limit { get; init; } = 1_000_000;

    /// <summary>JR: supporters of a project who own its cost and of whom nobody supports anything selected.</summary>
    public BudgetViolation? Jr()
    {
        foreach (var p in projects)
        {
            int[] without = [.. profile.Supporters[p].Where(v => utility[v].IsZero)];
            if (without.Length > 0 && purses.Owned(without) is var owned && owned >= profile.Costs[p])
                return new([p], without, owned);
        }
        return null;
    }

    /// <summary>EJR: a group that deserves T and of which everybody has less than u(T) (and the leeway).</summary>
    public BudgetViolation? Ejr(Leeway leeway = Leeway.None, CancellationToken cancellation = default) =>
        Search(leeway, (claim, _) => [.. claim.Voters.Where(v => claim.IsLess(utility[v]))], cancellation);

    /// <summary>PJR: a group that deserves T and whose selected projects, each counted once, are together worth less than u(T) (and the leeway).</summary>
    public BudgetViolation? Pjr(Leeway leeway = Leeway.None, CancellationToken cancellation = default) => Search(leeway, PoorTogether, cancellation);

    /// <summary>A set T with those who support all of it; <see cref="Least"/> is the smallest utility of an unselected project in T.</summary>
    private sealed record Claim(List<int> Projects, int[] Voters, Rational Cost, Rational Utility, Rational? Least, Leeway Leeway)
    {
        // With T inside W nobody has less.
        public bool IsLess(Rational reached) => Least is { } least && (Leeway == Leeway.None ? reached < Utility : reached + least <= Utility);
    }

    private sealed class Steps(long limit, CancellationToken cancellation)
    {
        private long taken;

        public void Take()
        {
            cancellation.ThrowIfCancellationRequested();
            if (++taken > limit)
                throw new BudgetLimitException($"There are more sets to look at than the limit of {limit}.");
        }
    }

    // Subsets of a deserved set are deserved too: so only deserved sets are extended.
    private BudgetViolation? Search(Leeway leeway, Func<Claim, Steps, int[]?> complaining, CancellationToken cancellation)
    {
        var steps = new Steps(Limit, cancellation);
        return Extend(new([], [.. Enumerable.Range(0, profile.VoterCount)], Rational.Zero, Rational.Zero, null, leeway), 0);

        BudgetViolation? Extend(Claim claim, int from)
        {
            for (var i = from; i < projects.Length; i++)
            {
                steps.Take();
                var p = projects[i];
                int[] voters = claim.Projects.Count == 0 ? profile.Supporters[p] : [.. claim.Voters.Intersect(profile.Supporters[p])];
                var cost = claim.Cost + profile.Costs[p];
                if (voters.Length == 0 || purses.Owned(voters) < cost)
                    continue;
                var unit = profile.UnitUtility[p];
                var least = selected.Contains(p) || claim.Least <= unit ? claim.Least : unit;
                var next = new Claim([.. claim.Projects, p], voters, cost, claim.Utility + unit, least, leeway);
                if (complaining(next, steps) is { Length: > 0 } group && purses.Owned(group) is var owned && owned >= cost)
                    return new(next.Projects, group, owned);
                if (Extend(next, i + 1) is { } found)
                    return found;
            }
            return null;
        }
    }

    /// <summary>
    /// A group among the claim's voters who own its cost and share little: one selected project after the other is either granted, or its
    /// supporters leave the group.
    /// </summary>
    private int[]? PoorTogether(Claim claim, Steps steps)
    {
        return claim.Least is null ? null : Divide(claim.Voters, Rational.Zero, [.. selected]);

        int[]? Divide(int[] group, Rational granted, List<int> open)
        {
            steps.Take();
            if (group.Length == 0 || purses.Owned(group) < claim.Cost || !claim.IsLess(granted))
                return null;
            var next = open.FindIndex(p => profile.Supporters[p].Intersect(group).Any());
            if (next < 0)
                return group;
            var project = open[next];
            var rest = open[(next + 1)..];
            return Divide(group, granted + profile.UnitUtility[project], rest) ?? Divide([.. group.Except(profile.Supporters[project])], granted, rest);
        }
    }
}
