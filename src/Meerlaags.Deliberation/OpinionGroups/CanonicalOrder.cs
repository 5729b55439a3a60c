namespace Meerlaags.Deliberation.OpinionGroups;

/// <summary>
/// An order of rows and columns that follows from the votes alone, whatever their numbers. Rows and columns are told apart as far as the votes
/// do it (<see cref="EquitablePartition"/>); of columns that stay alike without being equal one is set apart and the others are told apart
/// again (McKay 1981), after proof that each of them could have been taken: for each there is a mirror, a renumbering of participants and
/// statements that leaves all votes as they are. Sums taken in this order then come out the same to the last bit for every numbering.
/// <para>
/// The proof is looked for in two ways: any of the alike columns, then only those after which the votes look alike too. Both succeed or fail
/// whatever the numbers, also at the bound on their work: it counts steps that are the same for every numbering, with as many mirrors
/// as a chain of growing groups can be long (at most the sum of the binary logarithms of the choices). Where neither succeeds
/// (<see cref="IsDetermined"/> is false) the cells of the partition have an order, and who is in one cell is to be treated alike.
/// </para>
/// </summary>
internal sealed class CanonicalOrder
{
    private const long MostWork = 200_000_000;

    private readonly CancellationToken cancellation;
    private readonly VoteGraph graph;
    private readonly EquitablePartition cells;
    private readonly List<int[]> mirrors = [];
    private int[] twins = []; // per column the first one with the same votes by the same people

    public CanonicalOrder(VoteMatrix votes, bool[] moderated, CancellationToken cancellation = default)
    {
        this.cancellation = cancellation;
        graph = new(votes);
        cells = new(graph, moderated);
        if (Enumerable.Range(0, graph.Columns).Any(c => cells.Members(cells.CellOf(c)).Length > 1))
        {
            twins = Twins();
            var determined = Determine(lookAhead: false) ?? Determine(lookAhead: true);
            IsDetermined = determined is not null;
            cells = determined ?? cells;
        }
        Columns = cells.Order[..graph.Columns].ToArray();
        Rows = Array.ConvertAll(cells.Order[graph.Columns..].ToArray(), node => node - graph.Columns);
    }

    /// <summary>Rows of the matrix in canonical order.</summary>
    public int[] Rows { get; }

    /// <summary>Columns of the matrix in canonical order.</summary>
    public int[] Columns { get; }

    /// <summary>False when the votes do not tell all rows and columns apart and no mirrors were found that say why.</summary>
    public bool IsDetermined { get; } = true;

    /// <summary>The cell of a row: those in one cell voted the same, or cannot be told apart.</summary>
    public int CellOfRow(int row) => cells.CellOf(graph.Columns + row);

    /// <summary>The cell of a column: those in one cell have the same votes, or cannot be told apart.</summary>
    public int CellOfColumn(int column) => cells.CellOf(column);

    /// <summary>
    /// Whether a division of the rows is the same in every mirror. One that is not has twins that are just as good, and which of them comes
    /// out is a matter of numbers.
    /// </summary>
    public bool Settles(IReadOnlyList<int> groupOfRow)
    {
        foreach (var cell in cells.Starts().Where(start => start >= graph.Columns))
        foreach (var node in cells.Members(cell))
            if (groupOfRow[node - graph.Columns] != groupOfRow[cells.Order[cell] - graph.Columns])
                return false;
        foreach (var mirror in mirrors)
        {
            var becomes = new Dictionary<int, int>();
            for (var r = 0; r < groupOfRow.Count; r++)
            {
                var there = groupOfRow[mirror[graph.Columns + r] - graph.Columns];
                if (becomes.TryAdd(groupOfRow[r], there) || becomes[groupOfRow[r]] == there)
                    continue;
                return false;
            }
        }
        return true;
    }

    private sealed record Choice(EquitablePartition Cells, int[] Alike);

    // The partition in which all columns are told apart but for those that are equal; null when the proof fails.
    private EquitablePartition? Determine(bool lookAhead)
    {
        mirrors.Clear();
        var (path, at, work, most) = (new List<Choice>(), cells, (long)graph.Votes, 1.0);
        while (Choose(at, lookAhead, ref work) is { } choice)
        {
            path.Add(choice);
            most += Math.Log2(choice.Alike.Length);
            if (work * most > MostWork)
                return null;
            at = Take(choice, 0, ref work);
        }
        var orbits = new Orbits(graph.Nodes);
        for (var c = 0; c < twins.Length; c++)
            orbits.Join(c, twins[c]);
        for (var level = path.Count - 1; level >= 0; level--)
        for (var i = 1; i < path[level].Alike.Length; i++)
        {
            if (orbits.AreOne(path[level].Alike[0], path[level].Alike[i]))
                continue;
            if (Descend(path, level, i, lookAhead) is not { } other || Mirror(at, other) is not { } mirror)
                return null;
            mirrors.Add(mirror);
            for (var node = 0; node < mirror.Length; node++)
                orbits.Join(node, mirror[node]);
        }
        return at;
    }

