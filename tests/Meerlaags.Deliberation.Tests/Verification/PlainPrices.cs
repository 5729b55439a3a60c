using Meerlaags.Deliberation.Numerics;
using Meerlaags.Deliberation.Proportional;

namespace Meerlaags.Deliberation.Tests.Verification;

/// <summary>
/// The linear programme of priceability as its definition reads, voter by voter, on a plain tableau of fractions with Bland's rule: the
/// second opinion for the fast one.
/// </summary>
internal static class PlainPrices
{
    /// <summary>Least and largest total endowment; null when there are no prices, Most null when there is no upper end.</summary>
    public static (Rational Least, Rational? Most)? Range(SupportProfile profile, int[] selected)
    {
        var (voters, projects) = (profile.VoterCount, profile.ProjectCount);
        var others = Enumerable.Range(0, projects).Where(p => !selected.Contains(p) && profile.SupportersOf(p).Count > 0).ToArray();
        // Columns: t, payment of voter i for the j-th selected, unspent of voter i, slack per other, artificial per row.
        int Pays(int voter, int j) => 1 + voter * selected.Length + j;
        var unspent = 1 + voters * selected.Length;
        var slack = unspent + voters;
        var artificial = slack + others.Length;
        var rows = new List<Rational[]>();
        Rational[] Row() => new Rational[artificial + selected.Length + voters + others.Length + 1];
        for (var j = 0; j < selected.Length; j++)
        {
            var row = Row();
            foreach (var v in profile.SupportersOf(selected[j]))
                row[Pays(v, j)] = 1;
            row[^1] = profile.Costs[selected[j]];
            rows.Add(row);
        }
        for (var v = 0; v < voters; v++)
        {
            var row = Row();
            row[0] = new Rational(-1, voters);
            row[unspent + v] = 1;
            for (var j = 0; j < selected.Length; j++)
                row[Pays(v, j)] = profile.SupportersOf(selected[j]).Contains(v) ? 1 : 0;
            rows.Add(row);
        }
        for (var o = 0; o < others.Length; o++)
        {
            var row = Row();
            foreach (var v in profile.SupportersOf(others[o]))
                row[unspent + v] = 1;
            row[slack + o] = 1;
            row[^1] = profile.Costs[others[o]];
            rows.Add(row);
        }
        var basis = new int[rows.Count];
        for (var r = 0; r < basis.Length; r++)
            rows[r][basis[r] = artificial + r] = 1;

        var missing = Row();
        for (var r = 0; r < basis.Length; r++)
            missing[artificial + r] = 1;
        Minimise(rows, basis, missing, artificial + rows.Count);
        if (basis.Select((column, r) => column >= artificial ? rows[r][^1] : 0).Any(value => value.Sign > 0))
            return null;
        DriveOut(rows, basis, artificial);
        var total = Row();
        total[0] = 1;
        Minimise(rows, basis, total, artificial);
        var least = Total();
        total = Row();
        total[0] = -1;
        return (least, Minimise(rows, basis, total, artificial) ? Total() : null);

        Rational Total() => Array.IndexOf(basis, 0) is >= 0 and var row ? rows[row][^1] : 0;
    }

    private static bool Minimise(List<Rational[]> rows, int[] basis, Rational[] objective, int enterable)
    {
        for (var r = 0; r < basis.Length; r++)
            Subtract(objective, rows[r], objective[basis[r]]);
        while (true)
        {
            var column = Array.FindIndex(objective, 0, enterable, value => value.Sign < 0);
            if (column < 0)
                return true;
            var row = Enumerable
                .Range(0, basis.Length)
                .Where(r => rows[r][column].Sign > 0)
                .OrderBy(r => rows[r][^1] / rows[r][column])
                .ThenBy(r => basis[r])
                .FirstOrDefault(-1);
            if (row < 0)
                return false;
            Pivot(rows, basis, row, column);
            Subtract(objective, rows[row], objective[column]);
        }
    }

    private static void DriveOut(List<Rational[]> rows, int[] basis, int from)
    {
        for (var r = 0; r < basis.Length; r++)
            if (basis[r] >= from && Array.FindIndex(rows[r], 0, from, value => !value.IsZero) is >= 0 and var column)
                Pivot(rows, basis, r, column);
    }

    private static void Pivot(List<Rational[]> rows, int[] basis, int row, int column)
    {
        rows[row] = [.. rows[row].Select(value => value / rows[row][column])];
        for (var r = 0; r < rows.Count; r++)
            if (r != row)
                Subtract(rows[r], rows[row], rows[r][column]);
        basis[row] = column;
    }

    private static void Subtract(Rational[] target, Rational[] row, Rational times)
    {
        if (!times.IsZero)
            for (var c = 0; c < row.Length; c++)
                target[c] -= times * row[c];
    }
}
