using System.Net;
using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register;
using Meerlaags.Web.Features.Collaborations;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Tests.Harness;
using Meerlaags.Web.Tests.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Tests.Blind;

/// <summary>A table with a round that is open, and everyone around it who may not know what Dantumadiel writes. The province and the water authority handed in.</summary>
internal sealed class Scene
{
    /// <summary>Spoke for a party that left the table.</summary>
    private static readonly Someone Left = new("Adviseur van een partij die vertrok", "vertrokken@voorbeeld.nl");

    /// <summary>Spoke for Dantumadiel once.</summary>
    private static readonly Someone Ended = new("Oud-adviseur, gemeente Dantumadiel", "oud@voorbeeld.nl");

    public static readonly Someone WaterAuthority = new("Adviseur, Wetterskip Fryslân", "wetterskip@voorbeeld.nl");

    private Scene(Table table) => Table = table;

    /// <summary>The table.</summary>
    public Table Table { get; }

    /// <summary>Who writes.</summary>
    public Outsider Author { get; private set; } = null!;

    /// <summary>A guest who waits at the door of the author's party and writes meanwhile.</summary>
    public Outsider Visitor { get; private set; } = null!;

    /// <summary>The code of the lobby, which everybody may know.</summary>
    public string Lobby { get; private set; } = "";

    /// <summary>Who may not know.</summary>
    public IReadOnlyList<Outsider> Outsiders { get; private set; } = [];

    /// <summary>Sets the scene.</summary>
    public static async Task<Scene> SetAsync(TestApp app)
    {
        var table = await Table.SetAsync(app);
        var scene = new Scene(table);
        await app.Id(People.Administrator);
        await SeatAsync(app, table.Id, "Wetterskip Fryslân", WaterAuthority);
        await LeaveAsync(app, table.Id, await SeatAsync(app, table.Id, "Gemeente Dokkum", Left));
        await JoinAsync(app, table.Id, table.Dantumadiel, Ended);
        await EndAsync(app, table.Id, Ended);
        await TableOfAStrangerAsync(app);
        await table.OpenRoundAsync();
        scene.Author = await Outsider.SignedInAsync(app, "Author", People.Dantumadiel);
        var others = new[] { People.Fryslan, WaterAuthority };
        foreach (var person in others)
        {
            var party = (await PartiesOfAsync(app, person))[0];
            await Pen.HandInAsync(await app.As(person), Pen.Address(table, party), Pen.Short("Wij schreven dit al"));
        }
        var hall = await Hall.OpenAsync(app, table);
        scene.Lobby = await hall.CodeAsync(party: null);
        scene.Visitor = new Outsider("Visitor", (await hall.JoinAsync("Bezoeker", by: null, chosen: table.Dantumadiel)).Cookies);
        scene.Outsiders =
        [
            new Outsider("Anonymous", new CookieContainer()),
            await Outsider.SignedInAsync(app, "Stranger, who leads another table", People.Stranger),
            await Outsider.SignedInAsync(app, "Member of a party that left", Left),
            await Outsider.SignedInAsync(app, "Whose place at the party ended", Ended),
            await Outsider.SignedInAsync(app, "Administrator", People.Administrator),
            await Outsider.SignedInAsync(app, "Observer", People.Observer),
            await Outsider.SignedInAsync(app, "Member of another party", People.Fryslan),
            new Outsider(Outsider.Guest, (await hall.JoinAsync("Gast", by: table.Fryslan)).Cookies),
            new Outsider(Outsider.GuestAtTheDoor, (await hall.JoinAsync("Wachtende", by: null, chosen: table.Dantumadiel)).Cookies),
            await Outsider.WithTokenAsync(app, People.Observer, Scopes.All),
            .. await Task.WhenAll(Scopes.All.Select(scope => Outsider.WithTokenAsync(app, People.Fryslan, scope))),
            await Outsider.WithTokenAsync(app, People.Fryslan, Scopes.All),
            await Outsider.WithTokenAsync(app, People.Facilitator, Scopes.Read),
            await Outsider.SignedInAsync(app, nameof(People.Facilitator), People.Facilitator),
        ];
        return scene;
    }

