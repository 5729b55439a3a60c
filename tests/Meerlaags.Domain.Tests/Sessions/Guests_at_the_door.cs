using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Domain.Sessions;

namespace Meerlaags.Domain.Tests.Sessions;

public sealed class Guests_at_the_door
{
    private readonly Hall hall = new();

    [Fact]
    public void The_code_of_a_party_admits_and_that_of_the_lobby_waits()
    {
        var inside = hall.Join(hall.Code(Parties.Dantumadiel)).OrFail();
        var waiting = hall.Join(hall.Code(), Parties.Dantumadiel).OrFail();

        Assert.Equal((GuestState.Admitted, Parties.Dantumadiel), (inside.State, inside.Party));
        Assert.Equal((GuestState.Waiting, Parties.Dantumadiel), (waiting.State, waiting.Party));
        Assert.Null(hall.Join(hall.Code()).OrFail().Party);
    }

    [Fact]
    public void A_full_room_a_party_that_left_and_a_closed_room_let_nobody_in()
    {
        var lobby = hall.Code();

        Assert.Equal("room.full", hall.Join(lobby, present: Room.MostGuests).Refusal?.Code);
        Assert.Equal("room.lobby-full", hall.Join(lobby, inLobby: Room.MostInLobby).Refusal?.Code);
        Assert.Null(hall.Join(hall.Code(Parties.Dantumadiel), inLobby: Room.MostInLobby).Refusal);
        Assert.Equal("party.not-seated", hall.Join(lobby, Parties.Leeuwarden).Refusal?.Code);
        hall.Room.Close(A.Facilitation());
        Assert.Equal("room.code-unknown", hall.Join(lobby).Refusal?.Code);
    }

    [Fact]
    public void A_member_of_the_party_lets_in_and_gets_what_was_typed()
    {
        var guest = hall.Join(hall.Code(), Parties.Dantumadiel).OrFail();
        var typed = hall.Typed(guest);

        Assert.Equal("access.party-only", guest.Admit(hall.Room, typed, A.Act(Parties.Fryslan))?.Code);
        Assert.Equal("access.party-only", guest.Admit(hall.Room, typed, A.Facilitation())?.Code);
        Assert.Null(typed.Party);
        Assert.Null(guest.Admit(hall.Room, typed, A.Act(Parties.Dantumadiel)));
        Assert.Null(guest.Admit(hall.Room, typed, A.Act(Parties.Dantumadiel)));

        Assert.Equal((GuestState.Admitted, Parties.Dantumadiel), (guest.State, typed.Party));
        Assert.Single(guest.Facts, recorded => recorded.Fact is GuestAdmitted);
    }

    [Fact]
    public void Who_was_turned_away_asks_at_another_door()
    {
        var guest = hall.Join(hall.Code(), Parties.Dantumadiel).OrFail();

        Assert.Null(guest.TurnAway(hall.Room, A.Act(Parties.Dantumadiel)));
        Assert.Equal("guest.not-waiting", guest.Admit(hall.Room, null, A.Act(Parties.Dantumadiel))?.Code);
        Assert.Equal("access.not-there", guest.Choose(Parties.Fryslan, hall.Table, Hall.As(A.New<PersonId>()))?.Code);
        Assert.Null(guest.Choose(Parties.Fryslan, hall.Table, Hall.As(guest.Person)));

        Assert.Equal("access.party-only", guest.Admit(hall.Room, null, A.Act(Parties.Dantumadiel))?.Code);
        Assert.Null(guest.Admit(hall.Room, null, A.Act(Parties.Fryslan)));
        Assert.Equal("guest.inside", guest.Choose(Parties.Rijk, hall.Table, Hall.As(guest.Person))?.Code);
    }

    [Fact]
    public void Who_waits_may_use_the_code_of_a_party_after_all()
    {
        var guest = hall.Join(hall.Code()).OrFail();
        var typed = hall.Typed(guest);
        var other = new Hall();

        Assert.Equal("room.code-unknown", guest.GoIn(new RoomDoor(other.Room, other.Code(Parties.Rijk), 0, 0), typed, hall.Table, Hall.As(guest.Person))?.Code);
        Assert.Equal("room.code-unknown", guest.GoIn(new RoomDoor(hall.Room, hall.Code(), 0, 0), typed, hall.Table, Hall.As(guest.Person))?.Code);
        var ofWhoLeft = Door(Parties.Fryslan);
        Assert.Null(hall.Table.Leave(Parties.Fryslan, A.Facilitation()));
        Assert.Equal("party.not-seated", guest.GoIn(ofWhoLeft, typed, hall.Table, Hall.As(guest.Person))?.Code);
        Assert.Equal("access.not-there", guest.GoIn(Door(Parties.Rijk), typed, hall.Table, A.Facilitation())?.Code);
        Assert.Null(guest.GoIn(Door(Parties.Rijk), typed, hall.Table, Hall.As(guest.Person)));

        Assert.Equal((GuestState.Admitted, Parties.Rijk, Parties.Rijk), (guest.State, guest.Party, typed.Party));

        RoomDoor Door(PartyId party) => new(hall.Room, hall.Code(party), 0, 0);
    }

