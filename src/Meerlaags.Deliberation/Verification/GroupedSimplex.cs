using System.Numerics;

namespace Meerlaags.Deliberation.Verification;

/// <summary>What the programme is solved for.</summary>
internal enum PriceGoal
{
    /// <summary>Artificial variables as small as can be: 0 when there are prices.</summary>
    Prices,

    /// <summary>Least tau: the largest total endowment.</summary>
    LeastTau,

    /// <summary>Largest tau: the smallest total endowment.</summary>
    MostTau,
}

/// <summary>
/// The primal simplex method (Dantzig 1963) on a <see cref="GroupedBasis{T}"/>: largest gain first and, after standing still for long,
/// Bland's rule (1977), which cannot cycle. With fractions and tolerance 0 the answer is exact.
/// </summary>
internal sealed class GroupedSimplex<T>(PriceProgramme programme, GroupedBasis<T> basis, T tolerance)
    where T : struct,
        IAdditionOperators<T, T, T>,
        ISubtractionOperators<T, T, T>,
        IMultiplyOperators<T, T, T>,
        IDivisionOperators<T, T, T>,
        IUnaryNegationOperators<T, T>,
        IComparisonOperators<T, T, bool>,
        IAdditiveIdentity<T, T>,
        IMultiplicativeIdentity<T, T>
{
    private const int PatienceBeforeBland = 50;
    private const int PivotsPerFactor = 100;
    private static readonly T Zero = T.AdditiveIdentity;
    private static readonly T One = T.MultiplicativeIdentity;

    public GroupedBasis<T> Basis => basis;

    public T Tau => Array.IndexOf(basis.Basic, programme.Tau) is >= 0 and var at ? basis.Values[at] : Zero;

    /// <summary>What selected projects lack of their cost.</summary>
    public T Missing =>
        Enumerable.Range(0, basis.Basic.Length).Where(p => programme.IsArtificial(basis.Basic[p])).Aggregate(Zero, (sum, p) => sum + basis.Values[p]);

    /// <summary>Whether no variable is below 0.</summary>
    public bool IsFeasible =>
        Array.TrueForAll(basis.Values, value => value >= Zero)
        && Enumerable.Range(0, basis.Basic.Length).Select(basis.GroupAt).Where(g => g >= 0).Distinct().All(g => basis.KeyValue(g) >= Zero);

    /// <summary>Goes on from the present feasible basis to the best one; false when the goal has no bound.</summary>
    public bool Reach(PriceGoal goal, CancellationToken cancellation)
    {
        var (still, pivots) = (0, 0);
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            // Fractions do not drift.
            if (typeof(T) == typeof(double) && pivots++ % PivotsPerFactor == PivotsPerFactor - 1 && basis.Factor())
                basis.Evaluate();
            var bland = still > PatienceBeforeBland;
            var entering = Entering(goal, bland);
            if (entering < 0)
                return true;
            var direction = basis.Direction(entering);
            if (Leaving(goal, entering, direction, bland) is not { } leaving)
                return false;
            Step(entering, leaving, direction);
            still = leaving.Length <= tolerance ? still + 1 : 0;
        }
    }

    private T CostOf(int variable, PriceGoal goal) =>
        goal switch
        {
            PriceGoal.Prices => programme.IsArtificial(variable) ? One : Zero,
            PriceGoal.LeastTau => variable == programme.Tau ? One : Zero,
            PriceGoal.MostTau => variable == programme.Tau ? -One : Zero,
        };

    private int Entering(PriceGoal goal, bool bland)
    {
        var prices = basis.Prices(variable => CostOf(variable, goal));
        var (best, largest) = (-1, tolerance);
        for (var group = 0; group < programme.Groups; group++)
        {
            var (weight, key) = (basis.Weight(group), basis.PriceOf(basis.Keys[group], prices));
            var variable = programme.First[group];
            foreach (var row in programme.Ballots[group].AsSpan(0, programme.Payments[group]))
                if (Better((prices[row] - key) * weight, variable++))
                    return best;
            if (Better((basis.PriceOf(variable, prices) - key) * weight, variable))
                return best;
        }
        for (var variable = programme.Tau; variable < programme.Artificial(0); variable++)
            if (Better(basis.PriceOf(variable, prices) - CostOf(variable, goal), variable))
                return best;
        return best;

        bool Better(T gain, int variable)
        {
            if (gain <= largest || basis.Basic.AsSpan().Contains(variable))
                return false;
            (best, largest) = (variable, gain);
            return bland;
        }
    }

    /// <summary>What leaves: a position, or the key of a group where Position is below 0; and how far the entering variable gets.</summary>
    private readonly record struct Exit(int Position, int Group, T Length, T Rate);

    private Exit? Leaving(PriceGoal goal, int entering, T[] direction, bool bland)
    {
        Exit? best = null;
        var keyFalls = new Dictionary<int, T>();
        if (entering < programme.Tau)
            keyFalls[programme.GroupOf[entering]] = One;
        for (var p = 0; p < direction.Length; p++)
        {
            if (basis.GroupAt(p) is >= 0 and var group)
                keyFalls[group] = keyFalls.GetValueOrDefault(group) - direction[p];
            // An artificial variable that is 0 stays 0, so it has to leave also where it would grow.
            if (goal != PriceGoal.Prices && programme.IsArtificial(basis.Basic[p]) && direction[p] < -tolerance)
                Consider(new(p, -1, Zero, -direction[p]));
            else if (direction[p] > tolerance)
                Consider(new(p, -1, basis.Values[p] / direction[p], direction[p]));
        }
        foreach (var (group, falls) in keyFalls)
            if (falls > tolerance)
                Consider(new(-1, group, basis.KeyValue(group) / falls, falls));
        return best;

        void Consider(Exit exit)
        {
            if (exit.Length < Zero)
                exit = exit with { Length = Zero };
            if (best is not { } other || exit.Length < other.Length || exit.Length == other.Length && Preferred(exit, other))
                best = exit;
        }

        bool Preferred(Exit a, Exit b) => bland ? VariableOf(a) < VariableOf(b) : a.Rate > b.Rate;
    }

    private int VariableOf(Exit exit) => exit.Position >= 0 ? basis.Basic[exit.Position] : basis.Keys[exit.Group];

    private void Step(int entering, Exit leaving, T[] direction)
    {
        if (leaving.Position < 0)
        {
            var position = Enumerable.Range(0, direction.Length).FirstOrDefault(p => basis.GroupAt(p) == leaving.Group, -1);
            if (position < 0)
            {
                basis.ReplaceKey(entering, direction, leaving.Length);
                return;
            }
            basis.SwapKey(position);
            direction = basis.Direction(entering);
            leaving = leaving with { Position = position };
        }
        basis.Replace(leaving.Position, entering, (direction, leaving.Length));
    }
}
