using Meerlaags.Deliberation.OpinionGroups;
using Meerlaags.Deliberation.Tests.Fixtures;

namespace Meerlaags.Deliberation.Tests.OpinionGroups;

/// <summary>
/// Participants and statements get other numbers and come in another order: groups (as sets), their figures, and what bridges and divides stay
/// the same to the last bit.
/// </summary>
public class The_same_map_for_every_numbering
{
    private const int Renumberings = 15;
    private static readonly HashSet<int> None = [];

    public static IEnumerable<TheoryDataRow<string?>> Conversations => FixtureFolder.Names("inputs/polis", "*.json");

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(20)]
    [InlineData(33)]
    [InlineData(40)]
    public void Chains_and_rings(int length)
    {
        Same([.. VotePatterns.Chain(length)], seed: length);
        Same([.. VotePatterns.Ring(length)], seed: length);
        Same(
            [.. VotePatterns.Ring(length), .. VotePatterns.Chain(length).Select(v => new Vote(v.Participant + 100, v.Statement + 100, v.Value))],
            seed: length
        );
    }

    [Theory]
    [InlineData(1, 20)]
    [InlineData(4, 5)]
    [InlineData(5, 5)]
    [InlineData(4, 10)]
    public void Grids_and_grids_without_edges(int width, int height)
    {
        Same([.. VotePatterns.Grid(width, height, around: false)], seed: width * height);
        Same([.. VotePatterns.Grid(width, height, around: true)], seed: width * height);
    }

    [Fact]
    public void Votes_in_which_all_meet_alike_and_are_not_alike()
    {
        // Two designs on which counting neighbours says nothing at any depth of one participant, side by side and each alone.
        Same([.. VotePatterns.Rook()], seed: 1);
        Same([.. VotePatterns.Shrikhande()], seed: 2);
        Same([.. VotePatterns.Rook(), .. VotePatterns.Shrikhande().Select(v => new Vote(v.Participant + 100, v.Statement + 100, v.Value))], seed: 3);
    }

    [Fact]
    public void Many_small_conversations_side_by_side()
    {
        // Ten pairs that never met the others, a triangle of thirds, and one chain: many mirrors at once.
        var votes = Enumerable.Range(0, 10).SelectMany(i => new[] { new Vote(2 * i, i, 1), new Vote(2 * i + 1, i, -1) }).ToList();
        votes.AddRange(Enumerable.Range(0, 9).Select(i => new Vote(50 + i, 50 + i / 3 * 3, i % 3 - 1)));
        votes.AddRange(VotePatterns.Chain(8).Select(v => new Vote(v.Participant + 100, v.Statement + 100, v.Value)));
        Same([.. votes], seed: 4);
    }

    [Fact]
    public void Two_thousand_random_conversations_with_few_votes()
    {
        const int seed = 20261123;
        var random = new Random(seed);
        for (var i = 0; i < 2_000; i++)
        {
            var (participants, statements, given) = (random.Next(1, 41), random.Next(1, 41), random.NextDouble() * 0.3);
            var values = random.Next(1, 4);
            var votes = Enumerable
                .Range(0, participants * statements)
                .Where(_ => random.NextDouble() < given)
                .Select(cell => new Vote(cell / statements, cell % statements, 1 - random.Next(values)))
                .ToArray();
            var moderated = Enumerable.Range(0, statements).Where(_ => random.Next(10) == 0).ToHashSet();
            Same(votes, seed + i, moderated, renumberings: 2);
        }
    }

    [Theory]
    [MemberData(nameof(Conversations))]
    public void Real_conversations(string? conversation)
    {
        var input = FixtureFolder.Json($"inputs/polis/{conversation}.json");
        var votes = input.GetProperty("votes").EnumerateArray().Select(v => new Vote(v[0].GetInt32(), v[1].GetInt32(), v[2].GetInt32())).ToArray();
        Same(votes, seed: 20261122, input.GetProperty("mod_out").EnumerateArray().Select(id => id.GetInt32()).ToHashSet());
    }

    [Fact]
    public void Of_equally_good_divisions_none_is_shown()
    {
        // A ring of an odd number may be cut anywhere.
        var ring = OpinionMap.Draw(new([.. VotePatterns.Ring(25)]), None);
        // Two camps may change places, and stay the same two camps.
        var camps = OpinionMap.Draw(
            new([.. Enumerable.Range(0, 10).SelectMany(p => Enumerable.Range(0, 10).Where(s => s != p).Select(s => new Vote(p, s, p % 2 == s % 2 ? 1 : -1)))]),
            None
        );

        Assert.Equal((GroupsFound.Interchangeable, null), (ring.Found, ring.Best));
        Assert.Equal(GroupsFound.Clear, camps.Found);
        Assert.Equal(
            [0, 1],
            camps.GroupOfRow().Where((_, row) => row % 2 == 1).Distinct().Concat(camps.GroupOfRow().Where((_, row) => row % 2 == 0).Distinct()).Order()
        );
    }

    [Fact]
    public void Beyond_the_bound_of_the_search_who_cannot_be_told_apart_has_one_place()
    {
        // Seven hundred people who never met anybody could change places in more ways than are looked at; two camps stand beside them.
        var votes = Enumerable.Range(0, 700).Select(i => new Vote(1_000 + i, 1_000 + i, 1)).ToList();
        var camps = new Random(5);
        for (var cell = 0; cell < 40 * 12; cell++)
            votes.Add(
                new(
                    cell / 12,
                    cell % 12,
                    camps.Next(10) == 0 ? 0
                        : cell / 12 % 2 == cell % 2 ? 1
                        : -1
                )
            );
        var matrix = new VoteMatrix(votes);

        var order = new CanonicalOrder(matrix, new bool[matrix.Columns]);
        var map = OpinionMap.Draw(matrix, None);

        Assert.False(order.IsDetermined);
        Assert.Single(Enumerable.Range(40, 700).Select(order.CellOfRow).Distinct());
        Assert.DoesNotContain(order.CellOfRow(40), Enumerable.Range(0, 40).Select(order.CellOfRow));
        Assert.Equal((GroupsFound.Clear, 2), (map.Found, map.Best!.Groups));
        Same([.. votes], seed: 6, renumberings: 2);
        // All on one place, all in one group.
        var apart = Enumerable.Range(0, matrix.Rows).Select(row => row == 41 ? 1 : 0).ToArray();
        Assert.False(order.Settles(apart));
    }

    private static void Same(Vote[] votes, int seed, IReadOnlySet<int>? moderated = null, int renumberings = Renumberings)
    {
        var random = new Random(seed);
        var (people, statements) = (Numbers(votes.Select(v => v.Participant)), Numbers(votes.Select(v => v.Statement).Concat(moderated ?? None)));
        var first = Told(OpinionMap.Draw(new(votes), moderated ?? None), p => p, s => s);
        for (var i = 0; i < renumberings; i++)
        {
            var (who, what) = (Shuffled(people, random), Shuffled(statements, random));
            Vote[] shuffled = [.. votes.Select(v => new Vote(who[v.Participant], what[v.Statement], v.Value))];
            random.Shuffle(shuffled);
            var (whoWas, whatWas) = (who.ToDictionary(p => p.Value, p => p.Key), what.ToDictionary(s => s.Value, s => s.Key));

            var again = OpinionMap.Draw(new(shuffled), (moderated ?? None).Select(s => what[s]).ToHashSet());

            var told = Told(again, p => whoWas[p], s => whatWas[s]);
            Assert.True(first == told, $"seed {seed}, renumbering {i}:\n{first}\nand\n{told}");
        }
    }

    private static int[] Numbers(IEnumerable<int> all) => [.. all.Distinct().Order()];

    private static Dictionary<int, int> Shuffled(int[] numbers, Random random)
    {
        var others = numbers.ToArray();
        random.Shuffle(others);
        return numbers.Zip(others).ToDictionary(p => p.First, p => p.Second);
    }

    // Everything a map says, in the numbers before.
    private static string Told(OpinionMap map, Func<int, int> participant, Func<int, int> statement)
    {
        var lines = map.Divisions.Select(d =>
            $"{d.Groups} groups, silhouette {d.Silhouette:R} (chance {d.SilhouetteByChance:R}), inertia {d.Inertia:R}, stability {d.Stability:R}: {string.Join(" | ", Sets(d.GroupOf).Values.Order(StringComparer.Ordinal))}"
        );
        var sets = map.Best is null ? [] : Sets(map.Best.GroupOf);
        var stands = StatementStand
            .Of(map.Votes, map.ModeratedOut, map.GroupOfRow())
            .OrderBy(s => statement(s.Statement))
            .Select(s =>
                $"{statement(s.Statement)}: {s.BridgingAgree:R} {s.BridgingDisagree:R} {s.LeastAgree:R} {s.LeastDisagree:R} {s.Divides:R} {s.GroupsHeard} {(s.AgreedByOnly is { } only ? sets[only] : "")}"
            );
        return string.Join('\n', [$"{map.Found}, {map.Best?.Groups}", .. lines, .. stands]);

        Dictionary<int, string> Sets(IReadOnlyList<int> groupOf) =>
            groupOf
                .Select((group, i) => (group, Participant: participant(map.Votes.Participants[map.Rows[i]])))
                .GroupBy(p => p.group, p => p.Participant)
                .ToDictionary(g => g.Key, g => string.Join(' ', g.Order()));
    }
}
