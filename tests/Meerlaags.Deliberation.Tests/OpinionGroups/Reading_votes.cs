using System.Globalization;
using Meerlaags.Deliberation.OpinionGroups;
using Meerlaags.Deliberation.OpinionGroups.Import;
using Meerlaags.Deliberation.Tests.Fixtures;

namespace Meerlaags.Deliberation.Tests.OpinionGroups;

public class Reading_votes
{
    [Theory]
    [InlineData("participant,statement,vote\n3,7,1\n4,7,-1\n3,9,0\n")]
    [InlineData("\uFEFF\"Deelnemer\";\"Stem\";\"Stelling\"\r\n3;eens;7\r\n\r\n\"4\";Oneens;7\r\n3;pas;9\r\n3;;11")]
    [InlineData("vote\tcomment-id\tVOTER_ID\n-1\t7\t3\n-1\t7\t4\n1\t7\t3\n0\t9\t3")]
    [InlineData("3,7,1\n4,7,-1\n3,9,0")]
    [InlineData("timestamp,participant,statement,vote\n500,3,7,1\n100,3,7,-1\n100,4,7,-1\n1,3,9,0")]
    public void A_plain_table_is_read_whatever_its_heading_separator_and_order(string text)
    {
        var votes = VoteFile.Read(new StringReader(text)).Votes;

        Assert.Equal([3, 4], votes.Participants);
        Assert.Equal([7, 9], votes.Statements);
        Assert.Equal((1, -1, 0, VoteMatrix.Missing), (votes[0, 0], votes[1, 0], votes[0, 1], votes[1, 1]));
    }

    [Fact]
    public void Names_and_parties_are_kept()
    {
        var read = VoteFile.Read(
            new StringReader("deelnemer;partij;stelling;stem\nAnna;Fryslân;\"Wonen; nu \"\"meteen\"\"\nof later\";eens\nBo;Rijk;Natuur;oneens\n")
        );

        Assert.Equal(["Anna", "Bo"], read.Votes.Participants.Select(p => read.Participants[p]));
        Assert.Equal(["Wonen; nu \"meteen\"\nof later", "Natuur"], read.Votes.Statements.Select(s => read.Statements[s]));
        Assert.Equal("Rijk", read.GroupOfParticipant[1]);
    }

