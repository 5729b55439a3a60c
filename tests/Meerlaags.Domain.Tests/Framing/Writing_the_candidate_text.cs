using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;

namespace Meerlaags.Domain.Tests.Framing;

public class Writing_the_candidate_text
{
    private readonly RevealedRound revealed = A.Revealed(Parties.Dantumadiel, Parties.Fryslan, Parties.Rijk);
    private readonly CandidateText text;

    public Writing_the_candidate_text() => text = A.Candidate(revealed.Round, "Een.", "Twee.", "Drie.");

    private Desk Desk => Desk.Of(revealed.Round, revealed.Texts, []);

    [Fact]
    public void It_begins_after_the_reveal_and_before_the_end()
    {
        Assert.Equal("points.not-revealed", CandidateText.Begin(A.New<CandidateTextId>(), A.Round(revealed.Table)).Refusal?.Code);

        revealed.Round.CloseUndecided("Nog niet.", A.NextYear, revealed.Table, [], A.Facilitation());
        Assert.Equal("round.closed", CandidateText.Begin(A.New<CandidateTextId>(), revealed.Round).Refusal?.Code);
    }

    [Fact]
    public void A_sentence_stands_on_one_line_at_the_end_with_its_points()
    {
        var id = A.New<SentenceId>();

        Assert.Null(text.Add(id, A.Sentence(" Vier\nis <b>ook</b> een zin. ", revealed.Points[0], revealed.Points[0]), Desk, A.Facilitation()));

        var sentence = text.Sentence(id)!;
        Assert.Equal(("Vier is <b>ook</b> een zin.", 4, 1), (sentence.Text, sentence.Position, sentence.Revision));
        Assert.Equal([revealed.Points[0]], sentence.Points);
        Assert.Equal(new SentenceWritten(revealed.Round.Id, id, 1), text.Facts[^1].Fact);
        Assert.Equal("Een.\nTwee.\nDrie.\nVier is <b>ook</b> een zin.", text.Body);
    }

    [Fact]
    public void The_same_sentence_sent_twice_is_added_once_and_nothing_is_lost_in_silence()
    {
        var id = A.New<SentenceId>();
        text.Add(id, A.Sentence("Vier."), Desk, A.Facilitation());

        Assert.Null(text.Add(id, A.Sentence("Vier."), Desk, A.Facilitation()));
        Assert.Equal("sentence.changed-by-other", text.Add(id, A.Sentence("Vijf."), Desk, A.Facilitation())?.Code);

        Assert.Equal(4, text.Sentences.Count);
    }

    [Fact]
    public void A_sentence_has_words_at_most_500_and_only_open_points()
    {
        Assert.Equal(("text.missing", "Text"), Add(A.Sentence(" ")));
        Assert.Equal(("text.too-long", "Text"), Add(A.Sentence(new string('z', 501))));
        Assert.Equal(("points.unknown", "Points"), Add(A.Sentence("Zin.", A.New<PointId>())));
        Assert.Equal((null, null), Add(A.Sentence(new string('z', 500))));

        var blind = A.Written(revealed.Round, revealed.Table, Parties.Achtkarspelen);
        Assert.Equal(
            "points.unknown",
            text.Add(
                A.New<SentenceId>(),
                A.Sentence("Zin.", blind.Points[0].Id),
                Desk.Of(revealed.Round, [.. revealed.Texts, blind], []),
                A.Facilitation()
            )?.Code
        );

        (string?, string?) Add(Phrasing wording) =>
            text.Add(A.New<SentenceId>(), wording, Desk, A.Facilitation()) is var refusal ? (refusal?.Code, refusal?.Field) : default;
    }

    [Fact]
    public void A_page_has_forty_sentences()
    {
        for (var number = 4; number <= CandidateText.MostSentences; number++)
            Assert.Null(text.Add(A.New<SentenceId>(), A.Sentence($"Zin {number}."), Desk, A.Facilitation()));

        Assert.Equal("sentence.too-many", text.Add(A.New<SentenceId>(), A.Sentence("Nog een."), Desk, A.Facilitation())?.Code);
    }

