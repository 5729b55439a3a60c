using FsCheck;
using FsCheck.Fluent;
using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;

namespace Meerlaags.Domain.Tests.Framing;

public class Establishing_the_shared_issue
{
    private readonly RevealedRound revealed = A.Revealed();
    private readonly TextVersion version;

    public Establishing_the_shared_issue() => version = A.Version(revealed);

    [Fact]
    public void When_all_who_decide_have_answered_so_it_is_the_shared_issue_and_the_round_ends()
    {
        AllAnswer(ConsentChoice.Consent);

        var issue = version.Establish(new SharedIssueId(Guid.CreateVersion7()), revealed.Round, revealed.Table, A.BindingAct(Parties.Rijk)).OrFail();

        Assert.Equal((version.Id, A.Monday, A.NextYear, revealed.Table.Id), (issue.Text, issue.EstablishedAt, issue.RecheckOn, issue.Collaboration));
        Assert.Equal(new SharedIssueEstablished(issue.Id, version.Id, version.Hash, A.NextYear), Assert.Single(issue.Facts).Fact);
        Assert.Equal(RoundOutcome.Shared, revealed.Round.Closing?.Outcome);
        Assert.Equal(new RoundClosed(revealed.Round.Id, RoundOutcome.Shared, A.NextYear), revealed.Round.Facts[^1].Fact);
        Assert.Equal(A.Monday, version.AgreedAt);
        Assert.False(version.IsOut);
    }

    [Fact]
    public void Reservations_and_leaving_it_to_others_do_not_stop_it()
    {
        AllAnswer(ConsentChoice.LeaveToOthers);
        version.AnsweredBy(revealed.Table, Parties.Dantumadiel, ConsentChoice.ConsentWithReservation);

        Assert.Null(Establish());
    }

    [Fact]
    public void Silence_keeps_it_open()
    {
        AllAnswer(ConsentChoice.Consent, except: Parties.Tytsjerksteradiel);
        Assert.Equal("consent.silence-keeps-open", Establish());

        version.AnsweredBy(revealed.Table, Parties.Tytsjerksteradiel, ConsentChoice.Consent, binding: false);
        Assert.Equal("consent.silence-keeps-open", Establish());
        Assert.True(revealed.Round.IsOpen);
    }

    [Fact]
    public void A_concern_keeps_it_open()
    {
        AllAnswer(ConsentChoice.Consent);
        version.AnsweredBy(revealed.Table, Parties.Rijk, ConsentChoice.Concern);

        Assert.Equal("consent.concern-keeps-open", Establish());
        Assert.True(version.IsOut);
    }

    [Fact]
    public void A_concern_of_who_moves_along_is_heard_and_does_not_decide()
    {
        var table = revealed.Table;
        table.ChangeSeat(Parties.WetterskipFryslan, SeatDegree.MovingAlong, bound: false, A.Facilitation());
        var second = A.Version(new RevealedRound(table, revealed.Round, revealed.Texts));
        foreach (var party in second.Asked)
            second.AnsweredBy(table, party.Party, ConsentChoice.Consent);
        second.AnsweredBy(table, Parties.WetterskipFryslan, ConsentChoice.Concern);

        Assert.True(second.HasConcern);
        Assert.Null(second.Establish(new SharedIssueId(Guid.CreateVersion7()), revealed.Round, table, A.Facilitation()).Refusal);
    }

    [Fact]
    public void When_all_leave_it_to_others_there_are_no_others()
    {
        AllAnswer(ConsentChoice.LeaveToOthers);

        Assert.Equal("consent.nobody-consents", Establish());
    }

    [Fact]
    public void Who_left_is_not_waited_for()
    {
        AllAnswer(ConsentChoice.Consent, except: Parties.Tytsjerksteradiel);
        revealed.Table.Leave(Parties.Tytsjerksteradiel, A.Facilitation());

        Assert.Null(Establish());
    }

    [Fact]
    public void When_all_have_left_nobody_consents()
    {
        AllAnswer(ConsentChoice.Consent);
        foreach (var party in Parties.All)
            revealed.Table.Leave(party, A.Facilitation());

        Assert.Equal("consent.nobody-consents", Establish());
    }

