using Meerlaags.Domain.Common;
using Meerlaags.Domain.Statements;

namespace Meerlaags.Domain.Tests.Statements;

public sealed class Giving_positions
{
    private readonly RevealedRound revealed = A.Revealed();
    private readonly Statement statement;

    public Giving_positions() => statement = revealed.Proposed(Parties.Dantumadiel, "Starters vinden geen huis.");

    [Fact]
    public void A_party_has_one_position_and_both_are_kept_when_it_changes()
    {
        var position = Position.Begin(A.New<PositionId>(), statement, Parties.Fryslan);

        Assert.Null(position.Give(new Stand(Stance.Agree, false), Weighing(), A.Act(Parties.Fryslan)));
        Assert.Null(position.Give(new Stand(Stance.Agree, false), Weighing(), A.Act(Parties.Fryslan)));
        Assert.Null(position.Give(new Stand(Stance.Disagree, false), Weighing(), A.Act(Parties.Fryslan)));

        Assert.Equal([Stance.Agree, Stance.Disagree], position.FromStorage().Given.Select(given => given.Stance));
        Assert.Equal(Stance.Disagree, position.Latest?.Stance);
        Assert.Equal(2, position.Facts.Count);
        Assert.Equal([Parties.Fryslan], statement.Marks.Select(mark => mark.Party));
    }

    [Fact]
    public void Only_the_party_gives_it_while_the_round_runs_and_the_statement_stands()
    {
        var position = Position.Begin(A.New<PositionId>(), statement, Parties.Fryslan);
        var stand = new Stand(Stance.Agree, false);

        Assert.Equal("access.party-only", position.Give(stand, Weighing(), A.Act(Parties.Dantumadiel))?.Code);
        Assert.Equal("access.party-only", position.Give(stand, Weighing(), A.Facilitation())?.Code);
        Assert.Null(statement.SetAside("Dubbel.", revealed.Round, A.Facilitation()));
        Assert.Equal("statement.set-aside", position.Give(stand, Weighing(), A.Act(Parties.Fryslan))?.Code);
        Assert.Null(revealed.Round.CloseUndecided("Nog niet.", A.NextYear, revealed.Table, [], A.Facilitation()));
        Assert.Equal("round.closed", position.Give(stand, Weighing(), A.Act(Parties.Fryslan))?.Code);
        Assert.Null(revealed.Table.Leave(Parties.Fryslan, A.Facilitation()));
        Assert.Equal("party.not-seated", position.Give(stand, Weighing(), A.Act(Parties.Fryslan))?.Code);
        Assert.Empty(position.Given);
    }

    [Fact]
    public void Three_statements_truly_move_a_party_and_no_fourth()
    {
        var own = new List<Position>();
        foreach (var number in Enumerable.Range(1, Position.MostMoving))
        {
            var other = revealed.Proposed(Parties.Dantumadiel, $"Gedachte {number}");
            own.Add(Position.Begin(A.New<PositionId>(), other, Parties.Fryslan));
            Assert.Null(own[^1].Give(new Stand(Stance.Disagree, true), Weighing(other, own), A.Act(Parties.Fryslan)));
        }
        var fourth = Position.Begin(A.New<PositionId>(), statement, Parties.Fryslan);

        Assert.Equal("position.moves-enough", fourth.Give(new Stand(Stance.Agree, true), Weighing(statement, own), A.Act(Parties.Fryslan))?.Code);
        Assert.Null(own[0].Give(new Stand(Stance.Disagree, false), Weighing(revealed.Proposed(Parties.Dantumadiel, "x"), own), A.Act(Parties.Fryslan)));
        Assert.Null(fourth.Give(new Stand(Stance.Agree, true), Weighing(statement, own), A.Act(Parties.Fryslan)));
        // What moves already may change its stance and go on moving.
        Assert.Null(own[1].Give(new Stand(Stance.Agree, true), Weighing(statement, [.. own, fourth]), A.Act(Parties.Fryslan)));
    }

    [Fact]
    public void Before_the_opening_it_is_sealed_and_afterwards_it_is_open()
    {
        var (one, two) = (Give(Parties.Fryslan, Stance.Agree), Give(Parties.Dantumadiel, Stance.Disagree));
        var sealedFact = Assert.IsAssignableFrom<ISealedFact>(one.Facts.Single().Fact);
        Assert.Equal((statement.Id.Value, Parties.Fryslan), (sealedFact.Seal, sealedFact.Party));

        Assert.Null(Statement.OpenPositions([statement], revealed.Round, revealed.Table, A.Facilitation()));

        var opens = Assert.IsAssignableFrom<IOpensSeal>(statement.Facts[^1].Fact);
        Assert.Equal((statement.Id.Value, 2), (opens.Seal, opens.Opened.Count));
        Assert.Null(two.Give(new Stand(Stance.Pass, false), Weighing(), A.Act(Parties.Dantumadiel)));
        Assert.IsType<OpenPositionGiven>(two.Facts[^1].Fact);
    }