    /// <summary>Gives a party a seat and somebody a place at it.</summary>
    public static async Task<PartyId> SeatAsync(TestApp app, CollaborationId id, string name, Someone person)
    {
        var party = new PartyId(Guid.CreateVersion7());
        await ChangeAsync(app, id, (_, table, act) => Task.FromResult(table.Seat(party, new PartyOrigin(null, name, GovernmentTier.Municipality, []), act)));
        await JoinAsync(app, id, party, person);
        return party;
    }

    /// <summary>Gives somebody a place at a party, or leads the table without one.</summary>
    public static async Task JoinAsync(TestApp app, CollaborationId id, PartyId? party, Someone person, MemberFunction function = MemberFunction.Representative)
    {
        var guest = await app.Id(person);
        await ChangeAsync(
            app,
            id,
            (db, table, act) =>
            {
                var seat = new InvitedSeat(function, party, null, person.Name);
                Invitation
                    .Make(new InvitationId(Guid.CreateVersion7()), table, seat, Guid.CreateVersion7().ToString("N"), act)
                    .Is(out var made, out var refusal);
                var guestAct = act with { Actor = new Actor.ForCollaboration(guest) };
                if (made is not null && made.Accept(new MembershipId(Guid.CreateVersion7()), guest, table, [], guestAct).Is(out var place, out refusal))
                    db.AddRange(made, place);
                return Task.FromResult(refusal);
            }
        );
    }

    /// <summary>A party leaves, and with it those who spoke for it.</summary>
    public static Task LeaveAsync(TestApp app, CollaborationId id, PartyId party) =>
        ChangeAsync(
            app,
            id,
            async (db, table, act) =>
            {
                foreach (var place in await db.Memberships.Where(place => place.Party == party && place.EndedAt == null).ToListAsync())
                    Assert.Null(place.End(act)?.Code);
                return table.Leave(party, act);
            }
        );

    /// <summary>One change at a table, by its facilitator.</summary>
    public static async Task ChangeAsync(TestApp app, CollaborationId id, Func<Db, Collaboration, Act, Task<Refusal?>> change)
    {
        var act = new Act(new Actor.ForCollaboration(await app.Id(People.Facilitator)), app.Clock.Now);
        await app.Data(async db =>
        {
            await using var writing = await db.WriteAsync(id.Value, submit: null, CancellationToken.None);
            Assert.Null((await change(db, await db.Collaborations.SingleAsync(table => table.Id == id), act))?.Code);
            await writing.CommitAsync(CancellationToken.None);
            return 0;
        });
    }

    private static async Task<IReadOnlyList<PartyId>> PartiesOfAsync(TestApp app, Someone person)
    {
        var id = await app.Id(person);
        return await app.Data(db => db.Memberships.Where(place => place.Person == id).Select(place => place.Party!.Value).ToListAsync());
    }

    private static async Task EndAsync(TestApp app, CollaborationId id, Someone person)
    {
        var known = await app.Id(person);
        await ChangeAsync(app, id, async (db, _, act) => (await db.Memberships.SingleAsync(place => place.Person == known)).End(act));
    }

    private static async Task TableOfAStrangerAsync(TestApp app)
    {
        var person = await app.Id(People.Stranger);
        var act = new Act(new Actor.ForCollaboration(person), app.Clock.Now);
        var id = new CollaborationId(Guid.CreateVersion7());
        Collaboration.Start(id, "Een heel ander vraagstuk", "Elders", act).Is(out var table, out _);
        await app.Data(async db =>
        {
            await using var writing = await db.WriteAsync(id.Value, submit: null, CancellationToken.None);
            db.AddRange(table!, Membership.Facilitator(new MembershipId(Guid.CreateVersion7()), id, person, act));
            await writing.CommitAsync(CancellationToken.None);
            return 0;
        });
    }
}
