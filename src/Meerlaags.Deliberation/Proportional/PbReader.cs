using Meerlaags.Deliberation.Numerics;

namespace Meerlaags.Deliberation.Proportional;

/// <summary>
/// Reads the Pabulib format (Faliszewski et al., IJCAI 2023; Stolicki et al., arXiv:2012.06539): UTF-8, three sections META, PROJECTS
/// and VOTES, each with a heading line of column names, fields separated by ';' and quoted as in CSV.
/// Strict: every fault is an error with its line. Lenient: a fault that leaves the meaning clear becomes a warning. Two things are
/// warnings in both, since ballots and projects count as they stand there: a voter who votes twice, and stated numbers that are not those
/// of the file. Every warning begins with its line.
/// </summary>
public sealed class PbReader
{
    private readonly bool strict;
    private readonly List<string> warnings = [];
    private readonly List<(string Key, string Value, int Line)> meta = [];
    private readonly List<Project> projects = [];
    private readonly Dictionary<string, int> positions = new(StringComparer.Ordinal);
    private readonly List<Ballot> ballots = [];
    private readonly HashSet<string> voters = new(StringComparer.Ordinal);
    private BallotType ballotType;
    private Rational budget;
    private string[] columns = [];
    private int idColumn;
    private int costColumn;
    private int voteColumn;
    private int pointsColumn;

    private PbReader(bool strict) => this.strict = strict;

    /// <summary>The election in the text, with what was warned of. Throws <see cref="PbFormatException"/>.</summary>
    public static (PbElection Election, IReadOnlyList<string> Warnings) Read(TextReader text, bool strict = true)
    {
        var reader = new PbReader(strict);
        reader.ReadSections(text);
        KeyValuePair<string, string>[] meta = [.. reader.meta.Select(entry => KeyValuePair.Create(entry.Key, entry.Value))];
        return (new PbElection(reader.budget, reader.ballotType, reader.projects, reader.ballots, meta), reader.warnings);
    }

    /// <summary>The election in a file; see <see cref="Read(TextReader, bool)"/>.</summary>
    public static (PbElection Election, IReadOnlyList<string> Warnings) ReadFile(string path, bool strict = true)
    {
        using var text = new StreamReader(path);
        return Read(text, strict);
    }

    private void ReadSections(TextReader text)
    {
        var section = "";
        var heading = false;
        var all = new List<string>();
        while (text.ReadLine() is { } line)
            all.Add(line);
        var lines = new PbLines(all);
        while (lines.Next() is { } fields)
        {
            if (fields.Count == 1 && fields[0].Trim() is "META" or "PROJECTS" or "VOTES")
            {
                EnterSection(section, fields[0].Trim(), lines.Number);
                section = fields[0].Trim();
                heading = true;
            }
            else if (fields.Count == 1 && fields[0].Trim().Length == 0)
                continue;
            else if (section.Length == 0)
                throw new PbFormatException(lines.Number, "expected the section META.");
            else if (heading)
            {
                ReadHeading(section, fields, lines.Number);
                heading = false;
            }
            else
                ReadRow(section, fields, lines.Number);
            if (lines.Unclosed)
                Fault(lines.Number, "a quoted field is not closed.");
        }
        if (section != "VOTES")
            throw new PbFormatException(Math.Max(1, all.Count), "the file ends before the section VOTES.");
        if (heading)
            throw new PbFormatException(all.Count, "the section VOTES has no column names.");
        CheckCount("num_projects", projects.Count);
        CheckCount("num_votes", ballots.Count);
    }

    private void CheckCount(string key, int count)
    {
        if (Meta(key) is var (stated, line) && (!Rational.TryParse(stated, out var number) || number != count))
            Warn(line, $"{key} says {stated}, the file has {count}.");
    }

    private void EnterSection(string from, string to, int line)
    {
        var expected = from switch
        {
            "" => "META",
            "META" => "PROJECTS",
            "PROJECTS" => "VOTES",
            _ => "",
        };
        if (to != expected)
            throw new PbFormatException(line, $"section {to} is out of place.");
        if (to == "PROJECTS")
            ReadMeta(line);
    }

    private void ReadMeta(int line)
    {
        // What is missing is missing where META ends; what is wrong is wrong where it stands.
        var (text, at) = Meta("budget") ?? throw new PbFormatException(line, "META has no budget.");
        if (!TryNumber(text, out budget) || budget.Sign < 0)
            throw new PbFormatException(at, $"the budget '{text}' is not an amount.");
        (text, at) = Meta("vote_type") ?? throw new PbFormatException(line, "META has no vote_type.");
        ballotType = text.Trim() switch
        {
            "approval" => BallotType.Approval,
            "choose-1" => BallotType.ChooseOne,
            "cumulative" => BallotType.Cumulative,
            "scoring" => BallotType.Scoring,
            "ordinal" => BallotType.Ordinal,
            var other => throw new PbFormatException(at, $"vote_type '{other}' is unknown."),
        };
    }

