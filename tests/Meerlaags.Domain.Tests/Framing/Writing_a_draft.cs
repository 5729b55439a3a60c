using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;

namespace Meerlaags.Domain.Tests.Framing;

public class Beginning_a_text
{
    private readonly Collaboration table = A.FullTable();

    [Fact]
    public void A_party_begins_its_own_text()
    {
        var round = A.Round(table);

        var text = A.Text(round, table, Parties.Dantumadiel);

        Assert.Equal((round.Id, Parties.Dantumadiel, table.Id), (text.Round, text.Party, text.Collaboration));
        Assert.False(text.IsSubmitted);
        Assert.Null(text.RevealedAt);
        Assert.Empty(text.Facts);
    }

    [Fact]
    public void Nobody_begins_it_for_another()
    {
        var round = A.Round(table);

        Assert.Equal("access.party-only", Begin(round, A.Act(Parties.Fryslan)));
        Assert.Equal("access.party-only", Begin(round, A.Facilitation()));
        Assert.Equal("access.party-only", Begin(round, A.Job()));
    }

    [Fact]
    public void The_round_is_open_and_the_party_at_the_table()
    {
        var round = A.Round(table);
        table.Leave(Parties.Dantumadiel, A.Facilitation());
        Assert.Equal("party.not-seated", Begin(round, A.Act(Parties.Dantumadiel)));

        round.CloseUndecided("Nog niet.", A.NextYear, table, [], A.Facilitation());
        Assert.Equal("round.closed", Begin(round, A.Act(Parties.Dantumadiel)));
    }

    private string? Begin(FramingRound round, Act act) =>
        Formulation.Begin(A.New<FormulationId>(), round, table.Party(Parties.Dantumadiel)!, act).Refusal?.Code;
}

public class Writing_a_draft
{
    private readonly Collaboration table = A.FullTable();
    private readonly FramingRound round;
    private readonly Formulation text;

    public Writing_a_draft()
    {
        round = A.Round(table);
        text = A.Text(round, table, Parties.Dantumadiel);
    }

    [Fact]
    public void A_draft_is_kept_without_a_trace_in_the_journal()
    {
        Assert.Null(Write(A.Draft("Frysla\u0302n krimpt.\r\n<b>Echt</b>\0", " Te weinig\nhuizen ", "", "Te weinig bussen")));

        Assert.Equal("Fryslân krimpt.\n<b>Echt</b>", text.TextOf("issue"));
        Assert.Equal("", text.TextOf("fear"));
        Assert.Equal(["Te weinig huizen", "Te weinig bussen"], text.Points.Select(point => point.Text));
        Assert.Equal([1, 2], text.Points.Select(point => point.Position));
        Assert.Empty(text.Facts);
    }

    [Fact]
    public void Of_two_editors_of_one_party_the_second_is_told_and_overwrites_nothing()
    {
        var seenByBoth = text.Version;
        Assert.Null(text.Write(round, A.Draft("Van de wethouder"), seenByBoth, A.Act(Parties.Dantumadiel, People.AldermanDantumadiel)));

        var refusal = text.Write(round, A.Draft("Van de ambtenaar"), seenByBoth, A.Act(Parties.Dantumadiel, People.OfficialDantumadiel));

        Assert.Equal("formulation.changed-by-colleague", refusal?.Code);
        Assert.Equal("Van de wethouder", text.TextOf("issue"));
        Assert.Null(Write(A.Draft("Van ons samen")));
    }

    [Fact]
    public void Only_the_party_itself_writes()
    {
        Assert.Equal("access.party-only", text.Write(round, A.Draft(), text.Version, A.Act(Parties.Fryslan))?.Code);
        Assert.Equal("access.party-only", text.Write(round, A.Draft(), text.Version, A.Facilitation())?.Code);
        Assert.Equal("access.party-only", text.Write(round, A.Draft(), text.Version, A.Job())?.Code);
    }

