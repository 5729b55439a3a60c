using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;

namespace Meerlaags.Domain.Tests.Framing;

public class Dreaming_together
{
    private readonly RevealedRound revealed = A.Revealed();

    [Fact]
    public void The_last_words_stand_and_those_before_are_kept()
    {
        Assert.Null(revealed.Round.Dream);

        Assert.Null(revealed.Round.WriteDream(" Een dorp\r\nwaar je blijft. ", 0, A.Act(Parties.Fryslan)));
        Assert.Null(revealed.Round.WriteDream("Een dorp waar je terugkomt.", 1, A.Facilitation()));

        Assert.Equal(["Een dorp\nwaar je blijft.", "Een dorp waar je terugkomt."], revealed.Round.Dreams.Select(dream => dream.Text));
        Assert.Equal((Parties.Fryslan, null), (revealed.Round.Dreams[0].Party, revealed.Round.Dream!.Party));
        Assert.Equal(new DreamWritten(revealed.Round.Id, 2), revealed.Round.Facts[^1].Fact);
    }

    [Fact]
    public void Of_two_writers_the_later_one_is_told()
    {
        revealed.Round.WriteDream("Eerst.", 0, A.Facilitation());

        var refusal = revealed.Round.WriteDream("Ook eerst.", 0, A.Act(Parties.Fryslan));

        Assert.Equal(("dream.changed-by-other", "Eerst."), (refusal?.Code, refusal?.Arguments[0]));
        Assert.Null(revealed.Round.WriteDream("Eerst.", 1, A.Facilitation()));
        Assert.Single(revealed.Round.Dreams);
    }

    [Fact]
    public void It_has_words_after_the_reveal_and_before_the_end()
    {
        Assert.Equal("points.not-revealed", A.Round(A.FullTable()).WriteDream("x", 0, A.Facilitation())?.Code);
        Assert.Equal("access.members-only", revealed.Round.WriteDream("x", 0, A.Job())?.Code);
        Assert.Equal("text.missing", revealed.Round.WriteDream(" ", 0, A.Facilitation())?.Code);
        Assert.Equal("text.too-long", revealed.Round.WriteDream(new string('z', 601), 0, A.Facilitation())?.Code);
        revealed.Round.CloseUndecided("Nog niet.", A.NextYear, revealed.Table, [], A.Facilitation());
        Assert.Equal("round.closed", revealed.Round.WriteDream("x", 0, A.Facilitation())?.Code);
    }
}
