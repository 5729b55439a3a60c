namespace Meerlaags.Deliberation.OpinionGroups;

/// <summary>
/// The vote matrix with blanks filled by the column mean, less that mean: blanks become zero, so only given votes are stored and the
/// power iteration costs what was voted, not participants times statements.
/// </summary>
internal sealed class CentredVotes
{
    private readonly int columns;
    private readonly int[] starts;
    private readonly int[] places;
    private readonly double[] values;

    public CentredVotes(double[] signed, double[] center, int rows)
    {
        columns = center.Length;
        starts = new int[rows + 1];
        var (at, given) = (0, signed.Count(cell => !double.IsNaN(cell)));
        (places, values) = (new int[given], new double[given]);
        for (var r = 0; r < rows; r++)
        {
            var row = signed.AsSpan(r * columns, columns);
            for (var c = 0; c < row.Length; c++)
            {
                var cell = row[c] - center[c];
                if (double.IsNaN(cell) || cell == 0)
                    continue;
                (places[at], values[at]) = (c, cell);
                at++;
            }
            starts[r + 1] = at;
        }
    }

    /// <summary>
    /// The leading direction of X^T X after removing <paramref name="removed"/> from the rows; unit length, or zero when nothing is left.
    /// Starts from ones; ends when the length repeats.
    /// </summary>
    public double[] PowerIteration(int products, double[]? removed, CancellationToken cancellation)
    {
        var vector = new double[columns];
        Array.Fill(vector, 1.0);
        var squared = removed?.Sum(p => p * p) ?? 0;
        var shares = removed is null || squared == 0 ? null : Multiply(removed);
        var last = 0.0;
        for (var i = 0; i < products; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var product = Product(vector, shares, shares is null ? 0 : Dot(removed!, vector) / squared, out var left);
            if (shares is not null)
                for (var c = 0; c < columns; c++)
                    product[c] -= removed![c] * (left / squared);
            var length = Math.Sqrt(Dot(product, product));
            // What deflation leaves of nothing is rounding, not a direction.
            if (length <= 1e-10 * (1 + Math.Abs(Dot(values, values))))
                return new double[columns];
            for (var c = 0; c < columns; c++)
                vector[c] = product[c] / length;
            if (length == last)
                break;
            last = length;
        }
        return vector;
    }

    private double[] Multiply(double[] vector)
    {
        var result = new double[starts.Length - 1];
        for (var r = 0; r < result.Length; r++)
            result[r] = RowDot(r, vector);
        return result;
    }

    // X^T (X v) row by row, each row less its share of the direction removed, so that a row is read once; left: what of that direction remains.
    private double[] Product(double[] vector, double[]? shares, double along, out double left)
    {
        var result = new double[columns];
        left = 0;
        for (var r = 0; r < starts.Length - 1; r++)
        {
            var dot = RowDot(r, vector);
            if (shares is not null)
            {
                dot -= shares[r] * along;
                left += dot * shares[r];
            }
            var at = places.AsSpan(starts[r]..starts[r + 1]);
            var given = values.AsSpan(starts[r]..starts[r + 1]);
            for (var i = 0; i < given.Length && i < at.Length; i++)
                result[at[i]] += dot * given[i];
        }
        return result;
    }

    private double RowDot(int row, double[] vector)
    {
        var at = places.AsSpan(starts[row]..starts[row + 1]);
        var given = values.AsSpan(starts[row]..starts[row + 1]);
        // Four sums side by side: each addition would else wait for the one before it.
        var (one, two, three, four, i) = (0.0, 0.0, 0.0, 0.0, 0);
        for (; i + 3 < given.Length && i + 3 < at.Length; i += 4)
        {
            one += given[i] * vector[at[i]];
            two += given[i + 1] * vector[at[i + 1]];
            three += given[i + 2] * vector[at[i + 2]];
            four += given[i + 3] * vector[at[i + 3]];
        }
        for (; i < given.Length; i++)
            one += given[i] * vector[at[i]];
        return one + two + (three + four);
    }

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }
}
