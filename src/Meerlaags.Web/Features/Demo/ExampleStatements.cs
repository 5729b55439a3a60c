using Meerlaags.Domain.Framing;
using Meerlaags.Domain.Statements;

namespace Meerlaags.Web.Features.Demo;

/// <summary>Plays the statements of an example: parties bring them in and weigh them unseen, the facilitator opens the positions.</summary>
public sealed class ExampleStatements(ExampleTable table, IReadOnlyDictionary<string, PointId> points)
{
    private readonly List<Statement> statements = [];
    private readonly List<Position> positions = [];

    /// <summary>Everything that came of it.</summary>
    public IEnumerable<object> Play(FramingRound round, ExampleRound plan)
    {
        foreach (var statement in plan.Statements)
            Weigh(round, statement);
        if (plan.SpokenDaysAgo is { } spoken && statements.Count > 0)
            ExampleTable.Fine(Statement.OpenPositions(statements, round, table.Collaboration, table.Facilitates(spoken)));
        return [.. statements, .. positions];
    }

    private void Weigh(FramingRound round, ExampleStatement plan)
    {
        var statement = ExampleTable.Made(
            Statement.Propose(
                new StatementId(Guid.CreateVersion7()),
                new Phrasing(plan.Text, plan.Points.Select(point => points[point])),
                new Floor(round, table.Collaboration, points.Values.ToHashSet(), statements),
                table.Speaks(plan.By, plan.DaysAgo)
            )
        );
        statements.Add(statement);
        foreach (var given in plan.Positions)
        {
            var party = table.Party(given.Party);
            var position = Position.Begin(new PositionId(Guid.CreateVersion7()), statement, party);
            var own = positions.FindAll(known => known.Party == party);
            var weighing = new Weighing(round, table.Collaboration, statement, own);
            ExampleTable.Fine(position.Give(new Stand(given.Stance, given.Moves), weighing, table.Speaks(given.Party, plan.DaysAgo - 1)));
            positions.Add(position);
        }
        if (plan.Aside.Length > 0)
            ExampleTable.Fine(statement.SetAside(plan.Aside, round, table.Facilitates(plan.DaysAgo - 1)));
    }
}
