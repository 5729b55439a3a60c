using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Tests.Common;

public class Writing_plain_text
{
    private const int Limit = 20_000;

    [Theory]
    [InlineData("a")]
    [InlineData("â")]
    [InlineData("ا")]
    [InlineData("👍🏽")]
    [InlineData("🏴󠁧󠁢󠁥󠁮󠁧󠁿")]
    [InlineData("👩🏻‍❤️‍💋‍👨🏿")]
    [InlineData(A.Family)]
    public void Twenty_thousand_characters_fit_and_one_more_does_not(string character)
    {
        var full = string.Concat(Enumerable.Repeat(character, Limit));

        Assert.Null(PlainText.Check(PlainText.Lines(full), "issue", Limit));
        var refusal = PlainText.Check(PlainText.Lines(full + character), "issue", Limit);

        Assert.Equal("text.too-long", refusal?.Code);
        Assert.Equal("issue", refusal?.Field);
        Assert.Equal([Limit], refusal?.Arguments!);
    }

    [Fact]
    public void A_family_of_four_counts_as_one_character()
    {
        Assert.Equal(11, A.Family.Length);
        Assert.Equal(1, PlainText.Length(A.Family));
    }

    [Fact]
    public void A_character_under_a_mountain_of_accents_is_too_long()
    {
        var mountain = "e" + new string('\u0301', 10_000);

        Assert.Equal("text.too-long", PlainText.Check(PlainText.Lines(mountain), "Challenge", 200)?.Code);
    }

    [Fact]
    public void Missing_text_is_refused_only_where_it_is_needed()
    {
        Assert.Equal("text.missing", PlainText.Check("", "Challenge", 200)?.Code);
        Assert.Null(PlainText.Check("", "Challenge", 200, required: false));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\r\n ")]
    [InlineData("\u200b\u200d\u2060")]
    [InlineData("\u202e \u200f")]
    [InlineData("\u00ad")]
    public void What_shows_nothing_is_nothing(string? nothing)
    {
        Assert.Equal("", PlainText.Lines(nothing));
        Assert.Equal("", PlainText.Line(nothing));
    }

    [Fact]
    public void Frisian_is_kept_in_one_form_however_it_was_typed()
    {
        var typedInPieces = "Frysla\u0302n, sa\u0301 \u00fate\u0302n";

        Assert.Equal("Fryslân, sá útên", PlainText.Lines(typedInPieces));
        Assert.Equal(7, PlainText.Length(PlainText.Line("Frysla\u0302n")));
    }

    [Theory]
    [InlineData("שלום עולם")]
    [InlineData("القرى تفرغ من الشباب")]
    [InlineData("\u200fمرحبا Fryslân\u200e!")]
    [InlineData("می‌خواهم")]
    public void Text_from_right_to_left_is_kept_with_its_marks(string text) => Assert.Equal(text, PlainText.Lines(text));

    [Theory]
    [InlineData("<script>alert('x')</script>")]
    [InlineData("&lt;b&gt; & <!-- dorp -->")]
    [InlineData("'; drop table formulations; --")]
    public void Markup_is_text_like_any_other(string text) => Assert.Equal(text, PlainText.Lines(text));

    [Fact]
    public void Control_characters_are_dropped_and_tabs_stay() =>
        Assert.Equal("eendorp\tmet een bel", PlainText.Lines("een\0dorp\tmet\u0007 een \u001b\u009fbel\u007f"));

    [Theory]
    [InlineData("een\r\ntwee")]
    [InlineData("een\rtwee")]
    [InlineData("een\u0085twee")]
    [InlineData("een\u2028twee")]
    [InlineData("een\u2029twee")]
    [InlineData("een\ftwee")]
    public void Every_kind_of_line_end_becomes_the_same(string text)
    {
        Assert.Equal("een\ntwee", PlainText.Lines(text));
        Assert.Equal("een twee", PlainText.Line(text));
    }

    [Theory]
    [InlineData("een\ufffe dorp", "een dorp")]
    [InlineData("een\uffff dorp", "een dorp")]
    [InlineData("een\U0001fffe dorp", "een dorp")]
    public void What_is_no_character_does_not_get_in(string text, string kept) => Assert.Equal(kept, PlainText.Lines(text));

    [Fact]
    public void Half_a_character_shows_as_a_mark_that_something_is_missing() =>
        Assert.Equal("een\ufffd dorp", PlainText.Lines(string.Concat("een", (char)0xD83D, " dorp")));

    [Fact]
    public void Any_text_becomes_tidy_and_stays_as_it_is_from_then_on() =>
        Prop.ForAll(
                AnyText,
                text =>
                {
                    var lines = PlainText.Lines(text);
                    var line = PlainText.Line(text);
                    Assert.Equal(lines, PlainText.Lines(lines));
                    Assert.Equal(line, PlainText.Line(line));
                    Assert.True(lines.IsNormalized(NormalizationForm.FormC));
                    Assert.DoesNotContain(lines, letter => char.IsControl(letter) && letter is not ('\n' or '\t'));
                    Assert.DoesNotContain('\n', line);
                    Assert.DoesNotContain("  ", line, StringComparison.Ordinal);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    /// <summary>Strings of any code unit, halves of pairs and control characters included.</summary>
    public static Arbitrary<string> AnyText =>
        Gen.OneOf(
                Gen.Choose(0, 0xFFFF),
                Gen.Choose(0, 0xFF),
                Gen.Choose(0xD800, 0xDFFF),
                Gen.Choose(0x0300, 0x036F),
                Gen.Choose(0xFDC0, 0xFFFF),
                Gen.Choose(0x2000, 0x206F)
            )
            .Select(code => (char)code)
            .ListOf()
            .Select(letters => new string([.. letters]))
            .ToArbitrary();
}
