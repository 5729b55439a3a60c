using Meerlaags.Domain.Collaborations;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Journal;
using Meerlaags.Web.Tests.Access;
using Meerlaags.Web.Tests.Faults;
using Meerlaags.Web.Tests.Framing;
using Meerlaags.Web.Tests.Harness;
using Meerlaags.Web.Tests.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Tests.Collaborations;

/// <summary>A collaboration in the archive is there to read: nobody writes, whichever way it is tried, until it is opened again.</summary>
public sealed class In_the_archive(Databases databases)
{
    // What may happen there: leaving, an invitation taken back, opening again.
    private static readonly string[] Afterwards = ["/vertrek", "/intrekking", "handler=Withdraw", "/heropening", "handler=Reopen"];

    [Theory, OnEveryDatabase]
    public async Task No_door_writes_there(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var table = await Table.SetAsync(app);
        await table.OpenRoundAsync();
        await ArchiveAsync(app, table.Id);
        var before = await LinesAsync(app, table);
        var (facilitator, speaker) = (await app.As(People.Facilitator), await app.As(People.Dantumadiel));
        var (program, writer) = (await app.Api(People.Facilitator, Scopes.All), await app.Api(People.Dantumadiel, Scopes.All));

        var wrong = new List<string>();
        foreach (var door in Doors.Table.Where(door => door.IsOfACollaboration && door.Method != "GET" && !Afterwards.Any(door.Address.Contains)))
        {
            var answers = door.IsApi
                ? new[]
                {
                    (await program.Send(HttpMethod.Parse(door.Method), door.For(table), "{}")).Status,
                    (await writer.Send(HttpMethod.Parse(door.Method), door.For(table), "{}")).Status,
                }
                : [(int)(await facilitator.Post(door.For(table))).StatusCode, (int)(await speaker.Post(door.For(table))).StatusCode];
            wrong.AddRange(answers.Where(status => status >= 500 || (door.IsApi && status < 300)).Select(status => $"{status} {door.Line}"));
        }

        Expect.Nothing(wrong);
        Assert.Equal(before, await LinesAsync(app, table));
        await Chains.HoldAsync(app);
    }

    [Theory, OnEveryDatabase]
    public async Task Every_act_says_why_and_the_words_are_kept(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var deal = await RegionalDeal.OpenedAsync(app);
        var home = deal.Home["/api/v1".Length..];
        var invited = await deal.Facilitator.Post(deal.Home + "/uitnodigingen", new { functie = "observer", voor = "een late gast" });
        var secret = invited.Json.GetProperty("geheim").GetString();
        var talk = await (await app.As(People.Facilitator)).Get(home + "/gesprek");
        var desk = await (await app.As(RegionalDeal.SpeakerOf("PV21"))).Get($"{home}/rondes/1/schrijven/{deal.Id("PV21")}");
        Assert.Equal("text.missing", (await deal.Facilitator.Post(deal.Home + "/archivering", new { reden = " " })).Code);
        Assert.Equal(204, (await deal.Facilitator.Post(deal.Home + "/archivering", new { reden = "Het werk is klaar." })).Status);
        Assert.Equal(409, (await deal.Facilitator.Post(deal.Home + "/archivering", new { reden = "Nog eens." })).Status);

        ApiAnswer[] refused =
        [
            await deal.Facilitator.Put(deal.Home + "/gesprek", new { dag = "2026-12-24" }),
            await deal.Facilitator.Post(deal.Home + "/partijen", new { code = "GM0080" }),
            await deal.Facilitator.Post(deal.Home + "/uitnodigingen", new { functie = "observer", voor = "iemand" }),
            await deal.Facilitator.Post(deal.Round + "/afsluiting", new { reden = "Klaar.", volgendGesprek = "2027-06-01" }),
            await deal.Facilitator.Post(deal.Home + "/rondes"),
            await deal.Facilitator.Post(deal.Round + "/zaal", new { vorm = "write-first" }),
            await deal.Facilitator.Send(HttpMethod.Patch, deal.Home, new { regio = "Elders" }),
            await deal["PV21"].Send(HttpMethod.Patch, $"{deal.Home}/partijen/{deal.Id("PV21")}", new { stoel = "resting", beslist = false }),
            await deal.Keep("PV21", 0, "Dit komt te laat."),
            await (await app.Api(People.Stranger, Scopes.All)).Post("/api/v1/uitnodigingen/aanvaardingen", new { geheim = secret }),
        ];
        Expect.Nothing(
            refused.Where(answer => answer.Status != 409 || answer.Code != "collaboration.archived").Select(answer => $"{answer.Status} {answer.Body}")
        );
        var late = await talk.Submit(("Input.On", "2026-12-24"), ("Input.About", "Nog één keer"));
        Assert.Equal(422, late.Status);
        Assert.Contains("gearchiveerd", late.Alert);
        Assert.Equal("Nog één keer", late.Document.QuerySelector("#Input-About")!.GetAttribute("value"));
        var typed = await desk.Submit(
            "button[formaction*='handler=Concept'], main form button[type=submit][value=concept], main form.ml-form",
            ("Answers[issue]", "Dit typten wij net.")
        );
        Assert.DoesNotContain("bewaard", typed.Done);
    }

