using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Domain.Statements;

namespace Meerlaags.Domain.Tests.Framing;

public partial class Random_acts
{
    private sealed partial class World
    {
        private const int ActsOfWeighing = 20;

        private readonly List<Statement> statements = [];
        private readonly List<Position> positions = [];
        private readonly List<InternalVote> votes = [];

        // People go through the statements one by one; anyone may try anything there too.
        private void Weigh(System.Random chance, Act opening)
        {
            if (rounds.LastOrDefault() is not { } round)
                return;
            Propose(chance, round, opening);
            for (var act = 0; act < ActsOfWeighing; act++)
            {
                now += TimeSpan.FromMinutes(2);
                InTheList(chance, round, new Act(Someone(chance, Seated(chance)), now));
            }
        }

        private void InTheList(System.Random chance, FramingRound round, Act act)
        {
            var statement = Pick(chance, statements);
            var acts = new Action[]
            {
                () => Propose(chance, round, act),
                () => Propose(chance, round, Own(Seated(chance))),
                () => Give(chance, statement, act),
                () => Give(chance, statement, Own(Seated(chance))),
                () => Give(chance, statement, Own(Seated(chance))),
                () => Vote(chance, statement, Own(Seated(chance))),
                () => Rarely(chance, () => _ = statement?.SetAside(Reason, RoundOf(statement), act)),
                () => Rarely(chance, () => _ = statement?.JoinWith(Pick(chance, statements)!, Reason, RoundOf(statement), act)),
                () => _ = Statement.OpenPositions(statements, Pick(chance, rounds)!, table, act),
            };
            Pick(chance, acts)!();
        }

        private void Propose(System.Random chance, FramingRound round, Act act)
        {
            var points = texts.Where(text => text.Round == round.Id && text.RevealedAt is not null).SelectMany(text => text.Points).Select(point => point.Id);
            var before = statements.Where(known => known.Round == round.Id).ToList();
            var floor = new Floor(round, table, points.ToHashSet(), before);
            Keep(statements, Statement.Propose(A.New<StatementId>(), A.Sentence($"Stelling {chance.Next(99)}", points.Take(1)), floor, act));
        }

        private void Give(System.Random chance, Statement? statement, Act act)
        {
            if (statement is null || act.Actor is not Actor.ForParty { Party: var party })
                return;
            var position = positions.Find(known => known.Statement == statement.Id && known.Party == party);
            if (position is null)
                positions.Add(position = Position.Begin(A.New<PositionId>(), statement, party));
            var stand = new Stand(Pick(chance, Enum.GetValues<Stance>()), chance.Next(2) == 0);
            _ =
                chance.Next(4) == 0
                    ? position.Adopt(SpreadOf(statement, party), WeighingOf(statement, party), act)
                    : position.Give(stand, WeighingOf(statement, party), act);
        }

        private void Vote(System.Random chance, Statement? statement, Act act)
        {
            if (statement is null || act.Actor is not Actor.ForParty { Party: var party, By: var person })
                return;
            var stance = Pick(chance, Enum.GetValues<Stance>());
            if (votes.Find(vote => vote.Statement == statement.Id && vote.Person == person && vote.Party == party) is { } known)
                _ = known.Change(stance, WeighingOf(statement, party), act);
            else
                Keep(votes, InternalVote.Cast(A.New<InternalVoteId>(), stance, WeighingOf(statement, party), act));
        }

        private Weighing WeighingOf(Statement statement, PartyId party) =>
            new(
                RoundOf(statement),
                table,
                statement,
                positions.FindAll(known =>
                    known.Party == party && known.Round == statement.Round && statements.Single(other => other.Id == known.Statement).IsStanding
                )
            );

        private InternalSpread SpreadOf(Statement statement, PartyId party) =>
            new([
                .. votes
                    .Where(vote => vote.Statement == statement.Id && vote.Party == party)
                    .Select(vote => new PersonalStance(vote.Person, null, vote.Stance)),
            ]);

        private FramingRound RoundOf(Statement statement) => rounds.Single(round => round.Id == statement.Round);

        private void StatementsArePossible()
        {
            Assert.All(statements, statement => Assert.True(RoundOf(statement).IsRevealed, "a statement before the reveal"));
            foreach (var round in statements.GroupBy(statement => statement.Round))
                Assert.Equal(Enumerable.Range(1, round.Count()), round.Select(statement => statement.Number));
            foreach (var statement in statements)
            {
                var given = positions.Where(position => position.Statement == statement.Id && position.Latest is not null).Select(position => position.Party);
                Assert.Empty(statement.Marks.Select(mark => mark.Party).Except(given));
                // Of a party that left before the positions were opened nothing is ever opened.
                if (statement.OpenedAt is null)
                    Assert.Empty(given.Except(statement.Marks.Select(mark => mark.Party)));
            }
            foreach (var party in positions.GroupBy(position => (position.Party, position.Round)))
                Assert.True(
                    party.Count(position => position.Moves && statements.Single(known => known.Id == position.Statement).IsStanding) <= Position.MostMoving,
                    "a party is moved by more than three"
                );
            Assert.Distinct(votes.Select(vote => (vote.Statement, vote.Party, vote.Person)));
        }
    }
}
