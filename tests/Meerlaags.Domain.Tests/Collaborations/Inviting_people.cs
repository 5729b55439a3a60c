using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register;

namespace Meerlaags.Domain.Tests.Collaborations;

public class Inviting_people
{
    [Fact]
    public void An_invitation_works_for_fourteen_days()
    {
        var invitation = A.Invitation(A.FullTable(), MemberFunction.Representative, Parties.Dantumadiel);

        Assert.Null(invitation.Closed(A.Monday.AddDays(14).AddTicks(-10)));
        Assert.Equal("invitation.expired", invitation.Closed(A.Monday.AddDays(14))?.Code);
        Assert.Equal(new PersonInvited(invitation.Id, Parties.Dantumadiel, MemberFunction.Representative), Assert.Single(invitation.Facts).Fact);
    }

    [Theory]
    [InlineData(MemberFunction.Representative)]
    [InlineData(MemberFunction.OfficeHolder)]
    public void Who_speaks_for_a_party_needs_one(MemberFunction function)
    {
        var refusal = Make(A.FullTable(), new InvitedSeat(function, null, null, "iemand"));

        Assert.Equal("invitation.party-needed", refusal?.Code);
        Assert.Equal("Party", refusal?.Field);
    }

    [Theory]
    [InlineData(MemberFunction.Facilitator)]
    [InlineData(MemberFunction.Observer)]
    [InlineData(MemberFunction.Mediator)]
    public void Who_speaks_for_none_has_none(MemberFunction function)
    {
        Assert.Equal("invitation.no-party-for-function", Make(A.FullTable(), new InvitedSeat(function, Parties.Dantumadiel, null, "iemand"))?.Code);
        Assert.Null(Make(A.FullTable(), new InvitedSeat(function, null, null, "iemand")));
    }

    [Theory]
    [InlineData(MemberFunction.ProgrammeManager)]
    [InlineData(MemberFunction.Regisseur)]
    public void Who_keeps_it_going_may_have_a_stake_or_none(MemberFunction function)
    {
        Assert.Null(Make(A.FullTable(), new InvitedSeat(function, Parties.Dantumadiel, null, "iemand")));
        Assert.Null(Make(A.FullTable(), new InvitedSeat(function, null, null, "iemand")));
    }

    [Theory]
    [InlineData(MemberFunction.ProgrammeManager)]
    [InlineData(MemberFunction.Regisseur)]
    public void A_party_gives_a_place_to_who_speaks_for_it_alone(MemberFunction function)
    {
        var seat = new InvitedSeat(function, Parties.Dantumadiel, null, "iemand");

        Assert.Equal("access.facilitator-only", Invitation.Make(A.New<InvitationId>(), A.FullTable(), seat, "hash", A.Act(Parties.Dantumadiel)).Refusal?.Code);
    }

    [Fact]
    public void The_party_is_at_the_table()
    {
        var table = A.FullTable();
        table.Leave(Parties.Dantumadiel, A.Facilitation());

        Assert.Equal("party.not-seated", Make(table, new InvitedSeat(MemberFunction.Representative, Parties.Dantumadiel, null, "iemand"))?.Code);
        Assert.Equal("party.not-seated", Make(table, new InvitedSeat(MemberFunction.Representative, Parties.Leeuwarden, null, "iemand"))?.Code);
    }

    [Fact]
    public void A_voice_speaks_within_its_own_composite_party()
    {
        var table = A.FullTable();

        Assert.Null(Seat(Parties.Rijk, Ministries.Landbouw));
        Assert.Equal("invitation.unknown-voice", Seat(Parties.Rijk, Ministries.Financien)?.Code);
        Assert.Equal("invitation.unknown-voice", Seat(Parties.Dantumadiel, Ministries.Landbouw)?.Code);
        Assert.Equal("invitation.unknown-voice", Make(table, new InvitedSeat(MemberFunction.Observer, null, Ministries.Landbouw, "iemand"))?.Code);

        Refusal? Seat(PartyId party, OrganisationId voice) => Make(table, new InvitedSeat(MemberFunction.Representative, party, voice, "iemand"));
    }

    [Fact]
    public void It_says_whom_it_is_meant_for_in_at_most_160_characters()
    {
        Assert.Equal("text.missing", Make(A.FullTable(), new InvitedSeat(MemberFunction.Observer, null, null, " "))?.Code);
        Assert.Equal("text.too-long", Make(A.FullTable(), new InvitedSeat(MemberFunction.Observer, null, null, new string('n', 161)))?.Code);
        Assert.Null(Make(A.FullTable(), new InvitedSeat(MemberFunction.Observer, null, null, new string('n', 160))));
    }

    [Fact]
    public void A_party_invites_its_own_people_and_no_others()
    {
        var table = A.FullTable();
        var act = A.Act(Parties.Dantumadiel);

        Assert.Null(Make(table, new InvitedSeat(MemberFunction.OfficeHolder, Parties.Dantumadiel, null, "de wethouder"), act));
        Assert.Equal("access.facilitator-only", Make(table, new InvitedSeat(MemberFunction.OfficeHolder, Parties.Fryslan, null, "de gedeputeerde"), act)?.Code);
        Assert.Equal("access.facilitator-only", Make(table, new InvitedSeat(MemberFunction.Facilitator, null, null, "een vriend"), act)?.Code);
        Assert.Equal("access.facilitator-only", Make(table, new InvitedSeat(MemberFunction.Facilitator, null, null, "een beheerder"), A.Job())?.Code);
    }

