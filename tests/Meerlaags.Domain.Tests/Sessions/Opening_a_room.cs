using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Domain.Sessions;

namespace Meerlaags.Domain.Tests.Sessions;

public sealed class Opening_a_room
{
    [Fact]
    public void The_facilitator_opens_one_room_at_a_time_for_a_round_that_runs()
    {
        var hall = new Hall();

        Assert.Equal("access.facilitator-only", Open(A.Act(Parties.Dantumadiel)));
        Assert.Equal("room.already-open", Open(A.Facilitation()));
        Assert.Null(Open(A.Facilitation(A.Monday + Room.Longest)));

        string? Open(Act act) => Room.Open(A.New<RoomId>(), hall.Round, RoundFormat.WriteFirst, [hall.Room], act).Refusal?.Code;
    }

    [Fact]
    public void Of_a_round_that_has_ended_no_room_opens()
    {
        var hall = new Hall();
        Assert.Null(hall.Round.CloseUndecided("Dat weten we nog niet.", A.NextYear, hall.Table, [], A.Facilitation()));

        Assert.Equal("round.closed", Room.Open(A.New<RoomId>(), hall.Round, RoundFormat.WriteFirst, [], A.Facilitation()).Refusal?.Code);
    }

    [Fact]
    public void Meeting_first_begins_with_a_talk_and_writing_starts_once()
    {
        var room = new Hall(RoundFormat.MeetingFirst).Room;

        Assert.Equal(RoomStep.Talk, room.Step);
        Assert.Equal("access.facilitator-only", room.StartWriting(A.Act(Parties.Rijk))?.Code);
        Assert.Null(room.StartWriting(A.Facilitation()));
        Assert.Null(room.StartWriting(A.Facilitation()));

        Assert.Equal(RoomStep.Write, room.Step);
        Assert.Single(room.Facts, recorded => recorded.Fact is WritingStarted);
        Assert.Equal(RoomStep.Write, new Hall().Room.Step);
    }

    [Fact]
    public void A_room_is_open_until_it_is_closed_or_a_day_has_passed()
    {
        var room = new Hall().Room;

        Assert.True(room.IsOpenAt(A.Monday + Room.Longest - TimeSpan.FromMicroseconds(1)));
        Assert.False(room.IsOpenAt(A.Monday + Room.Longest));
        Assert.Equal("access.facilitator-only", room.Close(A.Act(Parties.Fryslan))?.Code);
        Assert.Null(room.Close(A.Facilitation()));

        Assert.False(room.IsOpenAt(A.Monday));
        Assert.Equal("room.closed", room.Close(A.Facilitation())?.Code);
        Assert.Equal("room.closed", room.StartWriting(A.Facilitation())?.Code);
    }

    [Fact]
    public void A_new_code_ends_the_old_one_and_only_parties_at_the_table_have_one()
    {
        var hall = new Hall();
        var old = hall.Code(Parties.Dantumadiel);

        var renewed = RoomCode.Make(hall.Room, hall.Table.Party(Parties.Dantumadiel), hall.Characters(), old, A.Facilitation()).OrFail();

        Assert.Equal(A.Monday, old.EndedAt);
        Assert.Equal(new CodeRenewed(hall.Room.Id, Parties.Dantumadiel), renewed.Facts[^1].Fact);
        Assert.Equal("room.code-unknown", hall.Join(old).Refusal?.Code);
        Assert.Null(hall.Join(renewed).Refusal);
        Assert.Null(hall.Table.Leave(Parties.Rijk, A.Facilitation()));
        Assert.Equal("party.not-seated", RoomCode.Make(hall.Room, hall.Table.Party(Parties.Rijk), hall.Characters(), null, A.Facilitation()).Refusal?.Code);
        Assert.Equal("access.facilitator-only", RoomCode.Make(hall.Room, null, hall.Characters(), null, A.Act(Parties.Rijk)).Refusal?.Code);
    }

    [Theory, InlineData("acd ef3", "ACDEF3"), InlineData("ACD-EF3", "ACDEF3"), InlineData(null, ""), InlineData("acdef34", "ACDEF34")]
    public void A_code_is_read_as_people_type_it(string? typed, string read) => Assert.Equal(read, RoomCode.Read(typed));

    [Fact]
    public void A_code_of_other_characters_is_a_fault_of_ours() =>
        Assert.Throws<ArgumentException>(() => RoomCode.Make(new Hall().Room, null, "0OIL11", null, A.Facilitation()));
}
