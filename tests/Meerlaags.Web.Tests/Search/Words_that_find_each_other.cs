using Meerlaags.Web.Platform.Search;

namespace Meerlaags.Web.Tests.Search;

/// <summary>What is typed finds what is written in another form, in a longer word, or with other accents; and what only looks alike is left alone.</summary>
public sealed class Words_that_find_each_other
{
    private static readonly Compounds Known = new(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "content", "search", "words-nl.txt")));
    private static readonly SearchWords Words = new(Known);

    [Theory]
    [InlineData("woning", "Er komen woningen bij.")]
    [InlineData("woningen", "Elke woning telt.")]
    [InlineData("bouw", "De woningbouwopgave is groot.")]
    [InlineData("opgave", "De woningbouwopgave is groot.")]
    [InlineData("opgaven", "De woningbouwopgave is groot.")]
    [InlineData("woningbouwopgave", "Wat is de opgave voor de bouw van een woning?")]
    [InlineData("gemeenteraden", "De gemeenteraad besluit.")]
    [InlineData("jeugdzorg", "De zorg voor de jeugd staat onder druk.")]
    [InlineData("samenwerkingsafspraken", "Welke afspraak hoort bij onze samenwerking?")]
    [InlineData("lessen", "Er is te weinig taalles.")]
    [InlineData("taallessen", "Er is te weinig taalles.")]
    [InlineData("huis", "Er staan huizen leeg.")]
    [InlineData("brieven", "De brief is weg.")]
    [InlineData("bos", "De bossen sterven.")]
    [InlineData("ijssel", "De IJssel treedt buiten haar oevers.")]
    [InlineData("IJSSEL", "De ĳssel treedt buiten haar oevers.")]
    [InlineData("fryslan", "Het gaat om Fryslân.")]
    [InlineData("cooperatie", "Een coöperatie van bewoners.")]
    [InlineData("s-gravenhage", "Het college van 's-Gravenhage.")]
    [InlineData("gemee", "De gemeente betaalt mee.")]
    [InlineData("verduurz", "Wij verduurzamen wijken.")]
    [InlineData("2040", "Klaar in 2040.")]
    public void Is_found(string asked, string text)
    {
        Assert.True(Finds(asked, text), $"‘{asked}’ does not find ‘{text}’: {string.Join(' ', Words.Of(text))}");
        Assert.Contains(SearchRanking.Of([new SearchEntry { Text = text }], Words.Asked(asked)).Single().Snippet, part => part.IsFound);
    }

    [Theory]
    [InlineData("rijk", "Dat is belangrijk.")]
    [InlineData("zon", "Wij spreken elkaar zondag.")]
    [InlineData("land", "De provincie Zeeland doet mee.")]
    [InlineData("dijk", "Wij maken het duidelijk.")]
    [InlineData("as", "De last is zwaar.")]
    public void Is_left_alone(string asked, string text) => Assert.DoesNotContain(asked, Words.Of(text));

    [Theory]
    [InlineData("woningbouwopgave", "woning bouw opgaf")]
    [InlineData("gebiedsontwikkeling", "gebied ontwikkel")]
    [InlineData("gemeente", "")]
    [InlineData("omgevingswet", "")]
    [InlineData("gemeenteraadsverkiezingen", "gemeent rad verkies")]
    [InlineData("energietransitie", "energie transitie")]
    [InlineData("onbekendewoord", "")]
    public void A_compound_falls_into_known_words_or_not_at_all(string word, string parts) => Assert.Equal(parts, string.Join(' ', Known.Split(word)));

    [Fact]
    public void Words_that_stand_everywhere_are_not_asked()
    {
        Assert.Equal(["bouw"], Words.Asked("de bouw van het").Select(term => term.Form));
        Assert.Empty(Words.Asked("de van het"));
    }

    [Fact]
    public void Eight_words_are_enough_and_signs_are_no_words()
    {
        Assert.Equal(SearchTerm.Most, Words.Asked(string.Join(' ', Enumerable.Range(0, 50).Select(number => $"woord{number}"))).Count);
        Assert.Empty(Words.Asked("\"' * ( ) : ^ - + & | ! ~ \\ \0 % _"));
    }

    [Fact]
    public void The_rare_word_the_very_word_and_the_title_come_first()
    {
        SearchEntry[] entries =
        [
            new() { Id = 1, Text = "Woningen en dijken en dorpen, over van alles wat hier speelt." },
            new() { Id = 2, Text = "De woning staat leeg." },
            new()
            {
                Id = 3,
                Title = "Een woning voor iedereen",
                Text = "Wat wij willen.",
            },
            new() { Id = 4, Text = "De woningnood." },
        ];

        Assert.Equal([3, 2], SearchRanking.Of(entries, Words.Asked("woning")).Select(hit => hit.Entry.Id).Take(2));
    }

    [Fact]
    public void A_long_text_is_cut_around_the_words_and_never_through_a_letter()
    {
        var text = string.Concat(Enumerable.Repeat("Lorem 👩‍👩‍👧‍👦 ipsum. ", 60)) + "Hier staat de woning. " + string.Concat(Enumerable.Repeat("🏡", 300));

        var snippet = SearchRanking.Of([new SearchEntry { Text = text }], Words.Asked("woning")).Single().Snippet;

        Assert.Equal("woning", Assert.Single(snippet, part => part.IsFound).Text);
        Assert.StartsWith("… ", snippet[0].Text, StringComparison.Ordinal);
        var shown = string.Concat(snippet.Select(part => part.Text));
        Assert.InRange(shown.Length, 60, 240);
        Assert.Equal(shown, string.Concat(shown.EnumerateRunes().Select(rune => rune.ToString())));
        Assert.DoesNotContain('\uFFFD', string.Concat(shown.EnumerateRunes().Select(rune => rune.ToString())));
    }

    private static bool Finds(string asked, string text)
    {
        var words = Words.Of(text).ToHashSet();
        return Words
            .Asked(asked)
            .All(term =>
                words.Contains(term.Form)
                || words.Contains(term.Stem)
                || (term.IsBeginning && words.Any(word => word.StartsWith(term.Form, StringComparison.Ordinal)))
                || (term.Parts.Count > 0 && term.Parts.All(words.Contains))
            );
    }
}
