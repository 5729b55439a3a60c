using FsCheck.Fluent;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;

namespace Meerlaags.Domain.Tests.Framing;

public class Answering_a_version
{
    private readonly RevealedRound revealed = A.Revealed();
    private readonly TextVersion version;

    public Answering_a_version() => version = A.Version(revealed);

    [Fact]
    public void A_binding_answer_is_on_record_with_who_for_whom_and_by_which_mandate()
    {
        var mandate = A.New<MandateId>();
        var act = A.Act(Parties.Dantumadiel, People.AldermanDantumadiel, mandate);

        Assert.Null(version.Answer(A.New<ConsentId>(), version.Consent(ConsentChoice.ConsentWithReservation), revealed.Table, act));

        var answer = version.BindingAnswerOf(Parties.Dantumadiel)!;
        Assert.Equal((People.AldermanDantumadiel, Parties.Dantumadiel, mandate, A.Monday), (answer.By, answer.Party, answer.Mandate, answer.At));
        Assert.Equal((ConsentChoice.ConsentWithReservation, "Wij vrezen dat de dorpen leeglopen.", true), (answer.Choice, answer.Reason, answer.Binding));
        Assert.Equal(new ConsentGiven(revealed.Round.Id, version.Id, Parties.Dantumadiel, ConsentChoice.ConsentWithReservation, true), version.Facts[^1].Fact);
    }

    [Fact]
    public void Exploring_needs_no_mandate_keeps_none_and_binds_nothing()
    {
        var act = A.Act(Parties.Dantumadiel, People.AldermanDantumadiel, A.New<MandateId>());

        Assert.Null(version.Answer(A.New<ConsentId>(), version.Consent(binding: false), revealed.Table, act));

        Assert.Null(version.AnswerOf(Parties.Dantumadiel)?.Mandate);
        Assert.Null(version.BindingAnswerOf(Parties.Dantumadiel));
    }

    [Fact]
    public void Binding_without_a_mandate_is_refused()
    {
        var refusal = Answer(version.Consent(), A.Act(Parties.Dantumadiel));

        Assert.Equal(("consent.mandate-needed", "Binding"), (refusal?.Code, refusal?.Field));
    }

    [Fact]
    public void Consent_is_given_to_the_exact_text_one_had_before_one() =>
        Assert.Equal("consent.other-text", Answer(version.Consent() with { Hash = new string('0', 64) }, A.BindingAct(Parties.Rijk))?.Code);

    [Fact]
    public void A_concern_says_what_harm_it_fears_and_a_reservation_what_it_is()
    {
        Assert.Equal("consent.concern-needs-harm", Empty(ConsentChoice.Concern)?.Code);
        Assert.Equal("consent.reservation-needs-words", Empty(ConsentChoice.ConsentWithReservation)?.Code);
        Assert.Null(Empty(ConsentChoice.LeaveToOthers));
        Assert.Null(Empty(ConsentChoice.Consent));

        Refusal? Empty(ConsentChoice choice) => Answer(version.Consent(choice) with { Reason = " \u200b" }, A.BindingAct(Parties.Rijk));
    }

    [Fact]
    public void A_reason_has_at_most_2000_characters()
    {
        Assert.Null(Answer(version.Consent() with { Reason = new string('r', 2000) }, A.BindingAct(Parties.Rijk)));
        Assert.Equal("text.too-long", Answer(version.Consent() with { Reason = new string('r', 2001) }, A.BindingAct(Parties.Rijk))?.Code);
    }

    [Fact]
    public void Only_parties_at_the_table_answer()
    {
        Assert.Equal("access.party-only", Answer(version.Consent(), A.Facilitation())?.Code);
        Assert.Equal("access.party-only", Answer(version.Consent(), A.Job())?.Code);
        Assert.Equal("party.not-seated", Answer(version.Consent(), A.BindingAct(Parties.Leeuwarden))?.Code);
        revealed.Table.Leave(Parties.Rijk, A.Facilitation());
        Assert.Equal("party.not-seated", Answer(version.Consent(), A.BindingAct(Parties.Rijk))?.Code);
    }

    [Fact]
    public void An_answer_sent_twice_is_one_answer()
    {
        var id = A.New<ConsentId>();
        version.Answer(id, version.Consent(), revealed.Table, A.BindingAct(Parties.Rijk));

        Assert.Null(version.Answer(id, version.Consent(), revealed.Table, A.BindingAct(Parties.Rijk)));

        Assert.Single(version.Consents);
    }

    [Fact]
    public void The_last_answer_of_a_party_counts_and_the_first_never_disappears()
    {
        var earlier = A.BindingAct(Parties.Rijk, A.Monday);
        var later = A.BindingAct(Parties.Rijk, A.Monday.AddHours(1));
        Answer(version.Consent(ConsentChoice.Concern), earlier);
        Assert.True(version.HasConcern);

        Answer(version.Consent(), later);
        version.FromStorage();

        Assert.Equal(ConsentChoice.Consent, version.AnswerOf(Parties.Rijk)?.Choice);
        Assert.False(version.HasConcern);
        Assert.Equal([ConsentChoice.Concern, ConsentChoice.Consent], version.Consents.Select(consent => consent.Choice));
        Assert.Single(version.Latest());
    }

    private Refusal? Answer(GivenConsent given, Act act) => version.Answer(A.New<ConsentId>(), given, revealed.Table, act);
}
