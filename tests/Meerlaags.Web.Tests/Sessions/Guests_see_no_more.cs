using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Journal;
using Meerlaags.Web.Tests.Access;
using Meerlaags.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Tests.Sessions;

/// <summary>What a guest may not: everything but the one round, and there only what is said here.</summary>
public sealed class Guests_see_no_more(Apps apps) : IClassFixture<Apps>
{
    private const string Round = "/samenwerkingen/{id:guid}/rondes/{number:int}";
    private const string Desk = Round + "/schrijven/{party:guid}";
    private const string RoundByProgram = "/api/v1/samenwerkingen/{id:guid}/rondes/{ronde:int}";

    // What a guest may read, with the parts of these pages.
    private static readonly string[] Read =
    [
        "/afmelden",
        "/deelname/live",
        "/samenwerkingen/{id:guid}/live",
        Round,
        Round + "/instemming",
        Round + "/kritiek/{candidate:int=1}",
        Round + "/naast-elkaar",
        Round + "/precies/{candidate:int=1}",
        Desk,
        Round + "/tekst/{candidate:int=1}",
        Round + "/teksten",
        Round + "/verschillen",
        Round + "/verzegeld/{text:guid}",
        Round + "/volgorde",
        "/api/v1/deelname",
        RoundByProgram,
        RoundByProgram + "/droom",
        RoundByProgram + "/formuleringen",
        RoundByProgram + "/formuleringen/{partij:guid}",
        RoundByProgram + "/formuleringen/{partij:guid}/verzegeld",
        RoundByProgram + "/kandidaten",
        RoundByProgram + "/kandidaten/{kandidaat:int}",
        RoundByProgram + "/kandidaten/{kandidaat:int}/kritiek",
        RoundByProgram + "/kandidaten/{kandidaat:int}/precies",
        RoundByProgram + "/ontbrekende-partijen",
        RoundByProgram + "/punten",
        RoundByProgram + "/tekst",
        RoundByProgram + "/tekst/zinnen/{zin:guid}",
        RoundByProgram + "/verschillen",
        RoundByProgram + "/versies",
        RoundByProgram + "/versies/{versie:int}",
        RoundByProgram + "/volgorde",
        RoundByProgram + "/vragen",
    ];

    // What a guest may do: write the text of the party, and go home.
    private static readonly string[] Done = ["/afmelden", Desk, "/api/v1/deelname", RoundByProgram + "/formuleringen/{partij:guid}"];

    [Theory, OnEveryDatabase]
    public async Task All_other_addresses_are_not_there_for_a_guest(Database database)
    {
        var hall = await Hall.OpenAsync(await apps.On(database));
        await hall.HandInAsync(await hall.App.As(People.Fryslan), hall.Table.Fryslan, "Ouderen vinden geen huis");
        (string Who, Browser Browser, Api Program)[] guests =
        [
            ("admitted", await hall.JoinAsync("Wethouder", hall.Table.Dantumadiel), await ProgramAsync(hall, hall.Table.Dantumadiel)),
            ("waiting", await hall.JoinAsync("Adviseur", by: null, chosen: hall.Table.Dantumadiel), await ProgramAsync(hall, party: null)),
        ];
        var lines = await hall.App.Data(db => db.Set<JournalLine>().CountAsync());

        var open = new List<string>();
        foreach (var door in Doors.Table.Where(door => door.Who != "anonymous"))
        foreach (var (who, browser, program) in guests)
        {
            if (who == "admitted" ? IsForGuests(door) : door.Address is "/afmelden" or "/deelname/live" || IsOfThePlace(door))
                continue;
            var answer = door.IsApi ? await StatusAsync(program, door, hall.Table) : await StatusAsync(browser, door, hall.Table);
            // The key of a guest is good for reading and writing alone, whatever lies there.
            if (answer == 403 && (door.Who is "token:facilitate" or "token:bind"))
                continue;
            // Pages and resources that a guest shares with members say no themselves; all others are not there.
            if (answer != 404 && !(who == "admitted" && IsShared(door) && answer is >= 400 and < 500))
                open.Add($"{who}: {answer} {door.Line}");
        }

        Expect.Nothing(open);
        Assert.Equal(lines, await hall.App.Data(db => db.Set<JournalLine>().CountAsync()));
        Assert.Equal(200, (await guests[0].Browser.Get(hall.Round)).Status);
        Assert.Equal(404, (await guests[1].Browser.Get(hall.Round)).Status);
    }

    private static bool IsForGuests(Door door) =>
        door.Method is "GET" or "ANY" ? Read.Contains(door.Address.Split('?')[0]) : Done.Any(done => door.Address.StartsWith(done, StringComparison.Ordinal));

    private static bool IsOfThePlace(Door door) => door.Address.StartsWith("/api/v1/deelname", StringComparison.Ordinal);

    private static bool IsShared(Door door) =>
        Read.Contains(door.Address.Split('?')[0]) || (door.Address.StartsWith(RoundByProgram, StringComparison.Ordinal) && !door.Address.Contains("/zaal"));

    private static async Task<int> StatusAsync(Browser browser, Door door, Table table)
    {
        var answer =
            door.Method == "POST"
                ? await browser.Post(door.For(table), ("namens", table.Dantumadiel.Value.ToString()))
                : await browser.Send(new HttpRequestMessage(HttpMethod.Parse(door.Method), door.For(table)));
        // Home is where a guest is sent who opens what is not there.
        return answer.Headers.Location?.ToString() == "/deelname" ? 404 : (int)answer.StatusCode;
    }

    private static async Task<int> StatusAsync(Api program, Door door, Table table) =>
        (
            await program.Send(
                HttpMethod.Parse(door.Method),
                door.For(table),
                door.Method is "POST" or "PUT" ? $$"""{"namens":"{{table.Dantumadiel.Value}}"}""" : null
            )
        ).Status;

    private static async Task<Api> ProgramAsync(Hall hall, PartyId? party)
    {
        object body = party is null
            ? new
            {
                code = await hall.CodeAsync(null),
                naam = "Programma",
                partij = hall.Table.Dantumadiel.Value,
            }
            : new { code = await hall.CodeAsync(party), naam = "Programma" };
        var joined = await hall.App.AnonymousApi().Post("/api/v1/deelnames", body);
        return new Api(hall.App.Server.CreateHandler(), joined.Json.GetProperty("sleutel").GetString());
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
