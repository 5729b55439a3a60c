using System.Text.RegularExpressions;
using Meerlaags.Browser.Tests.Harness;

namespace Meerlaags.Browser.Tests.Guide;

/// <summary>The guide and its pictures belong together. <c>GUIDE=write</c> with the tests of the journey makes the pictures anew.</summary>
public sealed partial class The_guide
{
    private const long Heaviest = 300_000;

    [Theory, InlineData("README.md"), InlineData("en.md")]
    public void Names_every_picture_and_only_pictures_that_are_there(string file)
    {
        var named = Image().Matches(File.ReadAllText(Path.Combine(Picture.Guide, file))).Select(match => match.Value).ToHashSet();
        var kept = Directory.GetFiles(Path.Combine(Picture.Guide, "images")).Select(path => "images/" + Path.GetFileName(path)).ToHashSet();

        Assert.Equal([], named.Except(kept));
        Assert.Equal([], kept.Except(named));
    }

    [Fact]
    public void Shows_every_picture_on_a_desk_and_on_a_phone()
    {
        var kept = Directory.GetFiles(Path.Combine(Picture.Guide, "images")).Select(Path.GetFileNameWithoutExtension).ToList();

        var names = kept.Select(name => Width().Replace(name!, "")).Distinct();

        Assert.Equal(
            names.SelectMany(_ => Picture.Widths, (name, width) => $"{name}-{width}").Order(StringComparer.Ordinal),
            kept.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Is_light_enough_for_a_phone() =>
        Assert.Equal([], Directory.GetFiles(Path.Combine(Picture.Guide, "images")).Where(path => new FileInfo(path).Length > Heaviest));

    [Theory, InlineData("README.md"), InlineData("en.md")]
    public void Says_in_words_what_each_picture_shows(string file) =>
        Assert.DoesNotMatch("""alt="[^"]{0,20}"|<img(?![^>]*alt=)""", File.ReadAllText(Path.Combine(Picture.Guide, file)));

    [GeneratedRegex("""images/[^")\s]+""")]
    private static partial Regex Image();

    [GeneratedRegex("-[0-9]+$")]
    private static partial Regex Width();
}
