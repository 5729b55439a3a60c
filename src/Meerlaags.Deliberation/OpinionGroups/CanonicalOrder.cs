namespace Meerlaags.Deliberation.OpinionGroups;

/// <summary>
/// An order of rows and columns that follows from the votes alone, whatever their numbers: rows and columns are marked by what stands in them
/// and by the marks of what they meet, a few times over; of columns that stay alike without being equal one is marked apart and the marks are
/// spread again (colour refinement with individualisation; Weisfeiler and Leman 1968, McKay 1981). Sums taken in this order come out the same
/// to the last bit however participants and statements are numbered.
/// </summary>
internal sealed class CanonicalOrder
{
    private const int Rounds = 3;
    private const long MostCellsLookedAt = 20_000_000; // beyond it columns that are still alike are taken by number

    private readonly VoteMatrix votes;
    private readonly ulong[] rowMarks;
    private readonly ulong[] columnMarks;
    private readonly int[] starts;
    private readonly int[] given; // column times four, and the vote from 1 to 3

    public CanonicalOrder(VoteMatrix votes, bool[] moderated)
    {
        this.votes = votes;
        rowMarks = new ulong[votes.Rows];
        columnMarks = Array.ConvertAll(moderated, m => m ? 2UL : 1UL);
        (starts, given) = Given(votes);
        Refine();
        for (var looked = 0L; looked <= MostCellsLookedAt && Alike() is { } column; looked += (long)votes.Rows * votes.Columns)
        {
            columnMarks[column] = Mixing.Mix(columnMarks[column] + 1);
            Refine();
        }
        Rows = Sorted(rowMarks);
        Columns = Sorted(columnMarks);
    }

    /// <summary>Rows of the matrix in canonical order.</summary>
    public int[] Rows { get; }

    /// <summary>Columns of the matrix in canonical order.</summary>
    public int[] Columns { get; }

    // Sums wrap, and so do not depend on the order of what is summed.
    private void Refine()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var sums = new ulong[columnMarks.Length];
            for (var r = 0; r < rowMarks.Length; r++)
            {
                var row = given.AsSpan(starts[r]..starts[r + 1]);
                var sum = 0UL;
                foreach (var cell in row)
                    sum += Met(columnMarks[cell >> 2], cell);
                var mark = rowMarks[r] = Mixing.Mix(rowMarks[r] + sum);
                foreach (var cell in row)
                    sums[cell >> 2] += Met(mark, cell);
            }
            for (var c = 0; c < columnMarks.Length; c++)
                columnMarks[c] = Mixing.Mix(columnMarks[c] + sums[c]);
        }
    }

    // The first column by number of the first class by mark whose columns are marked alike but are not the same votes by the same people.
    private int? Alike()
    {
        var order = Sorted(columnMarks);
        for (var place = 1; place < order.Length; place++)
            if (columnMarks[order[place]] == columnMarks[order[place - 1]] && !Same(order[place], order[place - 1]))
                return Array.Find(order, c => columnMarks[c] == columnMarks[order[place]]);
        return null;
    }

    private bool Same(int one, int other)
    {
        for (var r = 0; r < votes.Rows; r++)
            if (votes[r, one] != votes[r, other])
                return false;
        return true;
    }

    private static ulong Met(ulong mark, int cell) => Mixing.Mix(mark * 3 + (ulong)(cell & 3));

    private static (int[] Starts, int[] Given) Given(VoteMatrix votes)
    {
        var starts = new int[votes.Rows + 1];
        for (var r = 0; r < votes.Rows; r++)
            starts[r + 1] = starts[r] + votes.CountVotes(r);
        var (given, at) = (new int[starts[^1]], 0);
        for (var r = 0; r < votes.Rows; r++)
        {
            var row = votes.Row(r);
            for (var c = 0; c < row.Length; c++)
                if (row[c] != VoteMatrix.Missing)
                    given[at++] = c << 2 | row[c] + 2;
        }
        return (starts, given);
    }

    private static int[] Sorted(ulong[] marks)
    {
        var order = new int[marks.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort(order, (a, b) => marks[a] != marks[b] ? marks[a].CompareTo(marks[b]) : a.CompareTo(b));
        return order;
    }
}
