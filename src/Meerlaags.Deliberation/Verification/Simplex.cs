using System.Numerics;

namespace Meerlaags.Deliberation.Verification;

/// <summary>
/// The simplex method on a dense tableau (Dantzig 1963) for x >= 0, A x + s = b with b >= 0, in doubles. Largest coefficient first; when
/// the objective stands still for long, Bland's rule (1977), which cannot cycle.
/// </summary>
internal sealed class Simplex
{
    private const double Zero = 1e-9;
    private const int PatienceBeforeBland = 200;
    private readonly double[][] rows; // one per constraint: coefficients, then the right side
    private readonly int[] basis;
    private readonly int columns;

    /// <summary>Rows with their right side last, and for each row the column that is 1 there and 0 elsewhere.</summary>
    public Simplex(double[][] rows, int[] basis)
    {
        (this.rows, this.basis) = (rows, basis);
        columns = rows.Length == 0 ? 0 : rows[0].Length - 1;
    }

    /// <summary>The value of a variable in the present solution.</summary>
    public double Value(int column)
    {
        var row = Array.IndexOf(basis, column);
        return row < 0 ? 0 : rows[row][columns];
    }

    /// <summary>
    /// Goes on from the present solution to one that minimises the objective; false when it has no bound. Columns at or beyond
    /// <paramref name="enterable"/> never enter.
    /// </summary>
    public bool Minimise(double[] objective, int enterable, CancellationToken cancellation)
    {
        var reduced = new double[columns + 1];
        objective.CopyTo(reduced, 0);
        for (var r = 0; r < rows.Length; r++)
            Subtract(reduced, rows[r], reduced[basis[r]]);
        var (still, last) = (0, double.PositiveInfinity);
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var column = Entering(reduced, enterable, bland: still > PatienceBeforeBland);
            if (column < 0)
                return true;
            var row = Leaving(column);
            if (row < 0)
                return false;
            Pivot(row, column);
            Subtract(reduced, rows[row], reduced[column]);
            still = -reduced[columns] < last - 1e-12 ? 0 : still + 1;
            last = -reduced[columns];
        }
    }

    /// <summary>Takes columns at or beyond the given one out of the basis where they stand at zero.</summary>
    public void DriveOut(int from)
    {
        for (var r = 0; r < rows.Length; r++)
        {
            if (basis[r] < from)
                continue;
            for (var c = 0; c < from; c++)
                if (Math.Abs(rows[r][c]) > 1e-7)
                {
                    Pivot(r, c);
                    break;
                }
        }
    }

    private static int Entering(double[] reduced, int enterable, bool bland)
    {
        var (best, least) = (-1, -Zero);
        for (var c = 0; c < enterable; c++)
            if (reduced[c] < least)
            {
                if (bland)
                    return c;
                (best, least) = (c, reduced[c]);
            }
        return best;
    }

    private int Leaving(int column)
    {
        var (best, least) = (-1, double.PositiveInfinity);
        for (var r = 0; r < rows.Length; r++)
        {
            if (rows[r][column] <= Zero)
                continue;
            var ratio = Math.Max(0, rows[r][columns]) / rows[r][column];
            if (ratio < least - 1e-13 || ratio <= least + 1e-13 && best >= 0 && basis[r] < basis[best])
                (best, least) = (r, ratio);
        }
        return best;
    }

    private void Pivot(int row, int column)
    {
        var pivot = rows[row];
        var factor = 1 / pivot[column];
        for (var c = 0; c <= columns; c++)
            pivot[c] *= factor;
        pivot[column] = 1;
        for (var r = 0; r < rows.Length; r++)
            if (r != row && rows[r][column] != 0)
                Subtract(rows[r], pivot, rows[r][column]);
        basis[row] = column;
    }

    private static void Subtract(double[] target, double[] row, double times)
    {
        if (times == 0)
            return;
        Vector<double> factor = new(times);
        var width = Vector<double>.Count;
        var c = 0;
        for (; c <= target.Length - width; c += width)
            (new Vector<double>(target, c) - factor * new Vector<double>(row, c)).CopyTo(target, c);
        for (; c < target.Length; c++)
            target[c] -= times * row[c];
    }
}
