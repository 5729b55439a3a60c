using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;

namespace Meerlaags.Domain.Tests.Framing;

public class Marking_points_as_the_same
{
    private readonly RevealedRound revealed = A.Revealed(Parties.Dantumadiel, Parties.Fryslan, Parties.Rijk);

    [Fact]
    public void Two_points_become_one_thought()
    {
        var mark = Assert.Single(Mark(A.Act(Parties.Dantumadiel, People.OfficialDantumadiel), revealed.Points[0], revealed.Points[1]).OrFail());

        Assert.Equal(revealed.Points.Take(2).ToHashSet(), new HashSet<PointId> { mark.First, mark.Second });
        Assert.True(mark.First.Value.CompareTo(mark.Second.Value) < 0);
        Assert.Equal((People.OfficialDantumadiel, A.Monday, revealed.Round.Id), (mark.By, mark.At, mark.Round));
        Assert.Equal(new PointsMarkedSame(mark.Id, mark.First, mark.Second), Assert.Single(mark.Facts).Fact);
    }

    [Fact]
    public void Three_points_need_two_marks() => Assert.Equal(2, Mark(A.Facilitation(), [.. revealed.Points]).OrFail().Count);

    [Fact]
    public void One_point_is_no_pair()
    {
        Assert.Equal("points.choose-two", Mark(A.Facilitation(), revealed.Points[0], revealed.Points[0]).Refusal?.Code);
        Assert.Equal("points.choose-two", Mark(A.Facilitation()).Refusal?.Code);
    }

    [Fact]
    public void Only_open_points_are_marked()
    {
        var blind = A.Written(revealed.Round, revealed.Table, Parties.Achtkarspelen);

        Assert.Equal(
            "points.unknown",
            SamePoint.Mark(revealed.Round, [.. revealed.Texts, blind], [revealed.Points[0], blind.Points[0].Id], A.Facilitation()).Refusal?.Code
        );
        Assert.Equal("points.unknown", Mark(A.Facilitation(), revealed.Points[0], A.New<PointId>()).Refusal?.Code);
    }

    [Fact]
    public void Only_between_the_reveal_and_the_end_of_the_round()
    {
        var blind = A.Round(revealed.Table);
        Assert.Equal("points.not-revealed", SamePoint.Mark(blind, [], revealed.Points, A.Facilitation()).Refusal?.Code);

        revealed.Round.CloseUndecided("Nog niet.", A.NextYear, revealed.Table, [], A.Facilitation());
        Assert.Equal("round.closed", Mark(A.Facilitation(), [.. revealed.Points]).Refusal?.Code);
    }

    [Fact]
    public void People_mark_points_the_installation_does_not() => Assert.Equal("access.members-only", Mark(A.Job(), [.. revealed.Points]).Refusal?.Code);

    [Fact]
    public void A_mark_is_taken_back_once()
    {
        var mark = Mark(A.Facilitation(), revealed.Points[0], revealed.Points[1]).OrFail()[0];

        Assert.Equal("access.members-only", mark.Undo(revealed.Round, A.Job())?.Code);
        Assert.Null(mark.Undo(revealed.Round, A.Act(Parties.Rijk)));

        Assert.Equal(A.Monday, mark.UndoneAt);
        Assert.Equal(new SameMarkUndone(mark.Id, mark.First, mark.Second), mark.Facts[^1].Fact);
        Assert.Equal("points.already-undone", mark.Undo(revealed.Round, A.Facilitation())?.Code);
    }

    [Fact]
    public void After_the_round_marks_stay_as_they_were()
    {
        var mark = Mark(A.Facilitation(), revealed.Points[0], revealed.Points[1]).OrFail()[0];
        revealed.Round.CloseUndecided("Nog niet.", A.NextYear, revealed.Table, [], A.Facilitation());

        Assert.Equal("round.closed", mark.Undo(revealed.Round, A.Facilitation())?.Code);
        Assert.Null(mark.UndoneAt);
    }

    [Fact]
    public void Who_says_that_two_points_are_not_the_same_is_remembered()
    {
        var apart = SamePoint.TellApart(revealed.Round, revealed.Texts, [revealed.Points[1], revealed.Points[0]], A.Act(Parties.Dantumadiel)).OrFail();

        Assert.Equal((PointFinding.Different, (PartyId?)Parties.Dantumadiel, false), (apart.Finding, apart.Party, apart.Ties));
        Assert.Equal(new PointsToldApart(apart.Id, apart.First, apart.Second), Assert.Single(apart.Facts).Fact);
        Assert.Equal(2, PointGroups.From(revealed.Texts.Take(2), [apart]).ByOne.Count);
        Assert.Equal("points.already-undone", apart.Undo(revealed.Round, A.Facilitation())?.Code);
        Assert.Equal("points.choose-two", SamePoint.TellApart(revealed.Round, revealed.Texts, revealed.Points, A.Facilitation()).Refusal?.Code);
        Assert.Equal("points.choose-two", SamePoint.TellApart(revealed.Round, revealed.Texts, [], A.Facilitation()).Refusal?.Code);
        Assert.Equal("access.members-only", SamePoint.TellApart(revealed.Round, revealed.Texts, [.. revealed.Points.Take(2)], A.Job()).Refusal?.Code);
    }

    private Decided<IReadOnlyList<SamePoint>> Mark(Act act, params IReadOnlyCollection<PointId> points) =>
        SamePoint.Mark(revealed.Round, revealed.Texts, points, act);
}
