using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;

namespace Meerlaags.Domain.Tests.Framing;

public class Giving_critique
{
    private readonly RevealedRound revealed = A.Revealed(Parties.Dantumadiel, Parties.Fryslan);
    private readonly CandidateText text;

    public Giving_critique() => text = A.Candidate(revealed.Round, "Een.", "Twee.");

    [Fact]
    public void What_is_written_unseen_leaves_no_trace_and_may_change()
    {
        var critique = Begun();

        Assert.Null(Write(critique, Words(works: " Kort. ", harms: "Wij vrezen nat land.")));
        Assert.Null(Write(critique, Words(works: "Korter.")));

        Assert.Equal(("Korter.", "", ""), (critique.Works, critique.Lacks, critique.Harms));
        Assert.Empty(critique.Facts);
        Assert.Equal("formulation.changed-by-colleague", critique.Write(Words("x"), text, revealed.Round, 0, A.Act(Parties.Fryslan))?.Code);
    }

    [Fact]
    public void Other_words_belong_to_a_sentence_and_say_something_else()
    {
        var critique = Begun();
        var (one, two) = (text.Sentences[0], text.Sentences[1]);

        Assert.Null(Write(critique, Words(proposals: [new(one.Id, 1, " Een,\nen meer. "), new(two.Id, 1, " ")])));
        Assert.Equal([new ProposedWording(one.Id, 1, "Een, en meer.")], critique.Proposals);
        Assert.Null(Write(critique, Words("x", proposals: [new(one.Id, 1, "Een.")])));
        Assert.Empty(critique.Proposals);
        Assert.Equal("sentence.unknown", Write(critique, Words(proposals: [new(A.New<SentenceId>(), 1, "x")]))?.Code);
        Assert.Equal("critique.one-wording-a-sentence", Write(critique, Words(proposals: [new(one.Id, 1, "x"), new(one.Id, 1, "y")]))?.Code);
        Assert.Equal(("text.too-long", "Proposals"), Fault(Words(proposals: [new(one.Id, 1, new string('z', 501))])));
        Assert.Equal(("text.too-long", "Harms"), Fault(Words(harms: new string('z', 2001))));
        Assert.Equal(("critique.empty", null), Fault(Words(" ")));

        (string?, string?) Fault(CritiqueWords words) => Write(critique, words) is var refusal ? (refusal?.Code, refusal?.Field) : default;
    }

    [Fact]
    public void Once_open_it_stands_and_is_answered()
    {
        var critique = Begun();
        Write(critique, Words("Kort."));
        Assert.Equal("critique.not-open", critique.Answer("Dank.", text, revealed.Round, A.Facilitation())?.Code);

        Assert.Equal("access.facilitator-only", text.OpenCritique(revealed.Round, A.Act(Parties.Fryslan))?.Code);
        Assert.Null(text.OpenCritique(revealed.Round, A.Facilitation()));
        var facts = text.Facts.Count;
        Assert.Null(text.OpenCritique(revealed.Round, A.Facilitation(A.Monday.AddDays(1))));

        Assert.Equal((A.Monday, facts), (text.CritiqueOpenedAt!.Value, text.Facts.Count));
        Assert.Equal("critique.already-open", Write(critique, Words("Anders."))?.Code);
        Assert.Null(critique.Answer(" Dank. ", text, revealed.Round, A.Act(Parties.Dantumadiel)));
        Assert.Equal((Parties.Dantumadiel, "Dank."), (critique.Answers.Single().Party!.Value, critique.Answers.Single().Text));
        Assert.Equal(new CritiqueAnswered(revealed.Round.Id, text.Id, 1, Parties.Fryslan), Assert.Single(critique.Facts).Fact);
        Assert.Equal("text.missing", critique.Answer(" ", text, revealed.Round, A.Facilitation())?.Code);
        Assert.Equal("access.members-only", critique.Answer("Werk.", text, revealed.Round, A.Job())?.Code);
        while (critique.Answers.Count < Critique.MostAnswers)
            Assert.Null(critique.Answer("Nog iets.", text, revealed.Round, A.Facilitation()));
        Assert.Equal("critique.talk-about-it", critique.Answer("Nog iets.", text, revealed.Round, A.Facilitation())?.Code);
    }

    [Fact]
    public void Who_comes_late_writes_openly_once()
    {
        text.OpenCritique(revealed.Round, A.Facilitation());
        var critique = Begun();

        Assert.Null(Write(critique, Words("Laat.")));

        Assert.Equal(new CritiqueGiven(revealed.Round.Id, text.Id, 1, Parties.Fryslan), Assert.Single(critique.Facts).Fact);
        Assert.Equal("critique.already-open", Write(critique, Words("Later."))?.Code);
    }

    [Fact]
    public void Only_a_party_at_the_table_writes_its_own_and_only_while_the_round_is_open()
    {
        var party = revealed.Table.Party(Parties.Fryslan)!;
        Assert.Equal("access.party-only", Critique.Begin(A.New<CritiqueId>(), text, party, A.Act(Parties.Rijk)).Refusal?.Code);
        Assert.Equal("access.party-only", Critique.Begin(A.New<CritiqueId>(), text, party, A.Facilitation()).Refusal?.Code);
        var critique = Begun();
        Assert.Equal("access.party-only", critique.Write(Words("x"), text, revealed.Round, 0, A.Act(Parties.Rijk))?.Code);
        revealed.Table.Leave(Parties.Rijk, A.Facilitation());
        Assert.Equal("party.not-seated", Critique.Begin(A.New<CritiqueId>(), text, revealed.Table.Party(Parties.Rijk)!, A.Act(Parties.Rijk)).Refusal?.Code);

        revealed.Round.CloseUndecided("Nog niet.", A.NextYear, revealed.Table, [], A.Facilitation());
        Assert.Equal("round.closed", Write(critique, Words("x"))?.Code);
        Assert.Equal("round.closed", text.OpenCritique(revealed.Round, A.Facilitation())?.Code);
        Assert.Equal("round.closed", critique.Answer("x", text, revealed.Round, A.Facilitation())?.Code);
    }

    private Critique Begun() => Critique.Begin(A.New<CritiqueId>(), text, revealed.Table.Party(Parties.Fryslan)!, A.Act(Parties.Fryslan)).OrFail();

    private Refusal? Write(Critique critique, CritiqueWords words) => critique.Write(words, text, revealed.Round, critique.Version, A.Act(Parties.Fryslan));

    private static CritiqueWords Words(string works = "", string harms = "", params IEnumerable<ProposedWording> proposals) => new(works, "", harms, proposals);
}
