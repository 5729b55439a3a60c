using Meerlaags.Domain.Content;

namespace Meerlaags.Domain.Tests.Content;

public class Reading_the_difference_lexicon
{
    [Theory]
    [InlineData("wijk")]
    [InlineData("wijk*")]
    [InlineData("*wijk*")]
    [InlineData("kleine kern*")]
    public void A_word_may_be_open_before_and_after_its_letters(string word) => Assert.Null(Read(word).Refusal);

    [Theory]
    [InlineData("wijk*gericht")]
    [InlineData("*")]
    [InlineData("kleine *")]
    [InlineData("kl*ne kern")]
    public void A_star_within_a_word_is_refused_with_its_place(string word)
    {
        var refusal = Read(word).Refusal;

        Assert.Equal("content.invalid", refusal?.Code);
        Assert.Contains($"file.units[0].words[0]: \"{word}\"", (string)refusal!.Arguments[0], StringComparison.Ordinal);
    }

    private static Meerlaags.Domain.Common.Decided<DifferenceLexicon> Read(string word) =>
        DifferenceLexiconReader.Read($$"""{"key":"v","version":1,"aspects":[],"units":[{"key":"a","name":{"nl":"a"},"words":["{{word}}"]}]}""");
}
