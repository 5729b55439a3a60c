namespace Meerlaags.Deliberation.OpinionGroups;

/// <summary>
/// A division of points into groups by least squares: k-means with many starts (k-means++, Arthur and Vassilvitskii 2007), Lloyd's rounds
/// and then single moves as long as one lowers the inertia (Hartigan 1975). Starts are drawn from a fixed sequence over points sorted by
/// place, so neither chance nor the order of the input has a say.
/// </summary>
public sealed class Partition
{
    private Partition(int[] groupOf, double inertia, (double X, double Y)[] centres) => (GroupOf, Inertia, Centres) = (groupOf, inertia, centres);

    /// <summary>Number of groups.</summary>
    public int Groups => Centres.Length;

    /// <summary>Group per point, numbered from 0 by the first centre from the left.</summary>
    public IReadOnlyList<int> GroupOf { get; }

    /// <summary>Sum of squared distances to the own centre.</summary>
    public double Inertia { get; }

    internal (double X, double Y)[] Centres { get; }

    /// <summary>The best division into k groups found with the given number of starts; k at most the number of distinct points.</summary>
    public static Partition Find(IReadOnlyList<(double X, double Y)> points, int k, int starts, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(points);
        var order = Enumerable.Range(0, points.Count).OrderBy(i => points[i].X).ThenBy(i => points[i].Y).ToArray();
        var sorted = Array.ConvertAll(order, i => points[i]);
        var random = new Mixing(k);
        Partition? best = null;
        for (var start = 0; start < starts; start++)
        {
            cancellation.ThrowIfCancellationRequested();
            var found = Improve(sorted, Seed(sorted, k, random));
            if (best is null || found.Inertia < best.Inertia * (1 - 1e-12))
                best = found;
        }
        return best!.Renumbered(order);
    }

    /// <summary>Mean silhouette over points (Rousseeuw 1987), between -1 and 1; a group of one counts 0.</summary>
    public double Silhouette(IReadOnlyList<(double X, double Y)> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        var groups = Enumerable.Range(0, Groups).Select(g => new PointBlock([.. points.Where((_, i) => GroupOf[i] == g)])).ToArray();
        var total = 0.0;
        for (var i = 0; i < points.Count; i++)
        {
            var own = groups[GroupOf[i]];
            if (own.Count < 2)
                continue;
            var inside = own.Distances(points[i]) / (own.Count - 1);
            var outside = double.PositiveInfinity;
            foreach (var group in groups)
                if (group != own && group.Count > 0)
                    outside = Math.Min(outside, group.Distances(points[i]) / group.Count);
            if (Math.Max(inside, outside) is > 0 and < double.PositiveInfinity and var larger)
                total += (outside - inside) / larger;
        }
        return points.Count == 0 ? 0 : total / points.Count;
    }

    /// <summary>Adjusted Rand index of two divisions (Hubert and Arabie 1985): 1 when they are the same, about 0 when unrelated.</summary>
    public static double AdjustedRand(IReadOnlyList<int> a, IReadOnlyList<int> b)
    {
        static double Pairs(IEnumerable<int> counts) => counts.Sum(n => n * (n - 1.0) / 2);
        var together = Pairs(a.Zip(b).GroupBy(p => p).Select(g => g.Count()));
        var (inA, inB) = (Pairs(a.GroupBy(g => g).Select(g => g.Count())), Pairs(b.GroupBy(g => g).Select(g => g.Count())));
        var all = a.Count * (a.Count - 1.0) / 2;
        var expected = all == 0 ? 0 : inA * inB / all;
        var most = (inA + inB) / 2;
        return most == expected ? 1 : (together - expected) / (most - expected);
    }

