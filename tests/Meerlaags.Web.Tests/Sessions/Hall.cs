using System.Net;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Domain.Sessions;
using Meerlaags.Web.Features.Collaborations;
using Meerlaags.Web.Features.Sessions;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Tests.Sessions;

/// <summary>A table that sits in one room: a round is open and so is the room.</summary>
internal sealed class Hall
{
    private Hall(TestApp app, Table table) => (App, Table) = (app, table);

    public TestApp App { get; }

    public Table Table { get; }

    /// <summary>The facilitator's browser.</summary>
    public Browser Facilitator { get; private set; } = null!;

    public string Round => $"/samenwerkingen/{Table.Id.Value}/rondes/1";

    public string Lead => Round + "/zaal";

    public string Desk(PartyId party) => $"{Round}/schrijven/{party.Value}";

    public string DoorOf(PartyId party) => $"{Round}/deur/{party.Value}";

    /// <summary>Sets the table and opens the room.</summary>
    public static async Task<Hall> OpenAsync(TestApp app, RoundFormat format = RoundFormat.WriteFirst)
    {
        var table = await Table.SetAsync(app);
        await table.OpenRoundAsync();
        return await OpenAsync(app, table, format);
    }

    /// <summary>Opens the room at a table whose round is open.</summary>
    public static async Task<Hall> OpenAsync(TestApp app, Table table, RoundFormat format = RoundFormat.WriteFirst)
    {
        var hall = new Hall(app, table) { Facilitator = await app.As(People.Facilitator) };
        var opened = await (await hall.Facilitator.Get(hall.Lead)).Submit(("Input.Format", format.ToString()));
        Assert.Contains("De zaal is open", opened.Done);
        return hall;
    }

    /// <summary>The code of a party, or of the lobby, as the facilitator hands it out now.</summary>
    public Task<string> CodeAsync(PartyId? party) =>
        App.Data(async db =>
        {
            var room = (await db.Rooms.Where(room => room.Collaboration == Table.Id).ToListAsync()).MaxBy(room => room.OpenedAt)!.Id;
            return (await db.RoomCodes.SingleAsync(code => code.Room == room && code.Party == party && code.EndedAt == null)).Characters;
        });

    /// <summary>How many guests are in the room.</summary>
    public Task<int> GuestsAsync() => App.Data(db => db.Guests.CountAsync(guest => guest.Collaboration == Table.Id));

    /// <summary>The one guest of the room.</summary>
    public Task<Guid> OnlyGuestAsync() => App.Data(async db => (await db.Guests.SingleAsync(guest => guest.Collaboration == Table.Id)).Id.Value);

    /// <summary>A phone that joins; answers its browser.</summary>
    public async Task<Browser> JoinAsync(string name, PartyId? by, PartyId? chosen = null)
    {
        var phone = Phone();
        Assert.Equal("/deelname", (await JoinAsync(phone, name, await CodeAsync(by), chosen)).Address);
        return phone;
    }

    /// <summary>The address that a card holds: its code, and what nobody can guess.</summary>
    public async Task<string> CardAsync(PartyId? party)
    {
        var characters = await CodeAsync(party);
        return await App.Data(async db => $"/meedoen/{characters}?kaart={(await db.RoomCodes.SingleAsync(code => code.Characters == characters)).Id.Value:N}");
    }

    /// <summary>So many more come into the lobby.</summary>
    public Task CrowdAsync(int count) =>
        App.Data(async db =>
        {
            await using var writing = await db.WriteAsync(Table.Id.Value, submit: null, CancellationToken.None);
            var room = await db.Rooms.SingleAsync(room => room.Collaboration == Table.Id);
            var code = await db.RoomCodes.SingleAsync(code => code.Room == room.Id && code.Party == null);
            var table = await db.Collaborations.SingleAsync(table => table.Id == Table.Id);
            for (var made = 0; made < count; made++)
            {
                var person = new PersonId(Guid.CreateVersion7());
                var act = new Act(new Actor.ForSelf(person), App.Clock.Now);
                Assert.True(Guest.Join(person, new RoomDoor(room, code, 0, 0), Table.Dantumadiel, table, act).Is(out var guest, out _));
                db.Add(guest);
            }
            await writing.CommitAsync(CancellationToken.None);
            return 0;
        });

    /// <summary>Sends something that waits for its turn while the facilitator changes something else first; answers what came of it.</summary>
    public async Task<T> WhileHeldAsync<T>(Func<Task<T>> send, Func<Db, Act, Task> change)
    {
        var act = new Act(new Actor.ForCollaboration(await App.Id(People.Facilitator)), App.Clock.Now);
        Task<T>? sent = null;
        await App.Data(async db =>
        {
            await using var writing = await db.WriteAsync(Table.Id.Value, submit: null, CancellationToken.None);
            sent = send();
            await Task.Delay(TimeSpan.FromSeconds(1));
            await change(db, act);
            await writing.CommitAsync(CancellationToken.None);
            return 0;
        });
        return await sent!;
    }

    /// <summary>Types a code and a name on a phone.</summary>
    public static async Task<WebPage> JoinAsync(Browser phone, string name, string code, PartyId? chosen = null)
    {
        var page = await (await phone.Get("/meedoen")).Submit(("Code", code.ToLowerInvariant().Insert(3, " ")));
        Assert.Equal($"/meedoen/{code}", page.Address);
        (string, string)[] party = chosen is { } wanted ? [("Input.Party", wanted.Value.ToString())] : [];
        return await page.Submit([("Input.Name", name), .. party]);
    }

    /// <summary>A phone of nobody yet.</summary>
    public Browser Phone() => new(App.Server.CreateHandler(), new CookieContainer());

    /// <summary>Hands in the text of a party.</summary>
    public async Task HandInAsync(Browser browser, PartyId party, string issue)
    {
        var page = await (await browser.Get(Desk(party))).Submit(
            "button[formaction$='handler=HandIn']",
            ("Input.Answers[issue]", issue),
            ("Input.Points", "Een gedachte van " + issue),
            ("Input.PointIds", ""),
            ("Input.Voices", "")
        );
        Assert.Contains("ingediend", page.Done);
    }

    /// <summary>The facilitator reveals.</summary>
    public async Task RevealAsync() =>
        Assert.Contains("liggen op tafel", (await (await Facilitator.Get(Round + "/onthullen")).Submit("main form.ml-card", ("Known", "true"))).Text);
}