    [Fact]
    public void The_facilitator_opens_what_two_parties_answered_and_nothing_of_who_left()
    {
        Give(Parties.Fryslan, Stance.Agree);
        Assert.Equal("positions.too-few", Open(A.Facilitation()));
        Give(Parties.Dantumadiel, Stance.Agree);
        Give(Parties.Achtkarspelen, Stance.Disagree);
        Assert.Equal("access.facilitator-only", Open(A.Act(Parties.Fryslan)));
        Assert.Null(revealed.Table.Leave(Parties.Achtkarspelen, A.Facilitation()));

        Assert.Null(Open(A.Facilitation()));

        Assert.Equal(new[] { Parties.Fryslan, Parties.Dantumadiel }.ToHashSet(), statement.Marks.Select(mark => mark.Party).ToHashSet());
        Assert.Equal("positions.too-few", Open(A.Facilitation()));

        string? Open(Act act) => Statement.OpenPositions([statement], revealed.Round, revealed.Table, act)?.Code;
    }

    [Fact]
    public void A_composite_party_shows_what_its_organisations_find_and_no_other_does()
    {
        var shown = new[] { new VoiceSpread(Ministries.Landbouw, 1, 0, 2) };
        var rijk = Position.Begin(A.New<PositionId>(), statement, Parties.Rijk);
        var single = Position.Begin(A.New<PositionId>(), statement, Parties.Fryslan);

        Assert.Null(rijk.Give(new Stand(Stance.Pass, false) { Shown = shown }, Weighing(), A.Act(Parties.Rijk)));
        Assert.Null(single.Give(new Stand(Stance.Pass, false) { Shown = shown }, Weighing(), A.Act(Parties.Fryslan)));

        Assert.Equal(shown, rijk.Latest!.Shown);
        Assert.Empty(single.Latest!.Shown);
    }

    [Fact]
    public void What_most_people_of_a_party_find_can_be_taken_over_and_a_tie_cannot()
    {
        var position = Position.Begin(A.New<PositionId>(), statement, Parties.Fryslan);

        Assert.Equal("position.nothing-leads", position.Adopt(Spread(), Weighing(), A.Act(Parties.Fryslan))?.Code);
        Assert.Equal("position.nothing-leads", position.Adopt(Spread(Stance.Agree, Stance.Pass), Weighing(), A.Act(Parties.Fryslan))?.Code);
        Assert.Null(position.Adopt(Spread(Stance.Agree, Stance.Pass, Stance.Agree), Weighing(), A.Act(Parties.Fryslan)));

        Assert.Equal((Stance.Agree, true), (position.Latest!.Stance, position.Latest.Adopted));
    }

    [Fact]
    public void Silence_is_no_pass()
    {
        var spread = new InternalSpread([
            new PersonalStance(People.DeputyFryslan, Ministries.Landbouw, Stance.Agree),
            new PersonalStance(People.OfficialDantumadiel, Ministries.Landbouw, null),
        ]);

        Assert.Equal((1, 0, 1), (spread.Heard, spread.Count(Stance.Pass), spread.Count(Stance.Agree)));
        Assert.Equal([new VoiceSpread(Ministries.Landbouw, 1, 0, 0)], spread.ByVoice);
    }

    [Fact]
    public void A_person_votes_within_the_own_party_and_leaves_no_trace_in_the_journal()
    {
        var vote = InternalVote.Cast(A.New<InternalVoteId>(), Stance.Agree, Weighing(), A.Act(Parties.Fryslan, People.DeputyFryslan)).OrFail();

        Assert.Equal("access.party-only", vote.Change(Stance.Pass, Weighing(), A.Act(Parties.Fryslan))?.Code);
        Assert.Equal("access.party-only", vote.Change(Stance.Pass, Weighing(), A.Act(Parties.Dantumadiel, People.DeputyFryslan))?.Code);
        Assert.Null(vote.Change(Stance.Pass, Weighing(), A.Act(Parties.Fryslan, People.DeputyFryslan)));

        Assert.Equal((Stance.Pass, 0), (vote.Stance, vote.Facts.Count));
        Assert.Equal("access.party-only", InternalVote.Cast(A.New<InternalVoteId>(), Stance.Agree, Weighing(), A.Facilitation()).Refusal?.Code);
    }

    private static InternalSpread Spread(params IEnumerable<Stance> stances) =>
        new([.. stances.Select(stance => new PersonalStance(A.New<PersonId>(), null, stance))]);

    private Weighing Weighing(Statement? of = null, IReadOnlyCollection<Position>? own = null) =>
        new(revealed.Round, revealed.Table, of ?? statement, own ?? []);

    private Position Give(PartyId party, Stance stance)
    {
        var position = Position.Begin(A.New<PositionId>(), statement, party);
        Assert.Null(position.Give(new Stand(stance, false), Weighing(), A.Act(party)));
        return position;
    }
}
