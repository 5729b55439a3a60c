namespace Meerlaags.Deliberation.OpinionGroups;

/// <summary>Eigenvalues and eigenvectors of a small symmetric matrix by Jacobi's rotations (Jacobi 1846; Golub and Van Loan).</summary>
internal static class SmallEigen
{
    private const int Sweeps = 30;

    /// <summary>Eigenvalues descending and, as columns, their eigenvectors.</summary>
    public static (double[] Values, double[,] Vectors) Solve(double[,] symmetric)
    {
        var n = symmetric.GetLength(0);
        var a = (double[,])symmetric.Clone();
        var turned = new double[n, n];
        for (var i = 0; i < n; i++)
            turned[i, i] = 1;
        for (var (sweep, rotated) = (0, true); rotated && sweep < Sweeps; sweep++)
        {
            rotated = false;
            for (var p = 0; p < n; p++)
            for (var q = p + 1; q < n; q++)
                if (Math.Abs(a[p, q]) > 1e-17 * Math.Sqrt(Math.Abs(a[p, p] * a[q, q])))
                {
                    Rotate(a, turned, p, q);
                    rotated = true;
                }
        }
        var order = Enumerable.Range(0, n).OrderByDescending(i => a[i, i]).ToArray();
        var vectors = new double[n, n];
        for (var c = 0; c < n; c++)
        for (var r = 0; r < n; r++)
            vectors[r, c] = turned[r, order[c]];
        return (Array.ConvertAll(order, i => a[i, i]), vectors);
    }

    private static void Rotate(double[,] a, double[,] turned, int p, int q)
    {
        var n = turned.GetLength(0);
        var ratio = (a[q, q] - a[p, p]) / (2 * a[p, q]);
        var tangent = (ratio >= 0 ? 1 : -1) / (Math.Abs(ratio) + Math.Sqrt(ratio * ratio + 1));
        var cosine = 1 / Math.Sqrt(tangent * tangent + 1);
        var sine = tangent * cosine;
        for (var i = 0; i < n; i++)
            (a[i, p], a[i, q]) = (cosine * a[i, p] - sine * a[i, q], sine * a[i, p] + cosine * a[i, q]);
        for (var i = 0; i < n; i++)
            (a[p, i], a[q, i]) = (cosine * a[p, i] - sine * a[q, i], sine * a[p, i] + cosine * a[q, i]);
        (a[p, q], a[q, p]) = (0, 0);
        for (var i = 0; i < n; i++)
            (turned[i, p], turned[i, q]) = (cosine * turned[i, p] - sine * turned[i, q], sine * turned[i, p] + cosine * turned[i, q]);
    }
}
