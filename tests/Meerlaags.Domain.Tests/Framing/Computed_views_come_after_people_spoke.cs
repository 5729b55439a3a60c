using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;

namespace Meerlaags.Domain.Tests.Framing;

public sealed class Computed_views_come_after_people_spoke
{
    [Fact]
    public void The_facilitator_says_once_that_people_spoke()
    {
        var round = A.Revealed().Round;

        Assert.Null(round.ConfirmSpoken(A.Facilitation()));
        Assert.Null(round.ConfirmSpoken(A.Facilitation()));

        Assert.Equal(A.Facilitation().At, round.Spoken?.At);
        Assert.Single(round.Facts, recorded => recorded.Fact is PeopleSpoke);
    }

    [Fact]
    public void Not_a_party_and_not_before_the_reveal()
    {
        Assert.Equal("access.facilitator-only", A.Revealed().Round.ConfirmSpoken(A.Act(Parties.Dantumadiel))?.Code);
        Assert.Equal("points.not-revealed", A.Round(A.FullTable()).ConfirmSpoken(A.Facilitation())?.Code);
    }

    [Fact]
    public void A_view_is_wanted_until_the_facilitator_switches_it_off_and_each_apart()
    {
        var table = A.FullTable();

        Assert.Null(table.Want(ComputedView.Differences, wanted: false, A.Facilitation()));
        Assert.Null(table.Want(ComputedView.Differences, wanted: false, A.Facilitation()));

        Assert.False(table.Wants(ComputedView.Differences));
        Assert.True(table.Wants(ComputedView.SamePoints));
        Assert.Single(table.Facts, recorded => recorded.Fact is ComputedViewSwitched { View: ComputedView.Differences, Wanted: false });
        Assert.Null(table.Want(ComputedView.Differences, wanted: true, A.Facilitation()));
        Assert.True(table.Wants(ComputedView.Differences));
        Assert.Equal("access.facilitator-only", table.Want(ComputedView.Likeness, wanted: false, A.Act(Parties.Rijk))?.Code);
    }
}
