using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;

namespace Meerlaags.Domain.Tests.Framing;

public class Submitting_a_text
{
    private readonly Collaboration table = A.FullTable();
    private readonly FramingRound round;

    public Submitting_a_text() => round = A.Round(table);

    [Fact]
    public void Only_a_hash_goes_into_the_journal_and_it_is_sealed()
    {
        var text = A.Written(round, table, Parties.Dantumadiel);

        Assert.Null(Submit(text, A.Act(Parties.Dantumadiel, People.AldermanDantumadiel)));

        var submission = text.Submission!;
        Assert.Equal((A.Monday, People.AldermanDantumadiel, A.Salt, false), (submission.At, submission.By, submission.Salt, submission.Late));
        var fact = Assert.IsType<FormulationSubmitted>(Assert.Single(text.Facts).Fact);
        Assert.Equal(new FormulationSubmitted(text.Id, round.Id, Parties.Dantumadiel, submission.Hash), fact);
        Assert.Equal(round.Id.Value, ((ISealedFact)fact).Seal);
        Assert.Equal(Parties.Dantumadiel, ((ISealedFact)fact).Party);
        Assert.Null(text.RevealedAt);
    }

    [Fact]
    public void Others_see_that_a_party_has_handed_in_not_when_and_not_in_which_order()
    {
        A.Submitted(round, table, Parties.Tytsjerksteradiel);
        A.Written(round, table, Parties.Fryslan);
        A.Submitted(round, table, Parties.Rijk);
        A.Submitted(round, table, Parties.Dantumadiel);
        var version = round.Version;

        Assert.Equal([Parties.Rijk, Parties.Dantumadiel, Parties.Tytsjerksteradiel], round.HandedIn.Select(mark => mark.Party));
        Assert.Equal(["Party"], typeof(HandedIn).GetProperties().Select(property => property.Name));
        Assert.Equal(1, version);
    }

    [Fact]
    public void A_text_is_submitted_once()
    {
        var text = A.Submitted(round, table, Parties.Dantumadiel);

        Assert.Equal("formulation.already-submitted", Submit(text, A.Act(Parties.Dantumadiel))?.Code);
        Assert.Single(text.Facts);
    }

    [Fact]
    public void Only_the_party_itself_submits()
    {
        var text = A.Written(round, table, Parties.Dantumadiel);

        Assert.Equal("access.party-only", Submit(text, A.Act(Parties.Fryslan))?.Code);
        Assert.Equal("access.party-only", Submit(text, A.Facilitation())?.Code);
        Assert.Equal("access.party-only", text.Submit(round, table.Party(Parties.Fryslan)!, A.Questions(), A.Salt, A.Act(Parties.Dantumadiel))?.Code);
        Assert.False(text.IsSubmitted);
    }

    [Fact]
    public void The_main_question_is_answered()
    {
        var text = A.Written(round, table, Parties.Dantumadiel, new Draft([new Answer("fear", "Leegloop")], [new DraftPoint(A.New<PointId>(), "Huizen")]));

        var refusal = Submit(text, A.Act(Parties.Dantumadiel));

        Assert.Equal(("formulation.answer-needed", "issue"), (refusal?.Code, refusal?.Field));
    }

    [Fact]
    public void At_least_one_point_stands_under_it()
    {
        var text = A.Written(round, table, Parties.Dantumadiel, A.Draft(points: ""));

        var refusal = Submit(text, A.Act(Parties.Dantumadiel));

        Assert.Equal(("formulation.point-needed", "Points"), (refusal?.Code, refusal?.Field));
    }

    [Fact]
    public void An_answer_keeps_to_the_limit_of_its_question()
    {
        var text = A.Written(round, table, Parties.Dantumadiel, Fear(501));
        var refusal = Submit(text, A.Act(Parties.Dantumadiel));
        Assert.Equal(("text.too-long", "fear"), (refusal?.Code, refusal?.Field));

        text.Write(round, Fear(500), text.Version, A.Act(Parties.Dantumadiel));
        Assert.Null(Submit(text, A.Act(Parties.Dantumadiel)));

        static Draft Fear(int characters) =>
            new([new Answer("issue", "Krimp"), new Answer("fear", new string('f', characters))], [new DraftPoint(A.New<PointId>(), "Huizen")]);
    }

    [Fact]
    public void An_answer_to_a_question_nobody_asked_is_not_sealed()
    {
        var draft = new Draft([new Answer("issue", "Krimp"), new Answer("verborgen", "Dit ziet niemand")], [new DraftPoint(A.New<PointId>(), "Huizen")]);
        var text = A.Written(round, table, Parties.Dantumadiel, draft);

        var refusal = Submit(text, A.Act(Parties.Dantumadiel));

        Assert.Equal(("formulation.unknown-question", "verborgen"), (refusal?.Code, refusal?.Field));
    }

