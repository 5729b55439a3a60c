using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Domain.Statements;

namespace Meerlaags.Domain.Tests.Statements;

public sealed class Bringing_statements_in
{
    [Fact]
    public void A_party_brings_in_one_thought_with_the_point_it_comes_from()
    {
        var revealed = A.Revealed();

        var statement = revealed.Proposed(Parties.Dantumadiel, " Starters \n vinden geen huis. ", points: revealed.Points[0]);

        Assert.Equal(
            (1, "Starters vinden geen huis.", Parties.Dantumadiel, revealed.Points[0]),
            (statement.Number, statement.Text, statement.Party, statement.Points.Single().Point)
        );
        Assert.IsType<StatementProposed>(statement.Facts.Single().Fact);
    }

    [Fact]
    public void Only_a_party_at_the_table_and_only_after_the_reveal()
    {
        var revealed = A.Revealed();
        var closed = A.FullTable();
        var floor = new Floor(A.Round(closed), closed, new HashSet<PointId>(), []);

        Assert.Equal("access.party-only", Refused(revealed.Floor(), A.Facilitation()));
        Assert.Equal("party.not-seated", Refused(revealed.Floor(), A.Act(Parties.Leeuwarden)));
        Assert.Equal("points.not-revealed", Refused(floor, A.Act(Parties.Fryslan)));
        Assert.Null(revealed.Round.CloseUndecided("Nog niet.", A.NextYear, revealed.Table, [], A.Facilitation()));
        Assert.Equal("round.closed", Refused(revealed.Floor(), A.Act(Parties.Fryslan)));

        static string? Refused(Floor floor, Act act) => Statement.Propose(A.New<StatementId>(), A.Sentence("Een gedachte."), floor, act).Refusal?.Code;
    }

    [Fact]
    public void The_text_is_there_short_and_new_and_its_points_are_open()
    {
        var revealed = A.Revealed();
        var known = revealed.Proposed(Parties.Fryslan, "De bus rijdt te weinig.");

        Assert.Equal("text.missing", Refused("\u200B  "));
        Assert.Equal("text.too-long", Refused(string.Concat(Enumerable.Repeat(A.Family, Statement.TextLimit + 1))));
        Assert.Null(Refused(string.Concat(Enumerable.Repeat(A.Family, Statement.TextLimit))));
        Assert.Equal("statement.already-there", Refused("de BUS rijdt te weinig."));
        Assert.Equal("points.unknown", Refused("Iets anders.", A.New<PointId>()));
        Assert.Null(known.SetAside("Beter gezegd.", revealed.Round, A.Act(Parties.Fryslan)));
        Assert.Null(Refused("De bus rijdt te weinig."));

        string? Refused(string text, params IEnumerable<PointId> points) =>
            Statement.Propose(A.New<StatementId>(), A.Sentence(text, points), revealed.Floor(known), A.Act(Parties.Dantumadiel)).Refusal?.Code;
    }

    [Fact]
    public void A_party_has_ten_statements_in_the_list_at_most()
    {
        var revealed = A.Revealed();
        var own = new List<Statement>();
        foreach (var number in Enumerable.Range(1, Statement.MostOfParty))
            own.Add(revealed.Proposed(Parties.Dantumadiel, $"Gedachte {number}", own));

        var one = Statement.Propose(A.New<StatementId>(), A.Sentence("Nog een."), revealed.Floor([.. own]), A.Act(Parties.Dantumadiel));

        Assert.Equal("statement.enough-of-party", one.Refusal?.Code);
        Assert.NotNull(revealed.Proposed(Parties.Fryslan, "Van een ander.", own));
        Assert.Null(own[0].SetAside("Dubbel.", revealed.Round, A.Act(Parties.Dantumadiel)));
        Assert.NotNull(revealed.Proposed(Parties.Dantumadiel, "Nog een.", own));
    }

    [Fact]
    public void Setting_aside_needs_a_reason_and_is_for_the_facilitator_and_the_party_itself()
    {
        var revealed = A.Revealed();
        var statement = revealed.Proposed(Parties.Dantumadiel, "Een gedachte.");

        Assert.Equal("statement.not-yours", statement.SetAside("Weg.", revealed.Round, A.Act(Parties.Fryslan))?.Code);
        Assert.Equal("text.missing", statement.SetAside(" ", revealed.Round, A.Facilitation())?.Code);
        Assert.True(statement.IsStanding);
        Assert.Null(statement.SetAside("Dit zijn er twee.", revealed.Round, A.Facilitation()));
        Assert.Equal("Dit zijn er twee.", statement.Aside?.Reason);
        Assert.Equal("statement.set-aside", statement.SetAside("Nog eens.", revealed.Round, A.Facilitation())?.Code);
    }

    [Fact]
    public void The_facilitator_joins_two_that_say_the_same_and_no_point_is_lost()
    {
        var revealed = A.Revealed();
        var stays = revealed.Proposed(Parties.Fryslan, "De bus rijdt te weinig.", points: revealed.Points[1]);
        var goes = revealed.Proposed(Parties.Dantumadiel, "Er is geen bus.", [stays], revealed.Points[0]);

        Assert.Equal("access.facilitator-only", goes.JoinWith(stays, "Hetzelfde.", revealed.Round, A.Act(Parties.Dantumadiel))?.Code);
        Assert.Equal("statement.join-with-other", goes.JoinWith(goes, "Hetzelfde.", revealed.Round, A.Facilitation())?.Code);
        Assert.Null(goes.JoinWith(stays, "Hetzelfde.", revealed.Round, A.Facilitation()));

        Assert.Equal(stays.Id, goes.Aside?.Into);
        Assert.Equal(revealed.Points.ToHashSet(), stays.Points.Select(source => source.Point).ToHashSet());
        Assert.Equal("statement.set-aside", goes.JoinWith(stays, "Nog eens.", revealed.Round, A.Facilitation())?.Code);
    }
}

/// <summary>Statements in a revealed round.</summary>
internal static class Proposing
{
    public static Floor Floor(this RevealedRound revealed, params IReadOnlyList<Statement> before) =>
        new(revealed.Round, revealed.Table, revealed.Points.ToHashSet(), before);

    public static Statement Proposed(
        this RevealedRound revealed,
        PartyId party,
        string text,
        IReadOnlyList<Statement>? before = null,
        params IEnumerable<PointId> points
    ) => Statement.Propose(A.New<StatementId>(), A.Sentence(text, points), revealed.Floor([.. before ?? []]), A.Act(party)).OrFail();
}
