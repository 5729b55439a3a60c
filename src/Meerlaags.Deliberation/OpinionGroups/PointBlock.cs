using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Meerlaags.Deliberation.OpinionGroups;

/// <summary>Points side by side, so that distances to all of them are taken four at a time, in the same order on every machine.</summary>
internal sealed class PointBlock
{
    private const int Lanes = 4;
    private readonly double[] xs;
    private readonly double[] ys;
    private readonly int whole; // in full fours

    public PointBlock((double X, double Y)[] points)
    {
        (xs, ys) = (Array.ConvertAll(points, p => p.X), Array.ConvertAll(points, p => p.Y));
        whole = points.Length - points.Length % Lanes;
    }

    public int Count => xs.Length;

    /// <summary>Sum of the distances from a point to all of these.</summary>
    public double Distances((double X, double Y) from)
    {
        var (x, y) = (Vector256.Create(from.X), Vector256.Create(from.Y));
        var fours = MemoryMarshal.Cast<double, Vector256<double>>(xs.AsSpan(0, whole));
        var others = MemoryMarshal.Cast<double, Vector256<double>>(ys.AsSpan(0, whole));
        var sums = Vector256<double>.Zero;
        for (var i = 0; i < fours.Length; i++)
        {
            var (dx, dy) = (fours[i] - x, others[i] - y);
            sums += Vector256.Sqrt(dx * dx + dy * dy);
        }
        var sum = sums[0] + sums[1] + sums[2] + sums[3];
        for (var i = whole; i < xs.Length; i++)
            sum += Math.Sqrt((xs[i] - from.X) * (xs[i] - from.X) + (ys[i] - from.Y) * (ys[i] - from.Y));
        return sum;
    }
}
