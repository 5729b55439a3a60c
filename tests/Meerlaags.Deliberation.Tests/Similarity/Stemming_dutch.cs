using Meerlaags.Deliberation.Similarity;

namespace Meerlaags.Deliberation.Tests.Similarity;

public class Stemming_dutch
{
    private static readonly string Table = Path.Combine(AppContext.BaseDirectory, "Similarity", "stems", "stems-nl.tsv");

    [Fact]
    public void An_independent_implementation_finds_the_same_stem_for_every_word()
    {
        var pairs = File.ReadLines(Table).Select(line => line.Split('\t')).ToList();

        var apart = pairs.Where(p => DutchStemmer.Stem(p[0]) != p[1]).Select(p => $"{p[0]}: {p[1]} there, {DutchStemmer.Stem(p[0])} here").ToList();

        Assert.InRange(pairs.Count, 7_000, int.MaxValue);
        Assert.True(apart.Count == 0, $"{apart.Count} of {pairs.Count} disagree: {string.Join("; ", apart.Take(20))}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("ij")]
    [InlineData("yyyyyy")]
    [InlineData("eeeeee")]
    [InlineData("日本語")]
    [InlineData("2026")]
    public void Strange_words_have_a_stem_too(string word) => Assert.InRange(DutchStemmer.Stem(word).Length, 0, word.Length);
}
