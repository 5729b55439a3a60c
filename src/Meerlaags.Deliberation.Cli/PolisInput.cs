using System.Globalization;
using System.Text.Json;
using Meerlaags.Deliberation.OpinionGroups;
using Meerlaags.Deliberation.OpinionGroups.Import;

namespace Meerlaags.Deliberation.Cli;

/// <summary>Votes of a conversation: JSON of votes, a plain table (.csv), or a Polis export folder.</summary>
internal static class PolisInput
{
    public static ImportedVotes Read(string path)
    {
        var read =
            Directory.Exists(path) ? PolisExport.Read(name => File.Exists(Path.Combine(path, name)) ? File.OpenText(Path.Combine(path, name)) : null)
            : Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase) ? ReadTable(path)
            : ReadJson(path);
        foreach (var warning in read.Warnings)
            Console.Error.WriteLine(warning);
        return read;
    }

    public static List<Vote> VotesOf(JsonElement root) =>
        [.. root.Need("votes").Items().Select(v => v.Items(3)).Select(v => new Vote(v[0].Whole(), v[1].Whole(), ValueOf(v[2])))];

    private static int ValueOf(JsonElement vote) => vote.Whole() is >= -1 and <= 1 and var value ? value : throw vote.Fault("a vote is -1, 0 or 1.");

    private static ImportedVotes ReadTable(string path)
    {
        using var reader = File.OpenText(path);
        return VoteFile.Read(reader, Path.GetFileName(path));
    }

    private static ImportedVotes ReadJson(string path)
    {
        using var document = JsonFile.Read(path);
        var root = document.RootElement;
        return new(root.Need("votes").With(() => new VoteMatrix(VotesOf(root))))
        {
            ModeratedOut = root.Has("mod_out", out var list) ? list.Items().Select(v => v.Whole()).ToHashSet() : [],
            GroupOfParticipant = root.Has("published_group_id", out var groups) ? Groups(groups) : new Dictionary<int, string>(),
        };
    }

    private static Dictionary<int, string> Groups(JsonElement groups)
    {
        if (groups.ValueKind != JsonValueKind.Object)
            throw groups.Fault("an object of participants with their groups is needed.");
        return groups
            .EnumerateObject()
            .ToDictionary(
                g =>
                    int.TryParse(g.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var participant)
                        ? participant
                        : throw g.Value.Fault("a participant is a number."),
                g => PolisCommand.Key(g.Value.Whole())
            );
    }
}
