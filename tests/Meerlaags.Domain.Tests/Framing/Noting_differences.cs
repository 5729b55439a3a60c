using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;

namespace Meerlaags.Domain.Tests.Framing;

public class Noting_differences
{
    private static readonly FoundDifference Young = new("group", "group/young", "jongeren");

    private readonly RevealedRound revealed = A.Revealed(Parties.Dantumadiel, Parties.Fryslan);

    [Fact]
    public void Somebody_writes_a_difference_down_with_the_words_of_parties()
    {
        var noted = Add(A.Act(Parties.Rijk), "Wie het betaalt. ", (Parties.Dantumadiel, " de regio\nbetaalt "), (Parties.Fryslan, " ")).OrFail();

        Assert.Equal((DifferenceVerdict.Added, "means", "Wie het betaalt.", (PartyId?)Parties.Rijk), (noted.Verdict, noted.Aspect, noted.Words, noted.Party));
        Assert.Equal([new DifferenceSide(Parties.Dantumadiel, "de regio betaalt")], noted.Sides);
        Assert.Equal(new DifferenceNoted(revealed.Round.Id, noted.Id, DifferenceVerdict.Added), Assert.Single(noted.Facts).Fact);
    }

    [Fact]
    public void It_needs_words_and_parties_whose_text_is_open()
    {
        Assert.Equal("text.missing", Add(A.Facilitation(), " ", (Parties.Fryslan, "x")).Refusal?.Code);
        Assert.Equal("text.too-long", Add(A.Facilitation(), new string('a', NotedDifference.WordsLimit + 1), (Parties.Fryslan, "x")).Refusal?.Code);
        Assert.Equal("difference.whose-words", Add(A.Facilitation(), "Wat.", (Parties.Fryslan, " ")).Refusal?.Code);
        Assert.Equal("difference.unknown-party", Add(A.Facilitation(), "Wat.", (Parties.Rijk, "x")).Refusal?.Code);
        Assert.Equal("difference.unknown-party", Add(A.Facilitation(), "Wat.", (Parties.Fryslan, "x"), (Parties.Fryslan, "y")).Refusal?.Code);
        Assert.Equal("text.too-long", Add(A.Facilitation(), "Wat.", (Parties.Fryslan, new string('a', NotedDifference.SideLimit + 1))).Refusal?.Code);
        Assert.Equal("access.members-only", Add(A.Job(), "Wat.", (Parties.Fryslan, "x")).Refusal?.Code);
    }

    [Fact]
    public void What_is_not_right_needs_a_reason_and_what_is_right_does_not()
    {
        Assert.Equal("text.missing", Judge(A.Facilitation(), false, " ").Refusal?.Code);
        var wrong = Judge(A.Act(Parties.Fryslan), false, "Wij bedoelen iedereen.").OrFail();
        var right = Judge(A.Facilitation(), true, "").OrFail();

        Assert.Equal((DifferenceVerdict.Corrected, "group/young", "jongeren", "group"), (wrong.Verdict, wrong.Finding, wrong.About, wrong.Aspect));
        Assert.Equal((DifferenceVerdict.Confirmed, null), (right.Verdict, right.Party));
    }

    [Fact]
    public void Only_between_the_reveal_and_the_end_of_the_round()
    {
        var blind = A.Round(revealed.Table);
        Assert.Equal("points.not-revealed", NotedDifference.Judge(A.New<NotedDifferenceId>(), blind, Young, (true, ""), A.Facilitation()).Refusal?.Code);
        var noted = Judge(A.Facilitation(), true, "").OrFail();

        revealed.Round.CloseUndecided("Nog niet.", A.NextYear, revealed.Table, [], A.Facilitation());

        Assert.Equal("round.closed", Judge(A.Facilitation(), true, "").Refusal?.Code);
        Assert.Equal("round.closed", noted.Withdraw(revealed.Round, A.Facilitation())?.Code);
    }

    [Fact]
    public void Who_said_it_takes_it_back_or_the_facilitator_once()
    {
        var noted = Judge(A.Act(Parties.Fryslan), true, "").OrFail();

        Assert.Equal("access.party-only", noted.Withdraw(revealed.Round, A.Act(Parties.Dantumadiel))?.Code);
        Assert.Equal("access.members-only", noted.Withdraw(revealed.Round, A.Job())?.Code);
        Assert.Null(noted.Withdraw(revealed.Round, A.Act(Parties.Fryslan)));

        Assert.Equal(A.Monday, noted.WithdrawnAt);
        Assert.Equal("difference.already-withdrawn", noted.Withdraw(revealed.Round, A.Facilitation())?.Code);
        Assert.Equal(new NotedDifferenceWithdrawn(revealed.Round.Id, noted.Id, DifferenceVerdict.Confirmed), noted.Facts[^1].Fact);
    }

    private Decided<NotedDifference> Add(Act act, string words, params IEnumerable<(PartyId Party, string Words)> sides) =>
        NotedDifference.Add(
            A.New<NotedDifferenceId>(),
            revealed.Round,
            new AddedDifference("means", words, sides.Select(side => new DifferenceSide(side.Party, side.Words))),
            revealed.Texts.Select(text => text.Party).ToHashSet(),
            act
        );

    private Decided<NotedDifference> Judge(Act act, bool right, string why) =>
        NotedDifference.Judge(A.New<NotedDifferenceId>(), revealed.Round, Young, (right, why), act);
}
