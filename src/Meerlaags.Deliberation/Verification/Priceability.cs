using Meerlaags.Deliberation.Numerics;
using Meerlaags.Deliberation.Proportional;

namespace Meerlaags.Deliberation.Verification;

/// <summary>Between which total endowments prices exist, both ends included and exact; without <see cref="Most"/> there is no upper end.</summary>
public sealed record PriceRange(Rational Least, Rational? Most);

/// <summary>
/// Priceability (Peters, Pierczyński, Shah, Skowron, AAAI 2021; for budgets Los, Christoff, Grossi, IJCAI 2022): with endowments t e_i there
/// are payments such that only supporters pay, every selected project gets exactly its cost, nobody pays more than they have, and the
/// supporters of an unselected project have no more than its cost left together. A linear programme in t and the payments; voters with
/// the same ballot are one. Doubles find the best basis, fractions prove it: they go on from there where doubles erred, so that the
/// answer is exact.
/// </summary>
public static class Priceability
{
    /// <summary>Projects with supporters beyond which the programme is refused: its basis has that many rows.</summary>
    public const int MostProjects = 400;

    /// <summary>Approvals on distinct ballots beyond which the programme is refused.</summary>
    public const long MostApprovals = 1_000_000;

    private const double Tolerance = 1e-9;

    /// <summary>
    /// The range for a selection, or null when there are no prices at all. <paramref name="shares"/>: the part of each voter in the total
    /// endowment, equal when null. Throws <see cref="BudgetLimitException"/> beyond <see cref="MostProjects"/> or
    /// <see cref="MostApprovals"/>.
    /// </summary>
    public static PriceRange? Range(
        SupportProfile profile,
        IReadOnlyCollection<int> selected,
        IReadOnlyList<Rational>? shares = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(selected);
        int[] others = [.. Enumerable.Range(0, profile.ProjectCount).Where(p => profile.TakesPart(p) && !selected.Contains(p))];
        return RangeAmong(profile, (selected, others), shares, cancellation);
    }

    /// <summary>As <see cref="Range"/>, where only the given others are unselected projects.</summary>
    internal static PriceRange? RangeAmong(
        SupportProfile profile,
        (IReadOnlyCollection<int> Selected, int[] Others) projects,
        IReadOnlyList<Rational>? shares,
        CancellationToken cancellation
    )
    {
        var others = projects.Others;
        var chosen = projects.Selected.Where(p => profile.Costs[p].Sign > 0).Distinct().ToArray();
        if (chosen.Any(p => profile.Supporters[p].Length == 0))
            return null; // nobody may pay for it
        if (chosen.Length + others.Length > MostProjects)
            throw new BudgetLimitException($"{chosen.Length + others.Length} projects are more than the limit of {MostProjects}.");
        var programme = PriceProgramme.Of(profile, chosen, others, shares);
        var approvals = programme.Ballots.Sum(b => (long)b.Length);
        if (approvals > MostApprovals)
            throw new BudgetLimitException($"{approvals} approvals on distinct ballots are more than the limit of {MostApprovals}.");
        return new Solving(programme, cancellation).Range();
    }

    /// <summary>The range by fractions alone, without doubles to point the way: slow, for comparison.</summary>
    internal static PriceRange? RangeByFractions(SupportProfile profile, int[] chosen, int[] others) =>
        new Solving(PriceProgramme.Of(profile, chosen, others, null), default).ByFractions();

    private sealed class Solving(PriceProgramme programme, CancellationToken cancellation)
    {
        public PriceRange? Range()
        {
            var fast = InDoubles();
            fast.Reach(PriceGoal.Prices, cancellation);
            if (fast.Missing > Tolerance)
            {
                // The least that is missing, proven: more than nothing.
                var least = Exact((fast.Basis.Keys, fast.Basis.Basic));
                if (least is { IsFeasible: true } && least.Reach(PriceGoal.Prices, cancellation) && least.Missing.Sign > 0)
                    return null;
                return ByFractions();
            }
            var tau = new Rational?[2];
            foreach (var goal in (PriceGoal[])[PriceGoal.LeastTau, PriceGoal.MostTau])
            {
                fast.Reach(goal, cancellation);
                var exact = Exact((fast.Basis.Keys, fast.Basis.Basic));
                if (exact is not { IsFeasible: true } || !exact.Missing.IsZero)
                    return ByFractions();
                tau[goal - PriceGoal.LeastTau] = exact.Reach(goal, cancellation) ? exact.Tau : null;
            }
            return RangeOf(tau[0], tau[1]);
        }

        public PriceRange? ByFractions()
        {
            var exact = Exact(Start())!;
            exact.Reach(PriceGoal.Prices, cancellation);
            if (exact.Missing.Sign > 0)
                return null;
            Rational? TauAt(PriceGoal goal) => exact.Reach(goal, cancellation) ? exact.Tau : null;
            return RangeOf(TauAt(PriceGoal.LeastTau), TauAt(PriceGoal.MostTau));
        }

        // Total endowment = all weights / tau.
        private PriceRange RangeOf(Rational? leastTau, Rational? mostTau)
        {
            var whole = programme.TotalWeight * programme.CostUnit;
            return new(mostTau is { } most ? whole / most : Rational.Zero, leastTau is { IsZero: false } least ? whole / least : null);
        }

        private GroupedSimplex<double> InDoubles()
        {
            // A weight of 1 and tau near 1, whatever the units.
            var weight = programme.Weights.Sum(w => w.ToDouble()) / Math.Max(1, programme.Groups);
            var cost = programme.Costs.Take(programme.Chosen).DefaultIfEmpty(Rational.One).Sum(c => c.ToDouble()) / Math.Max(1, programme.Groups);
            var basis = new GroupedBasis<double>(
                programme,
                [.. programme.Weights.Select(w => w.ToDouble() / weight)],
                [.. programme.Costs.Select(c => c.ToDouble() / cost)],
                Start()
            );
            basis.Factor();
            basis.Evaluate();
            return new(programme, basis, Tolerance);
        }

        private GroupedSimplex<Rational>? Exact((int[] Keys, int[] Basic) start)
        {
            var basis = new GroupedBasis<Rational>(programme, programme.Weights, programme.Costs, start);
            if (!basis.Factor())
                return null;
            basis.Evaluate();
            return new(programme, basis, Rational.Zero);
        }

        /// <summary>Nobody pays; the endowments are so small that no unselected project could be paid; everything selected is missing.</summary>
        private (int[] Keys, int[] Basic) Start()
        {
            int[] keys = [.. Enumerable.Range(0, programme.Groups).Select(programme.Unspent)];
            int[] basic = [.. Enumerable.Range(0, programme.Rows).Select(row => row < programme.Chosen ? programme.Artificial(row) : programme.Slack(row))];
            var unspent = new Rational[programme.Rows];
            for (var group = 0; group < programme.Groups; group++)
                foreach (var row in programme.Ballots[group])
                    unspent[row] += programme.Weights[group];
            if (programme.Rows > programme.Chosen)
                basic[Enumerable.Range(programme.Chosen, programme.Rows - programme.Chosen).MaxBy(row => unspent[row] / programme.Costs[row])] = programme.Tau;
            return (keys, basic);
        }
    }
}