    private static Refusal? Make(Collaboration table, InvitedSeat seat, Act? act = null) =>
        Invitation.Make(A.New<InvitationId>(), table, seat, "hash of a secret", act ?? A.Facilitation()).Refusal;
}

public class Accepting_an_invitation
{
    [Fact]
    public void The_guest_takes_the_seat_and_the_link_is_spent()
    {
        var table = A.FullTable();
        var invitation = A.Invitation(table, MemberFunction.Representative, Parties.Rijk, Ministries.Landbouw);

        var membership = Accept(invitation, table, People.OfficialAchtkarspelen).OrFail();

        Assert.Equal(People.OfficialAchtkarspelen, membership.Person);
        Assert.Equal(Parties.Rijk, membership.Party);
        Assert.Equal(Ministries.Landbouw, membership.Voice);
        Assert.Equal(MemberFunction.Representative, membership.Function);
        Assert.Equal(A.Monday, membership.JoinedAt);
        Assert.Equal(A.Monday, invitation.UsedAt);
        Assert.Equal("invitation.used", invitation.Closed(A.Monday)?.Code);
        Assert.Equal("invitation.used", Accept(invitation, table, People.DeputyFryslan).Refusal?.Code);
    }

    [Fact]
    public void A_spent_link_is_a_new_version_so_that_two_guests_cannot_share_it()
    {
        var table = A.FullTable();
        var invitation = A.Invitation(table, MemberFunction.Observer);
        var before = invitation.Version;

        Accept(invitation, table, People.ObserverFromTheUniversity);

        Assert.True(invitation.Version > before);
    }

    [Fact]
    public void An_expired_link_opens_nothing()
    {
        var table = A.FullTable();
        var invitation = A.Invitation(table, MemberFunction.Observer);
        var late = A.Facilitation(A.Monday.AddDays(15));

        Assert.Equal("invitation.expired", invitation.Accept(A.New<MembershipId>(), People.ObserverFromTheUniversity, table, [], late).Refusal?.Code);
        Assert.Null(invitation.UsedAt);
    }

    [Fact]
    public void A_withdrawn_link_opens_nothing_and_is_withdrawn_once()
    {
        var table = A.FullTable();
        var invitation = A.Invitation(table, MemberFunction.Observer);

        Assert.Null(invitation.Withdraw(A.Facilitation()));

        Assert.Equal("invitation.withdrawn", Accept(invitation, table, People.ObserverFromTheUniversity).Refusal?.Code);
        Assert.Equal("invitation.withdrawn", invitation.Withdraw(A.Facilitation())?.Code);
        Assert.Equal(new InvitationWithdrawn(invitation.Id), invitation.Facts[^1].Fact);
    }

    [Fact]
    public void A_used_link_cannot_be_withdrawn()
    {
        var table = A.FullTable();
        var invitation = A.Invitation(table, MemberFunction.Observer);
        Accept(invitation, table, People.ObserverFromTheUniversity);

        Assert.Equal("invitation.used", invitation.Withdraw(A.Facilitation())?.Code);
    }

    [Fact]
    public void A_party_that_left_since_takes_no_guests()
    {
        var table = A.FullTable();
        var invitation = A.Invitation(table, MemberFunction.Representative, Parties.Dantumadiel);
        table.Leave(Parties.Dantumadiel, A.Facilitation());

        Assert.Equal("party.not-seated", Accept(invitation, table, People.OfficialDantumadiel).Refusal?.Code);
        Assert.Null(invitation.UsedAt);
    }

    [Fact]
    public void The_same_place_is_not_taken_twice()
    {
        var table = A.FullTable();
        var first = A.Member(table, People.AldermanDantumadiel, MemberFunction.OfficeHolder, Parties.Dantumadiel);
        var invitation = A.Invitation(table, MemberFunction.OfficeHolder, Parties.Dantumadiel);

        Assert.Equal("invitation.already-member", Accept(invitation, table, People.AldermanDantumadiel, first).Refusal?.Code);
        Assert.Null(invitation.UsedAt);

        first.End(A.Facilitation());
        Assert.Null(Accept(invitation, table, People.AldermanDantumadiel, first).Refusal);
    }

    [Fact]
    public void A_person_may_speak_for_two_parties()
    {
        var table = A.FullTable();
        var first = A.Member(table, People.OfficialOfTwoMunicipalities, MemberFunction.Representative, Parties.Dantumadiel);
        var invitation = A.Invitation(table, MemberFunction.Representative, Parties.NoardeastFryslan);

        var second = Accept(invitation, table, People.OfficialOfTwoMunicipalities, first).OrFail();

        Assert.Equal(Parties.NoardeastFryslan, second.Party);
        Assert.NotEqual(first.Id, second.Id);
    }

    private static Decided<Membership> Accept(Invitation invitation, Collaboration table, PersonId guest, params IEnumerable<Membership> present) =>
        invitation.Accept(A.New<MembershipId>(), guest, table, present, A.Facilitation());
}
