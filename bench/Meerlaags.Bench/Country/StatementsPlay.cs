using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Domain.Statements;

namespace Meerlaags.Bench.Country;

/// <summary>Plays the statements of a round: parties bring them in and weigh them unseen, the facilitator opens the positions.</summary>
/// <param name="stage">Where it is played.</param>
/// <param name="phrases">Its words.</param>
/// <param name="round">The round.</param>
internal sealed class StatementsPlay(Stage stage, Phrases phrases, FramingRound round)
{
    private const int Fewest = 9;
    private const int Most = 22;

    private static readonly IReadOnlyList<Stance> Stances = [Stance.Agree, Stance.Agree, Stance.Agree, Stance.Disagree, Stance.Pass];

    private readonly List<Statement> statements = [];
    private readonly Dictionary<PartyId, List<Position>> positions = [];

    /// <summary>Parties bring statements in.</summary>
    /// <param name="points">The open points of the round.</param>
    public void Propose(IReadOnlySet<PointId> points)
    {
        var all = points.Order(Comparer<PointId>.Create((one, other) => one.Value.CompareTo(other.Value))).ToList();
        var parties = stage.Parties;
        for (var number = stage.Dice.Between(Fewest, Most); number > 0; number--)
        {
            var wording = new Phrasing(NewWords(), stage.Dice.Chance(0.8) ? [stage.Dice.Pick(all)] : []);
            var floor = new Floor(round, stage.Table, points, statements);
            statements.Add(stage.Made(Statement.Propose(stage.Id<StatementId>(), wording, floor, stage.Speaks(parties[number % parties.Count]))));
        }
        if (stage.Dice.Chance(0.4))
            Stage.Fine(statements[^1].SetAside(phrases.Sentence(Statement.ReasonLimit), round, stage.Facilitates()));
    }

    /// <summary>Parties give their positions.</summary>
    /// <param name="share">On which share of all statements.</param>
    public void Weigh(double share)
    {
        foreach (var party in stage.Parties)
        {
            foreach (var statement in statements.Where(statement => statement.IsStanding))
            {
                if (stage.Dice.Chance(share))
                    Give(party, statement);
            }
        }
    }

    /// <summary>The facilitator opens them.</summary>
    public void Open() => Stage.Fine(Statement.OpenPositions(statements, round, stage.Table, stage.Facilitates()));

    private void Give(PartyId party, Statement statement)
    {
        var own = positions.TryGetValue(party, out var given) ? given : positions[party] = [];
        var position = Position.Begin(stage.Id<PositionId>(), statement, party);
        var moves = own.Count(known => known.Moves) < Position.MostMoving && stage.Dice.Chance(0.15);
        Stage.Fine(position.Give(new Stand(stage.Dice.Pick(Stances), moves), new Weighing(round, stage.Table, statement, own), stage.Speaks(party)));
        own.Add(position);
        stage.Things.Add(position);
    }

    private string NewWords()
    {
        var words = phrases.Sentence(Statement.TextLimit);
        while (statements.Exists(statement => string.Equals(statement.Text, words, StringComparison.OrdinalIgnoreCase)))
            words = phrases.Sentence(Statement.TextLimit);
        return words;
    }
}
