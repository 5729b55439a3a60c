using System.Numerics;
using Meerlaags.Deliberation.Numerics;
using Meerlaags.Deliberation.Proportional;

namespace Meerlaags.Deliberation.Verification;

/// <summary>
/// The linear programme of <see cref="Priceability"/>. Voters with the same ballot are one group of weight w. A group divides itself, 1 in
/// all, over the selected projects it supports and what it leaves unspent; tau stands for (all weights) / (total endowment):
///   selected c:    sum of w x (group, c)                    = cost(c) tau
///   unselected c:  sum of w x (group, unspent) + slack      = cost(c) tau
/// So the groups are convexity rows, and a basis needs no more than one further row per project (generalised upper bounding).
/// Variables in order: per group its payments, then its unspent part; tau; slacks; one artificial per selected project.
/// </summary>
internal sealed class PriceProgramme
{
    private PriceProgramme(int chosen, int[][] ballots, Rational[] weights, Rational[] costs)
    {
        (Chosen, Ballots, Weights, Costs) = (chosen, ballots, weights, costs);
        Payments = [.. ballots.Select(b => b.Count(row => row < chosen))];
        First = new int[ballots.Length];
        var next = 0;
        var groups = new List<int>();
        for (var g = 0; g < ballots.Length; g++)
        {
            First[g] = next;
            next += Payments[g] + 1;
            groups.AddRange(Enumerable.Repeat(g, Payments[g] + 1));
        }
        Tau = next;
        GroupOf = [.. groups];
    }

    /// <summary>Rows 0..Chosen-1 are the selected projects, the rest unselected ones.</summary>
    public int Chosen { get; }

    public int Rows => Costs.Length;
    public int Groups => Ballots.Length;

    /// <summary>Rows a group supports, ascending.</summary>
    public int[][] Ballots { get; }

    /// <summary>Whole numbers, as are the costs; see <see cref="CostUnit"/>.</summary>
    public Rational[] Weights { get; }

    public Rational[] Costs { get; }

    /// <summary>How many selected projects a group supports: its first so many rows.</summary>
    public int[] Payments { get; }

    /// <summary>The first variable of a group.</summary>
    public int[] First { get; }

    public int[] GroupOf { get; }

    public int Tau { get; }

    /// <summary>What a cost of 1 here is in the unit of the profile.</summary>
    public Rational CostUnit { get; private init; }

    /// <summary>The weights of everybody together, also of those who support nothing.</summary>
    public Rational TotalWeight { get; private init; }

    public int Unspent(int group) => First[group] + Payments[group];

    public int Slack(int row) => Tau + 1 + row - Chosen;

    public int Artificial(int row) => Tau + 1 + Rows - Chosen + row;

    public bool IsArtificial(int variable) => variable >= Tau + 1 + Rows - Chosen;

    public int Variables => Tau + 1 + Rows;

    /// <summary>The row of a slack or an artificial variable.</summary>
    public int RowOf(int variable) => IsArtificial(variable) ? variable - Artificial(0) : variable - Tau - 1 + Chosen;

    public static PriceProgramme Of(SupportProfile profile, int[] chosen, int[] others, IReadOnlyList<Rational>? shares)
    {
        var ballots = new List<int>[profile.VoterCount];
        for (var v = 0; v < ballots.Length; v++)
            ballots[v] = [];
        int[] projects = [.. chosen, .. others];
        for (var row = 0; row < projects.Length; row++)
            foreach (var v in profile.Supporters[projects[row]])
                ballots[v].Add(row);
        var merged = Enumerable
            .Range(0, ballots.Length)
            .GroupBy(v => string.Join(' ', ballots[v]))
            .Select(g => (Ballot: ballots[g.First()], Weight: shares is null ? g.Count() : Rational.Sum(g.Select(v => shares[v]))))
            .Where(g => g.Ballot.Count > 0 && g.Weight.Sign > 0)
            .ToList();
        var total = shares is null ? profile.VoterCount : Rational.Sum(shares);
        var (weights, weightUnit) = Whole([.. merged.Select(g => g.Weight)]);
        var (costs, costUnit) = Whole([.. projects.Select(p => profile.Costs[p])]);
        return new(chosen.Length, [.. merged.Select(g => g.Ballot.ToArray())], weights, costs) { CostUnit = costUnit, TotalWeight = total / weightUnit };
    }

    /// <summary>Whole numbers in the same proportion, and the unit they are counted in.</summary>
    private static (Rational[] Numbers, Rational Unit) Whole(Rational[] values)
    {
        var denominator = values.Select(v => v.Denominator).Aggregate(BigInteger.One, WholeNumbers.LeastCommonMultiple);
        var divisor = values.Aggregate(BigInteger.Zero, (a, v) => BigInteger.GreatestCommonDivisor(a, (v * denominator).Numerator));
        var unit = divisor.IsZero ? Rational.One : new Rational(divisor, denominator);
        return ([.. values.Select(v => v / unit)], unit);
    }
}