    [Theory]
    [InlineData("", 1, "empty")]
    [InlineData("participant,statement\n1,2\n", 1, "vote")]
    [InlineData("participant,statement,vote\n1,2,1\n1,2\n", 3, "fields")]
    [InlineData("participant,statement,vote\n1,2,1\n\n1,3,2\n", 4, "not a vote")]
    [InlineData("participant,statement,vote\n\"a\nb\",2,1\n,2,1\n", 4, "empty")]
    [InlineData("participant,statement,vote\n1,\"2,1\n", 2, "quote")]
    [InlineData("participant,statement,vote,time\n1,2,1,gisteren\n", 2, "time")]
    [InlineData("participant,statement,vote,party\n1,2,1,Rijk\n1,3,1,Zwolle\n", 3, "Rijk")]
    public void A_fault_is_told_with_its_line(string text, int line, string reason)
    {
        var fault = Assert.Throws<VoteFormatException>(() => VoteFile.Read(new StringReader(text), "stemmen.csv"));

        Assert.Equal((line, "stemmen.csv"), (fault.Line, fault.File));
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_export_is_read_with_the_last_vote_moderation_authors_and_groups()
    {
        var read = PolisExport.Read(
            Files(
                ("votes.csv", "timestamp,datetime,comment-id,voter-id,vote\n30,x,1,0,1\n40,x,1,0,-1\n50,x,1,2,1\n50,x,5,2,0\n"),
                (
                    "comments.csv",
                    "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n1,x,1,0,1,1,1,\"Een, twee\"\"\nregels\"\"\"\n2,x,5,2,0,0,-1,Weg\n"
                ),
                ("participants-votes.csv", "participant,group-id,n-comments,n-votes,n-agree,n-disagree,1,5\n0,1,1,1,0,1,-1,\n2,0,1,2,1,0,1,0\n")
            )
        );

        Assert.Equal((-1, 1, 0, VoteMatrix.Missing), (read.Votes[0, 0], read.Votes[1, 0], read.Votes[1, 1], read.Votes[0, 1]));
        Assert.Equal([5], read.ModeratedOut);
        Assert.Equal("Een, twee\"\nregels\"", read.Statements[1]);
        Assert.Equal([new RaisedPoint(1, 0), new RaisedPoint(5, 2)], read.Raised);
        Assert.Equal(("1", "0"), (read.GroupOfParticipant[0], read.GroupOfParticipant[2]));
        Assert.Empty(read.Warnings);
    }

    [Fact]
    public void The_table_of_participants_alone_is_enough_and_blank_is_missing()
    {
        var votes = PolisExport.Read(Files(("participants-votes.csv", "participant,group-id,n-votes,8,9\n4,,1,1,\n6,,2,-1,0\n"))).Votes;

        Assert.Equal((1, VoteMatrix.Missing, -1, 0), (votes[0, 0], votes[0, 1], votes[1, 0], votes[1, 1]));
    }

    [Fact]
    public void Reversed_signs_are_noticed()
    {
        var read = PolisExport.Read(
            Files(("votes.csv", "comment-id,voter-id,vote\n1,0,-1\n1,1,-1\n1,2,1\n"), ("comments.csv", "comment-id,agrees,disagrees\n1,2,1\n"))
        );

        Assert.Single(read.Warnings);
    }

    [Theory]
    [InlineData("votes.csv", "comment-id,voter-id,vote\n1,0,1\n1,x,1\n", "votes.csv, line 3")]
    [InlineData("votes.csv", "comment-id,voter-id,vote\n1,0,1\n1,0,7\n", "votes.csv, line 3")]
    [InlineData("votes.csv", "comment-id,vote\n1,0\n", "votes.csv, line 1")]
    [InlineData("other.csv", "", "votes.csv, line 1")]
    public void A_fault_in_an_export_is_told_with_file_and_line(string file, string text, string place)
    {
        var fault = Assert.Throws<VoteFormatException>(() => PolisExport.Read(Files((file, text))));

        Assert.StartsWith(place, fault.Message, StringComparison.Ordinal);
    }

    public static IEnumerable<TheoryDataRow<string?>> Conversations => FixtureFolder.Names("expected/polis", "*.json");

    [Theory]
    [MemberData(nameof(Conversations))]
    public void An_export_folder_gives_what_the_same_votes_give_as_json(string? conversation)
    {
        var input = FixtureFolder.Json($"inputs/polis/{conversation}.json");
        var folder = Directory.CreateTempSubdirectory("polis").FullName;
        var votes = input.GetProperty("votes").EnumerateArray().Select(v => (Who: v[0].GetInt32(), What: v[1].GetInt32(), How: v[2].GetInt32())).ToList();
        // Everybody first voted the other way; the last vote counts.
        var history = votes.SelectMany(
            (v, i) =>
                new[]
                {
                    FormattableString.Invariant($"{2 * i},x,{v.What},{v.Who},{-v.How}"),
                    FormattableString.Invariant($"{2 * i + 1},x,{v.What},{v.Who},{v.How}"),
                }
        );
        File.WriteAllLines(Path.Combine(folder, "votes.csv"), history.Prepend("timestamp,datetime,comment-id,voter-id,vote"));
        string[] words = ["oneens", "pas", "eens"];
        var groups = input.GetProperty("published_group_id").EnumerateObject().ToDictionary(g => int.Parse(g.Name, CultureInfo.InvariantCulture), g => g.Value);
        var table = votes.Select(v => $"{v.Who};{v.What};{words[v.How + 1]};{(groups.TryGetValue(v.Who, out var g) ? g.ToString() : "")}");
        File.WriteAllLines(Path.Combine(folder, "tabel.csv"), table.Prepend("deelnemer;stelling;stem;groep"));
        File.WriteAllLines(Path.Combine(folder, "participants-votes.csv"), groups.Select(g => $"{g.Key},{g.Value}").Prepend("participant,group-id"));
        var comments = input.GetProperty("mod_out").EnumerateArray().Select(id => $"{id},-1,\"Weg, \nen weg\"\n");
        File.WriteAllText(Path.Combine(folder, "comments.csv"), "comment-id,moderated,comment-body\n" + string.Concat(comments));

        var expected = CommandLine.Run("polis", FixtureFolder.Input("polis", $"{conversation}.json"));
        var export = CommandLine.Run("polis", folder);
        Assert.Equal((expected.Output, ""), (export.Output, export.Error));
        if (input.GetProperty("mod_out").GetArrayLength() == 0)
            Assert.Equal(expected.Output, CommandLine.Run("polis", Path.Combine(folder, "tabel.csv")).Output);
        Directory.Delete(folder, recursive: true);
    }

    private static Func<string, TextReader?> Files(params (string Name, string Text)[] files) =>
        name => files.Where(f => f.Name == name).Select(f => new StringReader(f.Text)).FirstOrDefault();
}