    [Fact]
    public void Of_two_writers_the_second_sees_the_words_of_the_first()
    {
        var id = text.Sentences[0].Id;
        Assert.Null(text.Change(id, A.Sentence("Van de eerste."), seen: 1, Desk, A.Act(Parties.Dantumadiel)));

        var refusal = text.Change(id, A.Sentence("Van de tweede."), seen: 1, Desk, A.Act(Parties.Fryslan));

        Assert.Equal("sentence.changed-by-other", refusal?.Code);
        Assert.Equal(["Van de eerste."], refusal?.Arguments!);
        Assert.Equal(2, text.Sentence(id)?.Revision);
        Assert.Equal(1, text.Sentence(id)?.Position);
    }

    [Fact]
    public void Other_points_below_the_same_words_tell_a_second_writer_and_keep_who_recognised_itself()
    {
        var id = text.Sentences[0].Id;
        var words = text.Sentences[0].Text;
        Assert.Null(text.Recognise(id, 1, true, revealed.Round, A.Act(Parties.Rijk)));
        var points = revealed.Texts.SelectMany(known => known.Points).Select(point => point.Id).Take(2).ToList();

        Assert.Null(text.Change(id, A.Sentence(words, points[0]), seen: 1, Desk, A.Act(Parties.Dantumadiel)));
        var refusal = text.Change(id, A.Sentence(words, points[1]), seen: 1, Desk, A.Act(Parties.Fryslan));

        Assert.Equal("sentence.changed-by-other", refusal?.Code);
        Assert.Equal([points[0]], text.Sentence(id)!.Points);
        Assert.True(text.Recognises(Parties.Rijk, text.Sentence(id)!));
    }

    [Fact]
    public void What_does_not_exist_cannot_be_changed_moved_removed_or_recognised()
    {
        var unknown = A.New<SentenceId>();

        Assert.Equal("sentence.unknown", text.Change(unknown, A.Sentence("Zin."), 1, Desk, A.Facilitation())?.Code);
        Assert.Equal("sentence.unknown", text.Move(unknown, up: true, Desk, A.Facilitation())?.Code);
        Assert.Equal("sentence.unknown", text.Remove(unknown, Desk, A.Facilitation())?.Code);
        Assert.Equal("sentence.unknown", text.Recognise(unknown, 1, true, revealed.Round, A.Act(Parties.Rijk))?.Code);
    }

    [Fact]
    public void A_sentence_moves_one_place_and_no_further_than_the_ends()
    {
        var last = text.Sentences[2].Id;

        Assert.Equal("sentence.no-further", text.Move(last, up: false, Desk, A.Facilitation())?.Code);
        Assert.Null(text.Move(last, up: true, Desk, A.Facilitation()));
        Assert.Equal("Een.\nDrie.\nTwee.", text.Body);
        Assert.Equal(new SentenceMoved(revealed.Round.Id, last, 2), text.Facts[^1].Fact);
        Assert.Null(text.Move(last, up: true, Desk, A.Facilitation()));
        Assert.Equal("sentence.no-further", text.Move(last, up: true, Desk, A.Facilitation())?.Code);
        Assert.Equal([1, 2, 3], text.Sentences.Select(sentence => sentence.Position));
    }

    [Fact]
    public void A_moved_text_keeps_its_order_whatever_order_storage_gives_it_in()
    {
        text.Move(text.Sentences[2].Id, up: true, Desk, A.Facilitation());

        Assert.Equal("Een.\nDrie.\nTwee.", text.FromStorage().Body);
        text.Remove(text.Sentences[0].Id, Desk, A.Facilitation());
        Assert.Equal("Drie.\nTwee.", text.Body);
        Assert.Equal([1, 2], text.Sentences.Select(sentence => sentence.Position));
    }

    [Fact]
    public void A_removed_sentence_takes_its_recognitions_along()
    {
        var first = text.Sentences[0];
        text.Recognise(first.Id, 1, true, revealed.Round, A.Act(Parties.Rijk));

        Assert.Null(text.Remove(first.Id, Desk, A.Facilitation()));

        Assert.Equal("Twee.\nDrie.", text.Body);
        Assert.Equal([1, 2], text.Sentences.Select(sentence => sentence.Position));
        Assert.Empty(text.Recognitions);
        Assert.Equal(new SentenceRemoved(revealed.Round.Id, first.Id), text.Facts[^1].Fact);
    }

