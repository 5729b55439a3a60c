using Meerlaags.Deliberation.Tests.Fixtures;

namespace Meerlaags.Deliberation.Tests.Commands;

/// <summary>What --explain prints, in Dutch unless English is asked for.</summary>
public class Told_to_people
{
    private const string Election = """
        META
        key;value
        budget;3000
        vote_type;approval
        PROJECTS
        project_id;cost;name
        a;1000;Fietspad
        b;1000;Speeltuin
        c;2500;Plein
        d;500;
        VOTES
        voter_id;vote
        1;a,c
        2;a,b
        3;b,c

        """;

    [Fact]
    public void A_budget_names_prices_ties_what_losers_lacked_and_who_would_complain()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("klein.pb", Election);

        var dutch = Explained("pb", file);
        var english = Explained("pb", file, "en");

        Assert.Contains("1. 'Fietspad' (a) kost 1.000. Van de 2 voorstanders betalen er 2, ieder hoogstens 500.", dutch, StringComparison.Ordinal);
        Assert.Contains("Even goed op dat moment: 'Fietspad' (a) en 'Speeltuin' (b). Dan beslist: de volgorde van de nummers", dutch, StringComparison.Ordinal);
        Assert.Contains("- 'Plein' (c): 2 voorstanders. Zij hadden samen nog", dutch, StringComparison.Ordinal);
        Assert.Contains("Zonder voorstander, of zonder kosten: 'd'.", dutch, StringComparison.Ordinal);
        Assert.Contains("TER VERGELIJKING", dutch, StringComparison.Ordinal);
        Assert.Contains("1. 'Fietspad' (a) costs 1,000. Of 2 supporters, 2 pay, each at most 500.", english, StringComparison.Ordinal);
        Assert.Contains("Equally good at that moment", english, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ordinal", "a,c", "Elk genoemd project telt als gewenst")]
    [InlineData("choose-1", "a", "staan de projecten die iemand wil")]
    public void How_ballots_are_read_is_said(string type, string vote, string said)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("klein.pb", Election.Replace("approval", type, StringComparison.Ordinal).Split("1;a,c")[0] + $"1;{vote}\n");

        Assert.Contains(said, Explained("pb", file), StringComparison.Ordinal);
    }

    [Fact]
    public void Points_are_explained_as_points()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File(
            "punten.pb",
            "META\nkey;value\nbudget;10\nvote_type;cumulative\nPROJECTS\nproject_id;cost\na;5\nb;9\nVOTES\nvoter_id;vote;points\n1;a,b;3,1\n2;a;2\n"
        );

        var said = Explained("pb", file);

        Assert.Contains("punten per project", said, StringComparison.Ordinal);
        Assert.Contains("1. 'a' kost 5. Van de 2 voorstanders betalen er 2, ieder hoogstens 3.", said, StringComparison.Ordinal);
        Assert.Contains("- 'b': 1 voorstander. Zij hadden samen nog 2 en kwamen 7 tekort.", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Committees_name_winners_and_the_group_that_may_complain()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File(
            "abc.json",
            """{"instances":[{"id":"proef","num_cand":3,"committeesize":1,"profile":[[0],[0],[1]],"axioms":[{"committee":[2]}]}]}"""
        );

        Assert.Contains(
            "kiezers 0, 1 en 2",
            Explained("committees", folder.File("een.json", File.ReadAllText(file).Replace("[1]]", "[0]]", StringComparison.Ordinal))),
            StringComparison.Ordinal
        );
        var dutch = Explained("committees", file);
        Assert.Contains("proef: 3 kiezers, 3 kandidaten, 1 plaats", dutch, StringComparison.Ordinal);
        Assert.Contains("meeste stemmen [av]: 0", dutch, StringComparison.Ordinal);
        Assert.Contains("most approvals [av]: 0", Explained("committees", file, "en"), StringComparison.Ordinal);
    }

