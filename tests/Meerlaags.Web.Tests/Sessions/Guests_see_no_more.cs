using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Tests.Access;
using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Web.Tests.Sessions;

/// <summary>What a guest may not: everything but the one round, and there only what is said here.</summary>
public sealed class Guests_see_no_more(Apps apps) : IClassFixture<Apps>
{
    private static readonly string[] ForGuests =
    [
        "/afmelden",
        "/deelname/live",
        "/samenwerkingen/{id:guid}/live",
        "/samenwerkingen/{id:guid}/rondes/{number:int}",
        "/samenwerkingen/{id:guid}/rondes/{number:int}/instemming",
        "/samenwerkingen/{id:guid}/rondes/{number:int}/naast-elkaar",
        "/samenwerkingen/{id:guid}/rondes/{number:int}/schrijven/{party:guid}",
        "/samenwerkingen/{id:guid}/rondes/{number:int}/tekst",
        "/samenwerkingen/{id:guid}/rondes/{number:int}/verschillen",
        "/samenwerkingen/{id:guid}/rondes/{number:int}/verzegeld/{text:guid}",
    ];

    [Theory, OnEveryDatabase]
    public async Task All_other_addresses_are_not_there_for_a_guest(Database database)
    {
        var hall = await Hall.OpenAsync(await apps.On(database));
        var guest = await hall.JoinAsync("Wethouder", hall.Table.Dantumadiel);
        var waiting = await hall.JoinAsync("Adviseur", by: null, chosen: hall.Table.Dantumadiel);

        var open = new List<string>();
        foreach (var door in Doors.Table.Where(door => door.Who != "anonymous" && !door.IsApi && !ForGuests.Contains(door.Address.Split('?')[0])))
        foreach (var (who, browser) in new[] { ("admitted", guest), ("waiting", waiting) })
        {
            var answer =
                door.Method == "POST"
                    ? await browser.Post(door.For(hall.Table))
                    : await browser.Send(new HttpRequestMessage(HttpMethod.Parse(door.Method), door.For(hall.Table)));
            var home = answer.Headers.Location?.ToString() == "/deelname";
            if ((int)answer.StatusCode != 404 && !home)
                open.Add($"{who}: {(int)answer.StatusCode} {door.Line}");
        }

        Expect.Nothing(open);
        Assert.Equal(200, (await guest.Get(hall.Round)).Status);
        Assert.Equal(404, (await waiting.Get(hall.Round)).Status);
    }

    [Theory, OnEveryDatabase]
    public async Task A_program_of_a_guest_reads_its_round_and_speaks_for_nobody(Database database)
    {
        var hall = await Hall.OpenAsync(await apps.On(database));
        var key = (await hall.App.AnonymousApi().Post("/api/v1/deelnames", new { code = await hall.CodeAsync(hall.Table.Dantumadiel), naam = "Wethouder" }))
            .Json.GetProperty("sleutel")
            .GetString();
        var guest = new Api(hall.App.Server.CreateHandler(), key);
        var round = $"/api/v1{hall.Round}";

        Assert.Equal(200, (await guest.Get(round)).Status);
        Assert.Equal(404, (await guest.Get($"/api/v1/samenwerkingen/{hall.Table.Id.Value}")).Status);
        Assert.Equal(404, (await guest.Get("/api/v1/samenwerkingen")).Status);
        Assert.Equal(404, (await guest.Post("/api/v1/sleutels/bindend", new { wachtwoord = "" })).Status);
        Expect.Problem(
            403,
            "access.not-for-guests",
            await guest.Post(
                round + "/ontbrekende-partijen",
                new
                {
                    namens = hall.Table.Dantumadiel.Value,
                    naam = "Huurders",
                    waarom = "Zij wonen er",
                }
            )
        );
        var kept = await guest.Put(
            $"{round}/formuleringen/{hall.Table.Dantumadiel.Value}",
            new
            {
                versie = 0,
                antwoorden = new[] { new { vraag = "issue", tekst = "Starters vertrekken" } },
                punten = Array.Empty<object>(),
            }
        );
        Assert.Equal(200, kept.Status);
    }

    [Theory, OnEveryDatabase]
    public async Task A_waiting_guest_reads_only_the_own_words(Database database)
    {
        var hall = await Hall.OpenAsync(await apps.On(database));
        await hall.HandInAsync(await hall.App.As(People.Dantumadiel), hall.Table.Dantumadiel, "Starters vertrekken");
        var one = await hall.JoinAsync("Een", by: null, chosen: hall.Table.Dantumadiel);
        var other = await hall.JoinAsync("Ander", by: null, chosen: hall.Table.Dantumadiel);
        await (await one.Get("/deelname")).Submit("form[data-autosave]", ("Input.Text", "Woorden van een"));

        Assert.Contains("Woorden van een", (await one.Get("/deelname")).Html);
        foreach (var address in new[] { "/deelname", hall.Round, hall.Desk(hall.Table.Dantumadiel) })
        {
            Assert.DoesNotContain("Woorden van een", (await other.Get(address)).Html);
            Assert.DoesNotContain("Starters vertrekken", (await other.Get(address)).Html);
        }
        foreach (var member in new[] { People.Dantumadiel, People.Facilitator, People.Fryslan })
        foreach (var address in new[] { hall.Round, hall.Lead, hall.DoorOf(hall.Table.Dantumadiel), hall.Desk(hall.Table.Dantumadiel) })
            Assert.DoesNotContain("Woorden van een", (await (await hall.App.As(member)).Get(address)).Html);
    }

    [Theory, OnEveryDatabase]
    public async Task Members_of_another_party_do_not_open_this_door(Database database)
    {
        var hall = await Hall.OpenAsync(await apps.On(database));
        var (dantumadiel, fryslan) = (hall.Table.Dantumadiel, hall.Table.Fryslan);
        var waiting = await hall.JoinAsync("Adviseur", by: null, chosen: dantumadiel);
        var guest = await hall.OnlyGuestAsync();

        foreach (var stranger in new[] { People.Fryslan, People.Facilitator, People.Observer, People.Stranger })
        foreach (var door in new[] { hall.DoorOf(dantumadiel), hall.DoorOf(fryslan) })
        foreach (var handler in new[] { "", "?handler=No" })
        {
            var answer = await (await hall.App.As(stranger)).Post(door + handler, ("Guest", guest.ToString()));
            Assert.Equal(404, (int)answer.StatusCode);
        }
        var api = await hall.App.Api(People.Facilitator, Scopes.All);
        Expect.Problem(403, "access.party-only", await api.Post($"/api/v1{hall.Lead}/gasten/{guest}/toelating"));

        Assert.Contains("U wacht bij de deur", (await waiting.Get("/deelname")).Text);
    }
}
