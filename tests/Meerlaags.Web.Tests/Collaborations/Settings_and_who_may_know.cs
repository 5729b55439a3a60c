using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register;
using Meerlaags.Web.Features.Collaborations;
using Meerlaags.Web.Tests.Framing;
using Meerlaags.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Tests.Collaborations;

/// <summary>What the facilitator settles, and what everyone may know: only what the table and the party both chose.</summary>
public sealed class Settings_and_who_may_know(Databases databases)
{
    [Theory, OnEveryDatabase]
    public async Task Words_views_and_rhythm_are_settled_in_one_place(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var deal = await RegionalDeal.OpenedAsync(app);
        var home = deal.Home["/api/v1".Length..];
        var (facilitator, speaker) = (await app.As(People.Facilitator), await app.As(RegionalDeal.SpeakerOf("PV21")));
        Assert.Equal(404, (await speaker.Get(home + "/instellingen")).Status);
        var page = await facilitator.Get(home + "/instellingen");

        var empty = await page.Submit("form[action$='handler=Words']", ("Input.Challenge", ""), ("Input.Region", "De regio"));
        Assert.Equal((422, "De regio"), (empty.Status, empty.Document.QuerySelector("#Input-Region")!.GetAttribute("value")));
        page = await page.Submit("form[action$='handler=Words']", ("Input.Challenge", "Blijven wonen <i>hier</i>"));
        Assert.Contains("gewijzigd", page.Done);
        page = await page.Submit("form[action$='handler=Views']", ("views", "Ranking"));
        page = await page.Submit("form[action$='handler=Rhythm']", ("rhythm", "Yearly"));

        var overview = await speaker.Get(home);
        Assert.Equal("Blijven wonen <i>hier</i>", overview.Heading);
        Assert.Contains("Noordoost-Fryslân: blijven kunnen wonen, werken en leven", overview.Text);
        Assert.Contains("elk jaar kijken we opnieuw", overview.Text);
        Assert.Contains("anders verwoord", (await speaker.Get(home + "/logboek")).Text);
        var settings = (await deal.Facilitator.Get(deal.Home)).Json.GetProperty("instellingen");
        Assert.Equal(["ranking"], settings.GetProperty("weergaven").EnumerateArray().Select(view => view.GetString()));
        Assert.Equal("yearly", settings.GetProperty("terugkijken").GetString());
        foreach (var code in new[] { "PV21", "GM1891" })
            await deal.HandInAsync(code, "Waarom het hier gaat om " + code, "Een gedachte");
        await deal.RevealAsync();
        await deal.Sentence("PV21", "Samen zorgen we voor woningen.");
        Assert.Equal("2027-12-01", (await facilitator.Get(home + "/rondes/1/voorleggen")).Document.QuerySelector("#RecheckOn")!.GetAttribute("value"));
    }

    [Theory, OnEveryDatabase]
    public async Task Everyone_may_know_what_the_table_and_the_party_both_chose_and_nothing_else(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var deal = await RegionalDeal.OpenedAsync(app);
        var home = deal.Home["/api/v1".Length..];
        var (facilitator, speaker) = (await app.As(People.Facilitator), await app.As(RegionalDeal.SpeakerOf("GM1891")));
        const string Challenge = "blijven kunnen wonen, werken en leven";

        Assert.Empty(await ShownAsync("GM1891"));
        Assert.Equal(400, (await deal["GM1891"].Put($"{deal.Home}/partijen/{deal.Id("GM1891")}/zichtbaarheid", new { getoond = true })).Status);
        var settings = await facilitator.Get(home + "/instellingen");
        Assert.Contains("geen mensen, geen teksten, geen logboek", settings.Text);
        Assert.Contains("bewaard", (await settings.Submit("form[action$='handler=Shown']", ("shown", "true"))).Done);
        Assert.Empty(await ShownAsync("GM1891"));
        Assert.Equal(403, (await deal.Facilitator.Put($"{deal.Home}/partijen/{deal.Id("GM1891")}/zichtbaarheid", new { getoond = true })).Status);
        Assert.Empty((await facilitator.Get(home + "/partijen")).Document.QuerySelectorAll("form[action$='handler=Show'] button"));

        var shown = await (await speaker.Get(home + "/partijen")).Submit("form[action$='handler=Show']");
        Assert.Contains("Anderen kunnen nu zien", shown.Done);
        Assert.Contains(Challenge, (await app.Anonymous().Get("/organisaties/GM1891")).Text);
        Assert.DoesNotContain(Challenge, (await app.Anonymous().Get("/organisaties/GM1970")).Text);
        Assert.Empty((await app.Anonymous().Get("/organisaties/GM1891")).Document.QuerySelectorAll($"a[href='{home}']"));
        Assert.NotEmpty((await speaker.Get("/organisaties/GM1891")).Document.QuerySelectorAll($"a[href='{home}']"));

        Assert.Equal(204, (await deal.Facilitator.Send(HttpMethod.Patch, deal.Home, new { opgave = "Een ander woord" })).Status);
        Assert.Equal(["Een ander woord"], await ShownAsync("GM1891"));
        Assert.Equal(204, (await deal.Facilitator.Post(deal.Home + "/archivering", new { reden = "Klaar." })).Status);
        Assert.Empty(await ShownAsync("GM1891"));
        Assert.Equal(204, (await deal.Facilitator.Post(deal.Home + "/heropening", new { reden = "Toch niet." })).Status);
        Assert.Single(await ShownAsync("GM1891"));
        Assert.Equal(204, (await deal.Facilitator.Send(HttpMethod.Patch, deal.Home, new { zichtbaar = false })).Status);
        Assert.Equal(204, (await deal.Facilitator.Send(HttpMethod.Patch, deal.Home, new { zichtbaar = true })).Status);
        Assert.Empty(await ShownAsync("GM1891"));

        async Task<IReadOnlyList<string?>> ShownAsync(string code) =>
            [
                .. (await app.AnonymousApi().Get($"/api/v1/organisaties/{code}/samenwerkingen"))
                    .Json.GetProperty("samenwerkingen")
                    .EnumerateArray()
                    .Select(table => table.GetProperty("opgave").GetString()),
            ];
    }

