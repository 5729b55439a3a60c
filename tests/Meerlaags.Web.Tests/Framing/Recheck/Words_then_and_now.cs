using Meerlaags.Web.Features.Framing.Recheck;

namespace Meerlaags.Web.Tests.Framing.Recheck;

/// <summary>Two texts laid over each other: nothing lost, nothing invented, and the same words marked as the same.</summary>
public sealed class Words_then_and_now
{
    [Fact]
    public void Words_that_went_and_came_are_told_apart()
    {
        Assert.Equal(
            [
                new WordPiece(WordChange.Same, "Wij bouwen "),
                new WordPiece(WordChange.Removed, "75.000 "),
                new WordPiece(WordChange.Added, "duizend "),
                new WordPiece(WordChange.Same, "woningen "),
                new WordPiece(WordChange.Added, "voor starters "),
                new WordPiece(WordChange.Same, "hier."),
            ],
            WordDifference.Between("Wij bouwen 75.000 woningen hier.", "Wij bouwen duizend woningen voor starters hier.")
        );
    }

    [Fact]
    public void White_space_is_no_difference_and_nothing_is_nothing()
    {
        Assert.Equal([new WordPiece(WordChange.Same, "een\ntwee")], WordDifference.Between("een  twee", "een\ntwee"));
        Assert.Empty(WordDifference.Between("", "")!);
        Assert.Equal([new WordPiece(WordChange.Added, "een")], WordDifference.Between("", "een"));
        Assert.Equal([new WordPiece(WordChange.Removed, "een")], WordDifference.Between("een", " "));
    }

    [Fact]
    public void Of_a_text_that_is_mostly_new_the_whole_went_and_the_whole_came()
    {
        const string then = "Er is les, maar op de verkeerde plek en het verkeerde moment.";
        const string now = "Taalles is er nu op meer plekken.";

        Assert.Equal([new WordPiece(WordChange.Removed, then), new WordPiece(WordChange.Added, now)], WordDifference.Between(then, now));
    }

    [Fact]
    public void Whatever_the_texts_both_can_be_read_back_from_the_pieces()
    {
        var chance = new System.Random(7);
        for (var round = 0; round < 500; round++)
        {
            var (then, now) = (Text(chance), Text(chance));
            var pieces = WordDifference.Between(then, now)!;

            Assert.Equal(now, string.Concat(pieces.Where(piece => piece.Change != WordChange.Removed).Select(piece => piece.Text)));
            Assert.Equal(
                then.Split(' ', StringSplitOptions.RemoveEmptyEntries),
                string.Concat(pieces.Where(piece => piece.Change != WordChange.Added).Select(piece => piece.Text.TrimEnd() + " "))
                    .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            );
            Assert.All(pieces.Zip(pieces.Skip(1)), pair => Assert.NotEqual(pair.First.Change, pair.Second.Change));
        }
    }

    [Fact]
    public void Texts_too_long_to_lay_over_each_other_are_left_beside_each_other()
    {
        var one = string.Join(' ', Enumerable.Range(0, 5000));
        Assert.Null(WordDifference.Between(one, string.Join(' ', Enumerable.Range(5000, 5000))));
        Assert.Single(WordDifference.Between(one, one)!);
    }

    private static string Text(System.Random chance) => string.Join(' ', Enumerable.Range(0, chance.Next(12)).Select(_ => "abcd"[chance.Next(4)]));
}
