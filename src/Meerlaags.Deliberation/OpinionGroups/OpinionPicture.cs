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

    /// <summary>Per statement its part in both directions.</summary>
    public required IReadOnlyDictionary<int, (double X, double Y)> Directions { get; init; }

    public static OpinionPicture Take(VoteMatrix votes, IReadOnlySet<int> moderatedOut, CancellationToken cancellation = default)
    {
        var moderated = new bool[votes.Columns];
        for (var c = 0; c < moderated.Length; c++)
            moderated[c] = moderatedOut.Contains(votes.Statements[c]);
        var order = new CanonicalOrder(votes, moderated, cancellation);
        var centre = Means(votes, moderated);
        var (data, voted) = Centred(votes, order, centre, moderated);
        if (!order.IsDetermined)
            data = Averaged(votes, order, centre, moderated);
        var basis = LeadingDirections.Find(data, Start(votes.Columns));
        Face(basis);
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
            for (var c = 0; c < row.Length && c < sums.Length && c < counts.Length; c++)
            {
                var given = row[c] == VoteMatrix.Missing ? 0 : 1;
                sums[c] -= row[c] * given;
                counts[c] += given;
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
        var (places, values, at) = (GC.AllocateUninitializedArray<int>(most), GC.AllocateUninitializedArray<double>(most), 0);
        var columns = order.Columns;
        for (var r = 0; r < votes.Rows; r++)
        {
            var row = votes.Row(order.Rows[r]);
            for (var place = 0; place < columns.Length; place++)
            {
                var c = columns[place];
                if (moderated[c])
                {
                    // As in Polis: a statement moderated out pulls nobody but counts as seen by all, so that nobody is stretched further
                    // for it, and distances are those of the reference.
                    voted[r]++;
                    continue;
                }
                if (row[c] == VoteMatrix.Missing)
                    continue;
                voted[r]++;
                if (-row[c] - centre[c] is not 0 and var value)
                    (places[at], values[at++]) = (place, value);
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
    private static double[] Start(int columns)
    {
        var start = new double[columns * LeadingDirections.Block];
        var sequence = new Mixing(columns);
        for (var i = 0; i < start.Length; i++)
        {
            var drawn = sequence.Next() - 0.5;
            start[i] = i % LeadingDirections.Block == 0 ? 1 : drawn;
        }
        return start;
    }

    // A direction has no sign of its own: it faces the way of all ones, else of its first part that is not zero.
    private static void Face(double[] basis)
    {
        for (var d = 0; d < LeadingDirections.Block; d++)
        {
            var (along, first) = (0.0, 0.0);
            for (var i = d; i < basis.Length; i += LeadingDirections.Block)
            {
                along += basis[i];
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
        var directions = new Dictionary<int, (double X, double Y)>();
        for (var place = 0; place < votes.Columns; place++)
            directions.Add(votes.Statements[order.Columns[place]], (basis[place * LeadingDirections.Block], basis[place * LeadingDirections.Block + 1]));
        return new(order, Array.ConvertAll(places, r => order.Rows[r]), Array.ConvertAll(places, r => points[r])) { Directions = directions };
    }
}
