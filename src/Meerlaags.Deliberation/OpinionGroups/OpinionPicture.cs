using Meerlaags.Deliberation.OpinionGroups.Polis;

namespace Meerlaags.Deliberation.OpinionGroups;

/// <summary>
/// Where participants stand in two dimensions: blanks count as the column mean (so they pull nowhere), two principal components, and the
/// sparsity-aware projection of Polis (Small et al. 2021). Everything is summed in canonical order.
/// </summary>
internal sealed class OpinionPicture
{
    private OpinionPicture(CanonicalOrder order, int[] rows, (double X, double Y)[] points) => (Order, Rows, Points) = (order, rows, points);

    /// <summary>The order everything was summed in, and the mirrors of the votes.</summary>
    public CanonicalOrder Order { get; }

    /// <summary>Rows of the matrix that take part, in canonical order.</summary>
    public int[] Rows { get; }

    /// <summary>Where those rows stand.</summary>
    public (double X, double Y)[] Points { get; }

    /// <summary>Per statement its part in each direction: where the next picture may start from.</summary>
    public required IReadOnlyDictionary<int, double[]> Directions { get; init; }

    public static OpinionPicture Take(
        VoteMatrix votes,
        IReadOnlySet<int> moderatedOut,
        IReadOnlyDictionary<int, double[]>? before = null,
        CancellationToken cancellation = default
    )
    {
        var moderated = new bool[votes.Columns];
        for (var c = 0; c < moderated.Length; c++)
            moderated[c] = moderatedOut.Contains(votes.Statements[c]);
        var order = new CanonicalOrder(votes, moderated, cancellation);
        var centre = Means(votes, moderated);
        var (data, voted) = Centred(votes, order, centre, moderated);
        if (!order.IsDetermined)
            data = Averaged(votes, order, centre, moderated);
        var start = Start(votes, order, before);
        var basis = LeadingDirections.Find(data, start);
        Face(basis, before is null ? null : start);
        var points = Project(data, voted, basis);
        return Of(votes, order, points, basis);
    }

    // In Polis' sign: agree = -1.
    private static double[] Means(VoteMatrix votes, bool[] moderated)
    {
        var (sums, counts) = (new int[votes.Columns], new int[votes.Columns]);
        for (var r = 0; r < votes.Rows; r++)
        {
            var row = votes.Row(r);
            for (var c = 0; c < row.Length; c++)
                if (row[c] != VoteMatrix.Missing)
                {
                    sums[c] -= row[c];
                    counts[c]++;
                }
        }
        var means = new double[votes.Columns];
        for (var c = 0; c < means.Length; c++)
            means[c] = moderated[c] || counts[c] == 0 ? 0 : (double)sums[c] / counts[c];
        return means;
    }

    // Rows and columns in canonical order; blanks less their mean are nothing, so only votes given are kept.
    private static ((int[] Starts, int[] Places, double[] Values) Data, int[] Voted) Centred(
        VoteMatrix votes,
        CanonicalOrder order,
        double[] centre,
        bool[] moderated
    )
    {
        var (starts, voted) = (new int[votes.Rows + 1], new int[votes.Rows]);
        var most = Enumerable.Range(0, votes.Rows).Sum(votes.CountVotes);
        var (places, values, at) = (new int[most], new double[most], 0);
        for (var r = 0; r < votes.Rows; r++)
        {
            var row = votes.Row(order.Rows[r]);
            for (var place = 0; place < row.Length; place++)
            {
                var c = order.Columns[place];
                if (row[c] != VoteMatrix.Missing || moderated[c])
                    voted[r]++;
                if (row[c] == VoteMatrix.Missing || moderated[c] || -row[c] == centre[c])
                    continue;
                (places[at], values[at]) = (place, -row[c] - centre[c]);
                at++;
            }
            starts[r + 1] = at;
        }
        return ((starts, places, values), voted);
    }

