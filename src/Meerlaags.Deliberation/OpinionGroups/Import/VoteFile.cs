using System.Globalization;

namespace Meerlaags.Deliberation.OpinionGroups.Import;

/// <summary>
/// A plain table of votes: one row per vote with participant, statement and vote, and if one likes a time and the participant's group (party,
/// tier). Headings in Dutch or English, in any order and case; without a heading the columns are participant, statement, vote. Participants
/// and statements may be numbers or names. A vote is 1, 0, -1 or a word (eens, oneens, pas; agree, disagree, pass); an empty one was not given.
/// </summary>
public sealed class VoteFile
{
    private static readonly string[] ParticipantNames = ["participant", "participantid", "voter", "voterid", "pid", "deelnemer", "deelnemerid", "stemmer"];
    private static readonly string[] StatementNames = ["statement", "statementid", "comment", "commentid", "tid", "stelling", "stellingid", "uitspraak"];
    private static readonly string[] VoteNames = ["vote", "value", "stem", "waarde"];
    private static readonly string[] TimeNames = ["timestamp", "time", "tijd", "tijdstip"];
    private static readonly string[] GroupNames = ["group", "groupid", "party", "groep", "partij", "laag"];

    private readonly string file;
    private readonly Numbering participants = new();
    private readonly Numbering statements = new();
    private readonly Dictionary<string, (string Name, int Line)> groups = new(StringComparer.Ordinal);

    private VoteFile(string file) => this.file = file;

    /// <summary>Reads a whole table. <paramref name="file"/> is how faults call it. Throws <see cref="VoteFormatException"/> with the line.</summary>
    public static ImportedVotes Read(TextReader reader, string file = "votes.csv")
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new VoteFile(file).Import(CsvRows.Read(reader, file));
    }

    private ImportedVotes Import(List<CsvRow> rows)
    {
        if (rows.Count == 0)
            throw new VoteFormatException(file, 1, "the file is empty.");
        var columns = ColumnsOf(rows[0], out var hasHeading);
        var given = new List<(string Participant, string Statement, int Value, long Time)>();
        foreach (var row in rows.Skip(hasHeading ? 1 : 0))
            if (Parse(row, columns) is { } vote)
                given.Add(vote);
        participants.Settle();
        statements.Settle();
        var log = new VoteLog();
        foreach (var (participant, statement, value, time) in given)
            log.Add(new(participants[participant], statements[statement], value), time);
        return new(log.ToMatrix())
        {
            Participants = participants.Names,
            Statements = statements.Names,
            GroupOfParticipant = groups.Where(g => participants.Knows(g.Key)).ToDictionary(g => participants[g.Key], g => g.Value.Name),
        };
    }

    private sealed record Columns(int Participant, int Statement, int Vote, int Time, int Group, int Fewest);

    private Columns ColumnsOf(CsvRow first, out bool hasHeading)
    {
        var headings = first.Fields.Select(Plain).ToList();
        int At(string[] names) => headings.FindIndex(h => names.Contains(h));
        var (participant, statement, vote) = (At(ParticipantNames), At(StatementNames), At(VoteNames));
        hasHeading = participant >= 0 || statement >= 0 || vote >= 0;
        if (!hasHeading && first.Fields.Count >= 3 && ValueOf(first.Fields[2]) is not null)
            return new(0, 1, 2, -1, -1, 3);
        var missing =
            participant < 0 ? "participant (deelnemer)"
            : statement < 0 ? "statement (stelling)"
            : vote < 0 ? "vote (stem)"
            : null;
        if (missing is not null)
            throw new VoteFormatException(file, first.Line, $"there is no column {missing}.");
        return new(participant, statement, vote, At(TimeNames), At(GroupNames), Math.Max(participant, Math.Max(statement, vote)) + 1);
    }

    private (string Participant, string Statement, int Value, long Time)? Parse(CsvRow row, Columns columns)
    {
        if (row.Fields.Count < columns.Fewest)
            throw new VoteFormatException(file, row.Line, $"{columns.Fewest} fields are needed, there are {row.Fields.Count}.");
        var (participant, statement, text) = (row.Fields[columns.Participant], row.Fields[columns.Statement], row.Fields[columns.Vote]);
        if (participant.Length == 0 || statement.Length == 0)
            throw new VoteFormatException(file, row.Line, "participant or statement is empty.");
        Belong(participant, columns.Group < 0 ? "" : row.Fields.ElementAtOrDefault(columns.Group) ?? "", row.Line);
        if (text.Length == 0)
            return null;
        if (ValueOf(text) is not { } value)
            throw new VoteFormatException(file, row.Line, $"'{text}' is not a vote: 1 (eens), -1 (oneens) or 0 (pas).");
        var time = columns.Time < 0 ? 0 : VoteLog.Time(row.Fields.ElementAtOrDefault(columns.Time) ?? "");
        if (time is null)
            throw new VoteFormatException(file, row.Line, "the time is not a whole number nor a date like 2026-03-11T10:00:00Z.");
        participants.Meet(participant);
        statements.Meet(statement);
        return (participant, statement, value, time.Value);
    }

    private void Belong(string participant, string group, int line)
    {
        if (group.Length == 0)
            return;
        if (groups.TryGetValue(participant, out var known) && known.Name != group)
            throw new VoteFormatException(file, line, $"participant {participant} is in '{group}', on line {known.Line} in '{known.Name}'.");
        groups.TryAdd(participant, (group, line));
    }

    private static int? ValueOf(string text) =>
        Plain(text) switch
        {
            "1" or "+1" or "eens" or "meeeens" or "agree" or "ja" => 1,
            "-1" or "oneens" or "meeoneens" or "nietmeeeens" or "disagree" or "nee" => -1,
            "0" or "pas" or "pass" or "neutraal" or "overslaan" or "geenmening" => 0,
            _ => null,
        };

    // "Participant-ID", "participant_id" and "participant id" are one heading; a minus sign before a digit stays.
    private static string Plain(string text)
    {
        var plain = text.Trim().ToLowerInvariant();
        return VoteLog.Number(plain) is not null ? plain : string.Concat(plain.Where(c => char.IsLetterOrDigit(c)));
    }

    /// <summary>Numbers for names: the numbers in the file when all are numbers, else in order of appearance from 0.</summary>
    private sealed class Numbering
    {
        private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        private bool named;

        public int this[string name] => numbers[name];

        public Dictionary<int, string> Names => named ? numbers.ToDictionary(n => n.Value, n => n.Key) : [];

        public void Meet(string name) => numbers.TryAdd(name, numbers.Count);

        public bool Knows(string name) => numbers.ContainsKey(name);

        // "07" and "7" are two names of one number: then they are names.
        public void Settle()
        {
            named = numbers.Keys.Any(name => VoteLog.Number(name) is not { } number || number.ToString(CultureInfo.InvariantCulture) != name);
            if (!named)
                foreach (var name in numbers.Keys.ToList())
                    numbers[name] = VoteLog.Number(name)!.Value;
        }
    }
}
