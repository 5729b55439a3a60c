using System.Text.RegularExpressions;
using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Web.Tests.Wording;

/// <summary>Every text is there, in both languages, and is asked for.</summary>
public sealed partial class Texts_are_complete
{
    private static readonly HashSet<string> Keys = [.. TextFiles.AllDutch.Select(text => text.Key)];

    private static readonly Dictionary<string, string[]> Composed = ReadComposed();

    [Fact]
    public void English_has_the_keys_that_dutch_has()
    {
        Assert.Equal(
            TextFiles.Dutch.SelectMany(file => file.Texts.Keys, (file, key) => $"{file.Feature}.{key}").Order(),
            TextFiles.English.SelectMany(file => file.Texts.Keys, (file, key) => $"{file.Feature}.{key}").Order()
        );
    }

    [Fact]
    public void Both_languages_fill_in_the_same_things()
    {
        var different =
            from dutch in TextFiles.Dutch
            from english in TextFiles.English
            where dutch.Feature == english.Feature
            from text in dutch.Texts
            where english.Texts.TryGetValue(text.Key, out var other) && !Holes(text.Value).SequenceEqual(Holes(other))
            select $"{dutch.Feature}.{text.Key}";

        Assert.Empty(different);
        Assert.Equal(["0", "1"], Holes("{1:d} en {0} en {0:N}"));
    }

    [Fact]
    public void Every_key_in_the_code_has_a_text()
    {
        Expect.Nothing(Missing(TextFiles.Code));
        Assert.Equal(["Home.Nowhere"], Missing(["""T["Home.Nowhere"] T["Home.Fault.404.Title"] T[$"Home.Fault.{Kind}.Title"]"""]));
        Assert.Equal(["Home.{}"], Missing(["""T[$"Home.{x}"]"""]));
    }

    [Fact]
    public void Every_refusal_has_a_text()
    {
        Expect.Nothing(WithoutText(TextFiles.Code));
        Assert.Equal(["no.such-rule"], WithoutText(["""return new Refusal("no.such-rule");"""]));
    }

    [Fact]
    public void No_text_is_left_over()
    {
        Expect.Nothing(LeftOver(Keys));
        Assert.Equal(["Home.Never"], LeftOver([.. Keys, "Home.Never"]));
    }

    private static List<string> Missing(IEnumerable<string> code) =>
        [
            .. code.SelectMany(TextFiles.AskedFor)
                .SelectMany(key => key.Contains("{}", StringComparison.Ordinal) && Composed.TryGetValue(key, out var whole) ? whole : [key])
                .Distinct()
                .Where(key => !Keys.Contains(key)),
        ];

    private static List<string> WithoutText(IEnumerable<string> code)
    {
        var there = TextFiles.Dutch.SelectMany(file => file.Texts.Keys).ToHashSet();
        return [.. code.SelectMany(TextFiles.Refused).Distinct().Where(refused => !there.Contains("Refusal." + refused)).Order()];
    }

    private static List<string> LeftOver(IEnumerable<string> keys)
    {
        var asked = TextFiles.Code.SelectMany(TextFiles.AskedFor).Concat(Composed.Values.SelectMany(whole => whole)).ToHashSet();
        var literals = TextFiles.Code.SelectMany(code => Literal().Matches(code).Select(match => match.Groups[1].Value)).ToHashSet();
        return [.. keys.Where(key => !asked.Contains(key) && !(RefusalOf(key) is { } refusal && literals.Contains(refusal))).Order()];
    }

    // Framing.Refusal.round.closed is used where the code says "round.closed".
    private static string? RefusalOf(string key) => key.Split(".Refusal.", 2) is [_, var code] ? code : null;

    private static IEnumerable<string> Holes(string text) => Hole().Matches(text).Select(match => match.Groups[1].Value).Distinct().Order();

    private static Dictionary<string, string[]> ReadComposed() =>
        File.ReadLines(Repository.At("tests/Meerlaags.Web.Tests/Wording/composed-keys.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(" = "))
            .ToDictionary(parts => parts[0], parts => Fillings(parts[1]).Select(name => parts[0].Replace("{}", name, StringComparison.Ordinal)).ToArray());

    private static string[] Fillings(string list) =>
        list.StartsWith("Meerlaags.", StringComparison.Ordinal)
            ? Enum.GetNames((typeof(Domain.Common.Act).Assembly.GetType(list) ?? typeof(Startup).Assembly.GetType(list, throwOnError: true))!)
            : list.Split(' ');

    [GeneratedRegex(@"\{(\d+)[^{}]*\}")]
    private static partial Regex Hole();

    [GeneratedRegex("\"([a-z]+(?:[.-][a-z]+)+)\"")]
    private static partial Regex Literal();
}
