using Meerlaags.Deliberation.Proportional;
using Meerlaags.Deliberation.Tests.Fixtures;

namespace Meerlaags.Deliberation.Tests.Proportional;

public class Reading_a_pb_file
{
    private const string Cumulative = """
        META
        key;value
        description;"Wijkbudget; oost"
        budget;1000.50
        vote_type;cumulative
        PROJECTS
        project_id;cost;name;selected
        1;100;Speeltuin;1
        2;250.5;"Het ""groene"" plein";0
        VOTES
        voter_id;vote;points;age
        a;1,2;3,1;54
        b;2;10;31
        c;;;18
        """;

    [Fact]
    public void Budget_costs_quoted_names_and_points_are_read()
    {
        var election = Read(Cumulative);

        Assert.Equal("2001/2", election.Budget.ToString());
        Assert.Equal(BallotType.Cumulative, election.BallotType);
        Assert.Equal(["100", "501/2"], election.Projects.Select(p => p.Cost.ToString()));
        Assert.Equal("Het \"groene\" plein", election.Projects[1].Columns["name"]);
        Assert.Equal("Wijkbudget; oost", election.MetaValue("description"));
        Assert.Equal([3, 1], election.Ballots[0].Points!.Select(p => (int)p.ToDouble()));
        Assert.Empty(election.Ballots[2].Projects);
    }

    [Theory]
    [InlineData("approval", "1,2")]
    [InlineData("choose-1", "2")]
    [InlineData("ordinal", "2,1")]
    public void Every_ballot_type_without_points_is_read_in_the_order_of_the_ballot(string type, string vote)
    {
        var election = Read($"META\nkey;value\nbudget;10\nvote_type;{type}\nPROJECTS\nproject_id;cost\n1;2\n2;3\nVOTES\nvoter_id;vote\nv;{vote}\n");

        Assert.Equal(vote, string.Join(',', election.Ballots[0].Projects.Select(p => election.Projects[p].Id)));
        Assert.Null(election.Ballots[0].Points);
    }

    [Fact]
    public void What_is_written_reads_back_as_the_same_election()
    {
        var election = Read(Cumulative);
        using var text = new StringWriter();
        PbWriter.Write(election, text);

        var again = Read(text.ToString());

        Assert.Equal(election.Budget, again.Budget);
        Assert.Equal(election.Projects.Select(p => (p.Id, p.Cost)), again.Projects.Select(p => (p.Id, p.Cost)));
        Assert.Equal(election.Projects[1].Columns["name"], again.Projects[1].Columns["name"]);
        Assert.Equal(
            election.Ballots.Select(b => (b.VoterId, string.Join(',', b.Projects), string.Join(',', b.Points!))),
            again.Ballots.Select(b => (b.VoterId, string.Join(',', b.Projects), string.Join(',', b.Points!)))
        );
    }

    [Theory]
    [InlineData("approval", "voter_id;vote", "a;1,2\nb;2\nc;")]
    [InlineData("choose-1", "voter_id;vote", "a;1\nb;2\nc;")]
    [InlineData("ordinal", "voter_id;vote", "a;2,1\nb;1\nc;")]
    [InlineData("cumulative", "voter_id;vote;points", "a;1,2;3,1.25\nb;2;10\nc;;")]
    [InlineData("scoring", "voter_id;vote;points", "a;1,2;-3,1/3\nb;2;0\nc;;")]
    public void Every_ballot_type_is_written_as_it_was_read(string type, string columns, string ballots)
    {
        var text =
            $"META\nkey;value\nnum_projects;2\nnum_votes;3\nbudget;10.5\nvote_type;{type}\nPROJECTS\nproject_id;cost\n1;2.25\n2;3\nVOTES\n{columns}\n{ballots}\n";

        foreach (var strict in (bool[])[true, false])
        {
            var (election, warnings) = PbReader.Read(new StringReader(text), strict);
            using var written = new StringWriter();
            PbWriter.Write(election, written);

            Assert.Equal(text, written.ToString());
            Assert.Empty(warnings);
        }
    }

    [Theory]
    [InlineData("choose-1", "a;1,2", "more than one project", 2)]
    [InlineData("ordinal", "a;2,7,1", "project '7' is not in PROJECTS", 2)]
    [InlineData("approval", "a;1;2", "3 fields for 2 columns", 1)]
    [InlineData("approval", "a", "1 fields for 2 columns", 0)]
    public void A_fault_on_a_ballot_stops_strict_reading_and_is_a_warning_to_lenient_reading(string type, string ballot, string fault, int kept)
    {
        var text = $"META\nkey;value\nbudget;10\nvote_type;{type}\nPROJECTS\nproject_id;cost\n1;2\n2;3\nVOTES\nvoter_id;vote\n{ballot}\n";

        var stopped = Assert.Throws<PbFormatException>(() => Read(text));
        var (election, warnings) = PbReader.Read(new StringReader(text), strict: false);

        Assert.Equal(11, stopped.Line);
        Assert.Contains(fault, stopped.Message, StringComparison.Ordinal);
        Assert.Contains(warnings, w => w.StartsWith("line 11:", StringComparison.Ordinal) && w.Contains(fault, StringComparison.Ordinal));
        Assert.Equal(kept, election.Ballots.Single().Projects.Count);
    }

