using System.Text.Json;
using Meerlaags.Deliberation.OpinionGroups;
using Meerlaags.Deliberation.Proportional;
using Meerlaags.Deliberation.Proportional.Committees;

namespace Meerlaags.Deliberation.Bench;

/// <summary>Real elections and conversations from shared/fixtures beside the repository, and made ones of stated sizes.</summary>
internal static class BenchData
{
    public const string LargeElection = "Poland_Lodz_2020";
    public const string LargestElection = "made, 90 000 x 160";
    public const string LargestConversation = "made, 2000 x 900, 225 000 votes";

    /// <summary>The folder of the fixtures; null when it is not there.</summary>
    public static string? Fixtures { get; } = Find();

    public static PbElection Election(string name) =>
        name == LargestElection ? MadeElection(90_000, 160) : PbReader.ReadFile(Path.Combine(Required(), "inputs", "pb", $"{name}.pb")).Election;

    /// <summary>A city of twenty districts: everybody approves one to five projects, mostly of their own district, dear ones more rarely.</summary>
    private static PbElection MadeElection(int voters, int projects)
    {
        var random = new Random(1);
        var costs = Enumerable.Range(0, projects).Select(_ => 10_000L * random.Next(1, 60)).ToArray();
        var ballots = new Ballot[voters];
        for (var v = 0; v < voters; v++)
        {
            var district = random.Next(20);
            var chosen = new SortedSet<int>();
            for (var left = 1 + (int)(6 * Math.Sqrt(random.NextDouble())); left > 0; left--)
                chosen.Add(random.Next(3) == 0 ? (int)(projects * Math.Pow(random.NextDouble(), 2)) : district + 20 * random.Next(projects / 20));
            ballots[v] = new($"{v}", [.. chosen.Take(5)], null);
        }
        return new(
            costs.Sum() / 4,
            BallotType.Approval,
            [.. costs.Select((cost, p) => new Project($"{p}", cost, new Dictionary<string, string>()))],
            ballots,
            []
        );
    }

    /// <summary>All approval profiles of the reference with their committee sizes.</summary>
    public static IReadOnlyList<(ApprovalProfile Profile, int Size)> Committees()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Required(), "inputs", "committees", "abc.json")));
        return
        [
            .. document
                .RootElement.GetProperty("instances")
                .EnumerateArray()
                .Select(instance =>
                    (
                        new ApprovalProfile(
                            instance.GetProperty("num_cand").GetInt32(),
                            [.. instance.GetProperty("profile").EnumerateArray().Select(b => b.EnumerateArray().Select(c => c.GetInt32()).ToArray())]
                        ),
                        instance.GetProperty("committeesize").GetInt32()
                    )
                ),
        ];
    }

    /// <summary>A random part of the voters, the budget cut alike.</summary>
    public static PbElection Part(PbElection election, int divisor, int seed)
    {
        var ballots = election.Ballots.ToArray();
        new Random(seed).Shuffle(ballots);
        return election with { Budget = election.Budget / divisor, Ballots = [.. ballots.Take(ballots.Length / divisor)] };
    }

    public static (VoteMatrix Votes, HashSet<int> ModeratedOut) Conversation(string name)
    {
        if (name == LargestConversation)
            return (Camps(2_000, 900, given: 0.125), []);
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Required(), "inputs", "polis", $"{name}.json")));
        var root = document.RootElement;
        var votes = root.GetProperty("votes").EnumerateArray().Select(v => new Vote(v[0].GetInt32(), v[1].GetInt32(), v[2].GetInt32())).ToList();
        return (new(votes), root.GetProperty("mod_out").EnumerateArray().Select(v => v.GetInt32()).ToHashSet());
    }

    /// <summary>Four camps with noise; each vote given with the stated chance.</summary>
    public static VoteMatrix Camps(int participants, int statements, double given)
    {
        var random = new Random(1);
        var leaning = Enumerable.Range(0, 4).Select(_ => Enumerable.Range(0, statements).Select(_ => random.Next(-1, 2)).ToArray()).ToArray();
        var votes = new List<Vote>();
        for (var p = 0; p < participants; p++)
        for (var s = 0; s < statements; s++)
            if (random.NextDouble() < given)
                votes.Add(new(p, s, random.NextDouble() < 0.6 ? leaning[p % 4][s] : random.Next(-1, 2)));
        return new(votes);
    }

    /// <summary>Texts of the stated length from words of our own, common ones more often, as in language (Zipf).</summary>
    public static string[] Texts(int count, int words)
    {
        var random = new Random(1);
        string[] starts =
        [
            "woon",
            "fiets",
            "water",
            "school",
            "gemeente",
            "dijk",
            "zorg",
            "natuur",
            "bouw",
            "verkeer",
            "jeugd",
            "energie",
            "land",
            "stads",
            "dorps",
        ];
        string[] ends = ["plan", "beleid", "ruimte", "veiligheid", "voorziening", "opgave", "gebied", "kosten", "tekort", "vergunning", "verbinding", "aanpak"];
        string[] common = ["de", "het", "een", "van", "in", "is", "op", "te", "dat", "niet", "voor", "met", "er", "zijn", "ook", "hoog", "laag", "geen"];
        string Word() =>
            random.NextDouble() < 0.45
                ? common[(int)(common.Length * Math.Pow(random.NextDouble(), 2))]
                : starts[random.Next(starts.Length)] + ends[(int)(ends.Length * Math.Pow(random.NextDouble(), 2))] + (random.Next(3) == 0 ? "en" : "");
        return [.. Enumerable.Range(0, count).Select(_ => string.Join(' ', Enumerable.Range(0, words).Select(_ => Word())))];
    }

    private static string Required() => Fixtures ?? throw new DirectoryNotFoundException("shared/fixtures is not beside the repository.");

    private static string? Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (Path.Combine(at.FullName, "shared", "fixtures") is var folder && Directory.Exists(Path.Combine(folder, "inputs")))
                return folder;
        return null;
    }
}
