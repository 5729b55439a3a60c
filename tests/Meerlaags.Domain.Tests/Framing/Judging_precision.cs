using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;

namespace Meerlaags.Domain.Tests.Framing;

public class Judging_precision
{
    private readonly RevealedRound revealed = A.Revealed(Parties.Dantumadiel, Parties.Fryslan);
    private readonly CandidateText text;

    public Judging_precision() => text = A.Candidate(revealed.Round, "Wij bouwen 75.000 woningen.", "Die zijn voor starters.");

    private Desk Desk => Desk.Of(revealed.Round, revealed.Texts, []);

    [Fact]
    public void A_sentence_answers_a_question()
    {
        var sentence = text.Sentences[1];

        Assert.Null(Judge(new PrecisionVerdict("for-whom", 1, sentence.Id, "valt weg")));

        var judgement = text.JudgementOn("for-whom")!;
        Assert.Equal((sentence.Id, "", Parties.Fryslan), (judgement.Sentence!.Value, judgement.Reason, judgement.Party!.Value));
        Assert.Equal(new PrecisionJudged(revealed.Round.Id, text.Id, 1), text.Facts[^1].Fact);
        Assert.Null(text.JudgementOn("where"));
    }

    [Fact]
    public void Once_the_sentence_is_worded_otherwise_or_gone_the_question_is_asked_again()
    {
        var sentence = text.Sentences[1];
        Judge(new PrecisionVerdict("for-whom", 1, sentence.Id, null));

        text.Change(sentence.Id, A.Sentence("Die zijn voor iedereen."), 1, Desk, A.Facilitation());
        Assert.Null(text.JudgementOn("for-whom"));
        Judge(new PrecisionVerdict("for-whom", 1, sentence.Id, null));
        Assert.NotNull(text.JudgementOn("for-whom"));
        text.Remove(sentence.Id, Desk, A.Facilitation());

        Assert.Null(text.JudgementOn("for-whom"));
        Assert.Equal(2, text.Judgements.Count);
    }

    [Fact]
    public void Not_needed_has_a_reason()
    {
        Assert.Equal("precision.needs-sentence-or-reason", Judge(new PrecisionVerdict("when", 1, null, " "))?.Code);
        Assert.Equal("text.too-long", Judge(new PrecisionVerdict("when", 1, null, new string('z', 501)))?.Code);
        Assert.Null(Judge(new PrecisionVerdict("when", 1, null, " Dat staat in de woondeal. ")));

        Assert.Equal("Dat staat in de woondeal.", text.JudgementOn("when")?.Reason);
    }

    [Fact]
    public void A_sentence_of_another_text_answers_nothing_and_a_text_that_is_out_is_left_alone()
    {
        Assert.Equal("sentence.unknown", Judge(new PrecisionVerdict("when", 1, A.New<SentenceId>(), null))?.Code);
        Assert.Equal("access.members-only", text.Judge(new PrecisionVerdict("when", 1, null, "x"), Desk, A.Job())?.Code);
        var closed = Desk.Of(revealed.Round, revealed.Texts, [A.Version(revealed)]);
        Assert.Equal("text.out-for-consent", text.Judge(new PrecisionVerdict("when", 1, null, "x"), closed, A.Facilitation())?.Code);
    }

    private Refusal? Judge(PrecisionVerdict verdict) => text.Judge(verdict, Desk, A.Act(Parties.Fryslan));
}