    // Every vote is the mean over the cell of its column, so that rows and columns that cannot be told apart count alike.
    private static (int[] Starts, int[] Places, double[] Values) Averaged(VoteMatrix votes, CanonicalOrder order, double[] centre, bool[] moderated)
    {
        var columns = votes.Columns;
        var (starts, places, values) = (new int[votes.Rows + 1], new int[votes.Rows * columns], new double[votes.Rows * columns]);
        var (sizes, sums, counts) = (new int[columns], new int[columns], new int[columns]);
        for (var c = 0; c < columns; c++)
            sizes[order.CellOfColumn(c)]++;
        for (var r = 0; r < votes.Rows; r++)
        {
            var row = votes.Row(order.Rows[r]);
            Array.Clear(sums);
            Array.Clear(counts);
            for (var c = 0; c < columns; c++)
                if (row[c] != VoteMatrix.Missing && !moderated[c])
                {
                    sums[order.CellOfColumn(c)] -= row[c];
                    counts[order.CellOfColumn(c)]++;
                }
            for (var place = 0; place < columns; place++)
            {
                var (c, cell) = (order.Columns[place], order.CellOfColumn(order.Columns[place]));
                (places[r * columns + place], values[r * columns + place]) = (place, (sums[cell] - counts[cell] * centre[c]) / sizes[cell]);
            }
            starts[r + 1] = (r + 1) * columns;
        }
        return (starts, places, values);
    }

    // The first direction starts from ones, as in Polis, the others from a fixed sequence over canonical places.
    private static double[] Start(VoteMatrix votes, CanonicalOrder order, IReadOnlyDictionary<int, double[]>? before)
    {
        var start = new double[votes.Columns * LeadingDirections.Block];
        var sequence = new Mixing(votes.Columns);
        for (var place = 0; place < votes.Columns; place++)
        {
            var known = before?.GetValueOrDefault(votes.Statements[order.Columns[place]]);
            for (var d = 0; d < LeadingDirections.Block; d++)
            {
                var drawn = sequence.Next() - 0.5;
                start[place * LeadingDirections.Block + d] =
                    known is not null ? known[d] + 1e-6 * drawn
                    : before is not null || d > 0 ? drawn
                    : 1;
            }
        }
        return start;
    }

    // A direction has no sign of its own: it faces the way of the picture before, else of all ones, else of its first part that is not zero.
    private static void Face(double[] basis, double[]? before)
    {
        for (var d = 0; d < LeadingDirections.Block; d++)
        {
            var (along, first) = (0.0, 0.0);
            for (var i = d; i < basis.Length; i += LeadingDirections.Block)
            {
                along += basis[i] * (before?[i] ?? 1);
                if (first == 0 && Math.Abs(basis[i]) > 1e-9)
                    first = basis[i];
            }
            if ((Math.Abs(along) > 1e-6 ? along : first) < 0)
                for (var i = d; i < basis.Length; i += LeadingDirections.Block)
                    basis[i] = -basis[i];
        }
    }

    // Per canonical row the sum over votes given, stretched by sqrt(statements / votes given).
    private static (double X, double Y)[] Project((int[] Starts, int[] Places, double[] Values) data, int[] voted, double[] basis)
    {
        var points = new (double X, double Y)[voted.Length];
        for (var r = 0; r < points.Length; r++)
        {
            var (x, y) = (0.0, 0.0);
            for (var i = data.Starts[r]; i < data.Starts[r + 1]; i++)
            {
                x += data.Values[i] * basis[data.Places[i] * LeadingDirections.Block];
                y += data.Values[i] * basis[data.Places[i] * LeadingDirections.Block + 1];
            }
            var scale = Math.Sqrt((double)basis.Length / LeadingDirections.Block / Math.Max(voted[r], 1));
            points[r] = (x * scale, y * scale);
        }
        return points;
    }

    private static OpinionPicture Of(VoteMatrix votes, CanonicalOrder order, (double X, double Y)[] points, double[] basis)
    {
        var taking = PolisPipeline.Taking(votes, withTies: true);
        var places = Enumerable.Range(0, votes.Rows).Where(r => taking[order.Rows[r]]).ToArray();
        var directions = new Dictionary<int, double[]>();
        for (var place = 0; place < votes.Columns; place++)
            directions.Add(votes.Statements[order.Columns[place]], basis.AsSpan(place * LeadingDirections.Block, LeadingDirections.Block).ToArray());
        return new(order, Array.ConvertAll(places, r => order.Rows[r]), Array.ConvertAll(places, r => points[r])) { Directions = directions };
    }
}
