using Meerlaags.Domain.Collaborations;

namespace Meerlaags.Domain.Tests.Collaborations;

public class Sitting_for_a_time
{
    private static readonly DateOnly May = new(2026, 5, 1);
    private static readonly DateOnly June = new(2026, 6, 1);

    [Fact]
    public void A_rest_that_is_planned_changes_nothing_before_its_day_and_ends_after_its_last()
    {
        var table = A.FullTable();

        Assert.Null(table.PlanSeat(Parties.Dantumadiel, new SeatTerm(May, June, SeatDegree.Resting, Bound: false), A.Facilitation()));

        var party = table.Party(Parties.Dantumadiel)!;
        Assert.True(party.DecidesOn(May.AddDays(-1)));
        Assert.Equal((SeatDegree.Resting, false), (party.SeatOn(May).Degree, party.DecidesOn(May)));
        Assert.Equal(SeatDegree.Resting, party.SeatOn(June).Degree);
        Assert.True(party.DecidesOn(June.AddDays(1)));
        Assert.True(party.IsSeated);
        Assert.Equal(new SeatPlanned(Parties.Dantumadiel, SeatDegree.Resting, false, May, June), table.Facts[^1].Fact);
    }

    [Fact]
    public void History_tells_every_period_once()
    {
        var table = A.FullTable();
        Plan(table, new SeatTerm(May, June, SeatDegree.Resting, Bound: false));
        Plan(table, new SeatTerm(June, June, SeatDegree.Resting, Bound: false), changes: false);
        Plan(table, new SeatTerm(A.Today, null, SeatDegree.Partial, Bound: true));
        Plan(table, new SeatTerm(June, null, SeatDegree.MovingAlong, Bound: false));

        Assert.Equal(
            [new SeatTerm(A.Today, June.AddDays(-1), SeatDegree.Partial, true), new SeatTerm(June, null, SeatDegree.MovingAlong, false)],
            table.Party(Parties.Dantumadiel)!.SeatHistory
        );
    }

    [Fact]
    public void History_ends_on_the_day_the_party_leaves()
    {
        var table = A.FullTable();
        Plan(table, new SeatTerm(May, null, SeatDegree.Resting, Bound: false));
        table.Leave(Parties.Dantumadiel, A.Facilitation());

        Assert.Equal([new SeatTerm(A.Today, A.Today, SeatDegree.Whole, true)], table.Party(Parties.Dantumadiel)!.SeatHistory);
    }

    [Fact]
    public void What_was_said_later_goes_before_what_was_said_earlier()
    {
        var table = A.FullTable();
        Plan(table, new SeatTerm(A.Today, null, SeatDegree.MovingAlong, Bound: false));
        Plan(table, new SeatTerm(May, June, SeatDegree.Whole, Bound: true));

        var party = table.Party(Parties.Dantumadiel)!;
        Assert.Equal(
            [SeatDegree.MovingAlong, SeatDegree.Whole, SeatDegree.MovingAlong],
            new[] { A.Today, May, June.AddDays(1) }.Select(day => party.SeatOn(day).Degree)
        );
    }

    [Fact]
    public void Nothing_changes_in_days_that_are_over_or_from_last_to_first()
    {
        var table = A.FullTable();

        var past = table.PlanSeat(Parties.Dantumadiel, new SeatTerm(A.Today.AddDays(-1), null, SeatDegree.Resting, false), A.Facilitation());
        var turned = table.PlanSeat(Parties.Dantumadiel, new SeatTerm(June, May, SeatDegree.Resting, false), A.Facilitation());

        Assert.Equal(("seat.in-the-past", "From"), (past?.Code, past?.Field));
        Assert.Equal(("seat.ends-before-it-begins", "Until"), (turned?.Code, turned?.Field));
        Assert.Single(table.Party(Parties.Dantumadiel)!.SeatHistory);
    }

    [Fact]
    public void A_version_is_put_to_those_who_decide_on_its_day()
    {
        var revealed = A.Revealed();
        Plan(revealed.Table, new SeatTerm(May, June, SeatDegree.Resting, Bound: false));

        Assert.True(revealed.Table.Party(Parties.Dantumadiel)!.DecidesOn(A.Today));
        Assert.DoesNotContain(revealed.Table.Seated.Where(party => party.DecidesOn(May)), party => party.Id == Parties.Dantumadiel);
    }

    [Fact]
    public void The_last_day_there_is_holds_too()
    {
        var table = A.FullTable();
        Plan(table, new SeatTerm(May, DateOnly.MaxValue, SeatDegree.Resting, Bound: false));

        Assert.Equal(SeatDegree.Resting, table.Party(Parties.Dantumadiel)!.SeatOn(DateOnly.MaxValue).Degree);
        Assert.Equal(2, table.Party(Parties.Dantumadiel)!.SeatHistory.Count);
    }

    private static void Plan(Collaboration table, SeatTerm term, bool changes = true)
    {
        var before = table.Facts.Count;
        Assert.Null(table.PlanSeat(Parties.Dantumadiel, term, A.Facilitation()));
        Assert.Equal(changes ? before + 1 : before, table.Facts.Count);
    }
}
