using Meerlaags.Deliberation.OpinionGroups;
using Meerlaags.Deliberation.OpinionGroups.Polis;

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
            Vote[] shuffled = [.. votes.Select(v => v with { Participant = people[v.Participant], Statement = v.Statement * 7 % 25 })];
            random.Shuffle(shuffled);

            var again = OpinionMap.Draw(new(shuffled), None);

            Assert.Equal(map.Best!.Groups, again.Best!.Groups);
            Assert.Equal(
                map.Divisions.Select(d => (d.Silhouette, d.Inertia, d.Stability)),
                again.Divisions.Select(d => (d.Silhouette, d.Inertia, d.Stability))
            );
            Assert.Equal(groups, Groups(again, p => Array.IndexOf(people, p)));
        }
        Assert.Equal(GroupsFound.Clear, map.Found);
    }

    [Fact]
    public void Ten_thousand_random_conversations_are_the_same_map_in_any_order_and_numbering()
    {
        const int seed = 20261122;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var i = 0; i < 10_000; i++)
        {
            var (participants, statements) = (random.Next(1, 13), random.Next(1, 9));
            var votes = Enumerable
                .Range(0, participants * statements)
                .Where(_ => random.NextDouble() < 0.7)
                .Select(cell => new Vote(cell / statements, cell % statements, random.Next(-1, 2)))
                .ToArray();
            var (map, again) = (OpinionMap.Draw(new(votes), None), OpinionMap.Draw(new(Renumbered(votes, random)), None));

            // Where the votes themselves are symmetric, which of two mirrored people is which is nobody's business: figures, not names.
            Assert.True(Figures(map) == Figures(again), $"case {i}, seed {seed}: {Figures(map)} and {Figures(again)}");
            Assert.All(map.Points, p => Assert.True(double.IsFinite(p.X) && double.IsFinite(p.Y)));
        }

        static string Figures(OpinionMap map) =>
            $"{map.Found} {string.Join(' ', map.Divisions.Select(d => $"{d.Groups}: {d.Silhouette:R} {d.Inertia:R} {d.Stability:R} {string.Join('-', d.GroupOf.CountBy(g => g).Select(g => g.Value).Order())}"))}";
    }

    [Fact]
    public void Two_camps_that_mirror_each_other_are_seen()
    {
        // A power iteration that starts from ones stands at a right angle to the only difference there is.
        Vote[] votes = [.. Enumerable.Range(0, 6).SelectMany(p => new[] { new Vote(p, 0, p < 3 ? 1 : -1), new Vote(p, 1, p < 3 ? -1 : 1) })];

        var map = OpinionMap.Draw(new(votes), None);

        Assert.Equal(GroupsFound.Clear, map.Found);
        Assert.Equal(["0 1 2", "3 4 5"], Groups(map, p => p));
    }

    [Fact]
    public void A_crowd_without_groups_is_told_to_have_none()
    {
        var random = new Random(4);
        var clear = 0;
        for (var i = 0; i < 20; i++)
        {
            Vote[] votes = [.. Enumerable.Range(0, 60).SelectMany(p => Enumerable.Range(0, 20).Select(s => new Vote(p, s, random.Next(-1, 2))))];
            if (OpinionMap.Draw(new(votes), None).Found == GroupsFound.Clear)
                clear++;
        }
        Assert.InRange(clear, 0, 2);
    }

    [Fact]
    public void Of_equally_active_participants_none_is_left_out_for_its_number()
    {
        Vote[] votes = [.. Enumerable.Range(0, 30).SelectMany(p => Enumerable.Range(0, 5).Select(s => new Vote(p, (p + s) % 20, 1)))];

        Assert.Equal(30, OpinionMap.Draw(new(votes), None).Rows.Count);
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
            var stands = StatementStand.Of(map.Votes, moderated, map.GroupOfRow());
            Assert.All(stands, s => Assert.True(double.IsFinite(s.BridgingAgree) && s.Divides is >= 0 and <= 1));
        }
    }

    [Fact]
    public void Bridging_and_dividing_statements_are_told_apart_for_given_groups_too()
    {
        // Statement 0 everybody agrees with, statement 1 half, statement 2 nobody.
        Vote[] votes = [.. Enumerable.Range(0, 8).SelectMany(p => new[] { new Vote(p, 0, 1), new Vote(p, 1, p < 4 ? 1 : -1), new Vote(p, 2, -1) })];
        var matrix = new VoteMatrix(votes);

        var stands = StatementStand.Of(matrix, None, [0, 0, 0, 0, 1, 1, 1, 1]);

        Assert.Equal(0, stands.MaxBy(s => s.BridgingAgree)!.Statement);
        Assert.Equal(2, stands.MaxBy(s => s.BridgingDisagree)!.Statement);
        Assert.Equal(1, stands.MaxBy(s => s.Divides)!.Statement);
        Assert.Equal(25.0 / 36, stands[0].BridgingAgree, 12);
    }

    [Fact]
    public void A_new_vote_moves_the_map_without_drawing_it_anew()
    {
        var votes = TwoCamps(new Random(7), participants: 60, statements: 30);
        var map = OpinionMap.Draw(new(votes), None);
        // One vote changed, one of a new participant on a known statement, one on a new statement.
        Vote[] more = [new(0, 3, votes[3].Value == 1 ? -1 : 1), new(900, 4, 1), new(2, 77, -1)];

        var moved = map.With(more);
        var anew = OpinionMap.Draw(new([.. votes, .. more]), None);

        Assert.Equal(map.Votes.Rows + 1, moved.Votes.Rows);
        Assert.Equal(anew.Best!.Groups, moved.Best!.Groups);
        Assert.Equal(1, Partition.AdjustedRand(anew.Best.GroupOf, moved.Best.GroupOf));
        Assert.True(moved.IsProvisional && !anew.IsProvisional);
        foreach (var (a, b) in anew.Points.Zip(moved.Points))
        {
            Assert.Equal(Math.Abs(a.X), Math.Abs(b.X), 1e-6);
            Assert.Equal(Math.Abs(a.Y), Math.Abs(b.Y), 1e-6);
        }
    }

    [Fact]
    public void Vote_after_vote_the_map_is_the_one_drawn_anew()
    {
        const int seed = 20261124;
        var random = new Random(seed);
        for (var conversation = 0; conversation < 10; conversation++)
        {
            var votes = TwoCamps(random, participants: random.Next(8, 40), statements: random.Next(6, 20)).ToList();
            HashSet<int> moderated = random.Next(2) == 0 ? [2] : [];
            var map = OpinionMap.Draw(new(votes), moderated);
            for (var step = 0; step < 12; step++)
            {
                // Changed votes, new participants, new statements.
                Vote[] more = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => new Vote(random.Next(45), random.Next(24), random.Next(-1, 2)))];
                votes.AddRange(more);
                var before = map;
                map = map.With(more);

                var anew = OpinionMap.Draw(new(votes), moderated);
                var place = $"seed {seed}, conversation {conversation}, step {step}";
                Assert.True(anew.Votes.Statements.SequenceEqual(map.Votes.Statements) && anew.Rows.SequenceEqual(map.Rows), place);
                Assert.All(Enumerable.Range(0, anew.Votes.Rows), row => Assert.True(anew.Votes.Row(row).SequenceEqual(map.Votes.Row(row)), place));
                var turned = anew.Points.Zip(map.Points, (a, b) => (X: a.X * b.X, Y: a.Y * b.Y)).ToList();
                Assert.True(turned.All(p => p.X >= 0) || turned.All(p => p.X <= 0), place);
                Assert.True(
                    anew.Points.Zip(map.Points).All(p => Math.Abs(p.First.X) == Math.Abs(p.Second.X) && Math.Abs(p.First.Y) == Math.Abs(p.Second.Y)),
                    place
                );
                Assert.Equal(map.Best is null, anew.Best is null);
                if (map.Best is not { } best)
                    continue;
                var same = anew.Divisions.Single(d => d.Groups == best.Groups);
                Assert.True((same.Silhouette, same.Inertia) == (best.Silhouette, best.Inertia) && same.GroupOf.SequenceEqual(best.GroupOf), place);
                Assert.True(!map.IsProvisional || (before.Best!.Stability, before.Best.Groups) == (best.Stability, best.Groups), place);
                // Nobody jumps to the other side for a vote of somebody else.
                var then = before.Rows.Zip(before.Points).ToDictionary(p => before.Votes.Participants[p.First], p => p.Second.X);
                var along = map.Rows.Zip(map.Points).Sum(p => then.GetValueOrDefault(map.Votes.Participants[p.First]) * p.Second.X);
                Assert.True(along > 0, place);
            }
        }
    }

    [Fact]
    public void Drawing_can_be_stopped()
    {
        var votes = new VoteMatrix(TwoCamps(new Random(1), participants: 60, statements: 30));
        var map = OpinionMap.Draw(votes, None, TestContext.Current.CancellationToken);
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();

        Assert.Throws<OperationCanceledException>(() => OpinionMap.Draw(votes, None, stopped.Token));
        Assert.Throws<OperationCanceledException>(() => map.With([new(0, 3, 1)], stopped.Token));
        Assert.Throws<OperationCanceledException>(() => PolisPipeline.Run(votes, None, cancellation: stopped.Token));
    }

    private static IEnumerable<string> Groups(OpinionMap map, Func<int, int> original) =>
        map
            .Rows.Select((row, i) => (Participant: original(map.Votes.Participants[row]), Group: map.Best!.GroupOf[i]))
            .GroupBy(p => p.Group)
            .Select(g => string.Join(' ', g.Select(p => p.Participant).Order()))
            .Order(StringComparer.Ordinal);

    private static Vote[] Renumbered(Vote[] votes, Random random)
    {
        var (people, statements) = (Enumerable.Range(0, 100).ToArray(), Enumerable.Range(0, 100).ToArray());
        random.Shuffle(people);
        random.Shuffle(statements);
        Vote[] shuffled = [.. votes.Select(v => new Vote(people[v.Participant], statements[v.Statement], v.Value))];
        random.Shuffle(shuffled);
        return shuffled;
    }

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
