using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;

namespace Meerlaags.Domain.Tests.Framing;

public class Starting_candidates
{
    private readonly RevealedRound revealed = A.Revealed(Parties.Dantumadiel, Parties.Fryslan);
    private readonly CandidateText first;

    public Starting_candidates() => first = A.Candidate(revealed.Round, "Een.", "Twee.");

    private Desk Desk => Desk.Of(revealed.Round, revealed.Texts, []);

    [Fact]
    public void A_party_starts_one_beside_the_others()
    {
        var second = Start(" Dorpen\n eerst ", A.Act(Parties.Fryslan)).OrFail();

        Assert.Equal((2, "Dorpen eerst", Parties.Fryslan), (second.Number, second.Name, second.StartedBy!.Value));
        Assert.Empty(second.Sentences);
        Assert.Equal(new CandidateStarted(revealed.Round.Id, second.Id, 2), Assert.Single(second.Facts).Fact);
    }

    [Fact]
    public void A_copy_has_the_sentences_and_points_but_nobody_recognises_itself_in_it_yet()
    {
        var sentence = first.Sentences[0];
        first.Change(sentence.Id, A.Sentence("Een.", revealed.Points[0]), 1, Desk, A.Facilitation());
        first.Recognise(sentence.Id, 2, recognised: true, revealed.Round, A.Act(Parties.Fryslan));

        var copy = Start("Kopie", A.Facilitation(), copied: first).OrFail();

        Assert.Equal(first.Body, copy.Body);
        Assert.Equal([revealed.Points[0]], copy.Sentences[0].Points);
        Assert.Equal(first.Id, copy.CopyOf);
        Assert.Null(copy.StartedBy);
        Assert.Empty(copy.Recognitions);
        Assert.Empty(first.Sentences.Select(line => line.Id).Intersect(copy.Sentences.Select(line => line.Id)));
        Assert.Null(copy.Change(copy.Sentences[0].Id, A.Sentence("Anders."), 1, Desk, A.Facilitation()));
        Assert.Equal("Een.", first.Sentences[0].Text);
    }

    [Fact]
    public void The_points_of_a_party_become_sentences_that_stand_on_them()
    {
        var text = revealed.Texts[0];

        var started = Start("Van Dantumadiel", A.Facilitation(), points: text).OrFail();

        Assert.Equal(text.Points.Select(point => point.Text), started.Sentences.Select(sentence => sentence.Text));
        Assert.Equal(text.Points.Select(point => point.Id), started.Sentences.SelectMany(sentence => sentence.Points));
        Assert.Equal(text.Party, started.OnPointsOf);
    }

    [Fact]
    public void A_text_that_is_not_open_gives_no_words_away()
    {
        var blind = A.Written(revealed.Round, revealed.Table, Parties.Achtkarspelen);

        Assert.Empty(Start("Stil", A.Facilitation(), points: blind).OrFail().Sentences);
    }

    [Fact]
    public void A_name_is_there_once_in_a_round()
    {
        Start("Dorpen eerst", A.Facilitation()).OrFail();
        var second = Start("Dorpen eerst", A.Facilitation()).OrFail();

        Assert.Equal("candidate.name-taken", Start("dorpen EERST", A.Facilitation(), present: [first, second]).Refusal?.Code);
        Assert.Equal(("text.missing", "Name"), (Start(" ", A.Facilitation()).Refusal?.Code, Start(" ", A.Facilitation()).Refusal?.Field));
        Assert.Equal("text.too-long", Start(new string('z', 81), A.Facilitation()).Refusal?.Code);
        Assert.Equal("candidate.name-taken", first.Rename("Dorpen eerst", [first, second], revealed.Round, A.Facilitation())?.Code);
        Assert.Null(first.Rename("Samen", [first, second], revealed.Round, A.Act(Parties.Fryslan)));
        Assert.Equal(("Samen", new CandidateNamed(revealed.Round.Id, first.Id, 1)), (first.Name, first.Facts[^1].Fact));
        Assert.Null(first.Rename("Samen", [first, second], revealed.Round, A.Act(Parties.Fryslan)));
        Assert.Equal("access.members-only", first.Rename("Anders", [first], revealed.Round, A.Job())?.Code);
    }

    [Fact]
    public void Eight_is_enough_and_not_while_a_version_is_out_nor_after_the_round()
    {
        var many = new List<CandidateText> { first };
        while (many.Count < CandidateText.MostCandidates)
            many.Add(Start($"Tekst {many.Count}", A.Facilitation(), present: many).OrFail());

        Assert.Equal("candidate.too-many", Start("Nog een", A.Facilitation(), present: many).Refusal?.Code);
        Assert.Equal("access.members-only", Start("Werk", A.Job()).Refusal?.Code);
        var version = A.Version(revealed);
        var closed = new Beginning("Later", [first], Desk.Of(revealed.Round, revealed.Texts, [version]));
        Assert.Equal("text.out-for-consent", CandidateText.Start(A.New<CandidateTextId>(), revealed.Round, closed, A.Facilitation()).Refusal?.Code);
        revealed.Round.CloseUndecided("Nog niet.", A.NextYear, revealed.Table, [version], A.Facilitation());
        Assert.Equal("round.closed", Start("Te laat", A.Facilitation()).Refusal?.Code);
        Assert.Equal("round.closed", first.Rename("Te laat", [first], revealed.Round, A.Facilitation())?.Code);
    }

    [Fact]
    public void Who_chooses_another_text_than_the_order_advises_says_why()
    {
        var second = A.Candidate(revealed.Round, "Drie.");
        Put With(string reason) => new(revealed.Table, [], A.NextYear) { Choice = new Choice([second.Id], reason) };

        Assert.Equal("candidate.choice-needs-reason", Frozen(first, With(" ")).Refusal?.Code);
        Assert.Equal(("", second.Id), (Frozen(second, With("")).OrFail().ChoiceReason, Frozen(second, With("")).OrFail().Candidate!.Value));
        var chosen = Frozen(first, With("Deze noemt de dorpen.")).OrFail();
        Assert.Equal(("Deze noemt de dorpen.", first.Id), (chosen.ChoiceReason, chosen.Candidate!.Value));
        Assert.Equal([second.Id], chosen.Advised);

        Decided<TextVersion> Frozen(CandidateText text, Put put) => TextVersion.Put(A.New<TextVersionId>(), revealed.Round, text, put, A.Facilitation());
    }

    private Decided<CandidateText> Start(
        string name,
        Act act,
        CandidateText? copied = null,
        Formulation? points = null,
        IReadOnlyCollection<CandidateText>? present = null
    ) => CandidateText.Start(A.New<CandidateTextId>(), revealed.Round, new Beginning(name, present ?? [first], Desk) { Copied = copied, Points = points }, act);
}
