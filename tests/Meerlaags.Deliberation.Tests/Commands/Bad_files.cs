using Meerlaags.Deliberation.Tests.Fixtures;

namespace Meerlaags.Deliberation.Tests.Commands;

/// <summary>Every command answers a bad file with its line and exit code 2, and prints nothing of a result.</summary>
public class Bad_files
{
    private const string Profile = """
        {
          "instances": [
            {
              "num_cand": 3,
              "committeesize": 1,
              "profile": [[0], [1, 2]],
              "axioms": [{ "committee": [0] }]
            }
          ]
        }
        """;

    private const string Cases = """
        {
          "cases": [
            {
              "instance": "klein",
              "selected": ["1"]
            }
          ]
        }
        """;

    private const string Votes = """
        {
          "mod_out": [],
          "votes": [
            [0, 0, 1],
            [1, 0, -1]
          ]
        }
        """;

    private const string Pairs = "id\ta\tb\n1\teen\ttwee\n2\tdrie\tvier\n";

    [Theory]
    [InlineData("committees", Profile, "\"committeesize\": 1", "\"committeesize\": 9", 5)]
    [InlineData("committees", Profile, "\"committeesize\": 1", "\"committeesize\": \"een\"", 5)]
    [InlineData("committees", Profile, "\"committeesize\": 1,", "", 3)]
    [InlineData("committees", Profile, "[1, 2]", "[1, 7]", 3)]
    [InlineData("committees", Profile, "[1, 2]", "[1, 2", 7)]
    [InlineData("committees", Profile, "\"committee\": [0]", "\"committee\": [4]", 7)]
    [InlineData("committees", Profile, "\"instances\"", "\"profiles\"", 1)]
    [InlineData("priceability", Cases, "[\"1\"]", "[\"2\"]", 5)]
    [InlineData("priceability", Cases, "\"klein\"", "\"groot\"", 4)]
    [InlineData("priceability", Cases, "\"selected\"", "\"chosen\"", 3)]
    [InlineData("priceability", Cases, "\"1\"", "1", 5)]
    [InlineData("polis", Votes, "[1, 0, -1]", "[1, 0]", 5)]
    [InlineData("polis", Votes, "[1, 0, -1]", "[1, 0, \"ja\"]", 5)]
    [InlineData("polis", Votes, "\"votes\"", "\"stemmen\"", 1)]
    [InlineData("polis", Votes, "\"mod_out\": []", "\"mod_out\": 3", 2)]
    [InlineData("polis", Votes, "[0, 0, 1],", "[0, 0, 1]", 5)]
    [InlineData("production", Votes, "\"mod_out\"", "\"production\"", 1)]
    [InlineData("production", Votes, "\"mod_out\": []", "\n\"production_math\": { \"tids\": [0] }", 3)]
    [InlineData("similarity", Pairs, "2\tdrie\tvier", "2\tdrie", 3)]
    public void A_fault_is_told_with_its_line(string command, string good, string right, string wrong, int line)
    {
        using var folder = new TemporaryFolder();
        folder.File("klein.pb", "META\nkey;value\nbudget;10\nvote_type;approval\nPROJECTS\nproject_id;cost\n1;2\nVOTES\nvoter_id;vote\nv;1\n");

        foreach (
            var explain in (string[][])
                [
                    [],
                    ["--explain"],
                ]
        )
        {
            var run = CommandLine.Run([command, folder.File("fout", good.Replace(right, wrong, StringComparison.Ordinal)), .. explain]);

            Assert.Equal((2, ""), (run.ExitCode, run.Output));
            Assert.Contains($"line {line}:", run.Error, StringComparison.Ordinal);
            if (command != "production")
                Assert.Equal(0, CommandLine.Run([command, folder.File("goed", good), .. explain]).ExitCode);
        }
    }

    [Fact]
    public void A_fault_in_an_election_named_by_a_case_is_told_with_its_file()
    {
        using var folder = new TemporaryFolder();
        folder.File("klein.pb", "META\nkey;value\nbudget;veel\nvote_type;approval\nPROJECTS\n");

        var run = CommandLine.Run("priceability", folder.File("cases.json", Cases));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("klein.pb, line 5:", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pb")]
    [InlineData("committees")]
    [InlineData("polis")]
    [InlineData("production")]
    [InlineData("priceability")]
    [InlineData("similarity")]
    public void A_file_that_is_not_there_is_told_too(string command)
    {
        var run = CommandLine.Run(command, Path.Combine(Path.GetTempPath(), "er-is-niets"));

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("er-is-niets", run.Error, StringComparison.Ordinal);
    }
}