    private EquitablePartition? Descend(List<Choice> path, int level, int taken, bool lookAhead)
    {
        var work = 0L;
        var at = Take(path[level], taken, ref work);
        for (var below = level + 1; Choose(at, lookAhead, ref work) is { } choice; below++)
        {
            if (below == path.Count || choice.Alike.Length != path[below].Alike.Length)
                return null;
            at = Take(choice, 0, ref work);
        }
        return at;
    }

    // The first cell with columns that are not equal, one of each kind of equal ones; null when there is no such cell.
    private Choice? Choose(EquitablePartition at, bool lookAhead, ref long work)
    {
        foreach (var cell in at.Starts().TakeWhile(start => start < graph.Columns))
        {
            var members = at.Members(cell);
            if (members.Length == 1)
                continue;
            var alike = new HashSet<int>();
            foreach (var member in members)
                alike.Add(twins[member]);
            if (alike.Count > 1)
                return new(at, lookAhead ? LookAhead(new(at, [.. alike]), ref work) : [.. alike]);
        }
        return null;
    }

    private int[] LookAhead(Choice choice, ref long work)
    {
        var looks = new ulong[choice.Alike.Length];
        for (var i = 0; i < looks.Length; i++)
            if (work <= MostWork)
            {
                looks[i] = Take(choice, i, ref work).Fingerprint();
                work += graph.Votes;
            }
        var least = looks.Min();
        return [.. choice.Alike.Where((_, i) => looks[i] == least)];
    }

    private EquitablePartition Take(Choice choice, int taken, ref long work)
    {
        cancellation.ThrowIfCancellationRequested();
        var members = new List<int>();
        foreach (var member in choice.Cells.Members(choice.Cells.CellOf(choice.Alike[taken])))
            if (twins[member] == choice.Alike[taken])
                members.Add(member);
        var after = choice.Cells.Apart(members);
        work += after.Work;
        return after;
    }

    // The renumbering that lays one partition on the other, when all votes stay as they are.
    private int[]? Mirror(EquitablePartition one, EquitablePartition other)
    {
        var mirror = new int[graph.Nodes];
        for (var i = 0; i < mirror.Length; i++)
        {
            if (one.CellOf(one.Order[i]) != other.CellOf(other.Order[i]))
                return null;
            mirror[one.Order[i]] = other.Order[i];
        }
        for (var node = 0; node < graph.Columns; node++)
        {
            var (edges, there) = (graph.Of(node), graph.Of(mirror[node]));
            if (edges.Length != there.Length)
                return null;
            foreach (var edge in edges)
                if ((mirror[node] != node || mirror[edge >> 2] != edge >> 2) && Array.BinarySearch(there, mirror[edge >> 2] << 2 | edge & 3) < 0)
                    return null;
        }
        return mirror;
    }

    private int[] Twins()
    {
        var first = new Dictionary<(int Cell, ulong Votes), List<int>>();
        var result = new int[graph.Columns];
        for (var c = 0; c < result.Length; c++)
        {
            var sum = 0UL;
            foreach (var edge in graph.Of(c))
                sum = Mixing.Mix(sum + (ulong)edge + 1);
            if (!first.TryGetValue((cells.CellOf(c), sum), out var known))
                first.Add((cells.CellOf(c), sum), known = []);
            result[c] = c;
            foreach (var other in known)
                if (graph.Of(other).AsSpan().SequenceEqual(graph.Of(c)))
                    result[c] = other;
            if (result[c] == c)
                known.Add(c);
        }
        return result;
    }

    /// <summary>Nodes that mirrors lay on each other (union and find; Galler and Fischer 1964).</summary>
    private sealed class Orbits(int nodes)
    {
        private readonly int[] parents = [.. Enumerable.Range(0, nodes)];

        public bool AreOne(int a, int b) => Root(a) == Root(b);

        public void Join(int a, int b) => parents[Root(a)] = Root(b);

        private int Root(int node)
        {
            while (parents[node] != node)
                node = parents[node] = parents[parents[node]];
            return node;
        }
    }
}
