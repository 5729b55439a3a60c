namespace Meerlaags.Deliberation.OpinionGroups;

/// <summary>
/// Who voted what as a graph: statements (columns) are the first nodes, participants (rows) come after them, and every vote given is an edge
/// with the vote as its label, from 0 for disagreeing to 2 for agreeing. Edges are listed when they are asked for: mostly few nodes are.
/// </summary>
internal sealed class VoteGraph(VoteMatrix votes)
{
    private readonly int[]?[] edges = new int[]?[votes.Columns + votes.Rows];

    /// <summary>How many nodes are statements.</summary>
    public int Columns => votes.Columns;

    public int Nodes => edges.Length;

    /// <summary>Votes given.</summary>
    public long Votes { get; } = Enumerable.Range(0, votes.Rows).Sum(row => (long)votes.CountVotes(row));

    /// <summary>Edges of a node in ascending order: the node at the other end times four, and the label.</summary>
    public int[] Of(int node) => edges[node] ??= node < Columns ? OfColumn(node) : OfRow(node - Columns);

    /// <summary>How many votes of each kind a participant gave, in one number.</summary>
    public (int Agree, int Disagree, int Pass) Counts(int row) =>
        (votes.Row(row).Count((sbyte)1), votes.Row(row).Count((sbyte)-1), votes.Row(row).Count((sbyte)0));

    private int[] OfColumn(int column)
    {
        var found = new List<int>(votes.Rows);
        for (var r = 0; r < votes.Rows; r++)
            if (votes[r, column] is not VoteMatrix.Missing and var vote)
                found.Add(Columns + r << 2 | vote + 1);
        return [.. found];
    }

    private int[] OfRow(int row)
    {
        var (found, at) = (new int[votes.CountVotes(row)], 0);
        var cells = votes.Row(row);
        for (var c = 0; c < cells.Length; c++)
            if (cells[c] != VoteMatrix.Missing)
                found[at++] = c << 2 | cells[c] + 1;
        return found;
    }
}