    [Theory, OnEveryDatabase]
    public async Task It_asks_nothing_stands_apart_and_opens_again(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var deal = await RegionalDeal.OpenedAsync(app);
        var home = deal.Home["/api/v1".Length..];
        var (facilitator, speaker) = (await app.As(People.Facilitator), await app.As(RegionalDeal.SpeakerOf("PV21")));
        Assert.Contains("provincie Fryslân", (await speaker.Get("/mijn-overzicht")).Text);
        Assert.Equal(404, (await speaker.Get(home + "/archief")).Status);

        var form = await facilitator.Get(home + "/archief");
        Assert.Equal(422, (await form.Submit("main form.ml-form")).Status);
        var done = await form.Submit("main form.ml-form", ("Input.Reason", "Het werk is <b>klaar</b>."));
        Assert.Contains("in het archief", done.Done);
        Assert.Contains("Het werk is <b>klaar</b>.", done.Text);

        var mine = await speaker.Get("/mijn-overzicht");
        Assert.Empty(mine.Document.QuerySelectorAll(".ml-ask:not(.ml-ask--none)"));
        Assert.Contains("Gearchiveerd op", WebPage.Words(mine.Document.QuerySelector("section[aria-labelledby=archief]")));
        foreach (var page in new[] { "", "/partijen", "/logboek", "/rondes/1", "/uitvoer" })
            Assert.Contains("Niemand kan nog iets wijzigen", (await speaker.Get(home + page)).Document.Body!.TextContent);

        var opened = await (await facilitator.Get(home + "/archief")).Submit("main form.ml-form", ("Input.Reason", "Er komt een nieuwe ronde."));
        Assert.Contains("weer open", opened.Done);
        Assert.Equal(200, (await deal.Keep("PV21", 0, "Nu kan het weer.")).Status);
        var log = (await speaker.Get(home + "/logboek")).Text;
        Assert.Contains("in het archief gezet", log);
        Assert.Contains("opnieuw geopend", log);
    }

    [Theory, OnEveryDatabase]
    public async Task Rooms_close_guests_go_home_and_people_may_leave(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var hall = await Hall.OpenAsync(app);
        var code = await hall.CodeAsync(hall.Table.Dantumadiel);
        var guest = await hall.JoinAsync("Gast", by: hall.Table.Dantumadiel);
        Assert.Equal(200, (await guest.Get(hall.Desk(hall.Table.Dantumadiel))).Status);

        await ArchiveAsync(app, hall.Table.Id);

        Assert.NotEqual(200, (await guest.Get(hall.Desk(hall.Table.Dantumadiel))).Status);
        Assert.DoesNotContain("Welkom", (await app.Anonymous().Get("/meedoen/" + code)).Text);
        var observer = await app.Api(People.Observer, Scopes.All);
        var home = $"/api/v1/samenwerkingen/{hall.Table.Id.Value}";
        var me = (await observer.Get(home))
            .Json.GetProperty("leden")
            .EnumerateArray()
            .Single(member => member.GetProperty("functie").GetString() == "observer");
        Assert.Equal(204, (await observer.Post($"{home}/leden/{me.GetProperty("id").GetGuid()}/vertrek")).Status);
        Assert.Equal(404, (await observer.Get(home)).Status);
        await Chains.HoldAsync(app);
    }

    private static async Task ArchiveAsync(TestApp app, CollaborationId id)
    {
        var api = await app.Api(People.Facilitator, Scopes.Read, Scopes.Facilitate);
        var archived = await api.Post($"/api/v1/samenwerkingen/{id.Value}/archivering", new { reden = "Het werk is klaar." });
        Assert.True(archived.Status == 204, archived.Body);
    }

    private static Task<int> LinesAsync(TestApp app, Table table) => app.Data(db => db.Set<JournalLine>().CountAsync(line => line.Chain == table.Id.Value));
}