    [Fact]
    public void Ordinal_ballots_are_approvals_for_cost_and_Borda_points_for_points()
    {
        var election = Read("META\nkey;value\nbudget;10\nvote_type;ordinal\nPROJECTS\nproject_id;cost\n1;2\n2;3\nVOTES\nvoter_id;vote\na;2,1\nb;1\n");

        var cost = SupportProfile.Of(election, Satisfaction.Cost);
        var points = SupportProfile.Of(election, Satisfaction.Points);

        Assert.Equal([0, 1], cost.SupportersOf(0));
        Assert.Equal([0], cost.SupportersOf(1));
        // Two places on the longest ballot: a gives 2 to project 2 and 1 to project 1, b gives 2 to project 1.
        var outcome = EqualShares.Run(points, Purses.Equal(2, 10));
        Assert.Equal(["2/3", "3/2"], [.. outcome.Selected.Select((_, k) => outcome.Rho(k).ToString())]);
        Assert.Equal(["2/3", "4/3"], outcome.PaymentsFor(0).Select(p => p.Amount.ToString()));
    }

    [Theory]
    [InlineData("budget;1000.50", "budget;veel", 4)]
    [InlineData("vote_type;cumulative", "vote_type;telepathy", 5)]
    [InlineData("2;250.5;", "2;duur;", 9)]
    [InlineData("2;250.5;", "1;250.5;", 9)]
    [InlineData("b;2;10;31", "b;9;10;31", 13)]
    [InlineData("b;2;10;31", "b;2;10,5;31", 13)]
    [InlineData("b;2;10;31", "b;2;tien;31", 13)]
    [InlineData("b;2;10;31", "b;\"2;10;31", 13)]
    [InlineData("b;2;10;31", "b;2;10", 13)]
    [InlineData("2;250.5;", "2;250.5\n3;1;", 9)]
    [InlineData("budget;1000.50\n", "", 5)]
    [InlineData("vote_type;cumulative\n", "", 5)]
    [InlineData("description;\"Wijkbudget; oost\"", "description;\"Wijkbudget\noost\"\nleeg", 5)]
    [InlineData("Wijkbudget; oost\"\nbudget;1000.50", "Wijkbudget\noost\"\nbudget;veel", 5)]
    [InlineData("VOTES", "STEMMEN", 10)]
    public void A_fault_is_told_with_its_line(string right, string wrong, int line)
    {
        var fault = Assert.Throws<PbFormatException>(() => Read(Cumulative.Replace(right, wrong, StringComparison.Ordinal)));

        Assert.Equal(line, fault.Line);
        Assert.StartsWith("line ", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("META\nkey;value\nbudget;1\nvote_type;approval\nPROJECTS\nproject_id;cost;name\n1;1;\"a\nb\"\n", 8)]
    [InlineData("META\nkey;value\nbudget;1\nvote_type;approval\nPROJECTS\nproject_id;cost\nVOTES\n", 7)]
    public void A_file_that_ends_too_early_is_told_with_its_last_line(string text, int line) =>
        Assert.Equal(line, Assert.Throws<PbFormatException>(() => Read(text)).Line);

    [Theory]
    [InlineData("vote_type;cumulative", "vote_type;cumulative\nnum_votes;4", "line 6: num_votes says 4, the file has 3.")]
    [InlineData("b;2;10;31", "a;2;10;31", "line 13: voter a votes twice; both ballots count.")]
    public void What_ballots_do_not_depend_on_is_a_warning_with_its_line_even_to_strict_reading(string right, string wrong, string warning)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("waarschuwing.pb", Cumulative.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Equal([warning], PbReader.ReadFile(path).Warnings);
    }

    [Fact]
    public void Lenient_reading_warns_where_strict_reading_stops()
    {
        var text = Cumulative.Replace("1000.50", "1 000,50", StringComparison.Ordinal).Replace("a;1,2;3,1;54", "a;1,7;3,1;54", StringComparison.Ordinal);

        var (election, warnings) = PbReader.Read(new StringReader(text), strict: false);

        Assert.Equal("2001/2", election.Budget.ToString());
        Assert.Equal([0], election.Ballots[0].Projects);
        Assert.Contains(warnings, w => w.StartsWith("line 12: project '7'", StringComparison.Ordinal));
    }

    [Fact]
    public void The_tool_answers_a_bad_file_with_line_number_and_exit_code_2()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, Cumulative.Replace("b;2;10;31", "b;9;10;31", StringComparison.Ordinal));

        var run = CommandLine.Run("pb", path);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("line 13", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
        File.Delete(path);
    }

    private static PbElection Read(string text) => PbReader.Read(new StringReader(text)).Election;
}
