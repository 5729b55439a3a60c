namespace Meerlaags.Deliberation.OpinionGroups.Import;

/// <summary>
/// The export of a Polis conversation (compdemocracy.org/export): votes.csv (the whole history; +1 agrees, -1 disagrees, 0 passes),
/// comments.csv (texts, authors, moderation), participants-votes.csv (a table with a column per comment, and the published group).
/// </summary>
public static class PolisExport
{
    private const string VotesFile = "votes.csv";
    private const string CommentsFile = "comments.csv";

    // The first name is that of the published data, the second that of newer servers.
    private static readonly string[] ParticipantsFiles = ["participants-votes.csv", "participant-votes.csv"];

    /// <summary>
    /// Reads what there is: <paramref name="open"/> gives a reader for a file name or null when there is no such file. Without votes.csv the
    /// votes come from participants-votes.csv. Throws <see cref="VoteFormatException"/> with file and line.
    /// </summary>
    public static ImportedVotes Read(Func<string, TextReader?> open)
    {
        ArgumentNullException.ThrowIfNull(open);
        var table = ParticipantsFiles.Select(name => Table.Open(open, name)).FirstOrDefault(t => t is not null);
        var history = Table.Open(open, VotesFile);
        if (history is null && table is null)
            throw new VoteFormatException(VotesFile, 1, $"the folder has neither {VotesFile} nor {ParticipantsFiles[0]}.");
        var votes = history is not null ? History(history) : Wide(table!);
        var comments = Table.Open(open, CommentsFile);
        var read = comments is null ? new ImportedVotes(votes) : Comments(comments, votes);
        return table is null ? read : read with { GroupOfParticipant = Groups(table) };
    }

    private static VoteMatrix History(Table table)
    {
        var (voter, comment, vote) = (table.Column("voter-id"), table.Column("comment-id"), table.Column("vote"));
        var time = table.Find("timestamp");
        var log = new VoteLog();
        foreach (var row in table.Rows)
        {
            var at = time is null ? 0 : VoteLog.Time(row.Fields[time.Value]) ?? throw table.Fault(row, "the timestamp is not a time.");
            log.Add(new(table.Number(row, voter), table.Number(row, comment), table.Value(row, vote)), at);
        }
        return log.ToMatrix();
    }

    private static VoteMatrix Wide(Table table)
    {
        var participant = table.Column("participant");
        var comments = table.Headings.Select((name, at) => (Id: VoteLog.Number(name), at)).Where(c => c.Id is not null).ToList();
        var votes = new List<Vote>();
        foreach (var row in table.Rows)
        foreach (var (id, at) in comments)
            if (row.Fields[at].Length > 0)
                votes.Add(new(table.Number(row, participant), id!.Value, table.Value(row, at)));
        return new(votes);
    }

    private static Dictionary<int, string> Groups(Table table)
    {
        var groups = new Dictionary<int, string>();
        if (table.Find("group-id") is { } group)
            foreach (var row in table.Rows)
                if (row.Fields[group].Length > 0)
                    groups[table.Number(row, table.Column("participant"))] = row.Fields[group];
        return groups;
    }

    private static ImportedVotes Comments(Table table, VoteMatrix votes)
    {
        var id = table.Column("comment-id");
        var (author, moderated, body) = (table.Find("author-id"), table.Find("moderated"), table.Find("comment-body"));
        var (agrees, disagrees) = (table.Find("agrees"), table.Find("disagrees"));
        var (moderatedOut, texts, raised) = (new HashSet<int>(), new Dictionary<int, string>(), new List<RaisedPoint>());
        var (asSaid, reversed) = (0L, 0L);
        var columns = votes.Statements.Select((statement, column) => (statement, column)).ToDictionary(s => s.statement, s => s.column);
        foreach (var row in table.Rows)
        {
            var statement = table.Number(row, id);
            if (moderated is { } m && row.Fields[m] == "-1")
                moderatedOut.Add(statement);
            if (body is { } b)
                texts[statement] = row.Fields[b];
            if (author is { } a && row.Fields[a].Length > 0)
                raised.Add(new(statement, table.Number(row, a)));
            if (agrees is { } yes && disagrees is { } no && columns.TryGetValue(statement, out var column))
            {
                var (up, down) = (Count(votes, column, 1), Count(votes, column, -1));
                var (told, against) = (table.Number(row, yes), table.Number(row, no));
                asSaid += Math.Abs(told - up) + Math.Abs(against - down);
                reversed += Math.Abs(told - down) + Math.Abs(against - up);
            }
        }
        return new(votes)
        {
            ModeratedOut = moderatedOut,
            Statements = texts,
            Raised = raised,
            Warnings = reversed < asSaid ? [$"{CommentsFile}: its counts fit the votes better with agree and disagree exchanged."] : [],
        };
    }

    private static int Count(VoteMatrix votes, int column, sbyte value) => Enumerable.Range(0, votes.Rows).Count(r => votes[r, column] == value);

    /// <summary>A file with a heading, and faults that know their line.</summary>
    private sealed record Table(string File, IReadOnlyList<string> Headings, List<CsvRow> Rows)
    {
        public static Table? Open(Func<string, TextReader?> open, string file)
        {
            using var reader = open(file);
            if (reader is null)
                return null;
            var rows = CsvRows.Read(reader, file);
            if (rows.Count == 0)
                throw new VoteFormatException(file, 1, "the file is empty.");
            var headings = rows[0].Fields;
            foreach (var row in rows.Skip(1))
                if (row.Fields.Count < headings.Count)
                    throw new VoteFormatException(file, row.Line, $"{headings.Count} fields are needed, there are {row.Fields.Count}.");
            return new(file, headings, rows[1..]);
        }

        public int? Find(string heading) =>
            Headings.ToList().FindIndex(h => h.Equals(heading, StringComparison.OrdinalIgnoreCase)) is >= 0 and var at ? at : null;

        public int Column(string heading) => Find(heading) ?? throw new VoteFormatException(File, 1, $"there is no column {heading}.");

        public VoteFormatException Fault(CsvRow row, string reason) => new(File, row.Line, reason);

        public int Number(CsvRow row, int column) =>
            VoteLog.Number(row.Fields[column]) ?? throw Fault(row, $"'{row.Fields[column]}' under {Headings[column]} is not a whole number.");

        public int Value(CsvRow row, int column) =>
            VoteLog.Number(row.Fields[column]) is >= -1 and <= 1 and var value
                ? value
                : throw Fault(row, $"'{row.Fields[column]}' under {Headings[column]} is not a vote: 1, -1 or 0.");
    }
}
