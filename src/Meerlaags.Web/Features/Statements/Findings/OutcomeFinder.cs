using Meerlaags.Deliberation.OpinionGroups;
using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Statements;

namespace Meerlaags.Web.Features.Statements.Findings;

/// <summary>Finds what binds and divides in open positions of the parties at the table. A party counts once; what is missing stays missing.</summary>
public sealed class OutcomeFinder
{
    private const double MoreThanHalf = 0.5;
    private const double Firm = 0.9;
    private const double Most = 0.75;
    private const int MostDifferences = 3;

    private static readonly HashSet<int> NoneOut = [];

    private readonly IReadOnlyList<Party> seated;
    private readonly IReadOnlyList<Said> said;
    private readonly VoteMatrix votes;

    /// <summary>Takes the open statements and the parties in the order of the table.</summary>
    public OutcomeFinder(IEnumerable<StatementLine> lines, IReadOnlyList<Party> seated)
    {
        this.seated = seated;
        said = [.. lines.Where(line => line.Statement is { IsStanding: true, OpenedAt: not null }).Select(line => Said.Of(line, seated))];
        votes = new VoteMatrix([
            .. said.SelectMany(statement =>
                seated
                    .Index()
                    .Select(place => (place.Index, Position: statement.Line.PositionOf(place.Item.Id)))
                    .Where(place => place.Position is not null)
                    .Select(place => new Vote(place.Index, statement.Statement.Number, Value(place.Position!.Stance)))
            ),
        ]);
    }

    /// <summary>What parties say to each open statement.</summary>
    public IReadOnlyList<Said> All => said;

    /// <summary>What binds across tiers, in both directions, and what divides.</summary>
    public Bridges Bridges()
    {
        var tiers = StandBy(place => (int)seated[place].Tier);
        var alone = StandBy(place => place);
        var (binds, rejected, divides) = (new List<(Said Said, double By)>(), new List<(Said Said, double By)>(), new List<(Dividing Dividing, double By)>());
        var (onlyOne, unclear) = (new List<Said>(), new List<Said>());
        foreach (var statement in said)
        {
            if (!tiers.TryGetValue(statement.Statement.Number, out var stand))
                unclear.Add(statement);
            else if (stand is { GroupsHeard: > 1, LeastAgree: > MoreThanHalf })
                binds.Add((statement, stand.BridgingAgree));
            else if (stand is { GroupsHeard: > 1, LeastDisagree: > MoreThanHalf })
                rejected.Add((statement, stand.BridgingDisagree));
            else if (alone[statement.Statement.Number].AgreedByOnly is not null)
                onlyOne.Add(statement);
            else if (statement.Agree.Count > 0 && statement.Disagree.Count > 0)
                divides.Add((new Dividing(statement, stand is { MostAgree: > MoreThanHalf, MostDisagree: > MoreThanHalf }), stand.Divides));
            else
                unclear.Add(statement);
        }
        return new Bridges(
            [.. binds.OrderByDescending(found => found.By).Select(found => found.Said)],
            [.. rejected.OrderByDescending(found => found.By).Select(found => found.Said)],
            [.. divides.OrderByDescending(found => found.By).Select(found => found.Dividing)],
            onlyOne,
            unclear
        );
    }

    /// <summary>Groups of parties that answer alike, where there are enough parties and positions to say so.</summary>
    public OpinionGroups Groups()
    {
        var counting = seated.Index().Where(party => Positions(party.Item) >= OpinionGroups.FewestPositions).Select(party => party.Index).ToHashSet();
        if (counting.Count < OpinionGroups.FewestParties)
            return new OpinionGroups(GroupsState.TooFew) { Counting = counting.Count };
        var map = OpinionMap.Draw(VotesOf(counting), NoneOut);
        if (map is not { Found: GroupsFound.Clear, Best: { } best })
            return new OpinionGroups(GroupsState.NotClear) { Counting = counting.Count };
        var groupOfRow = map.GroupOfRow();
        if (groupOfRow.CountBy(group => group).Any(group => group.Value < OpinionGroups.FewestInOne))
            return new OpinionGroups(GroupsState.NotClear) { Counting = counting.Count };
        return new OpinionGroups(GroupsState.Clear)
        {
            Counting = counting.Count,
            Groups = [.. Enumerable.Range(0, best.Groups).Select(group => MembersOf(map, groupOfRow, group))],
            Stability = best.Stability,
            Hold =
                best.Stability >= Firm ? GroupsHold.Firmly
                : best.Stability >= Most ? GroupsHold.Mostly
                : GroupsHold.Loosely,
            Differences =
            [
                .. StatementStand
                    .Of(map.Votes, NoneOut, groupOfRow)
                    .OrderByDescending(stand => stand.Divides)
                    .Take(MostDifferences)
                    .Select(stand => said.First(statement => statement.Statement.Number == stand.Statement))
                    .Select(statement => new GroupDifference(
                        statement.Statement,
                        [.. Enumerable.Range(0, best.Groups).Select(group => Leading(statement, MembersOf(map, groupOfRow, group)))]
                    )),
            ],
        };
    }

    private static int Value(Stance stance) =>
        stance switch
        {
            Stance.Agree => 1,
            Stance.Disagree => -1,
            Stance.Pass => 0,
        };

    private static Stance? Leading(Said statement, IReadOnlyList<Party> group) =>
        new InternalSpread([.. group.Select(party => new PersonalStance(default, null, statement.Line.PositionOf(party.Id)?.Stance))]).Leading;

    private int Positions(Party party) => said.Count(statement => statement.Line.PositionOf(party.Id) is not null);

    private VoteMatrix VotesOf(HashSet<int> parties) =>
        new([
            .. from row in Enumerable.Range(0, votes.Rows)
            where parties.Contains(votes.Participants[row])
            from column in Enumerable.Range(0, votes.Columns)
            where votes[row, column] != VoteMatrix.Missing
            select new Vote(votes.Participants[row], votes.Statements[column], votes[row, column]),
        ]);

    private List<Party> MembersOf(OpinionMap map, IReadOnlyList<int> groupOfRow, int group) =>
        [.. Enumerable.Range(0, map.Votes.Rows).Where(row => groupOfRow[row] == group).Select(row => seated[map.Votes.Participants[row]])];

    private Dictionary<int, StatementStand> StandBy(Func<int, int> group) =>
        StatementStand.Of(votes, NoneOut, [.. votes.Participants.Select(group)]).ToDictionary(stand => stand.Statement);
}