    [Fact]
    public void While_a_version_is_out_the_text_rests_until_there_is_a_concern()
    {
        var version = A.Version(revealed);
        var id = text.Sentences[0].Id;
        var resting = Desk.Of(revealed.Round, revealed.Texts, [version]);

        Assert.Equal("text.out-for-consent", text.Add(A.New<SentenceId>(), A.Sentence("Zin."), resting, A.Facilitation())?.Code);
        Assert.Equal("text.out-for-consent", text.Change(id, A.Sentence("Zin."), 1, resting, A.Facilitation())?.Code);
        Assert.Equal("text.out-for-consent", text.Move(id, up: false, resting, A.Facilitation())?.Code);
        Assert.Equal("text.out-for-consent", text.Remove(id, resting, A.Facilitation())?.Code);

        version.AnsweredBy(revealed.Table, Parties.Rijk, ConsentChoice.Concern, binding: false);
        Assert.Null(text.Change(id, A.Sentence("Zin."), 1, Desk.Of(revealed.Round, revealed.Texts, [version]), A.Facilitation()));
    }

    [Fact]
    public void A_closed_round_has_a_closed_desk()
    {
        revealed.Round.CloseUndecided("Nog niet.", A.NextYear, revealed.Table, [], A.Facilitation());

        Assert.Equal("round.closed", Desk.Closed?.Code);
        Assert.Equal("round.closed", text.Add(A.New<SentenceId>(), A.Sentence("Zin."), Desk, A.Facilitation())?.Code);
        Assert.Equal("round.closed", text.Recognise(text.Sentences[0].Id, 1, true, revealed.Round, A.Act(Parties.Rijk))?.Code);
    }

    [Fact]
    public void A_party_recognises_itself_in_one_wording()
    {
        var sentence = text.Sentences[0];

        Assert.Null(Recognise(sentence, 1, true));
        Assert.True(text.Recognises(Parties.Rijk, sentence));
        Assert.False(text.Recognises(Parties.Fryslan, sentence));
        Assert.Equal(new SentenceRecognised(revealed.Round.Id, sentence.Id, 1, Parties.Rijk, true), text.Facts[^1].Fact);

        text.Change(sentence.Id, A.Sentence("Anders."), 1, Desk, A.Facilitation());
        Assert.False(text.Recognises(Parties.Rijk, sentence));
        Assert.Equal("sentence.changed-by-other", Recognise(sentence, 1, true)?.Code);
        Assert.Null(Recognise(sentence, 2, true));
        Assert.Single(text.Recognitions);
    }

    [Fact]
    public void Recognising_twice_is_once_and_it_can_be_taken_back()
    {
        var sentence = text.Sentences[0];
        Recognise(sentence, 1, true);
        var facts = text.Facts.Count;

        Assert.Null(Recognise(sentence, 1, true));
        Assert.Equal(facts, text.Facts.Count);

        Assert.Null(Recognise(sentence, 1, false));
        Assert.Empty(text.Recognitions);
    }

    [Fact]
    public void Only_a_party_recognises_itself()
    {
        Assert.Equal("access.party-only", text.Recognise(text.Sentences[0].Id, 1, true, revealed.Round, A.Facilitation())?.Code);
        Assert.Equal("access.party-only", text.Recognise(text.Sentences[0].Id, 1, true, revealed.Round, A.Job())?.Code);
    }

    [Fact]
    public void Each_party_sees_which_of_its_thoughts_are_left_out()
    {
        var marks = SamePoint.Mark(revealed.Round, revealed.Texts, [revealed.Points[0], revealed.Points[1]], A.Facilitation()).OrFail();
        var groups = PointGroups.From(revealed.Texts, marks);
        text.Add(A.New<SentenceId>(), A.Sentence("Zin.", revealed.Points[0]), Desk, A.Facilitation());

        Assert.Empty(text.LeftOut(Parties.Dantumadiel, groups));
        Assert.Empty(text.LeftOut(Parties.Fryslan, groups));
        Assert.Equal(revealed.Points[2], Assert.Single(Assert.Single(text.LeftOut(Parties.Rijk, groups)).Points).Point.Id);
    }

    private Refusal? Recognise(Sentence sentence, int seen, bool recognised) =>
        text.Recognise(sentence.Id, seen, recognised, revealed.Round, A.Act(Parties.Rijk));
}
