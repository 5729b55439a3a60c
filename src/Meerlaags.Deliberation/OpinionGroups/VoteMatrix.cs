namespace Meerlaags.Deliberation.OpinionGroups;

/// <summary>One vote: +1 agrees, -1 disagrees, 0 passes (saw the statement and chose neither).</summary>
public readonly record struct Vote(int Participant, int Statement, int Value);

/// <summary>
/// Votes as a table, participants in ascending order of their number, statements in the order of the first vote on them. A vote that was not
/// given is <see cref="Missing"/>, never a pass. Of several votes of one participant on one statement the last counts. Does not change once made.
/// </summary>
public sealed class VoteMatrix
{
    public const sbyte Missing = sbyte.MinValue;
    private readonly int[] participants;
    private readonly int[] statements;
    private readonly sbyte[] cells;

    /// <summary>Throws when a value is not -1, 0 or 1.</summary>
    public VoteMatrix(IReadOnlyCollection<Vote> votes)
    {
        ArgumentNullException.ThrowIfNull(votes);
        participants = [.. votes.Select(v => v.Participant).Distinct().Order()];
        statements = [.. votes.Select(v => v.Statement).Distinct()];
        cells = new sbyte[participants.Length * statements.Length];
        Array.Fill(cells, Missing);
        Fill(votes);
    }

    private VoteMatrix(VoteMatrix source, int[] participants, int[] statements)
    {
        (this.participants, this.statements) = (participants, statements);
        cells = new sbyte[participants.Length * statements.Length];
        Array.Fill(cells, Missing);
        var from = Places(source.statements);
        var columns = Array.ConvertAll(statements, s => from.GetValueOrDefault(s, -1));
        var leading = source.statements.AsSpan().SequenceEqual(statements.AsSpan(0, Math.Min(statements.Length, source.statements.Length)));
        for (var r = 0; r < participants.Length; r++)
        {
            if (source.RowOf(participants[r]) is not (>= 0 and var row))
                continue;
            var known = source.Row(row);
            var own = cells.AsSpan(r * columns.Length, columns.Length);
            if (leading)
            {
                known.CopyTo(own);
                continue;
            }
            for (var c = 0; c < columns.Length; c++)
                if (columns[c] >= 0)
                    own[c] = known[columns[c]];
        }
    }

    /// <summary>Participant numbers, ascending: the rows.</summary>
    public IReadOnlyList<int> Participants => participants;

    /// <summary>Statement numbers: the columns.</summary>
    public IReadOnlyList<int> Statements => statements;

    public int Rows => participants.Length;
    public int Columns => statements.Length;

    /// <summary>The vote at a row and column, or <see cref="Missing"/>.</summary>
    public sbyte this[int row, int column] => cells[row * statements.Length + column];

    /// <summary>All votes of one row.</summary>
    public ReadOnlySpan<sbyte> Row(int row) => cells.AsSpan(row * statements.Length, statements.Length);

    /// <summary>The row of a participant; negative when there is none.</summary>
    public int RowOf(int participant) => Array.BinarySearch(participants, participant);

    /// <summary>The same votes with the statements in another order; statements without votes become empty columns.</summary>
    public VoteMatrix WithStatements(IReadOnlyList<int> statements) => new(this, participants, [.. statements]);

    /// <summary>
    /// A table with votes changed or added; this one stays as it is. New participants take their place by number, new statements come last.
    /// </summary>
    public VoteMatrix With(IReadOnlyCollection<Vote> votes)
    {
        ArgumentNullException.ThrowIfNull(votes);
        var more = new VoteMatrix(
            this,
            [.. participants.Union(votes.Select(v => v.Participant)).Order()],
            [.. statements.Union(votes.Select(v => v.Statement))]
        );
        more.Fill(votes);
        return more;
    }

    internal int CountVotes(int row)
    {
        var cells = Row(row);
        return cells.Length - cells.Count(Missing);
    }

    private void Fill(IReadOnlyCollection<Vote> votes)
    {
        var columns = Places(statements);
        foreach (var vote in votes)
        {
            if (vote.Value is < -1 or > 1)
                throw new ArgumentException($"A vote is -1, 0 or 1, not {vote.Value}.", nameof(votes));
            cells[RowOf(vote.Participant) * statements.Length + columns[vote.Statement]] = (sbyte)vote.Value;
        }
    }

    private static Dictionary<int, int> Places(int[] numbers)
    {
        var places = new Dictionary<int, int>(numbers.Length);
        foreach (var number in numbers)
            places.Add(number, places.Count);
        return places;
    }
}