    [Fact]
    public void Prices_are_told_with_the_budgets_between_which_they_exist()
    {
        using var folder = new TemporaryFolder();
        folder.File("klein.pb", Election);
        var file = folder.File("cases.json", """{"cases":[{"instance":"klein","selected":["a","b"]},{"instance":"klein","selected":["c"]}]}""");

        var dutch = Explained("priceability", file);

        Assert.Contains("klein: gekocht zijn a en b.", dutch, StringComparison.Ordinal);
        Assert.Contains("Met even volle beurzen zijn er prijzen die dit verklaren, als er samen tussen 2.000 en", dutch, StringComparison.Ordinal);
        Assert.Contains(
            "no prices explain this",
            Explained("priceability", folder.File("meer.json", File.ReadAllText(file).Replace("\"a\",\"b\"", "\"d\"", StringComparison.Ordinal)), "en"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Opinion_groups_are_told_in_both_ways_of_counting()
    {
        using var folder = new TemporaryFolder();
        var votes =
            from participant in Enumerable.Range(0, 20)
            from statement in Enumerable.Range(0, 10)
            select (participant, statement, Vote(participant, statement));
        var file = folder.File("praat.json", $"{{\"votes\":[{string.Join(',', votes.Select(v => $"[{v.participant},{v.statement},{v.Item3}]"))}]}}");

        Assert.Contains("De rekenwijze van Polis vindt 2 groepen", Explained("polis", file), StringComparison.Ordinal);
        Assert.Contains("20 van hen staan op de kaart.", Explained("polis", file, "--own"), StringComparison.Ordinal);
        Assert.Contains("WHERE GROUPS DIFFER", Explained("polis", file, "en", "--own"), StringComparison.Ordinal);

        // Two camps that differ on all but the last two statements; one vote each the other way.
        static int Vote(int participant, int statement) => statement >= 8 || participant % 2 == 0 != (statement == participant % 8) ? 1 : -1;
    }

    [Fact]
    public void Names_texts_parties_and_what_one_party_alone_raised_are_told()
    {
        var folder = Directory.CreateTempSubdirectory("export").FullName;
        var votes = from who in Enumerable.Range(0, 12) from what in Enumerable.Range(0, 6) select $"{what},{who},{(who < 6 == what % 2 > 0 ? 1 : -1)}";
        File.WriteAllLines(Path.Combine(folder, "votes.csv"), votes.Prepend("comment-id,voter-id,vote"));
        File.WriteAllText(
            Path.Combine(folder, "comments.csv"),
            "comment-id,author-id,moderated,comment-body\n1,0,1,Meer bomen\n2,30,1,Rust op het water\n3,99,1,Niemands punt\n"
        );
        // Twelve voters of two parties, and one of a third party that wrote and did not vote.
        var parties = Enumerable.Range(0, 12).Select(who => $"{who},{(who < 6 ? "Zwolle" : "Rijk")}").Append("30,Waterschap");
        File.WriteAllLines(Path.Combine(folder, "participants-votes.csv"), parties.Prepend("participant,group-id"));

        var dutch = Explained("polis", folder, "--own");
        var english = Explained("polis", folder, "en", "--own");
        var given = CommandLine.Run("polis", folder, "--own").Json.GetProperty("given_groups");

        Assert.Contains("stelling 1 ('Meer bomen')", dutch, StringComparison.Ordinal);
        Assert.Contains("- Zwolle: 6 in groep", dutch, StringComparison.Ordinal);
        Assert.Contains("- Zwolle: stelling 1 ('Meer bomen'). Van de 6 stemmen van anderen is 0% voor.", dutch, StringComparison.Ordinal);
        Assert.Contains("- Waterschap: stelling 2 ('Rust op het water'). Van de 12 stemmen", dutch, StringComparison.Ordinal);
        Assert.DoesNotContain("Niemands punt'). Van", dutch, StringComparison.Ordinal);
        Assert.Contains("WHAT ONE GROUP ALONE RAISED", english, StringComparison.Ordinal);
        Assert.Equal(["Zwolle", "Waterschap"], given.GetProperty("raised_by_one_only").EnumerateArray().Select(p => p.GetProperty("group").GetString()));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void People_are_told_by_name_where_the_table_has_names()
    {
        using var folder = new TemporaryFolder();
        string[] names = ["Anna", "Bo", "Cas", "Do"];
        var rows = from who in names from what in (string[])["bouwen", "rust"] select $"{who};{what};{(who[0] < 'C' == (what == "rust") ? "eens" : "oneens")}";
        var file = folder.File("stemmen.csv", "deelnemer;stelling;stem\n" + string.Join('\n', rows) + "\n");

        var own = CommandLine.Run("polis", file, "--own").Json;

        Assert.Contains("2 deelnemers: Anna en Bo", Explained("polis", file, "--own"), StringComparison.Ordinal);
        Assert.Contains("('rust')", Explained("polis", file), StringComparison.Ordinal);
        Assert.Equal("Cas", own.GetProperty("participant_names").GetProperty("2").GetString());
        Assert.Equal("rust", own.GetProperty("statement_texts").GetProperty("1").GetString());
    }

    [Fact]
    public void Published_figures_are_told_with_what_sets_groups_apart() =>
        Assert.Contains(
            "GROEP 1: 11 deelnemers",
            Explained("production", FixtureFolder.Input("polis-production", "below-100-ptpts.json")),
            StringComparison.Ordinal
        );

    [Fact]
    public void Two_texts_are_told_as_alike_opposed_or_different()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File(
            "paren.tsv",
            "id\ta\tb\n1\tDe bushalte blijft op het plein.\tDe bushalte blijft niet op het plein.\n2\tDe bushalte blijft op het plein.\tKinderen willen zwemmen.\n"
        );

        var dutch = Explained("similarity", file);

        Assert.Contains("1: gaan over hetzelfde, maar zeggen het omgekeerde", dutch, StringComparison.Ordinal);
        Assert.Contains("2: gaan over iets anders", dutch, StringComparison.Ordinal);
        Assert.Contains("1: are about the same thing but say the opposite", Explained("similarity", file, "en"), StringComparison.Ordinal);
    }

    private static string Explained(string command, string file, params string[] further)
    {
        var run = CommandLine.Run([command, file, "--explain", .. further]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return run.Output;
    }
}
