using Meerlaags.Deliberation.OpinionGroups;

namespace Meerlaags.Deliberation.Tests.OpinionGroups;

public class Drawing_our_own_map
{
    private static readonly HashSet<int> None = [];

    [Fact]
    public void The_order_of_participants_and_statements_changes_nothing()
    {
        var random = new Random(20260311);
        var votes = TwoCamps(random, participants: 40, statements: 25);
        var map = OpinionMap.Draw(new(votes), None);
        var groups = Groups(map, p => p);
        for (var shuffle = 0; shuffle < 15; shuffle++)
        {
            var people = Enumerable.Range(0, 40).ToArray();
            random.Shuffle(people);
            Vote[] shuffled = [.. votes.Select(v => v with { Participant = people[v.Participant] })];
            random.Shuffle(shuffled);

            var again = OpinionMap.Draw(new(shuffled), None);

            Assert.Equal(map.Best!.Groups, again.Best!.Groups);
            Assert.Equal(groups, Groups(again, p => Array.IndexOf(people, p)));
        }
        Assert.Equal(GroupsFound.Clear, map.Found);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 1)]
    [InlineData(20, 5)]
    public void Little_or_uniform_data_gives_an_answer_and_no_nonsense(int participants, int statements)
    {
        foreach (var value in (int[])[-1, 0, 1])
        foreach (var moderated in (HashSet<int>[])[None, [.. Enumerable.Range(0, statements)]])
        {
            Vote[] votes = [.. Enumerable.Range(0, participants).SelectMany(p => Enumerable.Range(0, statements).Select(s => new Vote(p, s, value)))];
            var map = OpinionMap.Draw(new(votes), moderated);

            Assert.NotEqual(GroupsFound.Clear, map.Found);
            Assert.All(map.Points, p => Assert.True(double.IsFinite(p.X) && double.IsFinite(p.Y)));
            var stands = OpinionMap.Stands(map.Votes, moderated, map.GroupOfRow());
            Assert.All(stands, s => Assert.True(double.IsFinite(s.BridgingAgree) && s.Divides is >= 0 and <= 1));
        }
    }

    [Fact]
    public void Bridging_and_dividing_statements_are_told_apart_for_given_groups_too()
    {
        // Statement 0 everybody agrees with, statement 1 half, statement 2 nobody.
        Vote[] votes = [.. Enumerable.Range(0, 8).SelectMany(p => new[] { new Vote(p, 0, 1), new Vote(p, 1, p < 4 ? 1 : -1), new Vote(p, 2, -1) })];
        var matrix = new VoteMatrix(votes);

        var stands = OpinionMap.Stands(matrix, None, [0, 0, 0, 0, 1, 1, 1, 1]);

        Assert.Equal(0, stands.MaxBy(s => s.BridgingAgree)!.Statement);
        Assert.Equal(2, stands.MaxBy(s => s.BridgingDisagree)!.Statement);
        Assert.Equal(1, stands.MaxBy(s => s.Divides)!.Statement);
        Assert.Equal(25.0 / 36, stands[0].BridgingAgree, 12);
    }

    [Fact]
    public void A_new_vote_moves_the_map_without_drawing_it_anew()
    {
        var votes = TwoCamps(new Random(7), participants: 60, statements: 30);
        var matrix = new VoteMatrix(votes);
        var map = OpinionMap.Draw(matrix, None);
        matrix.Set(row: 0, column: 3, value: (sbyte)-Math.Sign(matrix[0, 3] == 0 ? 1 : matrix[0, 3]));

        var moved = map.Redraw(None);
        var anew = OpinionMap.Draw(matrix, None);

        Assert.Equal(anew.Best!.Groups, moved.Best!.Groups);
        Assert.Equal(1, Partition.AdjustedRand(anew.Best.GroupOf, moved.Best.GroupOf));
    }

    private static IEnumerable<string> Groups(OpinionMap map, Func<int, int> original) =>
        map
            .Rows.Select((row, i) => (Participant: original(map.Votes.Participants[row]), Group: map.Best!.GroupOf[i]))
            .GroupBy(p => p.Group)
            .Select(g => string.Join(' ', g.Select(p => p.Participant).Order()))
            .Order(StringComparer.Ordinal);

    private static Vote[] TwoCamps(Random random, int participants, int statements)
    {
        var votes = new List<Vote>();
        for (var p = 0; p < participants; p++)
        for (var s = 0; s < statements; s++)
            if (random.NextDouble() < 0.8)
            {
                var own = (p < participants / 2) == (s % 2 == 0) ? 1 : -1;
                votes.Add(new(p, s, random.NextDouble() < 0.85 ? own : random.Next(-1, 2)));
            }
        return [.. votes];
    }
}
