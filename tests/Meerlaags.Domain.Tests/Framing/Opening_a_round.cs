using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;

namespace Meerlaags.Domain.Tests.Framing;

public class Opening_a_round
{
    [Fact]
    public void A_round_opens_blind_with_its_questions()
    {
        var table = A.FullTable();

        var round = A.Round(table);

        Assert.True(round.IsOpen);
        Assert.False(round.IsRevealed);
        Assert.Equal(1, round.Number);
        Assert.Equal(A.Monday, round.OpenedAt);
        Assert.Equal("vraagstuk", round.Questions.Key);
        Assert.Equal(new RoundOpened(round.Id, 1), Assert.Single(round.Facts).Fact);
    }

    [Fact]
    public void Only_the_facilitator_opens_a_round()
    {
        Assert.Equal("access.facilitator-only", Open(A.FullTable(), A.Act(Parties.Dantumadiel))?.Code);
        Assert.Equal("access.facilitator-only", Open(A.FullTable(), A.Job())?.Code);
    }

    [Fact]
    public void A_round_needs_two_parties_at_the_table()
    {
        var table = A.Collaboration(Parties.Dantumadiel, Parties.Fryslan);
        Assert.Null(Open(table, A.Facilitation()));

        table.Leave(Parties.Fryslan, A.Facilitation());

        Assert.Equal("round.too-few-parties", Open(table, A.Facilitation())?.Code);
    }

    [Fact]
    public void One_round_is_open_at_a_time()
    {
        var table = A.FullTable();
        var first = A.Round(table);

        Assert.Equal("round.another-is-open", Open(table, A.Facilitation(), first)?.Code);

        Assert.Null(first.CloseUndecided("We weten het nog niet.", A.NextYear, table, [], A.Facilitation()));
        Assert.Equal(2, A.Round(table, first).Number);
    }

    private static Refusal? Open(Domain.Collaborations.Collaboration table, Act act, params IReadOnlyCollection<FramingRound> previous) =>
        FramingRound.Open(A.New<RoundId>(), table, previous, A.Questions().Reference, act).Refusal;
}
