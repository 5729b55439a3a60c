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

    private const string Election = "META\nkey;value\nbudget;10\nvote_type;approval\nPROJECTS\nproject_id;cost\n1;2\nVOTES\nvoter_id;vote\nv;1\n";

    private const string Pairs = "id\ta\tb\n1\teen\ttwee\n2\tdrie\tvier\n";

    [Theory]
    [InlineData("committees", Profile, "\"committeesize\": 1", "\"committeesize\": 9", 5)]
    [InlineData("committees", Profile, "\"committeesize\": 1", "\"committeesize\": \"een\"", 5)]
    [InlineData("committees", Profile, "\"committeesize\": 1,", "", 3)]
    [InlineData("committees", Profile, "[1, 2]", "[1, 7]", 6)]
    [InlineData("committees", Profile, "[1, 2]", "[1, 2", 7)]
    [InlineData("committees", Profile, "\"committee\": [0]", "\"committee\": [4]", 7)]
    [InlineData("committees", Profile, "\"instances\"", "\"profiles\"", 1)]
    [InlineData("committees", Profile, "\"num_cand\": 3", "\"num_cand\": 65", 4)]
    [InlineData("committees", Profile, "[1, 2]", "\n[1, -1]", 7)]
    [InlineData("committees", Profile, "\"num_cand\"", "\"id\": \"\\ud800\", \"num_cand\"", 4)]
    [InlineData("priceability", Cases, "[\"1\"]", "[\"2\"]", 5)]
    [InlineData("priceability", Cases, "\"klein\"", "\"groot\"", 4)]
    [InlineData("priceability", Cases, "\"selected\"", "\"chosen\"", 3)]
    [InlineData("priceability", Cases, "\"1\"", "1", 5)]
    [InlineData("polis", Votes, "[1, 0, -1]", "[1, 0]", 5)]
    [InlineData("polis", Votes, "[1, 0, -1]", "[1, 0, \"ja\"]", 5)]
    [InlineData("polis", Votes, "[1, 0, -1]", "[1, 0, 2]", 5)]
    [InlineData("polis", Votes, "\"mod_out\": []", "\"mod_out\": [1e999]", 2)]
    [InlineData("polis", Votes, "\"votes\"", "\"stemmen\"", 1)]
    [InlineData("polis", Votes, "\"mod_out\": []", "\"mod_out\": 3", 2)]
    [InlineData("polis", Votes, "[0, 0, 1],", "[0, 0, 1]", 5)]
    [InlineData("production", Votes, "\"mod_out\"", "\"production\"", 1)]
    [InlineData("production", Votes, "\"mod_out\": []", "\n\"production_math\": { \"tids\": [0] }", 3)]
    [InlineData("production", Votes, "\"mod_out\": []", "\n\n\"production_math\": { \"mod-out\": [], \"meta-tids\": [],\n\"tids\": [0, 0] }", 5)]
    [InlineData("similarity", Pairs, "2\tdrie\tvier", "2\tdrie", 3)]
    public void A_fault_is_told_with_its_line(string command, string good, string right, string wrong, int line)
    {
        using var folder = new TemporaryFolder();
        folder.File("klein.pb", Election);

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
        Assert.Contains("klein.pb, line 3:", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1/2")]
    [InlineData("veel")]
    public void A_step_that_is_no_number_above_0_is_wrong_use(string increment)
    {
        using var folder = new TemporaryFolder();

        var run = CommandLine.Run("pb", folder.File("goed.pb", Election), "--increment", increment);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("--increment N", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_lenient_reading_lets_pass_is_told_with_its_line_beside_the_answer()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("slordig.pb", Election.Replace("v;1\n", "v;1,7\nw\nv;1\n", StringComparison.Ordinal));

        Assert.Equal((2, ""), (CommandLine.Run("pb", file).ExitCode, CommandLine.Run("pb", file).Output));
        foreach (var run in (CommandLine[])[CommandLine.Run("pb", file, "--lenient"), CommandLine.Run("pb", file, "--lenient", "--explain")])
        {
            Assert.Equal(0, run.ExitCode);
            Assert.Equal(
                ["line 10: project '7' is not in PROJECTS.", "line 11: 1 fields for 2 columns.", "line 12: voter v votes twice; both ballots count."],
                run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Replace($"{file}: warning: ", "", StringComparison.Ordinal))
            );
        }
    }

    [Fact]
    public void Points_beyond_a_limit_are_told_with_their_project()
    {
        using var folder = new TemporaryFolder();
        var text = "META\nkey;value\nbudget;10\nvote_type;cumulative\nPROJECTS\nproject_id;cost\n1;2\nVOTES\nvoter_id;vote;points\nv;1;1\nw;1;1e30\n";

        var run = CommandLine.Run("pb", folder.File("fijn.pb", text));

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("project 1 ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(" at Meerlaags", run.Error, StringComparison.Ordinal);
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
