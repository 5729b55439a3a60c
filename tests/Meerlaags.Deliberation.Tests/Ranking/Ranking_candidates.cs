using Meerlaags.Deliberation.Ranking;

namespace Meerlaags.Deliberation.Tests.Ranking;

public class Ranking_candidates
{
    // Schulze 2011, example 1: 45 voters, five candidates a..e; the published order is e a c b d.
    private static readonly PairwiseMatrix Schulze = new(
        5,
        [
            Ballot("acbed", 5),
            Ballot("adecb", 5),
            Ballot("bedac", 8),
            Ballot("cabed", 3),
            Ballot("caebd", 7),
            Ballot("cbade", 2),
            Ballot("dceba", 7),
            Ballot("ebadc", 8),
        ]
    );

    // Tideman's example with Tennessee's four cities: Nashville is preferred to each other one.
    private static readonly RankedBallot[] Tennessee = [Ballot("abcd", 42), Ballot("bcda", 26), Ballot("cdba", 15), Ballot("dcba", 17)];

    [Theory]
    [InlineData(VictoryStrength.Margins)]
    [InlineData(VictoryStrength.WinningVotes)]
    public void The_published_example_of_schulze_gives_the_published_order_and_paths(VictoryStrength measure)
    {
        var result = SchulzeMethod.Rank(Schulze, measure);

        Assert.Equal("e a c b d", string.Join(' ', result.Levels.Select(l => string.Concat(l.Select(c => (char)('a' + c))))));
        if (measure == VictoryStrength.WinningVotes)
            Assert.Equal((28L, 24L, 28L), (result.PathStrength(0, 1), result.PathStrength(0, 4), result.PathStrength(4, 2)));
        Assert.Equal([0, 3, 2, 1], result.Path(0, 1));
    }

    [Fact]
    public void The_city_preferred_to_each_other_one_wins_by_every_rule_but_not_by_first_choices()
    {
        var matrix = new PairwiseMatrix(4, Tennessee);

        Assert.Equal([1], SchulzeMethod.Rank(matrix).Winners);
        Assert.Equal(
            [
                [1],
                [2],
                [3],
                [0],
            ],
            RankedPairs.Rank(matrix).Levels
        );
        Assert.Equal([1, 2, 3, 0], KemenyRule.Rank(matrix).Order);
        Assert.Equal([1], matrix.SmithSet());
        Assert.Equal(["126", "194", "173", "107"], PositionalRules.Borda(4, Tennessee).Select(p => p.ToString()));
    }

    [Fact]
    public void A_circle_is_broken_at_its_weakest_victory_and_is_the_smith_set()
    {
        var matrix = new PairwiseMatrix(4, [Ballot("abcd", 8), Ballot("bcad", 7), Ballot("cabd", 6)]);

        var (levels, leftOut, matters) = RankedPairs.Rank(matrix);

        Assert.Equal([0, 1, 2], matrix.SmithSet());
        Assert.Equal(
            [
                [0],
                [1],
                [2],
                [3],
            ],
            levels
        );
        Assert.Equal([(2, 0)], leftOut);
        Assert.False(matters);
        Assert.Equal([0], SchulzeMethod.Rank(matrix).Winners);
    }

    [Fact]
    public void Ties_partial_rankings_and_weights_count_as_said()
    {
        RankedBallot[] whole =
        [
            new(
                [
                    [0, 1],
                    [2],
                ],
                3
            ),
            new([
                [2],
            ]),
        ];
        RankedBallot[] apart =
        [
            new([
                [0, 1],
                [2],
            ]),
            new([
                [0, 1],
                [2],
            ]),
            new([
                [1, 0],
                [2],
            ]),
            new([
                [2],
            ]),
        ];

        Assert.Equal(PositionalRules.Borda(3, whole), PositionalRules.Borda(3, apart));
        var matrix = new PairwiseMatrix(3, whole);
        Assert.Equal((0, 3, 1), (matrix[0, 1], matrix[0, 2], matrix[2, 0]));
        Assert.Equal(
            [
                [0, 1],
                [2],
            ],
            SchulzeMethod.Rank(matrix).Levels
        );
        Assert.Throws<ArgumentException>(() =>
            new PairwiseMatrix(
                2,
                [
                    new([
                        [0],
                        [0],
                    ]),
                ]
            )
        );
    }

    private static RankedBallot Ballot(string order, long weight) => new([.. order.Select(c => new[] { c - 'a' })], weight);
}
