using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Meerlaags.Deliberation.OpinionGroups;

/// <summary>
/// The two leading directions of a sparse matrix X by subspace iteration with Rayleigh-Ritz steps (Bauer 1957; Rutishauser 1970): a block of
/// four directions is multiplied by X^T X until the residual of the first two is nothing. Unlike a single power iteration it cannot start at
/// a right angle to what it looks for, and it does not stop half way when two directions are nearly as long.
/// </summary>
internal sealed class LeadingDirections
{
    public const int Block = 4;
    private const int MostRounds = 400;
    private const double Residual = 1e-9; // of the largest eigenvalue
    private const double Nothing = 1e-12;

    private readonly int[] starts;
    private readonly int[] places;
    private readonly double[] values;
    private readonly double[] product;
    private double[] basis;

    /// <summary>Rows as starts, columns and values; a start of four numbers per column.</summary>
    private LeadingDirections(int[] starts, int[] places, double[] values, double[] start)
    {
        (this.starts, this.places, this.values) = (starts, places, values);
        product = new double[start.Length];
        basis = start;
    }

    /// <summary>Four numbers per column, the longest direction first; a direction without length is zero.</summary>
    public static double[] Find((int[] Starts, int[] Places, double[] Values) rows, double[] start)
    {
        var search = new LeadingDirections(rows.Starts, rows.Places, rows.Values, [.. start]);
        Orthonormalise(search.basis);
        for (var round = 0; round < MostRounds; round++)
            if (search.Step())
                break;
        return search.basis;
    }

    // True when the first two directions stand still.
    private bool Step()
    {
        var (lengths, turn) = SmallEigen.Solve(Multiply());
        Turn(basis, turn);
        Turn(product, turn);
        var still = true;
        for (var d = 0; d < 2; d++)
        {
            var sum = 0.0;
            for (var i = d; i < product.Length; i += Block)
            {
                var left = product[i] - lengths[d] * basis[i];
                sum += left * left;
            }
            still &= Math.Sqrt(sum) <= Residual * lengths[0];
        }
        if (still)
        {
            for (var d = 0; d < Block; d++)
                if (lengths[d] <= Nothing * lengths[0] || lengths[0] <= Nothing)
                    for (var i = d; i < basis.Length; i += Block)
                        basis[i] = 0;
            return true;
        }
        product.CopyTo(basis, 0);
        Orthonormalise(basis);
        return false;
    }

    // product = X^T X basis, row by row so that a row is read once; gives basis^T X^T X basis.
    private double[,] Multiply()
    {
        Array.Clear(product);
        var vectors = MemoryMarshal.Cast<double, Vector256<double>>(basis.AsSpan());
        var results = MemoryMarshal.Cast<double, Vector256<double>>(product.AsSpan());
        Span<Vector256<double>> sums = stackalloc Vector256<double>[Block];
        for (var r = 0; r < starts.Length - 1; r++)
        {
            var at = places.AsSpan(starts[r]..starts[r + 1]);
            var given = values.AsSpan(starts[r]..starts[r + 1]);
            // Two sums side by side: each addition would else wait for the one before it.
            var (row, other) = (Vector256<double>.Zero, Vector256<double>.Zero);
            var i = 0;
            for (; i + 1 < given.Length && i + 1 < at.Length; i += 2)
            {
                row += vectors[at[i]] * given[i];
                other += vectors[at[i + 1]] * given[i + 1];
            }
            if (i < given.Length)
                row += vectors[at[i]] * given[i];
            row += other;
            for (i = 0; i < given.Length && i < at.Length; i++)
                results[at[i]] += row * given[i];
            for (var d = 0; d < Block; d++)
                sums[d] += row * row[d];
        }
        var products = new double[Block, Block];
        for (var a = 0; a < Block; a++)
        for (var b = 0; b < Block; b++)
            products[a, b] = sums[a][b];
        return products;
    }

    private static void Turn(double[] block, double[,] turn)
    {
        Span<double> turned = stackalloc double[Block];
        for (var i = 0; i < block.Length; i += Block)
        {
            turned.Clear();
            for (var a = 0; a < Block; a++)
            for (var b = 0; b < Block; b++)
                turned[b] += block[i + a] * turn[a, b];
            turned.CopyTo(block.AsSpan(i, Block));
        }
    }

    // Twice, so that nearly dependent directions come out at right angles too; what is nothing but rounding becomes zero.
    private static void Orthonormalise(double[] block)
    {
        for (var d = 0; d < Block; d++)
        {
            var before = Math.Sqrt(Dot(block, d, d));
            for (var e = 0; e < 2 * d; e++)
            {
                var along = Dot(block, d, e % d);
                for (var i = 0; i < block.Length; i += Block)
                    block[i + d] -= along * block[i + e % d];
            }
            var length = Math.Sqrt(Dot(block, d, d));
            var scale = length <= Nothing * before ? 0 : 1 / length;
            for (var i = 0; i < block.Length; i += Block)
                block[i + d] *= scale;
        }
    }

    private static double Dot(double[] block, int a, int b)
    {
        var sum = 0.0;
        for (var i = 0; i < block.Length; i += Block)
            sum += block[i + a] * block[i + b];
        return sum;
    }
}