    private static (double X, double Y)[] Seed((double X, double Y)[] points, int k, Mixing random)
    {
        var centres = new List<(double X, double Y)> { points[(int)(random.Next() * points.Length)] };
        var nearest = new double[points.Length];
        Array.Fill(nearest, double.PositiveInfinity);
        while (centres.Count < k)
        {
            var total = 0.0;
            for (var i = 0; i < points.Length; i++)
                total += nearest[i] = Math.Min(nearest[i], Squared(points[i], centres[^1]));
            var drawn = random.Next() * total;
            var at = 0;
            while (at < points.Length - 1 && (drawn -= nearest[at]) > 0)
                at++;
            while (at > 0 && nearest[at] == 0)
                at--;
            centres.Add(points[at]);
        }
        return [.. centres];
    }

    private static Partition Improve((double X, double Y)[] points, (double X, double Y)[] centres)
    {
        var groupOf = new int[points.Length];
        for (var round = 0; round < 100; round++)
        {
            var moved = round == 0;
            for (var i = 0; i < points.Length; i++)
            {
                var nearest = groupOf[i];
                for (var g = 0; g < centres.Length; g++)
                    if (Squared(points[i], centres[g]) < Squared(points[i], centres[nearest]))
                        nearest = g;
                moved |= nearest != groupOf[i];
                groupOf[i] = nearest;
            }
            if (!moved)
                break;
            Recentre(points, groupOf, centres);
        }
        MoveSingly(points, groupOf, centres);
        Recentre(points, groupOf, centres);
        var inertia = 0.0;
        for (var i = 0; i < points.Length; i++)
            inertia += Squared(points[i], centres[groupOf[i]]);
        return new(groupOf, inertia, centres);
    }

    private static void MoveSingly((double X, double Y)[] points, int[] groupOf, (double X, double Y)[] centres)
    {
        var sizes = new int[centres.Length];
        foreach (var g in groupOf)
            sizes[g]++;
        for (var (round, moved) = (0, true); moved && round < 50; round++)
        {
            moved = false;
            for (var i = 0; i < points.Length; i++)
            {
                var own = groupOf[i];
                if (sizes[own] < 2)
                    continue;
                var leaving = Squared(points[i], centres[own]) * sizes[own] / (sizes[own] - 1.0);
                for (var g = 0; g < centres.Length; g++)
                {
                    if (g == own || Squared(points[i], centres[g]) * sizes[g] / (sizes[g] + 1.0) >= leaving * (1 - 1e-9))
                        continue;
                    centres[own] = Moved(centres[own], points[i], sizes[own]--, -1);
                    centres[g] = Moved(centres[g], points[i], sizes[g]++, 1);
                    groupOf[i] = g;
                    moved = true;
                    break;
                }
            }
        }
    }

    // The centre when one point joins (1) or leaves (-1).
    private static (double X, double Y) Moved((double X, double Y) centre, (double X, double Y) point, int size, int by) =>
        (centre.X + by * (point.X - centre.X) / (size + by), centre.Y + by * (point.Y - centre.Y) / (size + by));

    private static void Recentre((double X, double Y)[] points, int[] groupOf, (double X, double Y)[] centres)
    {
        var sums = new (double X, double Y, int Count)[centres.Length];
        for (var i = 0; i < points.Length; i++)
        {
            ref var sum = ref sums[groupOf[i]];
            sum = (sum.X + points[i].X, sum.Y + points[i].Y, sum.Count + 1);
        }
        for (var g = 0; g < centres.Length; g++)
            if (sums[g].Count > 0)
                centres[g] = (sums[g].X / sums[g].Count, sums[g].Y / sums[g].Count);
    }

    private Partition Renumbered(int[] order)
    {
        var rank = Enumerable.Range(0, Centres.Length).OrderBy(g => Centres[g].X).ThenBy(g => Centres[g].Y).ToArray();
        var number = new int[rank.Length];
        for (var i = 0; i < rank.Length; i++)
            number[rank[i]] = i;
        var groupOf = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
            groupOf[order[i]] = number[GroupOf[i]];
        return new(groupOf, Inertia, Array.ConvertAll(rank, g => Centres[g]));
    }

    private static double Squared((double X, double Y) a, (double X, double Y) b) => (a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y);
}
