using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Tests.Collaborations;

public class Settling_a_collaboration
{
    [Fact]
    public void Other_words_keep_the_words_before()
    {
        var table = A.FullTable();
        var (challenge, region) = (table.Challenge, table.Region);

        Assert.Null(table.Reword("  Blijven wonen\n in de regio ", region, A.Facilitation()));
        Assert.Null(table.Reword("Blijven wonen in de regio", region, A.Facilitation()));

        Assert.Equal("Blijven wonen in de regio", table.Challenge);
        Assert.Equal(new EarlierWords(A.Monday, People.FacilitatorOfTheRegion, challenge, region), Assert.Single(table.Wordings));
        Assert.Equal(("text.missing", "Challenge"), Fault(table.Reword(" ", region, A.Facilitation())));
        Assert.Equal(("text.too-long", "Region"), Fault(table.Reword("Wonen", new string('r', 121), A.Facilitation())));
        Assert.Equal("access.facilitator-only", table.Reword("Wonen", region, A.Act(Parties.Dantumadiel))?.Code);
    }

    [Fact]
    public void A_party_is_shown_by_its_own_word_alone_and_asked_anew_after_hiding()
    {
        var table = A.FullTable();

        Assert.Equal("collaboration.not-shown", table.ShowParty(Parties.Dantumadiel, true, A.Act(Parties.Dantumadiel))?.Code);
        Assert.Null(table.Show(true, A.Facilitation()));
        Assert.Equal("access.party-only", table.ShowParty(Parties.Dantumadiel, true, A.Facilitation())?.Code);
        Assert.Equal("access.party-only", table.ShowParty(Parties.Dantumadiel, true, A.Act(Parties.Fryslan))?.Code);
        Assert.Null(table.ShowParty(Parties.Dantumadiel, true, A.Act(Parties.Dantumadiel)));
        Assert.Equal([Parties.Dantumadiel], table.Seated.Where(party => party.IsShown).Select(party => party.Id));

        Assert.Null(table.Show(false, A.Facilitation()));
        Assert.Null(table.Show(true, A.Facilitation()));
        Assert.DoesNotContain(table.Seated, party => party.IsShown);
        Assert.Equal("access.facilitator-only", table.Show(false, A.Act(Parties.Dantumadiel))?.Code);
    }

    [Theory]
    [InlineData(ReviewRhythm.None, null)]
    [InlineData(ReviewRhythm.HalfYearly, "2026-09-02")]
    [InlineData(ReviewRhythm.Yearly, "2027-03-02")]
    public void A_rhythm_tells_the_next_day_to_look_again(ReviewRhythm rhythm, string? next)
    {
        var table = A.FullTable();
        var before = table.Facts.Count;

        Assert.Null(table.LookAgain(rhythm, A.Facilitation()));

        Assert.Equal(next is null ? null : DateOnly.Parse(next, System.Globalization.CultureInfo.InvariantCulture), table.NextReview(A.Today));
        Assert.Equal(rhythm == ReviewRhythm.None ? before : before + 1, table.Facts.Count);
        Assert.Equal("access.facilitator-only", table.LookAgain(rhythm, A.Act(Parties.Fryslan))?.Code);
    }

    [Fact]
    public void Into_the_archive_and_out_of_it_each_with_a_reason_that_stays()
    {
        var table = A.FullTable();

        Assert.Equal(("text.missing", "Reason"), Fault(table.Archive(" ", A.Facilitation())));
        Assert.False(table.IsArchived);
        Assert.Equal("collaboration.already-open", table.Reopen("weer", A.Facilitation())?.Code);
        Assert.Null(table.Archive("Het werk is klaar.", A.Facilitation()));
        Assert.True(table.IsArchived);
        Assert.Equal("collaboration.already-archived", table.Archive("nog eens", A.Facilitation())?.Code);
        Assert.Equal("access.facilitator-only", table.Reopen("weer", A.Act(Parties.Fryslan))?.Code);
        Assert.Null(table.Reopen("Er komt een nieuwe ronde.", A.Facilitation()));

        Assert.False(table.IsArchived);
        Assert.Equal([("Het werk is klaar.", false), ("Er komt een nieuwe ronde.", true)], table.Archivings.Select(time => (time.Reason, time.Reopens)));
        Assert.IsType<CollaborationReopened>(table.Facts[^1].Fact);
    }

    private static (string?, string?) Fault(Refusal? refusal) => (refusal?.Code, refusal?.Field);
}

public class Leading_beside_the_facilitator
{
    [Theory]
    [InlineData(MemberFunction.ProgrammeManager)]
    [InlineData(MemberFunction.Regisseur)]
    public void Who_keeps_it_going_leads_once_the_facilitator_says_so(MemberFunction function)
    {
        var place = Place(function, null);
        Assert.Null(place.LeadsSince);

        Assert.Equal("access.facilitator-only", place.Lead(true, A.Act(Parties.Fryslan))?.Code);
        Assert.Null(place.Lead(true, A.Facilitation()));
        Assert.Null(place.Lead(true, A.Facilitation()));
        Assert.Equal(A.Monday, place.LeadsSince);
        Assert.Single(place.Facts, recorded => recorded.Fact is LeadGranted);

        Assert.Null(place.Lead(false, A.Facilitation()));
        Assert.Null(place.LeadsSince);
    }

    [Theory]
    [InlineData(MemberFunction.Observer, false, "member.cannot-lead")]
    [InlineData(MemberFunction.Mediator, false, "member.cannot-lead")]
    [InlineData(MemberFunction.Representative, true, "member.cannot-lead")]
    [InlineData(MemberFunction.ProgrammeManager, true, "member.leads-for-no-party")]
    [InlineData(MemberFunction.Regisseur, true, "member.leads-for-no-party")]
    public void Nobody_else_does(MemberFunction function, bool withParty, string code)
    {
        var place = Place(function, withParty ? Parties.Dantumadiel : null);

        Assert.Equal(code, place.Lead(true, A.Facilitation())?.Code);
        Assert.Null(place.LeadsSince);
    }

    [Fact]
    public void Who_left_does_not_lead()
    {
        var place = Place(MemberFunction.ProgrammeManager, null);
        place.End(A.Facilitation());

        Assert.Equal("member.already-ended", place.Lead(true, A.Facilitation())?.Code);
    }

    private static Membership Place(MemberFunction function, PartyId? party)
    {
        var table = A.FullTable();
        var person = A.New<PersonId>();
        return A.Invitation(table, function, party)
            .Accept(A.New<MembershipId>(), person, table, [], new Act(new Actor.ForCollaboration(person), A.Monday))
            .OrFail();
    }
}
