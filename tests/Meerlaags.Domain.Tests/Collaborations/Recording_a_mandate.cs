using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Tests.Collaborations;

public class Recording_a_mandate
{
    private static readonly DateOnly First = new(2026, 3, 2);
    private static readonly MandateTerms Terms = new(First, First.AddDays(10), "Collegebesluit 12", "Tot de begroting");

    [Fact]
    public void A_mandate_holds_from_its_first_to_its_last_day()
    {
        var member = Alderman();
        var id = A.New<MandateId>();

        Assert.Null(member.RecordMandate(id, Terms, A.Facilitation()));

        Assert.Null(member.MandateOn(First.AddDays(-1)));
        Assert.Equal(id, member.MandateOn(First)?.Id);
        Assert.Equal(id, member.MandateOn(First.AddDays(10))?.Id);
        Assert.Null(member.MandateOn(First.AddDays(11)));
        Assert.Equal(new MandateRecorded(id, People.AldermanDantumadiel, Parties.Dantumadiel, First, First.AddDays(10)), member.Facts[^1].Fact);
    }

    [Fact]
    public void Without_a_last_day_it_holds_as_long_as_the_place_does()
    {
        var member = Alderman();
        member.RecordMandate(A.New<MandateId>(), Terms with { Until = null }, A.Facilitation());

        Assert.NotNull(member.MandateOn(First.AddYears(50)));
        member.End(A.Facilitation());
        Assert.Null(member.MandateOn(First));
    }

    [Fact]
    public void It_rests_on_a_decision_in_words()
    {
        var member = Alderman();

        var missing = member.RecordMandate(A.New<MandateId>(), Terms with { SourceDecision = " " }, A.Facilitation());
        Assert.Equal(("text.missing", "SourceDecision"), (missing?.Code, missing?.Field));
        var long1 = member.RecordMandate(A.New<MandateId>(), Terms with { SourceDecision = new string('b', 401) }, A.Facilitation());
        Assert.Equal(("text.too-long", "SourceDecision"), (long1?.Code, long1?.Field));
        var long2 = member.RecordMandate(A.New<MandateId>(), Terms with { Limits = new string('b', 401) }, A.Facilitation());
        Assert.Equal(("text.too-long", "Limits"), (long2?.Code, long2?.Field));
        Assert.Null(member.RecordMandate(A.New<MandateId>(), Terms with { SourceDecision = " Besluit\n12", Limits = "" }, A.Facilitation()));
        Assert.Equal("Besluit 12", Assert.Single(member.Mandates).SourceDecision);
    }

    [Fact]
    public void It_does_not_end_before_it_begins()
    {
        var refusal = Alderman().RecordMandate(A.New<MandateId>(), Terms with { Until = First.AddDays(-1) }, A.Facilitation());

        Assert.Equal("mandate.ends-before-it-begins", refusal?.Code);
        Assert.Equal("Until", refusal?.Field);
        Assert.Null(Alderman().RecordMandate(A.New<MandateId>(), Terms with { Until = First }, A.Facilitation()));
    }

    [Fact]
    public void Who_speaks_for_no_party_binds_none()
    {
        var observer = A.Member(A.FullTable(), People.ObserverFromTheUniversity, MemberFunction.Observer);
        var facilitator = Membership.Facilitator(A.New<MembershipId>(), A.New<CollaborationId>(), People.FacilitatorOfTheRegion, A.Facilitation());

        Assert.Equal("mandate.no-party", observer.RecordMandate(A.New<MandateId>(), Terms, A.Facilitation())?.Code);
        Assert.Equal("mandate.no-party", facilitator.RecordMandate(A.New<MandateId>(), Terms, A.Facilitation())?.Code);
    }

    [Fact]
    public void Another_party_does_not_say_who_may_bind()
    {
        Assert.Equal("access.party-only", Alderman().RecordMandate(A.New<MandateId>(), Terms, A.Act(Parties.Fryslan))?.Code);
        Assert.Null(Alderman().RecordMandate(A.New<MandateId>(), Terms, A.Act(Parties.Dantumadiel)));
    }

    [Fact]
    public void A_place_that_ended_gets_no_mandate()
    {
        var member = Alderman();
        member.End(A.Facilitation());

        Assert.Equal("member.already-ended", member.RecordMandate(A.New<MandateId>(), Terms, A.Facilitation())?.Code);
    }

    private static Membership Alderman() => A.Member(A.FullTable(), People.AldermanDantumadiel, MemberFunction.OfficeHolder, Parties.Dantumadiel);
}

public class Ending_a_place
{
    [Fact]
    public void A_place_ends_once()
    {
        var member = A.Member(A.FullTable(), People.OfficialDantumadiel, MemberFunction.Representative, Parties.Dantumadiel);

        Assert.Null(member.End(A.Act(Parties.Dantumadiel)));

        Assert.Equal(A.Monday, member.EndedAt);
        Assert.Equal(new MemberLeft(member.Id, People.OfficialDantumadiel, Parties.Dantumadiel), member.Facts[^1].Fact);
        Assert.Equal("member.already-ended", member.End(A.Facilitation())?.Code);
    }

    [Fact]
    public void Another_party_does_not_end_it()
    {
        var member = A.Member(A.FullTable(), People.OfficialDantumadiel, MemberFunction.Representative, Parties.Dantumadiel);

        Assert.Equal("access.party-only", member.End(A.Act(Parties.Fryslan))?.Code);
        Assert.Null(member.EndedAt);
    }

    [Fact]
    public void The_starter_is_the_first_facilitator()
    {
        var table = A.Collaboration();
        var member = Membership.Facilitator(A.New<MembershipId>(), table.Id, People.FacilitatorOfTheRegion, A.Facilitation());

        Assert.Equal(MemberFunction.Facilitator, member.Function);
        Assert.Equal(table.Id, member.Collaboration);
        Assert.Null(member.Party);
        Assert.Equal(new MemberJoined(member.Id, People.FacilitatorOfTheRegion, null, MemberFunction.Facilitator), Assert.Single(member.Facts).Fact);
    }
}