    [Fact]
    public void Who_came_after_is_not_asked()
    {
        revealed.Table.Seat(Parties.Leeuwarden, Parties.Origin(Parties.Leeuwarden), A.Facilitation());
        AllAnswer(ConsentChoice.Consent);

        Assert.Null(Establish());
    }

    [Fact]
    public void It_is_established_once()
    {
        AllAnswer(ConsentChoice.Consent);
        Establish();

        Assert.Equal("round.closed", Establish());
        Assert.Equal("consent.version-closed", version.Answer(A.New<ConsentId>(), version.Consent(), revealed.Table, A.BindingAct(Parties.Rijk))?.Code);
    }

    [Fact]
    public void A_round_that_ended_without_a_text_does_not_end_again_with_one()
    {
        AllAnswer(ConsentChoice.Consent);
        revealed.Round.CloseUndecided("Nog niet.", A.NextYear, revealed.Table, [], A.Facilitation());

        Assert.Equal("round.closed", Establish());
        Assert.Equal(RoundOutcome.NotYetKnown, revealed.Round.Closing?.Outcome);
    }

    [Fact]
    public void A_replaced_version_does_not_become_the_shared_issue()
    {
        AllAnswer(ConsentChoice.Consent);
        version.AnsweredBy(revealed.Table, Parties.Rijk, ConsentChoice.Concern);
        A.Version(revealed, [version]);

        Assert.Equal("consent.version-closed", Establish());
    }

    [Fact]
    public void What_a_colleague_explores_later_undoes_no_bond()
    {
        AllAnswer(ConsentChoice.Consent);
        version.AnsweredBy(revealed.Table, Parties.Rijk, ConsentChoice.Concern, binding: false);

        Assert.Null(Establish());
    }

    [Fact]
    public void It_is_established_exactly_when_the_rule_says_so()
    {
        var met = new HashSet<string>();
        Prop.ForAll(
                Gen.Choose(0, 2)
                    .SelectMany(party => Gen.Choose(0, 5).SelectMany(choice => Gen.Choose(0, 3).Select(luck => (party, choice, luck))))
                    .ListOf()
                    .ToArbitrary(),
                steps =>
                {
                    var small = A.Revealed();
                    PartyId[] deciding = [Parties.Rijk, Parties.Fryslan, Parties.Dantumadiel];
                    foreach (var party in Parties.All.Except(deciding))
                        small.Table.ChangeSeat(party, SeatDegree.Resting, bound: false, A.Facilitation());
                    var put = A.Version(small);
                    var last = new Dictionary<PartyId, (ConsentChoice Choice, bool Binding)>();
                    var seated = deciding.ToHashSet();
                    foreach (var (party, choice, luck) in steps)
                    {
                        if (choice == 5 && luck == 0)
                        {
                            small.Table.Leave(deciding[party], A.Facilitation());
                            seated.Remove(deciding[party]);
                        }
                        else if (choice < 4 && seated.Contains(deciding[party]))
                        {
                            put.AnsweredBy(small.Table, deciding[party], (ConsentChoice)choice, binding: luck > 0);
                            // A bond stands until the party binds itself anew.
                            if (luck > 0 || !last.TryGetValue(deciding[party], out var before) || !before.Binding)
                                last[deciding[party]] = ((ConsentChoice)choice, luck > 0);
                        }
                    }
                    var rule =
                        seated.All(party => last.TryGetValue(party, out var answer) && answer is { Binding: true, Choice: not ConsentChoice.Concern })
                        && seated.Any(party => last[party].Choice is ConsentChoice.Consent or ConsentChoice.ConsentWithReservation);

                    var refusal = put.Establish(new SharedIssueId(Guid.CreateVersion7()), small.Round, small.Table, A.Facilitation()).Refusal;

                    Assert.Equal(rule, refusal is null);
                    Assert.Equal(rule, !small.Round.IsOpen);
                    met.Add(refusal?.Code ?? "established");
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
        Assert.Superset(new HashSet<string> { "established", "consent.silence-keeps-open", "consent.concern-keeps-open" }, met);
    }

    private void AllAnswer(ConsentChoice choice, PartyId? except = null)
    {
        foreach (var party in Parties.All.Where(party => party != except))
            version.AnsweredBy(revealed.Table, party, choice);
    }

    private string? Establish() => version.Establish(new SharedIssueId(Guid.CreateVersion7()), revealed.Round, revealed.Table, A.Facilitation()).Refusal?.Code;
}
