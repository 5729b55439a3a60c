namespace Meerlaags.Deliberation.OpinionGroups.Polis;

/// <summary>
/// Principal components as in the published Polis mathematics (Small et al., Recerca 26(2) 2021): blanks filled with the column mean,
/// power iteration on X^T X, rows deflated by their projection. Matrix in Polis' sign, moderated-out columns all zero.
/// </summary>
internal static class PolisPca
{
    // Quirk: the count runs from 100 down to 0 inclusive, so there are 101 products.
    private const int Products = 101;

    /// <summary>Cells in Polis' sign; NaN where there is no vote.</summary>
    public static double[] Signed(VoteMatrix votes, IReadOnlySet<int> moderatedOut)
    {
        var cells = new double[votes.Rows * votes.Columns];
        var moderated = votes.Statements.Select(moderatedOut.Contains).ToArray();
        for (var r = 0; r < votes.Rows; r++)
        {
            var row = votes.Row(r);
            for (var c = 0; c < row.Length; c++)
                // Quirk: a moderated-out column is 0 for everybody, also for those who never saw the statement.
                cells[r * row.Length + c] =
                    moderated[c] ? 0
                    : row[c] == VoteMatrix.Missing ? double.NaN
                    : -row[c];
        }
        return cells;
    }

    public static PolisComponents Compute(double[] signed, int rows, int columns, CancellationToken cancellation)
    {
        var center = new double[columns];
        var counts = new int[columns];
        for (var r = 0; r < rows; r++)
        for (var c = 0; c < columns; c++)
            if (signed[r * columns + c] is var cell && !double.IsNaN(cell))
            {
                center[c] += cell;
                counts[c]++;
            }
        for (var c = 0; c < columns; c++)
            center[c] = counts[c] == 0 ? 0 : center[c] / counts[c];
        // Quirk: the original starts from a random vector or the last run's, so the sign of a component says nothing; here from ones.
        var data = new CentredVotes(signed, center, rows);
        var components = new double[2][];
        components[0] = data.PowerIteration(Products, null, cancellation);
        components[1] = data.PowerIteration(Products, components[0], cancellation);
        return WithStatements(center, components);
    }

    /// <summary>Adds where a single vote "agree" on each statement would put a participant, and how far out that is.</summary>
    public static PolisComponents WithStatements(double[] center, double[][] components)
    {
        var columns = center.Length;
        var scale = Math.Sqrt(columns);
        var projection = new (double X, double Y)[columns];
        var extremity = new double[columns];
        for (var c = 0; c < columns; c++)
        {
            projection[c] = ((-1 - center[c]) * components[0][c] * scale, (-1 - center[c]) * components[1][c] * scale);
            extremity[c] = Math.Sqrt(projection[c].X * projection[c].X + projection[c].Y * projection[c].Y);
        }
        return new(center, components, projection, extremity);
    }

    /// <summary>Sparsity-aware projection: the sum over votes given, stretched by sqrt(statements / votes given).</summary>
    public static (double X, double Y)[] Project(double[] signed, int rows, int columns, PolisComponents pca)
    {
        var points = new (double X, double Y)[rows];
        for (var r = 0; r < rows; r++)
        {
            var (x, y, voted) = (0.0, 0.0, 0);
            for (var c = 0; c < columns; c++)
            {
                var cell = signed[r * columns + c];
                if (double.IsNaN(cell))
                    continue;
                x += (cell - pca.Center[c]) * pca.Components[0][c];
                y += (cell - pca.Center[c]) * pca.Components[1][c];
                voted++;
            }
            var scale = Math.Sqrt((double)columns / Math.Max(voted, 1));
            points[r] = (x * scale, y * scale);
        }
        return points;
    }
}
