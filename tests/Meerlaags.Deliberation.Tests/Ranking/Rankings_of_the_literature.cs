using Meerlaags.Deliberation.Ranking;

namespace Meerlaags.Deliberation.Tests.Ranking;

public class Rankings_of_the_literature
{
    // Schulze 2011 (Social Choice and Welfare 36), section 3: four examples with their published results.
    [Theory]
    [InlineData("5 acbd, 2 acdb, 3 adcb, 4 bacd, 3 cbda, 3 cdba, 1 dacb, 5 dbac, 4 dcba", "d a c b")]
    [InlineData("3 abdec, 5 adebc, 1 adecb, 2 badec, 2 bdeca, 4 cabde, 6 cbade, 2 dbeca, 5 decab", "b a d e c")]
    [InlineData("3 abcd, 2 dabc, 2 dbca, 2 cbda", "bd ac")]
    public void Schulze_by_margins_and_by_winning_votes(string ballots, string levels)
    {
        foreach (var measure in Enum.GetValues<VictoryStrength>())
            Assert.Equal(levels, Levels(SchulzeMethod.Rank(Matrix(ballots), measure).Levels));
    }

    // Young, American Political Science Review 82 (1988), after Condorcet 1785: 60 voters in a circle.
    [Fact]
    public void The_circle_of_condorcet_as_young_solves_it()
    {
        const string ballots = "23 abc, 17 bca, 2 bac, 10 cab, 8 cba";
        var matrix = Matrix(ballots);

        Assert.Equal((33, 42, 35), (matrix[0, 1], matrix[1, 2], matrix[2, 0]));
        Assert.Null(matrix.CondorcetWinner);
        Assert.Equal([0, 1, 2], matrix.SmithSet());
        var kemeny = KemenyRule.Rank(matrix);
        Assert.Equal(("b c a", 76, 1), (Order(kemeny.Order), kemeny.Disagreements, kemeny.EquallyGood));
        Assert.Equal("b c a", Levels(RankedPairs.Rank(matrix).Levels));
        Assert.Equal("b c a", Levels(SchulzeMethod.Rank(matrix).Levels));
        Assert.Equal(["58", "69", "53"], PositionalRules.Borda(3, Ballots(ballots)).Select(p => p.ToString()));
    }

    // Borda's own example (Mémoire sur les élections au scrutin, 1781): most first choices for a, who is last by points and loses each duel.
    [Fact]
    public void The_example_of_borda()
    {
        const string ballots = "1 abc, 7 acb, 7 bca, 6 cba";

        Assert.Equal(["16", "21", "26"], PositionalRules.Borda(3, Ballots(ballots)).Select(p => p.ToString()));
        Assert.Equal(2, Matrix(ballots).CondorcetWinner);
        Assert.Equal("c b a", Order(KemenyRule.Rank(Matrix(ballots)).Order));
    }

    [Fact]
    public void The_winner_is_explained_by_its_paths_there_and_back()
    {
        // Schulze's first example: e beats a only over others, and the way back is weaker.
        var result = SchulzeMethod.Rank(Matrix("5 acbed, 5 adecb, 8 bedac, 3 cabed, 7 caebd, 2 cbade, 7 dceba, 8 ebadc"), VictoryStrength.WinningVotes);

        var reasons = result.Explain(4);

        Assert.Equal([4], result.Winners);
        Assert.Equal([0, 1, 2, 3], reasons.Select(r => r.Against));
        Assert.All(reasons, r => Assert.True(r.ThereStrength > r.BackStrength));
        Assert.All(reasons, r => Assert.Equal(r.ThereStrength, r.There.Min(s => s.Strength)));
        Assert.Equal((25L, 24L), (reasons[0].ThereStrength, reasons[0].BackStrength));
        Assert.Equal((4, 0), (reasons[0].There[0].Winner, reasons[0].There[^1].Loser));
    }

    [Fact]
    public void Margins_and_winning_votes_part_where_ballots_are_partial()
    {
        // A circle: a over b by 5 to 3, b over c by 7 to 5, c over a by 5 to 4. By margins c over a is the weakest link, by votes it has a companion.
        var matrix = new PairwiseMatrix(3, [Ballot("4", ["a", "b"]), Ballot("1", ["c", "a"]), Ballot("4", ["c"]), Ballot("3", ["b"])]);

        Assert.Equal((5, 3, 7, 5, 5, 4), (matrix[0, 1], matrix[1, 0], matrix[1, 2], matrix[2, 1], matrix[2, 0], matrix[0, 2]));
        Assert.Equal("a b c", Levels(SchulzeMethod.Rank(matrix).Levels));
        Assert.Equal("a b c", Levels(RankedPairs.Rank(matrix).Levels));
        var byVotes = SchulzeMethod.Rank(matrix, VictoryStrength.WinningVotes);
        Assert.Equal((5, 5), (byVotes.PathStrength(0, 1), byVotes.PathStrength(1, 0)));
        Assert.Equal("ab", string.Concat(byVotes.Winners.Select(Letter)));
        Assert.True(RankedPairs.Rank(matrix, VictoryStrength.WinningVotes).OrderOfTiesMatters);
    }

    [Fact]
    public void Ties_are_told()
    {
        var none = new PairwiseMatrix(3, []);
        Assert.Equal(6, KemenyRule.Rank(none).EquallyGood);
        Assert.Equal("abc", Levels(SchulzeMethod.Rank(none).Levels));
        Assert.Equal([0, 1, 2], none.SmithSet());
        Assert.Empty(SchulzeMethod.Rank(new(0, [])).Winners);
        Assert.False(RankedPairs.Rank(Matrix("2 abc, 1 cba")).OrderOfTiesMatters);
        Assert.True(RankedPairs.Rank(Matrix("1 abc, 1 bca, 1 cab")).OrderOfTiesMatters);
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new PairwiseMatrix(
                1,
                [
                    new(
                        [
                            [0],
                        ],
                        -1
                    ),
                ]
            )
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => KemenyRule.Rank(new(17, [])));
    }

    private static PairwiseMatrix Matrix(string ballots) => new(ballots.Split(", ")[0].Split(' ')[1].Length, Ballots(ballots));

    private static RankedBallot[] Ballots(string ballots) =>
        [.. ballots.Split(", ").Select(b => b.Split(' ')).Select(b => Ballot(b[0], [.. b[1].Select(c => $"{c}")]))];

    private static RankedBallot Ballot(string weight, string[] levels) =>
        new([.. levels.Select(l => l.Select(c => c - 'a').ToArray())], long.Parse(weight, System.Globalization.CultureInfo.InvariantCulture));

    private static string Levels(IReadOnlyList<IReadOnlyList<int>> levels) => string.Join(' ', levels.Select(l => string.Concat(l.Select(Letter))));

    private static string Order(IReadOnlyList<int> order) => string.Join(' ', order.Select(Letter));

    private static char Letter(int candidate) => (char)('a' + candidate);
}
