namespace Meerlaags.Deliberation.OpinionGroups.Polis;

/// <summary>Weighted k-means with the habits of the published Polis mathematics.</summary>
internal static class PolisKMeans
{
    private const double Still = 0.01; // centres that move less than this stand still

    /// <summary>Clusters of point positions with their centres, numbered in order of their first starting row.</summary>
    public static List<PolisCluster> Cluster((double X, double Y)[] points, double[]? weights, int k, int rounds, CancellationToken cancellation)
    {
        // Quirk: the first k distinct rows in row order are the start, so the order of rows decides the groups.
        var clusters = new List<PolisCluster>();
        foreach (var point in points.Distinct().Take(k))
            clusters.Add(new(clusters.Count, [], point.X, point.Y));
        for (var round = 0; round <= rounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            var next = Step(points, weights, clusters);
            var still = Same(clusters, next);
            clusters = next;
            if (still)
                break;
        }
        return clusters;
    }

    /// <summary>Mean silhouette, unweighted, euclidean; a cluster of one counts 0.</summary>
    public static double Silhouette(IReadOnlyList<(double X, double Y)> points, IReadOnlyList<PolisCluster> clusters)
    {
        var sum = 0.0;
        foreach (var own in clusters)
        foreach (var member in own.Members)
        {
            if (own.Members.Count == 1)
                continue;
            var inside = own.Members.Sum(other => Distance(points[member], points[other])) / (own.Members.Count - 1);
            var outside = double.PositiveInfinity;
            foreach (var cluster in clusters)
                if (cluster != own)
                    outside = Math.Min(outside, cluster.Members.Average(other => Distance(points[member], points[other])));
            var larger = Math.Max(inside, outside);
            if (larger > 0 && !double.IsInfinity(outside))
                sum += (outside - inside) / larger;
        }
        return points.Count == 0 ? 0 : sum / points.Count;
    }

    private static double Distance((double X, double Y) a, (double X, double Y) b) => Math.Sqrt((a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y));

    private static List<PolisCluster> Step((double X, double Y)[] points, double[]? weights, List<PolisCluster> clusters)
    {
        var centres = clusters.Select(c => (c.X, c.Y)).ToArray();
        var members = Array.ConvertAll(centres, _ => new List<int>());
        for (var i = 0; i < points.Length; i++)
        {
            members[Nearest(points[i], centres)].Add(i);
        }
        var next = new List<PolisCluster>();
        for (var c = 0; c < centres.Length; c++)
        {
            // Quirk: a cluster without members vanishes and is not replaced.
            if (members[c].Count == 0)
                continue;
            var (x, y, total) = (0.0, 0.0, 0.0);
            foreach (var i in members[c])
            {
                var weight = weights?[i] ?? 1;
                (x, y, total) = (x + points[i].X * weight, y + points[i].Y * weight, total + weight);
            }
            next.Add(new(clusters[c].Id, members[c], x / total, y / total));
        }
        return next;
    }

    private static int Nearest((double X, double Y) point, (double X, double Y)[] centres)
    {
        var (nearest, least, farther) = (0, double.PositiveInfinity, double.PositiveInfinity);
        for (var c = 0; c < centres.Length; c++)
        {
            var (dx, dy) = (point.X - centres[c].X, point.Y - centres[c].Y);
            var squared = dx * dx + dy * dy;
            // What is farther by more than rounding needs no root.
            if (squared > farther)
                continue;
            // Quirk: of equally near clusters the later one is taken, near as the root rounds it.
            var distance = Math.Sqrt(squared);
            if (distance <= least)
                (nearest, least, farther) = (c, distance, squared * (1 + 1e-14));
        }
        return nearest;
    }

    // Quirk: centres are sorted before they are compared, each old one with the new one of the same rank.
    private static bool Same(List<PolisCluster> before, List<PolisCluster> after)
    {
        if (before.Count != after.Count)
            return false;
        return Sorted(before).Zip(Sorted(after)).All(pair => Distance(pair.First, pair.Second) < Still);

        static IEnumerable<(double X, double Y)> Sorted(List<PolisCluster> clusters) => clusters.Select(c => (c.X, c.Y)).OrderBy(p => p.X).ThenBy(p => p.Y);
    }
}
