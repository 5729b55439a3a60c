namespace Meerlaags.Deliberation.OpinionGroups;

/// <summary>One vote: +1 agrees, -1 disagrees, 0 passes (saw the statement and chose neither).</summary>
public readonly record struct Vote(int Participant, int Statement, int Value);

/// <summary>
/// Votes as a table, participants in ascending order of their number, statements in the order of the first vote on them. A vote that was not
/// given is <see cref="Missing"/>, never a pass. Of several votes of one participant on one statement the last counts.
/// </summary>
public sealed class VoteMatrix
{
    public const sbyte Missing = sbyte.MinValue;
    private readonly sbyte[] cells;

    public VoteMatrix(IReadOnlyCollection<Vote> votes)
    {
        ArgumentNullException.ThrowIfNull(votes);
        Participants = [.. votes.Select(v => v.Participant).Distinct().Order()];
        var rows = new Dictionary<int, int>();
        foreach (var participant in Participants)
            rows.Add(participant, rows.Count);
        var columns = new Dictionary<int, int>();
        foreach (var vote in votes)
            columns.TryAdd(vote.Statement, columns.Count);
        Statements = [.. columns.Keys];
        cells = new sbyte[rows.Count * columns.Count];
        Array.Fill(cells, Missing);
        foreach (var vote in votes)
        {
            if (vote.Value is < -1 or > 1)
                throw new ArgumentException($"A vote is -1, 0 or 1, not {vote.Value}.", nameof(votes));
            cells[rows[vote.Participant] * columns.Count + columns[vote.Statement]] = (sbyte)vote.Value;
        }
    }

    private VoteMatrix(VoteMatrix source, IReadOnlyList<int> statements)
    {
        Participants = source.Participants;
        Statements = statements;
        var from = new Dictionary<int, int>();
        foreach (var statement in source.Statements)
            from.Add(statement, from.Count);
        cells = new sbyte[Participants.Count * statements.Count];
        for (var r = 0; r < Participants.Count; r++)
        for (var c = 0; c < statements.Count; c++)
            cells[r * statements.Count + c] = from.TryGetValue(statements[c], out var at) ? source[r, at] : Missing;
    }

    /// <summary>Participant numbers, ascending: the rows.</summary>
    public IReadOnlyList<int> Participants { get; }

    /// <summary>Statement numbers: the columns.</summary>
    public IReadOnlyList<int> Statements { get; }

    public int Rows => Participants.Count;
    public int Columns => Statements.Count;

    /// <summary>The vote at a row and column, or <see cref="Missing"/>.</summary>
    public sbyte this[int row, int column] => cells[row * Columns + column];

    /// <summary>All votes of one row.</summary>
    public ReadOnlySpan<sbyte> Row(int row) => cells.AsSpan(row * Columns, Columns);

    /// <summary>The same votes with the statements in another order; statements without votes become empty columns.</summary>
    public VoteMatrix WithStatements(IReadOnlyList<int> statements) => new(this, statements);

    /// <summary>Changes or adds one vote of a known participant on a known statement.</summary>
    public void Set(int row, int column, sbyte value) => cells[row * Columns + column] = value;

    internal int CountVotes(int row)
    {
        var count = 0;
        foreach (var cell in Row(row))
            if (cell != Missing)
                count++;
        return count;
    }
}
