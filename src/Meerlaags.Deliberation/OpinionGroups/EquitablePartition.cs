namespace Meerlaags.Deliberation.OpinionGroups;

/// <summary>
/// The coarsest division of statements and participants into cells in which all members of a cell have equally many votes of each kind with
/// every other cell (colour refinement: Weisfeiler and Leman 1968; smaller halves: Hopcroft 1971, Cardon and Crochemore 1982). Cells stand in
/// an order that follows from the votes alone, so members of different cells are told apart whatever their numbers. Counts are exact.
/// </summary>
internal sealed class EquitablePartition
{
    private const int Digits = 21; // of a count of one kind of vote, three of which share a number

    private readonly VoteGraph graph;
    private readonly int[] order;
    private readonly int[] place;
    private readonly int[] start; // of the cell, per node
    private readonly int[] length; // of the cell, per start
    private readonly int[] open = new int[2]; // statements and participants that are not alone in their cell

    /// <summary>Statements moderated out are told apart from the others.</summary>
    public EquitablePartition(VoteGraph graph, bool[] moderated)
    {
        this.graph = graph;
        var nodes = graph.Nodes;
        (order, place, start, length) = (new int[nodes], new int[nodes], new int[nodes], new int[nodes]);
        var at = 0;
        Add(Enumerable.Range(0, graph.Columns).Where(c => !moderated[c]));
        Add(Enumerable.Range(0, graph.Columns).Where(c => moderated[c]));
        // By what they gave in all, which is soon counted: after that few participants suffice to tell statements apart, and the other way round.
        foreach (var alike in Enumerable.Range(0, nodes - graph.Columns).GroupBy(graph.Counts).OrderBy(g => g.Key))
            Add(alike.Select(row => graph.Columns + row));
        Refine([.. Starts().OrderBy(cell => cell < graph.Columns)]);

        void Add(IEnumerable<int> cell)
        {
            var from = at;
            foreach (var node in cell)
                (order[at], place[node], start[node]) = (node, at++, from);
            if (at > from)
                length[from] = at - from;
            if (at > from + 1)
                open[Side(order[from])] += at - from;
        }
    }

    private EquitablePartition(EquitablePartition source)
    {
        graph = source.graph;
        (order, place, start, length) = ([.. source.order], [.. source.place], [.. source.start], [.. source.length]);
        open = [.. source.open];
    }

    /// <summary>All nodes, statements first, cell by cell.</summary>
    public ReadOnlySpan<int> Order => order;

    /// <summary>Where each cell starts in the order, ascending.</summary>
    public IEnumerable<int> Starts()
    {
        for (var at = 0; at < order.Length; at += length[at])
            yield return at;
    }

    /// <summary>The cell of a node: where it starts in the order.</summary>
    public int CellOf(int node) => start[node];

    public ReadOnlySpan<int> Members(int cell) => order.AsSpan(cell, length[cell]);

    /// <summary>Steps taken by the last refinement; the same whatever the numbers.</summary>
    public long Work { get; private set; }

    /// <summary>The partition after some members of one cell, not all, are set apart from the others.</summary>
    public EquitablePartition Apart(IReadOnlyList<int> members)
    {
        var after = new EquitablePartition(this) { Work = order.Length };
        var cell = start[members[0]];
        for (var i = 0; i < members.Count; i++)
            after.Swap(after.place[members[i]], cell + i);
        after.Cut(cell, [members.Count, length[cell] - members.Count]);
        after.Refine([cell]);
        return after;
    }

    /// <summary>A number for how many votes of each kind lie between each two cells; the same for partitions that mirror each other.</summary>
    public ulong Fingerprint()
    {
        var sum = 0UL;
        for (var node = 0; node < graph.Columns; node++)
        {
            var own = Mixing.Mix((ulong)start[node] + 1);
            foreach (var edge in graph.Of(node))
                sum += Mixing.Mix(own + (ulong)(start[edge >> 2] << 2 | edge & 3));
        }
        return sum;
    }

    private void Refine(int[] splitters)
    {
        var waiting = new Queue<int>(splitters);
        var isWaiting = new bool[order.Length];
        foreach (var cell in splitters)
            isWaiting[cell] = true;
        var counts = new ulong[order.Length];
        var touched = new List<int>();
        var isTouched = new bool[order.Length];
        while (waiting.TryDequeue(out var splitter))
        {
            isWaiting[splitter] = false;
            if (open[1 - Side(order[splitter])] == 0)
                continue;
            touched.Clear();
            foreach (var member in order.AsSpan(splitter, length[splitter]))
            {
                var edges = graph.Of(member);
                Work += edges.Length;
                foreach (var edge in edges)
                {
                    var (met, cell) = (edge >> 2, start[edge >> 2]);
                    if (length[cell] == 1)
                        continue;
                    counts[met] += 1UL << Digits * (edge & 3);
                    if (isTouched[cell])
                        continue;
                    isTouched[cell] = true;
                    touched.Add(cell);
                }
            }
            touched.Sort();
            foreach (var cell in touched)
            {
                isTouched[cell] = false;
                Split(cell, counts, waiting, isWaiting);
            }
        }
    }

    private void Split(int cell, ulong[] counts, Queue<int> waiting, bool[] isWaiting)
    {
        var members = order.AsSpan(cell, length[cell]);
        Work += members.Length;
        var keys = new ulong[members.Length];
        var same = true;
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = counts[members[i]];
            same &= keys[i] == keys[0];
            counts[members[i]] = 0;
        }
        if (same)
            return;
        keys.AsSpan().Sort(members);
        var sizes = new List<int>();
        for (var (i, from) = (1, 0); i <= keys.Length; i++)
            if (i == keys.Length || keys[i] != keys[from])
            {
                sizes.Add(i - from);
                from = i;
            }
        for (var i = 0; i < members.Length; i++)
            place[members[i]] = cell + i;
        Cut(cell, sizes);
        // All but the largest part say as much as all of them, unless the whole was still to say something.
        var spared = isWaiting[cell] ? 0 : sizes.IndexOf(sizes.Max());
        for (var (part, at) = (0, cell); part < sizes.Count; at += sizes[part++])
            if (part != spared && !isWaiting[at])
            {
                isWaiting[at] = true;
                waiting.Enqueue(at);
            }
    }

    private void Cut(int cell, IReadOnlyList<int> sizes)
    {
        var side = Side(order[cell]);
        open[side] -= length[cell];
        var at = cell;
        foreach (var size in sizes)
        {
            length[at] = size;
            if (size > 1)
                open[side] += size;
            for (var i = at; i < at + size; i++)
                start[order[i]] = at;
            at += size;
        }
    }

    private void Swap(int a, int b)
    {
        (order[a], order[b]) = (order[b], order[a]);
        (place[order[a]], place[order[b]]) = (a, b);
    }

    private int Side(int node) => node < graph.Columns ? 0 : 1;
}
