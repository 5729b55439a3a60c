using System.Globalization;
using System.Text.Json;
using Meerlaags.Deliberation.OpinionGroups;

namespace Meerlaags.Deliberation.Cli;

/// <summary>Votes of a conversation, from JSON of votes or from a Polis export folder.</summary>
internal sealed record PolisInput(string Name, VoteMatrix Votes, HashSet<int> ModeratedOut)
{
    public static PolisInput Read(string path)
    {
        if (Directory.Exists(path))
            return ReadExport(path);
        using var document = JsonFile.Read(path);
        var root = document.RootElement;
        var moderatedOut = root.Has("mod_out", out var list) ? list.Items().Select(v => v.Whole()).ToHashSet() : [];
        var name = root.Has("conversation", out var title) ? title.Text() : Path.GetFileNameWithoutExtension(path);
        return new(name, root.With(() => new VoteMatrix(VotesOf(root))), moderatedOut);
    }

    public static List<Vote> VotesOf(JsonElement root) =>
        [.. root.Need("votes").Items().Select(v => v.Items(3)).Select(v => new Vote(v[0].Whole(), v[1].Whole(), v[2].Whole()))];

    // votes.csv: timestamp,datetime,comment-id,voter-id,vote with agree = 1; comments.csv tells in "moderated" what was taken out (-1).
    private static PolisInput ReadExport(string folder)
    {
        var votes = new List<Vote>();
        var lines = File.ReadAllLines(Path.Combine(folder, "votes.csv"));
        var heading = lines[0].Split(',');
        var (voter, comment, vote) = (Column("voter-id"), Column("comment-id"), Column("vote"));
        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i].Length == 0)
                continue;
            var fields = lines[i].Split(',');
            if (
                fields.Length < heading.Length
                || !Number(fields[voter], out var who)
                || !Number(fields[comment], out var what)
                || !Number(fields[vote], out var how)
            )
                throw new FormatException($"votes.csv, line {i + 1}: not a vote.");
            votes.Add(new(who, what, how));
        }
        return new(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), new VoteMatrix(votes), ModeratedIn(Path.Combine(folder, "comments.csv")));

        int Column(string name) => Array.IndexOf(heading, name) is >= 0 and var at ? at : throw new FormatException($"votes.csv, line 1: no column {name}.");
        static bool Number(string text, out int value) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    private static HashSet<int> ModeratedIn(string path)
    {
        if (!File.Exists(path))
            return [];
        using var text = new StreamReader(path);
        var heading = text.ReadLine()?.Split(',') ?? [];
        var (id, moderated) = (Array.IndexOf(heading, "comment-id"), Array.IndexOf(heading, "moderated"));
        var found = new HashSet<int>();
        // The text of a comment comes last and may run over lines: only lines that begin as a row do are read.
        while (text.ReadLine() is { } line)
            if (line.Split(',') is { } fields && fields.Length > Math.Max(id, moderated) && id >= 0 && moderated >= 0 && fields[moderated] == "-1")
                if (int.TryParse(fields[id], CultureInfo.InvariantCulture, out var statement))
                    found.Add(statement);
        return found;
    }
}
