using Meerlaags.Deliberation.Numerics;

namespace Meerlaags.Deliberation.Proportional;

/// <summary>What to do with a project of minimal new load that no longer fits in the budget.</summary>
public enum PhragmenStop
{
    /// <summary>End as soon as one of the tied minimal projects does not fit.</summary>
    FirstMisfit,

    /// <summary>Drop it and go on.</summary>
    Skip,
}

/// <summary>What to do with a misfit, how many equal voters each voter stands for (1 unless named), and how to decide ties (by id unless named).</summary>
public sealed record PhragmenRules(PhragmenStop Stop)
{
    public IReadOnlyList<long>? Weights { get; init; }
    public TieOrder Ties { get; init; } = TieOrder.ById;

    public static implicit operator PhragmenRules(PhragmenStop stop) => new(stop);
}

/// <summary>
/// Why a project was not taken. <see cref="Load"/>: what its supporters would carry with it at the end; <see cref="Lacking"/>: what its
/// cost exceeds the money left by, 0 when it fits and the rule ended before its turn.
/// </summary>
public sealed record PhragmenLoss(int Project, int Supporters, Rational Load, Rational Lacking);

/// <summary>Selected projects in order, the load each was bought at, and ties (step and projects in the order of the criteria).</summary>
public sealed record PhragmenOutcome(
    IReadOnlyList<int> Selected,
    IReadOnlyList<Rational> Loads,
    IReadOnlyList<(int Step, IReadOnlyList<int> Projects)> Ties,
    Rational TotalCost
)
{
    /// <summary>The criteria that decided ties.</summary>
    public required TieOrder TieOrder { get; init; }

    internal Func<IReadOnlyList<PhragmenLoss>> FindLosses { get; init; } = () => [];

    /// <summary>Every project with supporters that was not taken.</summary>
    public IReadOnlyList<PhragmenLoss> Losses() => FindLosses();
}

/// <summary>
/// Sequential Phragmén with loads (Brill, Freeman, Janson, Lackner; for budgets Los, Christoff, Grossi, IJCAI 2022): the new load of p is
/// (cost(p) + sum of its supporters' weighted loads) / their weight; the smallest is taken and its supporters carry that load.
/// Voters with equal history share one exact load.
/// </summary>
public static class SequentialPhragmen
{
    /// <summary>Runs the rule within the budget. Only projects that cost no more than the whole budget take part.</summary>
    public static PhragmenOutcome Run(SupportProfile profile, Rational budget, PhragmenRules rules, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(rules);
        var (stop, weights, ties) = (rules.Stop, rules.Weights, rules.Ties);
        if (weights is not null && (weights.Count != profile.VoterCount || Purses.SumOfWeights(weights) == 0))
            throw new ArgumentException("One weight per voter.", nameof(rules));
        // Loads take few distinct values: that of the last project each voter supported.
        List<Rational> loads = [Rational.Zero];
        List<double> approximate = [0];
        var loadOf = new int[profile.VoterCount];
        var open = Enumerable.Range(0, profile.ProjectCount).Where(p => profile.TakesPart(p) && profile.Costs[p] <= budget).ToList();
        var weightOf = profile.Supporters.Select(s => s.Sum(v => weights?[v] ?? 1)).ToArray();
        var bound = new double[profile.ProjectCount];
        List<int> selected = [];
        List<Rational> boughtAt = [];
        List<(int, IReadOnlyList<int>)> met = [];
        var left = budget;
        while (open.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var best = Minimal(out var load);
            var misfits = best.Where(p => profile.Costs[p] > left).ToList();
            if (misfits.Count > 0)
            {
                if (stop == PhragmenStop.FirstMisfit)
                    break;
                open.RemoveAll(misfits.Contains);
                continue;
            }
            best.Sort((a, b) => ties.Compare(profile, a, b));
            if (best.Count > 1)
                met.Add((selected.Count, best));
            var chosen = best[0];
            selected.Add(chosen);
            boughtAt.Add(load);
            open.Remove(chosen);
            left -= profile.Costs[chosen];
            loads.Add(load);
            approximate.Add(load.ToDouble());
            foreach (var voter in profile.Supporters[chosen])
                loadOf[voter] = loads.Count - 1;
        }
        return new(selected, boughtAt, met, budget - left)
        {
            TieOrder = ties,
            FindLosses = () =>
                [
                    .. Enumerable
                        .Range(0, profile.ProjectCount)
                        .Where(p => profile.TakesPart(p) && !selected.Contains(p))
                        .Select(p => new PhragmenLoss(p, profile.Supporters[p].Length, NewLoad(p), Rational.Max(Rational.Zero, profile.Costs[p] - left))),
                ],
        };

        // Projects of minimal new load. Loads never fall, so the last value seen is a lower bound; near ones are compared exactly.
        List<int> Minimal(out Rational load)
        {
            open.Sort((a, b) => bound[a].CompareTo(bound[b]));
            var lowest = double.PositiveInfinity;
            var near = new List<int>();
            foreach (var p in open)
            {
                if (bound[p] > lowest)
                    break;
                var sum = profile.Costs[p].ToDouble();
                foreach (var voter in profile.Supporters[p])
                    sum += approximate[loadOf[voter]] * (weights?[voter] ?? 1);
                var value = sum / weightOf[p];
                bound[p] = value * (1 - 1e-9);
                lowest = Math.Min(lowest, value * (1 + 1e-9));
                near.Add(p);
            }
            near.RemoveAll(p => bound[p] > lowest);
            var exact = near.ConvertAll(p => (Project: p, Load: NewLoad(p)));
            var smallest = exact.Min(e => e.Load);
            load = smallest;
            return [.. exact.Where(e => e.Load == smallest).Select(e => e.Project)];
        }

        Rational NewLoad(int p)
        {
            var carried = new long[loads.Count];
            foreach (var voter in profile.Supporters[p])
                carried[loadOf[voter]] += weights?[voter] ?? 1;
            var sum = profile.Costs[p];
            for (var i = 0; i < carried.Length; i++)
                if (carried[i] != 0)
                    sum += loads[i] * carried[i];
            return sum / weightOf[p];
        }
    }
}
