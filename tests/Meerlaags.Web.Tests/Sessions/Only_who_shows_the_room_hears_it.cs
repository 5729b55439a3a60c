using Meerlaags.Domain.Common;
using Meerlaags.Domain.Sessions;
using Meerlaags.Web.Platform.Live;
using Meerlaags.Web.Tests.Harness;
using Meerlaags.Web.Tests.Live;

namespace Meerlaags.Web.Tests.Sessions;

/// <summary>Hundreds come in within minutes: open pages that do not show them stay as they are.</summary>
public sealed class Only_who_shows_the_room_hears_it(Apps apps) : IClassFixture<Apps>
{
    [Theory, OnEveryDatabase]
    public async Task A_guest_hears_of_the_own_place_and_members_of_all_guests(Database database)
    {
        var app = await apps.On(database);
        var hall = await Hall.OpenAsync(app);
        var inside = await hall.JoinAsync("Binnen", hall.Table.Fryslan);
        var waiting = await hall.JoinAsync("Wachtende", by: null, chosen: hall.Table.Dantumadiel);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var facilitator = await Ear.OpenAsync(app, hall.Facilitator, hall.Table.Id, limit.Token);
        using var bystander = await Ear.OpenAsync(app, inside, hall.Table.Id, limit.Token);
        using var atTheDoor = await Ear.OpenAsync(app, waiting, hall.Table.Id, limit.Token, "/deelname/live");
        var made = app.Services.GetRequiredService<Bell>().RingsIn(hall.Table.Id.Value);

        await hall.JoinAsync("Nog een", hall.Table.Fryslan);
        Assert.Equal("guests", await facilitator.NextAsync(limit.Token));
        await (await (await app.As(People.Dantumadiel)).Get(hall.DoorOf(hall.Table.Dantumadiel))).Submit("main form.ml-actions");

        // The first thing the guest hears is about the guest; the others hear what is for all.
        Assert.Equal("changed", await atTheDoor.NextAsync(limit.Token));
        Assert.Equal("guests", await facilitator.NextAsync(limit.Token));
        Assert.Equal(made, app.Services.GetRequiredService<Bell>().RingsIn(hall.Table.Id.Value));
        await (await inside.Get("/deelname")).Submit("form[action$='handler=Leave']");
        Assert.Null(await bystander.NextAsync(limit.Token));
    }

    [Fact]
    public void What_is_for_all_is_heard_by_all_and_a_guest_by_that_guest()
    {
        var (chain, guest, other) = (Guid.CreateVersion7(), new GuestId(Guid.CreateVersion7()), new GuestId(Guid.CreateVersion7()));
        var person = new PersonId(Guid.CreateVersion7());

        Assert.Equal([(chain, Ring.Guests), (guest.Value, Ring.Changed)], Bell.SoundsOf(chain, [new GuestJoined(guest, person, null, false)]));
        Assert.Equal(
            [(chain, Ring.PlacesChanged), (chain, Ring.Guests), (other.Value, Ring.PlacesChanged)],
            Bell.SoundsOf(chain, [new RoomClosed(new RoomId(Guid.CreateVersion7())), new GuestLeft(other, person)])
        );
    }
}
