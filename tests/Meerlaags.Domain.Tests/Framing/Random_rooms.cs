using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Domain.Sessions;

namespace Meerlaags.Domain.Tests.Framing;

public partial class Random_acts
{
    private sealed partial class World
    {
        private const int ActsInARoom = 25;

        private readonly List<Room> rooms = [];
        private readonly List<RoomCode> codes = [];
        private readonly List<Guest> guests = [];
        private readonly List<GuestText> sheets = [];

        // People sit together for an hour; anyone may try anything there too.
        private void SitTogether(System.Random chance, Act opening)
        {
            if (rounds.LastOrDefault() is not { } round)
                return;
            Keep(rooms, Room.Open(A.New<RoomId>(), round, Pick(chance, Enum.GetValues<RoundFormat>()), rooms, opening));
            for (var act = 0; act < ActsInARoom; act++)
            {
                now += TimeSpan.FromMinutes(2);
                InTheRoom(chance, new Act(Someone(chance, Seated(chance)), now));
            }
        }

        private void InTheRoom(System.Random chance, Act act)
        {
            if (rooms.Count == 0)
                return;
            var room = chance.Next(9) == 0 ? Pick(chance, rooms)! : rooms[^1];
            // Mostly who is there now; sometimes somebody of a room that closed long ago.
            var guest = Pick(chance, [.. guests.Where(known => known.Room == rooms[^1].Id || chance.Next(9) == 0)]);
            var acts = new Action[]
            {
                () => _ = room.StartWriting(act),
                () => Rarely(chance, () => _ = room.Close(act)),
                () => Code(chance, room, act),
                () => Join(chance, act),
                () => Join(chance, act),
                () => _ = guest?.Choose(Pick(chance, Parties.All), table, Own(chance, guest, act)),
                () => Type(chance, act),
                () => _ = guest?.Admit(rooms.Single(known => known.Id == guest.Room), SheetOf(guest), ForPartyOf(chance, guest, act)),
                () => _ = guest?.TurnAway(rooms.Single(known => known.Id == guest.Room), ForPartyOf(chance, guest, act)),
                () => GoIn(chance, act),
                () => Rarely(chance, () => _ = guest?.Leave(act)),
            };
            Pick(chance, acts)!();
        }

        private void Code(System.Random chance, Room room, Act act)
        {
            var party = chance.Next(3) == 0 ? null : table.Party(Pick(chance, Parties.All));
            var before = codes.LastOrDefault(code => code.Room == room.Id && code.Party == party?.Id && code.EndedAt is null);
            var characters = string.Concat(Enumerable.Range(0, RoomCode.Length).Select(_ => RoomCode.Alphabet[chance.Next(RoomCode.Alphabet.Length)]));
            Keep(codes, RoomCode.Make(room, party, characters, before, act));
        }

        private void Join(System.Random chance, Act act)
        {
            if (Pick(chance, [.. codes.Where(known => known.Room == rooms[^1].Id || chance.Next(9) == 0)]) is { } code && A.New<PersonId>() is var person)
                Keep(
                    guests,
                    Guest.Join(
                        person,
                        Door(code),
                        chance.Next(2) == 0 ? Pick(chance, Parties.All) : null,
                        table,
                        chance.Next(4) == 0 ? act : new Act(new Actor.ForSelf(person), now)
                    )
                );
        }

        private void Type(System.Random chance, Act act)
        {
            if (Pick(chance, guests) is not { } guest)
                return;
            if (SheetOf(guest) is not { } sheet)
                sheets.Add(sheet = GuestText.Begin(guest, rooms.Single(room => room.Id == guest.Room)));
            _ = sheet.Write(guest, new GuestWords($"Tekst {chance.Next(9)}", []), Own(chance, guest, act));
        }

        private void GoIn(System.Random chance, Act act)
        {
            if (Pick(chance, guests) is { } guest && Pick(chance, codes) is { } code)
                _ = guest.GoIn(Door(code), SheetOf(guest), table, Own(chance, guest, act));
        }

        private RoomDoor Door(RoomCode code) =>
            new(
                rooms.Single(room => room.Id == code.Room),
                code,
                guests.Count(guest => guest.Room == code.Room),
                guests.Count(guest => guest.Room == code.Room && guest.State is GuestState.Waiting or GuestState.Refused)
            );

        private GuestText? SheetOf(Guest guest) => sheets.Find(sheet => sheet.Id == guest.Id);

        private Act Own(System.Random chance, Guest guest, Act act) => chance.Next(4) == 0 ? act : new Act(new Actor.ForSelf(guest.Person), now);

        private Act ForPartyOf(System.Random chance, Guest guest, Act act) => chance.Next(4) == 0 || guest.Party is not { } party ? act : Own(party);

        private void RoomsArePossible()
        {
            Assert.True(rooms.Count(room => room.IsOpenAt(now)) <= 1, "two rooms are open");
            Assert.All(rooms.Where(room => room.IsOpenAt(now)), room => Assert.Contains(rounds, round => round.Id == room.Round));
            Assert.DoesNotContain(guests, guest => guest.State is GuestState.Admitted or GuestState.Refused && guest.Party is null);
            foreach (var room in rooms)
                Assert.Distinct(codes.Where(code => code.Room == room.Id && code.EndedAt is null).Select(code => code.Party));
            foreach (var sheet in sheets.Where(sheet => sheet.Party is not null))
                Assert.True(
                    guests.Single(guest => guest.Id == sheet.Id) is { State: GuestState.Admitted or GuestState.Removed },
                    "words went to a party that let nobody in"
                );
        }
    }
}
