using System.Text.RegularExpressions;
using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Web.Tests.Wording;

/// <summary>Screens speak as people do: short sentences, no language of offices.</summary>
public sealed partial class Dutch_is_plain
{
    private const int MostWords = 25;

    private static readonly string[] OfficeWords = ["middels", "dient te", "conform", "betreffende", "inzake", "teneinde", "omtrent", "derhalve"];

    [Fact]
    public void No_word_of_the_office_is_used()
    {
        Expect.Nothing(Stiff(TextFiles.AllDutch.Concat(TextFiles.DutchContent())));
        Assert.NotEmpty(Stiff([("planted", "U dient te wachten.")]));
        Assert.NotEmpty(Stiff([("planted", "Inzake uw vraag.")]));
    }

    [Fact]
    public void No_sentence_is_longer_than_one_breath()
    {
        Expect.Nothing(Long(TextFiles.AllDutch.Concat(TextFiles.DutchContent())));
        Assert.NotEmpty(Long([("planted", string.Join(' ', Enumerable.Repeat("woord", MostWords + 1)) + ".")]));
    }

    private static List<string> Stiff(IEnumerable<(string Key, string Text)> texts) =>
        [.. from text in texts from word in OfficeWords where Regex.IsMatch(text.Text, $@"\b{word}\b", RegexOptions.IgnoreCase) select $"{text.Key}: {word}"];

    private static List<string> Long(IEnumerable<(string Key, string Text)> texts) =>
        [
            .. from text in texts
            from sentence in SentenceEnd().Split(text.Text)
            where sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length > MostWords
            select $"{text.Key}: {sentence}",
        ];

    [GeneratedRegex(@"(?<=[.!?:])\s|\n")]
    private static partial Regex SentenceEnd();
}
