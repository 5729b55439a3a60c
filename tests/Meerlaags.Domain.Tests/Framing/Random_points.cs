using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;

namespace Meerlaags.Domain.Tests.Framing;

public partial class Random_acts
{
    private sealed partial class World
    {
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
