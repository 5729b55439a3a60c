using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register;

namespace Meerlaags.Domain.Tests.Collaborations;

public class Seating_parties
{
    [Fact]
    public void A_party_gets_a_whole_and_bound_seat()
    {
        var table = A.Collaboration(Parties.Dantumadiel);

        var party = Assert.Single(table.Seated);
        Assert.Equal("Gemeente Dantumadiel", party.Name);
        Assert.Equal(GovernmentTier.Municipality, party.Tier);
        Assert.Equal(new SeatTerm(A.Today, null, SeatDegree.Whole, Bound: true), party.SeatOn(A.Today));
        Assert.True(party.DecidesOn(A.Today));
        Assert.Empty(party.Voices);
        Assert.Null(party.LeftAt);
    }

    [Fact]
    public void The_rijk_is_one_party_with_the_voices_of_ministries()
    {
        var rijk = A.FullTable().Party(Parties.Rijk);

        Assert.Equal([Ministries.BinnenlandseZaken, Ministries.Landbouw, Ministries.Volksgezondheid], rijk?.Voices.Select(voice => voice.Organisation)!);
    }

    [Fact]
    public void A_voice_named_twice_speaks_once()
    {
        var table = A.Collaboration();

        table.Seat(Parties.Rijk, Parties.Origin(Parties.Rijk) with { Voices = [Ministries.Landbouw, Ministries.Landbouw] }, A.Facilitation());

        Assert.Single(table.Party(Parties.Rijk)!.Voices);
    }

    [Fact]
    public void An_organisation_has_one_seat()
    {
        var table = A.Collaboration(Parties.Dantumadiel);

        var refusal = table.Seat(A.New<PartyId>(), Parties.Origin(Parties.Dantumadiel), A.Facilitation());

        Assert.Equal("party.already-seated", refusal?.Code);
        Assert.Single(table.Parties);
    }

    [Fact]
    public void One_id_has_one_seat()
    {
        var table = A.Collaboration(Parties.Dantumadiel);
        table.Leave(Parties.Dantumadiel, A.Facilitation());

        Assert.Equal("party.already-seated", table.Seat(Parties.Dantumadiel, Parties.Origin(Parties.Fryslan), A.Facilitation())?.Code);
        Assert.Single(table.Parties);
    }

    [Theory]
    [InlineData("Dorpenkoepel Fryslân")]
    [InlineData(" dorpenkoepel  FRYSLAN ")]
    [InlineData("Dorpenkoepel-Frysla\u0302n")]
    public void A_partner_added_by_name_has_one_seat_however_it_is_typed(string name)
    {
        var table = A.Collaboration();
        Assert.Null(table.Seat(A.New<PartyId>(), Partner("Dorpenkoepel Fryslân"), A.Facilitation()));

        var refusal = table.Seat(A.New<PartyId>(), Partner(name), A.Facilitation());

        Assert.Equal("party.already-seated", refusal?.Code);
        Assert.Equal("Name", refusal?.Field);
    }

    [Fact]
    public void A_partner_needs_a_name_of_at_most_160_characters_on_one_line()
    {
        var table = A.Collaboration();

        Assert.Equal("text.missing", table.Seat(A.New<PartyId>(), Partner("\u0007 "), A.Facilitation())?.Code);
        Assert.Equal("text.too-long", table.Seat(A.New<PartyId>(), Partner(new string('n', 161)), A.Facilitation())?.Code);
        Assert.Null(table.Seat(A.New<PartyId>(), Partner(" Doarpen\n" + new string('n', 152)), A.Facilitation()));
        Assert.Equal("Doarpen " + new string('n', 152), Assert.Single(table.Parties).Name);
    }

    [Fact]
    public void A_table_has_sixty_seats()
    {
        var table = A.Collaboration();
        for (var seat = 1; seat <= Collaboration.MostParties; seat++)
            Assert.Null(table.Seat(A.New<PartyId>(), Partner($"Partner {seat}"), A.Facilitation()));

        Assert.Equal("party.table-full", table.Seat(A.New<PartyId>(), Partner("Partner 61"), A.Facilitation())?.Code);

        table.Leave(table.Parties[0].Id, A.Facilitation());
        Assert.Null(table.Seat(A.New<PartyId>(), Partner("Partner 61"), A.Facilitation()));
    }

    [Fact]
    public void A_party_that_left_may_come_back_on_a_new_seat()
    {
        var table = A.Collaboration(Parties.Dantumadiel);
        table.Leave(Parties.Dantumadiel, A.Facilitation());
        var seat = A.New<PartyId>();

        Assert.Null(table.Seat(seat, Parties.Origin(Parties.Dantumadiel), A.Facilitation()));

        Assert.Equal([seat], table.Seated.Select(party => party.Id));
        Assert.Equal(2, table.Parties.Count);
    }

    [Fact]
    public void Only_the_facilitator_gives_seats()
    {
        var table = A.Collaboration(Parties.Dantumadiel);

        Assert.Equal("access.facilitator-only", table.Seat(Parties.Rijk, Parties.Origin(Parties.Rijk), A.Act(Parties.Dantumadiel))?.Code);
        Assert.Equal("access.facilitator-only", table.Seat(Parties.Rijk, Parties.Origin(Parties.Rijk), A.Job())?.Code);
    }

