using Meerlaags.Domain.Framing;

namespace Meerlaags.Domain.Tests.Framing;

public class Talking_before_writing
{
    private readonly Domain.Collaborations.Collaboration table = A.FullTable();
    private readonly FramingRound round;

    public Talking_before_writing() => round = A.Round(table);

    [Fact]
    public void A_round_writes_first_unless_the_facilitator_chooses_to_meet_first()
    {
        Assert.Equal((RoundFormat.WriteFirst, false), (round.Format, round.TalksFirst));
        Assert.Equal("round.writes-first", round.ConfirmMet(A.Facilitation())?.Code);

        Assert.Null(round.ChooseFormat(RoundFormat.MeetingFirst, A.Facilitation()));
        Assert.Null(round.ChooseFormat(RoundFormat.MeetingFirst, A.Facilitation()));

        Assert.True(round.TalksFirst);
        Assert.Equal(new FormatChosen(round.Id, RoundFormat.MeetingFirst), Assert.Single(round.Facts, recorded => recorded.Fact is FormatChosen).Fact);
    }

    [Fact]
    public void After_the_talk_everybody_writes()
    {
        round.ChooseFormat(RoundFormat.MeetingFirst, A.Facilitation());

        Assert.Null(round.ConfirmMet(A.Facilitation()));
        Assert.Null(round.ConfirmMet(A.Facilitation(A.Monday.AddDays(1))));

        Assert.False(round.TalksFirst);
        Assert.Equal(A.Monday, round.Met!.At);
        Assert.Single(round.Facts, recorded => recorded.Fact is PeopleMet);
    }

    [Fact]
    public void No_step_is_locked_and_the_questions_are_the_same()
    {
        round.ChooseFormat(RoundFormat.MeetingFirst, A.Facilitation());
        var texts = new[] { Parties.Dantumadiel, Parties.Fryslan }.Select(party => A.Submitted(round, table, party)).ToList();

        Assert.Null(round.RevealTexts(texts, table, A.Facilitation()));

        Assert.False(round.TalksFirst);
        Assert.Equal(A.Questions().Reference, round.Questions);
        Assert.Equal("reveal.already-done", round.ChooseFormat(RoundFormat.WriteFirst, A.Facilitation())?.Code);
        Assert.Equal("reveal.already-done", round.ConfirmMet(A.Facilitation())?.Code);
    }

    [Fact]
    public void Only_the_facilitator_says_so_and_only_while_the_round_is_open()
    {
        Assert.Equal("access.facilitator-only", round.ChooseFormat(RoundFormat.MeetingFirst, A.Act(Parties.Rijk))?.Code);
        Assert.Equal("access.facilitator-only", round.ConfirmMet(A.Job())?.Code);
        round.CloseUndecided("Nog niet.", A.NextYear, table, [], A.Facilitation());
        Assert.Equal("round.closed", round.ChooseFormat(RoundFormat.MeetingFirst, A.Facilitation())?.Code);
    }
}
