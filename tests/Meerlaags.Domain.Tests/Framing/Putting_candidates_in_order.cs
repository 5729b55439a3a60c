using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;

namespace Meerlaags.Domain.Tests.Framing;

public class Putting_candidates_in_order
{
    private readonly RevealedRound revealed = A.Revealed(Parties.Dantumadiel, Parties.Fryslan);
    private readonly List<CandidateTextId> texts = [A.New<CandidateTextId>(), A.New<CandidateTextId>(), A.New<CandidateTextId>()];
    private readonly CandidateRanking order;

    public Putting_candidates_in_order() =>
        order = CandidateRanking.Begin(A.New<CandidateRankingId>(), revealed.Round, revealed.Table.Party(Parties.Fryslan)!, A.Act(Parties.Fryslan)).OrFail();

    [Fact]
    public void People_speak_first()
    {
        Assert.Equal("ranking.speak-first", Rank((0, 1))?.Code);

        revealed.Round.ConfirmSpoken(A.Facilitation());

        Assert.Null(Rank((0, 1)));
        Assert.Equal(new CandidatesRanked(revealed.Round.Id, Parties.Fryslan), Assert.Single(order.Facts).Fact);
    }

    [Fact]
    public void Equals_share_a_place_and_texts_may_be_left_out()
    {
        revealed.Round.ConfirmSpoken(A.Facilitation());

        Assert.Null(Rank((2, 9), (0, 4)));
        Assert.Equal([new PlacedCandidate(texts[0], 1), new PlacedCandidate(texts[2], 2)], order.Places);
        Assert.Null(Rank((0, 3), (1, 3), (2, -1)));
        Assert.Equal([(2, 1), (0, 2), (1, 2)], order.Places.Select(place => (texts.IndexOf(place.Candidate), place.Place)));
    }

    [Fact]
    public void The_last_order_of_a_party_is_its_order()
    {
        revealed.Round.ConfirmSpoken(A.Facilitation());
        Rank((0, 1), (1, 2));

        Assert.Null(Rank((1, 1)));

        Assert.Equal([new PlacedCandidate(texts[1], 1)], order.Places);
        Assert.Equal(2, order.Facts.Count);
    }

    [Fact]
    public void An_order_names_texts_of_the_round_once()
    {
        revealed.Round.ConfirmSpoken(A.Facilitation());

        Assert.Equal("ranking.empty", Rank()?.Code);
        Assert.Equal("ranking.unknown-text", Rank((0, 1), (0, 2))?.Code);
        Assert.Equal("ranking.unknown-text", order.Rank([new(A.New<CandidateTextId>(), 1)], Ballot(), A.Act(Parties.Fryslan))?.Code);
        Assert.Equal("ranking.nothing-to-choose", order.Rank([new(texts[0], 1)], Ballot() with { Texts = texts[..1] }, A.Act(Parties.Fryslan))?.Code);
    }

    [Fact]
    public void Only_the_party_itself_gives_it_while_it_is_seated_and_the_round_is_open()
    {
        revealed.Round.ConfirmSpoken(A.Facilitation());
        var party = revealed.Table.Party(Parties.Fryslan)!;
        Assert.Equal("access.party-only", CandidateRanking.Begin(A.New<CandidateRankingId>(), revealed.Round, party, A.Act(Parties.Rijk)).Refusal?.Code);
        Assert.Equal("access.party-only", order.Rank([new(texts[0], 1)], Ballot(), A.Facilitation())?.Code);
        revealed.Table.Leave(Parties.Fryslan, A.Facilitation());
        Assert.Equal("party.not-seated", Rank((0, 1))?.Code);
        revealed.Table.Seat(A.New<PartyId>(), Parties.Origin(Parties.Fryslan), A.Facilitation());
        revealed.Round.CloseUndecided("Nog niet.", A.NextYear, revealed.Table, [], A.Facilitation());
        var other = CandidateRanking.Begin(A.New<CandidateRankingId>(), revealed.Round, revealed.Table.Party(Parties.Rijk)!, A.Act(Parties.Rijk)).OrFail();
        Assert.Equal("round.closed", other.Rank([new(texts[0], 1)], Ballot() with { Party = revealed.Table.Party(Parties.Rijk)! }, A.Act(Parties.Rijk))?.Code);
    }

    private Ballot Ballot() => new(texts, revealed.Round, revealed.Table.Party(Parties.Fryslan)!);

    private Refusal? Rank(params (int Text, int Place)[] places) =>
        order.Rank([.. places.Select(place => new PlacedCandidate(texts[place.Text], place.Place))], Ballot(), A.Act(Parties.Fryslan));
}
