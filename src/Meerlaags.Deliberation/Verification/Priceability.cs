using Meerlaags.Deliberation.Numerics;
using Meerlaags.Deliberation.Proportional;

namespace Meerlaags.Deliberation.Verification;

/// <summary>Between which total endowments prices exist (the upper end may be infinite); null when there are none at all.</summary>
public sealed record PriceRange(double Least, double Most);

/// <summary>
/// Priceability (Peters, Pierczyński, Shah, Skowron, AAAI 2021; for budgets Los, Christoff, Grossi, IJCAI 2022): with endowments t e_i there
/// are payments such that only supporters pay, every selected project gets exactly its cost, nobody pays more than they have, and the
/// supporters of an unselected project have no more than its cost left together. A linear programme in t and the payments; voters with
/// the same ballot are one. Solved in doubles, relative error about 1e-7.
/// </summary>
public static class Priceability
{
    /// <summary>Cells of the tableau beyond which the programme is refused (about 800 MB).</summary>
    public const long LargestTableau = 100_000_000;

    /// <summary>
    /// The range for a selection. <paramref name="shares"/>: the part of each voter in the total endowment, equal when null. Throws
    /// <see cref="InvalidOperationException"/> beyond <see cref="LargestTableau"/>.
    /// </summary>
    public static PriceRange? Range(
        SupportProfile profile,
        IReadOnlyCollection<int> selected,
        IReadOnlyList<Rational>? shares = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(profile);
        var chosen = selected.Where(p => profile.Costs[p].Sign > 0).ToArray();
        if (chosen.Any(p => profile.Supporters[p].Length == 0))
            return null; // nobody may pay for it
        var others = Enumerable.Range(0, profile.ProjectCount).Where(p => profile.TakesPart(p) && !selected.Contains(p)).ToArray();
        var voters = Merge(profile, [.. chosen, .. others], shares);
        var unit = chosen.Aggregate(Rational.Zero, (sum, p) => sum + profile.Costs[p]).ToDouble();
        if (chosen.Length == 0)
            unit = 1;

        // Columns: t, payments, unspent per voter, slack per unselected project, then artificial ones per selected project.
        var payments = voters.SelectMany((v, i) => v.Projects.Where(p => p < chosen.Length).Select(p => (Voter: i, Project: p))).ToList();
        var unspent = 1 + payments.Count;
        var slack = unspent + voters.Count;
        var artificial = slack + others.Length;
        var columns = artificial + chosen.Length;
        var height = voters.Count + others.Length + chosen.Length;
        if ((long)height * (columns + 1) > LargestTableau)
            throw new InvalidOperationException($"{height} constraints and {columns} variables are more than this programme takes.");

        var rows = new double[height][];
        var basis = new int[height];
        for (var r = 0; r < height; r++)
            rows[r] = new double[columns + 1];
        for (var i = 0; i < voters.Count; i++)
        {
            // payments + unspent = t e_i
            rows[i][0] = -voters[i].Share;
            rows[i][unspent + i] = 1;
            basis[i] = unspent + i;
        }
        for (var c = 0; c < others.Length; c++)
        {
            // unspent money of supporters + slack = cost, written in t and payments so that unspent money is basic above
            var row = rows[voters.Count + c];
            for (var i = 0; i < voters.Count; i++)
                if (voters[i].Projects.Contains(chosen.Length + c))
                    row[0] += voters[i].Share;
            row[slack + c] = 1;
            row[columns] = profile.Costs[others[c]].ToDouble() / unit;
            basis[voters.Count + c] = slack + c;
        }
        for (var p = 0; p < chosen.Length; p++)
        {
            var row = rows[voters.Count + others.Length + p];
            row[artificial + p] = 1;
            row[columns] = profile.Costs[chosen[p]].ToDouble() / unit;
            basis[voters.Count + others.Length + p] = artificial + p;
        }
        for (var k = 0; k < payments.Count; k++)
        {
            var (voter, project) = payments[k];
            rows[voter][1 + k] = 1;
            rows[voters.Count + others.Length + project][1 + k] = 1;
            foreach (var q in voters[voter].Projects)
                if (q >= chosen.Length)
                    rows[voters.Count + q - chosen.Length][1 + k] = -1;
        }

        var simplex = new Simplex(rows, basis);
        var missing = new double[columns];
        Array.Fill(missing, 1.0, artificial, chosen.Length);
        simplex.Minimise(missing, artificial, cancellation);
        if (Enumerable.Range(artificial, chosen.Length).Sum(simplex.Value) > 1e-7)
            return null;
        simplex.DriveOut(artificial);
        var total = new double[columns];
        total[0] = 1;
        simplex.Minimise(total, artificial, cancellation);
        var least = simplex.Value(0) * unit;
        total[0] = -1;
        var most = simplex.Minimise(total, artificial, cancellation) ? simplex.Value(0) * unit : double.PositiveInfinity;
        return new(least, most);
    }

    private sealed record Merged(double Share, HashSet<int> Projects);

    private static List<Merged> Merge(SupportProfile profile, int[] projects, IReadOnlyList<Rational>? shares)
    {
        var ballots = new List<int>[profile.VoterCount];
        for (var v = 0; v < ballots.Length; v++)
            ballots[v] = [];
        for (var p = 0; p < projects.Length; p++)
            foreach (var v in profile.Supporters[projects[p]])
                ballots[v].Add(p);
        return
        [
            .. Enumerable
                .Range(0, ballots.Length)
                .GroupBy(v => string.Join(' ', ballots[v]))
                .Select(g => new Merged(g.Sum(v => shares is null ? 1.0 / ballots.Length : shares[v].ToDouble()), [.. ballots[g.First()]])),
        ];
    }
}
