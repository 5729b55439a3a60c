namespace Meerlaags.Deliberation.OpinionGroups;

/// <summary>
/// Who voted what as a graph: statements (columns) are the first nodes, participants (rows) come after them, and every vote given is an edge
/// with the vote as its label, from 0 for disagreeing to 2 for agreeing.
/// </summary>
internal sealed class VoteGraph
{
    private readonly int[] starts;
    private readonly int[] edges; // the node at the other end times four, and the label

    public VoteGraph(VoteMatrix votes)
    {
        (Columns, Nodes) = (votes.Columns, votes.Columns + votes.Rows);
        starts = new int[Nodes + 1];
        for (var r = 0; r < votes.Rows; r++)
        {
            var row = votes.Row(r);
            for (var c = 0; c < row.Length; c++)
                if (row[c] != VoteMatrix.Missing)
                    starts[c + 1]++;
            starts[Columns + r + 1] = votes.CountVotes(r);
        }
        for (var node = 0; node < Nodes; node++)
            starts[node + 1] += starts[node];
        edges = new int[starts[^1]];
        var at = starts.AsSpan(0, Columns).ToArray();
        for (var r = 0; r < votes.Rows; r++)
        {
            var row = votes.Row(r);
            var own = starts[Columns + r];
            for (var c = 0; c < row.Length; c++)
                if (row[c] != VoteMatrix.Missing)
                {
                    var label = row[c] + 1;
                    edges[own++] = c << 2 | label;
                    edges[at[c]++] = Columns + r << 2 | label;
                }
        }
    }

    /// <summary>How many nodes are statements.</summary>
    public int Columns { get; }

    public int Nodes { get; }

    /// <summary>Votes given.</summary>
    public int Votes => edges.Length / 2;

    /// <summary>Edges of a node in ascending order: the node at the other end times four, and the label.</summary>
    public ReadOnlySpan<int> Of(int node) => edges.AsSpan(starts[node]..starts[node + 1]);
}
