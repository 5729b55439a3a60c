using Meerlaags.Domain.Register;

namespace Meerlaags.Domain.Tests.Register;

/// <summary>Typed words find a name with a slip or two, and short words only as they are.</summary>
public sealed class Misspelled_names
{
    [Theory]
    [InlineData("hilversum", "hilversum", 0)]
    [InlineData("hilversm", "hilversum", 1)]
    [InlineData("hilverusm", "hilversum", 1)]
    [InlineData("hilfersuum", "hilversum", 2)]
    [InlineData("ab", "ba", 1)]
    [InlineData("ca", "abc", 3)]
    [InlineData("", "abc", 3)]
    public void A_slip_is_a_letter_too_many_too_few_another_or_two_swapped(string typed, string name, int slips)
    {
        Assert.Equal(slips, Misspelling.Distance(typed, name, 5));
        Assert.Equal(slips, Misspelling.Distance(name, typed, 5));
        Assert.True(Misspelling.Distance(typed, name, slips - 1) > slips - 1);
    }

    [Theory]
    [InlineData("eddde", null)]
    [InlineData("edee", 1)]
    [InlineData("ede", 0)]
    [InlineData("ed", null)]
    [InlineData("edex", 1)]
    public void Short_words_forgive_little(string typed, int? slips) => Assert.Equal(slips, Misspelling.Slips([typed], ["gemeente", "ede"]));

    [Fact]
    public void Every_word_has_to_be_found()
    {
        Assert.Equal(2, Misspelling.Slips(["noardest", "frislan"], ["gemeente", "noardeast", "fryslan"]));
        Assert.Null(Misspelling.Slips(["noardest", "holland"], ["gemeente", "noardeast", "fryslan"]));
        Assert.Null(Misspelling.Slips(["naam"], []));
    }
}
