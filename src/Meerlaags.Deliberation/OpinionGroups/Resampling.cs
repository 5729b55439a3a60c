namespace Meerlaags.Deliberation.OpinionGroups;

/// <summary>What chance would give, and what is left of groups when some participants are left out. Points in a fixed order; no chance of its own.</summary>
internal static class Resampling
{
    private const int Resamples = 20;
    private const int Starts = 4;
    private const int Clouds = 19; // so that "better than all of them" is one in twenty by chance (Hope 1968)
    private const int LargestCloud = 300;

    /// <summary>
    /// Mean adjusted Rand index between a division and those made without every fifth participant in turn; few participants: without each one.
    /// </summary>
    public static double Stability((double X, double Y)[] points, Partition whole, int k, CancellationToken cancellation)
    {
        var samples = Math.Min(Resamples, points.Length);
        var (sum, counted) = (0.0, 0);
        for (var s = 0; s < samples; s++)
        {
            cancellation.ThrowIfCancellationRequested();
            var sample = s;
            var kept = Enumerable
                .Range(0, points.Length)
                .Where(i => points.Length <= Resamples ? i != sample : Mixing.Mix((ulong)(i * Resamples + sample)) % 5 != 0)
                .ToArray();
            var part = Array.ConvertAll(kept, i => points[i]);
            if (part.Distinct().Count() < k)
                continue;
            var again = Partition.Find(part, k, Starts, cancellation);
            sum += Partition.AdjustedRand(Array.ConvertAll(kept, i => whole.GroupOf[i]), again.GroupOf);
            counted++;
        }
        return counted == 0 ? 0 : sum / counted;
    }

    /// <summary>
    /// The best silhouette among clouds without groups: as many points of one normal distribution as wide and high as these (the hypothesis of
    /// a single group as in SigClust; Liu, Hayes, Nobel and Marron, JASA 103, 2008).
    /// </summary>
    public static double SilhouetteByChance((double X, double Y)[] points, int k, CancellationToken cancellation)
    {
        var (width, height) = (Spread(points, p => p.X), Spread(points, p => p.Y));
        var sequence = new Mixing(points.Length + k);
        var best = -1.0;
        for (var cloud = 0; cloud < Clouds; cloud++)
        {
            cancellation.ThrowIfCancellationRequested();
            var single = new (double X, double Y)[Math.Min(points.Length, LargestCloud)];
            for (var i = 0; i < single.Length; i++)
            {
                // Box and Muller 1958.
                var (radius, angle) = (Math.Sqrt(-2 * Math.Log(1 - sequence.Next())), 2 * Math.PI * sequence.Next());
                single[i] = (radius * Math.Cos(angle) * width, radius * Math.Sin(angle) * height);
            }
            best = Math.Max(best, Partition.Find(single, k, Starts, cancellation).Silhouette(single));
        }
        return best;
    }

    private static double Spread((double X, double Y)[] points, Func<(double X, double Y), double> part)
    {
        var mean = points.Average(part);
        return Math.Sqrt(points.Average(p => (part(p) - mean) * (part(p) - mean)));
    }
}
