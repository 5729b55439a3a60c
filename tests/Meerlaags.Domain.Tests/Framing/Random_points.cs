using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;

namespace Meerlaags.Domain.Tests.Framing;

public partial class Random_acts
{
    private sealed partial class World
    {
        private readonly List<NotedDifference> notes = [];

        private void Note(System.Random chance, Act act)
        {
            if (Pick(chance, rounds) is not { } round)
                return;
            var id = A.New<NotedDifferenceId>();
            var open = texts.Where(text => text.Round == round.Id && text.RevealedAt is not null).Select(text => text.Party).ToHashSet();
            var added = new AddedDifference("means", "Wie het betaalt.", open.Take(chance.Next(3)).Select(party => new DifferenceSide(party, "de regio")));
            if (chance.Next(2) == 0)
                Keep(notes, NotedDifference.Add(id, round, added, open, act));
            else
                Keep(notes, NotedDifference.Judge(id, round, new FoundDifference("group", "group/young", "jongeren"), (chance.Next(2) == 0, Reason), act));
            if (chance.Next(3) == 0 && Pick(chance, notes) is { } noted)
                _ = noted.Withdraw(rounds.Single(known => known.Id == noted.Round), act);
        }

        private void Mark(System.Random chance, Act act)
        {
            if (rounds.LastOrDefault() is not { } round)
                return;
            var own = texts.Where(text => text.Round == round.Id).ToList();
            var points = own.SelectMany(text => text.Points).Select(point => point.Id).ToList();
            if (points.Count > 0 && SamePoint.Mark(round, own, [Pick(chance, points), Pick(chance, points)], act).Is(out var made, out _))
                marks.AddRange(made);
            if (points.Count > 0 && SamePoint.TellApart(round, own, [Pick(chance, points), Pick(chance, points)], act).Is(out var apart, out _))
                marks.Add(apart);
        }

        private void Split(System.Random chance, Act act)
        {
            if (rounds.LastOrDefault() is not { } round)
                return;
            var own = marks.Where(mark => mark.Round == round.Id).ToList();
            var groups = PointGroups.From(texts.Where(text => text.Round == round.Id), own, round.PointNames);
            if (Pick(chance, [.. groups.All]) is not { } group)
                return;
            _ = round.NamePoints(group, $"Naam {chance.Next(9)}", act);
            if (chance.Next(3) == 0 && SamePoint.Split(round, own, [group.Points[0].Point.Id], act).Is(out var made, out _))
                marks.AddRange(made);
        }

        private void Undo(System.Random chance, Act act)
        {
            if (Pick(chance, marks) is { } mark)
                _ = mark.Undo(rounds.Single(round => round.Id == mark.Round), act);
        }
    }
}