    [Fact]
    public void A_point_bears_the_name_of_a_ministry_only_within_the_rijk()
    {
        Assert.Null(SubmitVoice(Parties.Rijk, Ministries.Landbouw));
        Assert.Equal("formulation.unknown-voice", SubmitVoice(Parties.Dantumadiel, Ministries.Landbouw)?.Code);
        Assert.Equal("formulation.unknown-voice", SubmitVoice(Parties.Rijk, Ministries.Financien)?.Code);

        Refusal? SubmitVoice(PartyId party, Domain.Register.OrganisationId voice)
        {
            var draft = new Draft([new Answer("issue", "Krimp")], [new DraftPoint(A.New<PointId>(), "Huizen", voice)]);
            return Submit(A.Written(round, table, party, draft), A.Act(party));
        }
    }

    [Fact]
    public void A_late_text_is_welcome_marked_late_and_open_at_once()
    {
        var revealed = A.Revealed(Parties.Dantumadiel, Parties.Fryslan);
        var late = A.Written(revealed.Round, revealed.Table, Parties.WetterskipFryslan);
        Assert.Null(late.RevealedAt);

        Assert.Null(late.Submit(revealed.Round, revealed.Table.Party(late.Party)!, A.Questions(), A.Salt, A.Act(late.Party, at: A.Monday.AddDays(1))));

        Assert.True(late.Submission?.Late);
        Assert.DoesNotContain(revealed.Round.HandedIn, mark => mark.Party == late.Party);
        Assert.Equal(A.Monday.AddDays(1), late.RevealedAt);
        Assert.Equal(new LateTextSubmitted(late.Id, revealed.Round.Id, Parties.WetterskipFryslan, late.Submission!.Hash), Assert.Single(late.Facts).Fact);
    }

    [Fact]
    public void A_party_that_left_hands_in_nothing_any_more()
    {
        var text = A.Written(round, table, Parties.Dantumadiel);
        table.Leave(Parties.Dantumadiel, A.Facilitation());
        Assert.Equal("party.not-seated", Submit(text, A.Act(Parties.Dantumadiel))?.Code);

        Assert.Null(round.RevealTexts([A.Submitted(round, table, Parties.Rijk), A.Submitted(round, table, Parties.Fryslan)], table, A.Facilitation()));
        Assert.Equal("party.not-seated", Submit(text, A.Act(Parties.Dantumadiel))?.Code);
        Assert.Null(text.RevealedAt);
    }

    [Fact]
    public void A_closed_round_takes_no_texts()
    {
        var text = A.Written(round, table, Parties.Dantumadiel);
        round.CloseUndecided("Nog niet.", A.NextYear, table, [], A.Facilitation());

        Assert.Equal("round.closed", Submit(text, A.Act(Parties.Dantumadiel))?.Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0011223344556677")]
    [InlineData("geen hexadecimale tekst, maar wel lang genoeg")]
    public void A_guessable_salt_is_a_bug(string salt)
    {
        var text = A.Written(round, table, Parties.Dantumadiel);

        Assert.Throws<ArgumentException>(() => text.Submit(round, table.Party(text.Party)!, A.Questions(), salt, A.Act(text.Party)));
        Assert.False(text.IsSubmitted);
    }

    private Refusal? Submit(Formulation text, Act act) => text.Submit(round, table.Party(text.Party)!, A.Questions(), A.Salt, act);
}

public class Taking_a_text_back
{
    private readonly Collaboration table = A.FullTable();
    private readonly FramingRound round;

    public Taking_a_text_back() => round = A.Round(table);

    [Fact]
    public void Before_the_reveal_a_party_may_go_on_writing()
    {
        var text = A.Submitted(round, table, Parties.Dantumadiel);

        Assert.Null(text.TakeBack(round, A.Act(Parties.Dantumadiel)));

        Assert.False(text.IsSubmitted);
        Assert.Empty(round.HandedIn);
        var fact = Assert.IsType<FormulationTakenBack>(text.Facts[^1].Fact);
        Assert.Equal(round.Id.Value, ((ISealedFact)fact).Seal);
        Assert.Null(text.Write(round, A.Draft("Beter"), text.Version, A.Act(Parties.Dantumadiel)));
        Assert.Null(text.Submit(round, table.Party(text.Party)!, A.Questions(), A.Salt, A.Act(Parties.Dantumadiel)));
    }

    [Fact]
    public void What_was_not_submitted_is_not_taken_back() =>
        Assert.Equal("formulation.not-submitted", A.Written(round, table, Parties.Rijk).TakeBack(round, A.Act(Parties.Rijk))?.Code);

    [Fact]
    public void Only_the_party_itself_takes_back()
    {
        var text = A.Submitted(round, table, Parties.Dantumadiel);

        Assert.Equal("access.party-only", text.TakeBack(round, A.Act(Parties.Fryslan))?.Code);
        Assert.Equal("access.party-only", text.TakeBack(round, A.Facilitation())?.Code);
    }

    [Fact]
    public void What_is_revealed_stays()
    {
        var revealed = A.Revealed();

        Assert.Equal("formulation.already-revealed", revealed.Texts[0].TakeBack(revealed.Round, A.Act(revealed.Texts[0].Party))?.Code);
    }

    [Fact]
    public void After_the_round_nothing_is_taken_back()
    {
        var text = A.Submitted(round, table, Parties.Dantumadiel);
        round.CloseUndecided("Nog niet.", A.NextYear, table, [], A.Facilitation());

        Assert.Equal("round.closed", text.TakeBack(round, A.Act(Parties.Dantumadiel))?.Code);
    }
}