    [Fact]
    public void Who_is_let_in_in_the_middle_of_a_sentence_offers_the_words_to_the_party()
    {
        var guest = hall.Join(hall.Code(), Parties.Dantumadiel).OrFail();
        var typed = hall.Typed(guest);
        Assert.Null(guest.Admit(hall.Room, null, A.Act(Parties.Dantumadiel)));

        Assert.Null(typed.Write(guest, new GuestWords("Bij ons sluit de school. En de winkel.", []), Hall.As(guest.Person)));

        Assert.Equal(("Bij ons sluit de school. En de winkel.", Parties.Dantumadiel), (typed.Text, typed.Party));
    }

    [Fact]
    public void A_guest_acts_for_oneself_and_for_nothing_more()
    {
        var person = A.New<PersonId>();
        var lobby = new RoomDoor(hall.Room, hall.Code(), 0, 0);

        Assert.Equal("access.not-there", Guest.Join(person, lobby, null, hall.Table, A.Facilitation()).Refusal?.Code);
        Assert.Equal("access.not-there", Guest.Join(person, lobby, null, hall.Table, Hall.As(A.New<PersonId>())).Refusal?.Code);
        var guest = Guest.Join(person, lobby, null, hall.Table, Hall.As(person)).OrFail();
        Assert.Equal("access.party-only", guest.Leave(Hall.As(A.New<PersonId>()))?.Code);
        Assert.Equal("access.facilitator-only", hall.Room.Close(Hall.As(person))?.Code);
        Assert.Equal("access.facilitator-only", hall.Room.StartWriting(Hall.As(person))?.Code);
        Assert.Null(guest.Leave(Hall.As(person)));
    }

    [Fact]
    public void A_guest_is_led_out_by_the_own_party_or_the_facilitator_and_the_words_stay()
    {
        var guest = hall.Join(hall.Code(), Parties.Dantumadiel).OrFail();
        var typed = hall.Typed(guest);

        Assert.Equal("access.party-only", guest.Leave(A.Act(Parties.Fryslan))?.Code);
        Assert.Equal("access.party-only", guest.Leave(A.Job())?.Code);
        Assert.Null(guest.Leave(A.Act(Parties.Dantumadiel)));
        Assert.Null(guest.Leave(A.Facilitation()));

        Assert.Equal(GuestState.Removed, guest.State);
        Assert.Equal("Bij ons sluit de school.", typed.Text);
        Assert.Single(guest.Facts, recorded => recorded.Fact is GuestLeft);
        Assert.Equal("guest.not-waiting", typed.Write(guest, new GuestWords("anders", []), Hall.As(guest.Person))?.Code);
    }

    [Fact]
    public void Only_who_waits_writes_on_the_own_sheet_and_within_the_limits()
    {
        var guest = hall.Join(hall.Code()).OrFail();
        var sheet = hall.Typed(guest);
        var version = sheet.Version;

        Assert.Equal("access.not-there", sheet.Write(guest, new GuestWords("van een ander", []), Hall.As(A.New<PersonId>()))?.Code);
        Assert.Equal(("text.too-long", "Text"), Fault(new GuestWords(new string('a', 20_001), [])));
        Assert.Equal(("text.too-long", "Points"), Fault(new GuestWords("", [new string('a', Formulation.PointLimit + 1)])));
        Assert.Equal(
            ("formulation.too-many-points", "Points"),
            Fault(new GuestWords("", Enumerable.Range(0, Formulation.MostPoints + 1).Select(point => $"punt {point}")))
        );
        Assert.Null(sheet.Write(guest, new GuestWords(sheet.Text, [" ", .. sheet.Points]), Hall.As(guest.Person)));

        Assert.Equal(("Bij ons sluit de school.", version), (sheet.Text, sheet.Version));
        Assert.Empty(sheet.Facts);

        (string?, string?) Fault(GuestWords words) => sheet.Write(guest, words, Hall.As(guest.Person)) is var wrong ? (wrong?.Code, wrong?.Field) : default;
    }
}