    [Fact]
    public void Who_speaks_for_two_parties_writes_for_one_at_a_time()
    {
        var forTheOther = A.Act(Parties.NoardeastFryslan, People.OfficialOfTwoMunicipalities);
        var forThis = A.Act(Parties.Dantumadiel, People.OfficialOfTwoMunicipalities);

        Assert.Equal("access.party-only", text.Write(round, A.Draft(), text.Version, forTheOther)?.Code);
        Assert.Null(text.Write(round, A.Draft(), text.Version, forThis));
    }

    [Fact]
    public void A_submitted_text_is_not_written_in()
    {
        var submitted = A.Submitted(round, table, Parties.Fryslan);

        Assert.Equal("formulation.already-submitted", submitted.Write(round, A.Draft(), submitted.Version, A.Act(Parties.Fryslan))?.Code);
    }

    [Fact]
    public void A_closed_round_is_not_written_in()
    {
        round.CloseUndecided("Nog niet.", A.NextYear, table, [], A.Facilitation());

        Assert.Equal("round.closed", Write(A.Draft())?.Code);
    }

    [Fact]
    public void An_answer_has_at_most_twenty_thousand_characters()
    {
        Assert.Null(Write(A.Draft(string.Concat(Enumerable.Repeat(A.Family, 20_000)))));

        var refusal = Write(A.Draft(string.Concat(Enumerable.Repeat(A.Family, 20_001))));

        Assert.Equal(("text.too-long", "issue"), (refusal?.Code, refusal?.Field));
        Assert.Equal(220_000, text.TextOf("issue").Length);
    }

    [Fact]
    public void A_point_has_at_most_280_characters()
    {
        Assert.Null(Write(A.Draft(points: string.Concat(Enumerable.Repeat(A.Family, 280)))));

        var refusal = Write(A.Draft(points: ["kort", new string('p', 281)]));

        Assert.Equal(("text.too-long", "Points"), (refusal?.Code, refusal?.Field));
    }

    [Fact]
    public void A_party_has_at_most_25_points_and_empty_ones_do_not_count()
    {
        Assert.Null(Write(A.Draft(points: [.. Enumerable.Range(1, 25).Select(number => $"Punt {number}"), "", " "])));

        var refusal = Write(A.Draft(points: Enumerable.Range(1, 26).Select(number => $"Punt {number}")));

        Assert.Equal(("formulation.too-many-points", "Points"), (refusal?.Code, refusal?.Field));
        Assert.Equal(25, text.Points.Count);
    }

    [Fact]
    public void A_point_keeps_its_id_when_it_is_reworded_or_moved()
    {
        var (homes, buses) = (A.New<PointId>(), A.New<PointId>());
        Write(new Draft([], [new DraftPoint(homes, "Huizen"), new DraftPoint(buses, "Bussen")]));

        Write(new Draft([], [new DraftPoint(buses, "Bussen in het weekend"), new DraftPoint(homes, "Huizen")]));

        Assert.Equal([(buses, "Bussen in het weekend", 1), (homes, "Huizen", 2)], text.Points.Select(point => (point.Id, point.Text, point.Position)));
    }

    [Fact]
    public void Points_keep_their_order_whatever_order_storage_gives_them_in()
    {
        Write(A.Draft(points: ["een", "twee", "drie"]));

        Assert.Equal(["een", "twee", "drie"], text.FromStorage().Points.Select(point => point.Text));
    }

    [Fact]
    public void Nothing_stands_in_a_draft_twice()
    {
        var twice = A.New<PointId>();

        Assert.Equal(
            ("formulation.repeated", "Points"),
            Write(new Draft([], [new DraftPoint(twice, "een"), new DraftPoint(twice, "twee")])) is var point ? (point?.Code, point?.Field) : default
        );
        Assert.Equal(
            ("formulation.repeated", "issue"),
            Write(new Draft([new Answer("issue", "een"), new Answer("issue", "twee")], [])) is var answer ? (answer?.Code, answer?.Field) : default
        );
        Assert.Null(Write(new Draft([], [new DraftPoint(twice, "een"), new DraftPoint(twice, " ")])));
        Assert.Null(Write(A.Draft("en daarna gaat het gewoon verder")));
    }

    private Refusal? Write(Draft draft) => text.Write(round, draft, text.Version, A.Act(Parties.Dantumadiel));
}