    private static PartyOrigin Partner(string name) => new(null, name, GovernmentTier.Partner, []);
}

public class Changing_a_seat
{
    [Theory]
    [InlineData(SeatDegree.Whole, true, true)]
    [InlineData(SeatDegree.Partial, true, true)]
    [InlineData(SeatDegree.Whole, false, false)]
    [InlineData(SeatDegree.MovingAlong, false, false)]
    [InlineData(SeatDegree.Resting, false, false)]
    public void Bound_whole_and_partial_seats_decide(SeatDegree degree, bool bound, bool decides)
    {
        var table = A.FullTable();

        Assert.Null(table.ChangeSeat(Parties.Dantumadiel, degree, bound, A.Facilitation()));

        var party = table.Party(Parties.Dantumadiel)!;
        var seat = party.SeatOn(A.Today);
        Assert.Equal((degree, bound, decides, true), (seat.Degree, seat.Bound, party.DecidesOn(A.Today), party.IsSeated));
    }

    [Theory]
    [InlineData(SeatDegree.MovingAlong)]
    [InlineData(SeatDegree.Resting)]
    public void Who_moves_along_or_rests_is_not_bound(SeatDegree degree)
    {
        var table = A.FullTable();

        var refusal = table.ChangeSeat(Parties.Dantumadiel, degree, bound: true, A.Facilitation());

        Assert.Equal("party.only-whole-or-partial-binds", refusal?.Code);
        Assert.Equal("Bound", refusal?.Field);
        Assert.Equal(SeatDegree.Whole, table.Party(Parties.Dantumadiel)?.SeatOn(A.Today).Degree);
    }

    [Fact]
    public void Changing_nothing_is_no_fact()
    {
        var table = A.FullTable();
        table.Written();

        Assert.Null(table.ChangeSeat(Parties.Dantumadiel, SeatDegree.Whole, bound: true, A.Facilitation()));

        Assert.Empty(table.Facts);
    }

    [Fact]
    public void A_change_is_a_fact()
    {
        var table = A.FullTable();

        table.ChangeSeat(Parties.Rijk, SeatDegree.Resting, bound: false, A.Act(Parties.Rijk));

        Assert.Equal(new SeatChanged(Parties.Rijk, SeatDegree.Resting, false), table.Facts[^1].Fact);
    }

    [Fact]
    public void A_party_changes_its_own_seat_and_no_other()
    {
        var table = A.FullTable();

        Assert.Null(table.ChangeSeat(Parties.Dantumadiel, SeatDegree.Resting, bound: false, A.Act(Parties.Dantumadiel)));
        Assert.Equal("access.facilitator-only", table.ChangeSeat(Parties.Rijk, SeatDegree.Resting, bound: false, A.Act(Parties.Dantumadiel))?.Code);
        Assert.Equal("access.facilitator-only", table.ChangeSeat(Parties.Rijk, SeatDegree.Resting, bound: false, A.Job())?.Code);
    }

    [Fact]
    public void Only_who_is_seated_has_a_seat_to_change()
    {
        var table = A.FullTable();
        table.Leave(Parties.Dantumadiel, A.Facilitation());

        Assert.Equal("party.not-seated", table.ChangeSeat(Parties.Dantumadiel, SeatDegree.Partial, true, A.Facilitation())?.Code);
        Assert.Equal("party.not-seated", table.ChangeSeat(Parties.Leeuwarden, SeatDegree.Partial, true, A.Facilitation())?.Code);
    }
}

public class Leaving_the_table
{
    [Fact]
    public void Who_left_decides_nothing_and_stays_on_record()
    {
        var table = A.FullTable();

        Assert.Null(table.Leave(Parties.Dantumadiel, A.Facilitation()));

        var party = table.Party(Parties.Dantumadiel)!;
        Assert.Equal(A.Monday, party.LeftAt);
        Assert.False(party.DecidesOn(A.Today));
        Assert.DoesNotContain(party, table.Seated);
        Assert.Contains(party, table.Parties);
        Assert.Equal(new PartyLeft(Parties.Dantumadiel), table.Facts[^1].Fact);
    }

    [Fact]
    public void A_party_leaves_once()
    {
        var table = A.FullTable();
        table.Leave(Parties.Dantumadiel, A.Facilitation());

        Assert.Equal("party.not-seated", table.Leave(Parties.Dantumadiel, A.Facilitation())?.Code);
        Assert.Equal("party.not-seated", table.Leave(Parties.Leeuwarden, A.Facilitation())?.Code);
    }

    [Fact]
    public void No_party_shows_another_the_door()
    {
        var table = A.FullTable();

        Assert.Equal("access.facilitator-only", table.Leave(Parties.Rijk, A.Act(Parties.Dantumadiel))?.Code);
        Assert.Null(table.Leave(Parties.Dantumadiel, A.Act(Parties.Dantumadiel)));
        Assert.True(table.Party(Parties.Rijk)!.IsSeated);
    }
}