    private (string Value, int Line)? Meta(string key)
    {
        foreach (var entry in meta)
            if (entry.Key == key)
                return (entry.Value, entry.Line);
        return null;
    }

    private void ReadHeading(string section, List<string> fields, int line)
    {
        columns = [.. fields.Select(f => f.Trim())];
        int Column(string name, bool needed)
        {
            var at = Array.IndexOf(columns, name);
            return at >= 0 || !needed ? at : throw new PbFormatException(line, $"{section} has no column {name}.");
        }
        if (section == "PROJECTS")
            (idColumn, costColumn) = (Column("project_id", true), Column("cost", true));
        else if (section == "VOTES")
        {
            idColumn = Column("voter_id", strict);
            voteColumn = Column("vote", true);
            pointsColumn = Column("points", ballotType is BallotType.Cumulative or BallotType.Scoring);
        }
    }

    private void ReadRow(string section, List<string> fields, int line)
    {
        if (section == "META")
        {
            if (fields.Count < 2)
                Fault(line, "a META line is key;value.");
            else
                meta.Add((fields[0].Trim(), string.Join(';', fields.Skip(1)), line));
            return;
        }
        if (fields.Count != columns.Length)
            Fault(line, $"{fields.Count} fields for {columns.Length} columns.");
        if (section == "PROJECTS")
            ReadProject(fields, line);
        else
            ReadBallot(fields, line);
    }

    private void ReadProject(List<string> fields, int line)
    {
        var id = Field(fields, idColumn).Trim();
        var cost = Field(fields, costColumn);
        if (id.Length == 0)
            throw new PbFormatException(line, "a project has no id.");
        if (!TryNumber(cost, out var amount) || amount.Sign < 0)
            throw new PbFormatException(line, $"the cost '{cost}' is not an amount.");
        if (!positions.TryAdd(id, projects.Count))
        {
            Fault(line, $"project {id} is listed twice.");
            return;
        }
        var rest = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Min(columns.Length, fields.Count); i++)
            if (i != idColumn && i != costColumn)
                rest[columns[i]] = fields[i];
        projects.Add(new Project(id, amount, rest));
    }

    private void ReadBallot(List<string> fields, int line)
    {
        var voter = idColumn < 0 ? $"{ballots.Count}" : Field(fields, idColumn).Trim();
        if (!voters.Add(voter))
            Warn(line, $"voter {voter} votes twice; both ballots count.");
        var names = Split(Field(fields, voteColumn));
        var withPoints = ballotType is BallotType.Cumulative or BallotType.Scoring;
        var numbers = withPoints ? Split(Field(fields, pointsColumn)) : [];
        if (withPoints && numbers.Length != names.Length)
            throw new PbFormatException(line, $"{names.Length} projects but {numbers.Length} points.");
        var chosen = new List<int>(names.Length);
        var points = withPoints ? new List<Rational>(names.Length) : null;
        for (var i = 0; i < names.Length; i++)
        {
            if (!positions.TryGetValue(names[i], out var project))
            {
                Fault(line, $"project '{names[i]}' is not in PROJECTS.");
                continue;
            }
            if (chosen.Contains(project))
                continue; // a project named twice counts once
            if (points is not null)
            {
                if (!TryNumber(numbers[i], out var value))
                    throw new PbFormatException(line, $"the points '{numbers[i]}' are not a number.");
                points.Add(value);
            }
            chosen.Add(project);
        }
        if (ballotType == BallotType.ChooseOne && chosen.Count > 1)
            Fault(line, "more than one project on a choose-1 ballot.");
        ballots.Add(new Ballot(voter, chosen, points));
    }

    private static string[] Split(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string Field(List<string> fields, int column) => column < fields.Count ? fields[column] : "";

    // Lenient files write "12 500,00" for 12500: blanks between thousands, a comma before the cents.
    private bool TryNumber(string text, out Rational value) =>
        Rational.TryParse(text, out value)
        || !strict
            && Rational.TryParse(text.Replace(" ", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal).Replace(',', '.'), out value);

    private void Fault(int line, string message)
    {
        if (strict)
            throw new PbFormatException(line, message);
        Warn(line, message);
    }

    private void Warn(int line, string message) => warnings.Add($"line {line}: {message}");
}
