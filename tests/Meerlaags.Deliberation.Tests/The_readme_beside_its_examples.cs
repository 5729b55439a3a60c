using System.Text.RegularExpressions;

namespace Meerlaags.Deliberation.Tests;

/// <summary>What the README shows is what the tests run: every statement of its code stands in them, word for word.</summary>
public partial class The_readme_beside_its_examples
{
    [Fact]
    public void Every_statement_of_the_readme_is_run()
    {
        var run = Plain(Resource("Examples_of_the_readme.cs") + Resource("Examples_of_the_readme_on_opinions.cs"));
        string[] shown = [.. Code().Matches(Resource("README.md")).SelectMany(block => Statements(block.Groups[1].Value))];

        Assert.True(shown.Length > 20);
        Assert.All(shown, statement => Assert.Contains(statement, run, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("var a = Of([1, 2]); // two", "{ var a = Of(\n    [\n        1,\n        2,\n    ]\n); }", true)]
    [InlineData("var a = Of([1, 2]);", "{ var a = Of([1, 3]); }", false)]
    [InlineData("var a = 1;", "{ var a = 12; }", false)]
    public void The_way_of_breaking_lines_is_no_difference(string shown, string run, bool same) =>
        Assert.Equal(same, Statements(shown).All(statement => Plain(run).Contains(statement, StringComparison.Ordinal)));

    private static IEnumerable<string> Statements(string code) =>
        Plain(code).Split(';', StringSplitOptions.RemoveEmptyEntries).Select(statement => $"{statement};");

    private static string Plain(string code) =>
        Space()
            .Replace(Comment().Replace(code, ""), "")
            .Replace(",]", "]", StringComparison.Ordinal)
            .Replace(",)", ")", StringComparison.Ordinal)
            .Replace(",}", "}", StringComparison.Ordinal);

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(The_readme_beside_its_examples).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex("//.*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\s")]
    private static partial Regex Space();
}