    [Theory, OnEveryDatabase]
    public async Task A_party_that_leaves_is_shown_no_longer(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var deal = await RegionalDeal.OpenedAsync(app);
        Assert.Equal(204, (await deal.Facilitator.Send(HttpMethod.Patch, deal.Home, new { zichtbaar = true })).Status);
        Assert.Equal(204, (await deal["GM1891"].Put($"{deal.Home}/partijen/{deal.Id("GM1891")}/zichtbaarheid", new { getoond = true })).Status);

        Assert.Equal(204, (await deal["GM1891"].Post($"{deal.Home}/partijen/{deal.Id("GM1891")}/vertrek")).Status);

        Assert.Equal(0, (await app.AnonymousApi().Get("/api/v1/organisaties/GM1891/samenwerkingen")).Json.GetProperty("aantal").GetInt32());
    }

    [Theory, OnEveryDatabase]
    public async Task An_organisation_at_many_tables_shows_them_page_by_page(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var organisation = await app.Data(db => db.Set<Organisation>().SingleAsync(known => known.Code == "GM1891"));
        var older = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var tables = Enumerable
            .Range(1, ShownSeats.PageSize + 2)
            .Select(number => (Name: $"Tafel {number:00}", Id: Guid.CreateVersion7(older.AddDays(number))))
            .ToList();
        await app.Data(db =>
        {
            // Of the newest table two parties went over into this organisation: it is one table.
            foreach (var (name, id) in tables.Append(tables[^1]))
                db.Add(
                    new ShownSeat
                    {
                        Party = new PartyId(Guid.CreateVersion7()),
                        Collaboration = new CollaborationId(id),
                        Organisation = organisation.Id,
                        Challenge = name,
                        Region = "De regio",
                    }
                );
            return db.SaveChangesAsync();
        });
        var names = tables.Select(table => table.Name).Reverse().ToList();

        var first = await app.Anonymous().Get("/organisaties/GM1891");
        Assert.Contains("27 samenwerkingen", first.Text);
        Assert.Equal(names[..25], Listed(first));
        var next = first.Document.QuerySelector(".utrecht-pagination a[rel=next]")!.GetAttribute("href")!;
        Assert.EndsWith("#samenwerkingen", next);
        Assert.Equal(names[25..], Listed(await app.Anonymous().Get(next.Split('#')[0])));
        var beyond = await app.Anonymous().Get("/organisaties/GM1891?pagina=9");
        Assert.Contains("27 samenwerkingen", beyond.Text);
        Assert.EndsWith("?pagina=2#samenwerkingen", beyond.Document.QuerySelector(".utrecht-pagination a[rel=prev]")!.GetAttribute("href"));

        var program = (await app.AnonymousApi().Get("/api/v1/organisaties/GM1891/samenwerkingen?pagina=2")).Json;
        Assert.Equal(
            (27, 2, 25),
            (program.GetProperty("aantal").GetInt32(), program.GetProperty("pagina").GetInt32(), program.GetProperty("perPagina").GetInt32())
        );
        Assert.Equal(names[25..], program.GetProperty("samenwerkingen").EnumerateArray().Select(table => table.GetProperty("opgave").GetString()));

        static IEnumerable<string> Listed(WebPage page) =>
            page.Document.QuerySelectorAll("[aria-labelledby=samenwerkingen] li > bdi").Select(name => name.TextContent);
    }
}
