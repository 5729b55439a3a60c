using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;

namespace Meerlaags.Domain.Tests.Framing;

public class Closing_a_round_without_a_text
{
    private const string Reason = "We weten nog niet van wie dit vraagstuk is.";

    [Fact]
    public void We_do_not_know_yet_is_an_outcome_with_a_next_talk()
    {
        var table = A.FullTable();
        var round = A.Round(table);

        Assert.Null(round.CloseUndecided($" {Reason} ", A.NextYear, table, [], A.Facilitation()));

        Assert.False(round.IsOpen);
        Assert.Equal(new Closing(A.Monday, RoundOutcome.NotYetKnown, Reason), round.Closing);
        Assert.Equal(new RoundClosed(round.Id, RoundOutcome.NotYetKnown, A.NextYear), round.Facts[^1].Fact);
        Assert.Equal(A.NextYear, table.NextTalk?.On);
    }

    [Fact]
    public void A_talk_already_planned_for_that_day_keeps_its_subject()
    {
        var table = A.FullTable();
        table.PlanTalk(A.NextYear, "Wie mist er?", A.Facilitation());

        A.Round(table).CloseUndecided(Reason, A.NextYear, table, [], A.Facilitation());

        Assert.Equal("Wie mist er?", table.NextTalk?.About);
    }

    [Fact]
    public void It_needs_a_reason_and_a_talk_that_is_not_over()
    {
        var table = A.FullTable();
        var round = A.Round(table);
        var yesterday = A.Facilitation().Today.AddDays(-1);

        Assert.Equal("text.missing", Close(" ", A.NextYear)?.Code);
        Assert.Equal("text.too-long", Close(new string('r', 2001), A.NextYear)?.Code);
        Assert.Equal(("talk.in-the-past", "NextTalk"), Close(Reason, yesterday) is var refusal ? (refusal?.Code, refusal?.Field) : default);
        Assert.True(round.IsOpen);
        Assert.Null(table.NextTalk);
        Assert.Null(Close(Reason, yesterday.AddDays(1)));

        Refusal? Close(string reason, DateOnly talk) => round.CloseUndecided(reason, talk, table, [], A.Facilitation());
    }

    [Fact]
    public void Only_the_facilitator_closes_and_only_once()
    {
        var table = A.FullTable();
        var round = A.Round(table);

        Assert.Equal("access.facilitator-only", round.CloseUndecided(Reason, A.NextYear, table, [], A.Act(Parties.Rijk))?.Code);
        Assert.Null(round.CloseUndecided(Reason, A.NextYear, table, [], A.Facilitation()));
        Assert.Equal("round.closed", round.CloseUndecided(Reason, A.NextYear, table, [], A.Facilitation())?.Code);
    }

    [Fact]
    public void Nobody_is_asked_any_more_about_the_version_that_was_out()
    {
        var revealed = A.Revealed();
        var version = A.Version(revealed);
        var before = version.Version;

        revealed.Round.CloseUndecided(Reason, A.NextYear, revealed.Table, [version], A.Facilitation());

        Assert.False(version.IsOut);
        Assert.True(version.Version > before);
        Assert.Equal("consent.version-closed", version.Answer(A.New<ConsentId>(), version.Consent(), revealed.Table, A.BindingAct(Parties.Dantumadiel))?.Code);
    }

    [Fact]
    public void Texts_that_were_never_revealed_stay_blind()
    {
        var table = A.FullTable();
        var round = A.Round(table);
        var texts = new[] { A.Submitted(round, table, Parties.Dantumadiel), A.Submitted(round, table, Parties.Fryslan) };
        round.CloseUndecided(Reason, A.NextYear, table, [], A.Facilitation());

        Assert.Equal("round.closed", round.RevealTexts(texts, table, A.Facilitation())?.Code);
        Assert.All(texts, text => Assert.Null(text.RevealedAt));
    }
}
