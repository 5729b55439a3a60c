using BenchmarkDotNet.Attributes;
using Meerlaags.Deliberation.OpinionGroups;
using Meerlaags.Deliberation.OpinionGroups.Polis;

namespace Meerlaags.Deliberation.Bench;

/// <summary>The whole Polis pipeline, all votes at once, and our own map drawn whole.</summary>
public class OpinionBenchmarks
{
    private VoteMatrix votes = null!;
    private HashSet<int> moderatedOut = [];

    [Params("brexit-consensus", "scoop-hivemind.biodiversity", "vtaiwan.uberx", "austria-climate.5twd2jsnkf", BenchData.LargestConversation)]
    public string Conversation { get; set; } = "";

    [GlobalSetup]
    public void Read() => (votes, moderatedOut) = BenchData.Conversation(Conversation);

    [Benchmark]
    public int PolisPipelineOnce() => PolisPipeline.Run(votes, moderatedOut).Groups.Count;

    [Benchmark]
    public int OwnMap() => OpinionMap.Draw(votes, moderatedOut).Divisions.Count;
}

/// <summary>One new vote in our own map, and how the groups then stand on every statement: what a live session waits for.</summary>
[IterationCount(25)]
public class NewVoteBenchmarks
{
    private OpinionMap map = null!;
    private int turn;

    [Params("vtaiwan.uberx", "made, 2000 x 200, all votes")]
    public string Conversation { get; set; } = "";

    [GlobalSetup]
    public void Draw()
    {
        var (votes, moderatedOut) = Conversation.StartsWith("made", StringComparison.Ordinal)
            ? (BenchData.Camps(2_000, 200, given: 1), [])
            : BenchData.Conversation(Conversation);
        map = OpinionMap.Draw(votes, moderatedOut);
    }

    [Benchmark]
    public int NewVote()
    {
        var (row, column) = (turn * 31 % map.Votes.Rows, turn++ * 17 % map.Votes.Columns);
        var after = map.With([new(map.Votes.Participants[row], map.Votes.Statements[column], map.Votes[row, column] == 1 ? -1 : 1)]);
        return StatementStand.Of(after.Votes, after.ModeratedOut, after.GroupOfRow()).Count;
    }
}
