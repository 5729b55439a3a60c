using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;

namespace Meerlaags.Domain.Tests.Framing;

public class Revealing_texts
{
    private readonly Collaboration table = A.FullTable();
    private readonly FramingRound round;

    public Revealing_texts() => round = A.Round(table);

    [Fact]
    public void A_reveal_opens_all_submitted_texts_in_one_act()
    {
        var texts = Parties.All.Select(party => A.Submitted(round, table, party)).ToList();

        Assert.Null(round.RevealTexts(texts, table, A.Facilitation(A.Monday.AddDays(3))));

        Assert.Equal(new Reveal(A.Monday.AddDays(3), People.FacilitatorOfTheRegion), round.Reveal);
        Assert.All(texts, text => Assert.Equal(A.Monday.AddDays(3), text.RevealedAt));
        var fact = Assert.IsType<TextsRevealed>(round.Facts[^1].Fact);
        Assert.Equal(Parties.All, ((IOpensSeal)fact).Opened);
        Assert.Equal(round.Id.Value, ((IOpensSeal)fact).Seal);
    }

    [Fact]
    public void A_reveal_needs_two_submitted_texts()
    {
        var texts = new[] { A.Submitted(round, table, Parties.Dantumadiel), A.Written(round, table, Parties.Fryslan) };

        var refusal = round.RevealTexts(texts, table, A.Facilitation());

        Assert.Equal("reveal.too-few-texts", refusal?.Code);
        Assert.False(round.IsRevealed);
        Assert.Null(texts[0].RevealedAt);
    }

    [Fact]
    public void The_texts_of_one_party_count_once()
    {
        var text = A.Submitted(round, table, Parties.Dantumadiel);
        var another = A.Submitted(round, table, Parties.Dantumadiel);

        Assert.Equal("reveal.too-few-texts", round.RevealTexts([text, text], table, A.Facilitation())?.Code);
        Assert.Equal("reveal.too-few-texts", round.RevealTexts([text, another], table, A.Facilitation())?.Code);
    }

    [Fact]
    public void A_draft_stays_blind()
    {
        var draft = A.Written(round, table, Parties.Rijk);

        round.RevealTexts([A.Submitted(round, table, Parties.Dantumadiel), draft, A.Submitted(round, table, Parties.Fryslan)], table, A.Facilitation());

        Assert.Null(draft.RevealedAt);
        Assert.Equal([Parties.Dantumadiel, Parties.Fryslan], Assert.IsType<TextsRevealed>(round.Facts[^1].Fact).Parties);
    }

    [Fact]
    public void A_party_that_left_before_stays_unrevealed()
    {
        var left = A.Submitted(round, table, Parties.Dantumadiel);
        var texts = new[] { left, A.Submitted(round, table, Parties.Fryslan), A.Submitted(round, table, Parties.Rijk) };
        table.Leave(Parties.Dantumadiel, A.Facilitation());

        Assert.Null(round.RevealTexts(texts, table, A.Facilitation()));

        Assert.Null(left.RevealedAt);
        Assert.Equal([Parties.Fryslan, Parties.Rijk], Assert.IsType<TextsRevealed>(round.Facts[^1].Fact).Parties);
    }

    [Fact]
    public void A_party_that_left_does_not_count_towards_the_two()
    {
        var texts = new[] { A.Submitted(round, table, Parties.Dantumadiel), A.Submitted(round, table, Parties.Fryslan) };
        table.Leave(Parties.Dantumadiel, A.Facilitation());

        Assert.Equal("reveal.too-few-texts", round.RevealTexts(texts, table, A.Facilitation())?.Code);
    }

    [Fact]
    public void A_party_that_leaves_after_the_reveal_stays_readable()
    {
        var text = A.Submitted(round, table, Parties.Dantumadiel);
        round.RevealTexts([text, A.Submitted(round, table, Parties.Rijk)], table, A.Facilitation());

        table.Leave(Parties.Dantumadiel, A.Facilitation());

        Assert.NotNull(text.RevealedAt);
    }

    [Fact]
    public void A_resting_party_is_revealed_with_the_others()
    {
        var resting = A.Submitted(round, table, Parties.Dantumadiel);
        table.ChangeSeat(Parties.Dantumadiel, SeatDegree.Resting, bound: false, A.Facilitation());

        round.RevealTexts([resting, A.Submitted(round, table, Parties.Rijk)], table, A.Facilitation());

        Assert.NotNull(resting.RevealedAt);
    }

    [Fact]
    public void A_text_of_another_round_is_no_part_of_it()
    {
        var other = A.Submitted(A.Round(table), table, Parties.Dantumadiel);

        Assert.Equal("reveal.too-few-texts", round.RevealTexts([other, A.Submitted(round, table, Parties.Rijk)], table, A.Facilitation())?.Code);
        Assert.Null(other.RevealedAt);
    }

    [Fact]
    public void Only_the_facilitator_reveals_never_a_job_or_a_party()
    {
        var texts = new[] { A.Submitted(round, table, Parties.Dantumadiel), A.Submitted(round, table, Parties.Fryslan) };

        Assert.Equal("access.facilitator-only", round.RevealTexts(texts, table, A.Act(Parties.Dantumadiel))?.Code);
        Assert.Equal("access.facilitator-only", round.RevealTexts(texts, table, A.Job())?.Code);
        Assert.All(texts, text => Assert.Null(text.RevealedAt));
    }

    [Fact]
    public void A_round_is_revealed_once()
    {
        var revealed = A.Revealed();

        Assert.Equal("reveal.already-done", revealed.Round.RevealTexts(revealed.Texts, revealed.Table, A.Facilitation())?.Code);
    }
}
