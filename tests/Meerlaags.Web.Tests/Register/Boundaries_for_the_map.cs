using System.Net.Http.Headers;
using System.Text;
using Meerlaags.Web.Features.Register.Maps;
using Meerlaags.Web.Platform.Journal;
using Meerlaags.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Tests.Register;

/// <summary>An administrator imports boundaries: first looks, then confirms; what is broken changes nothing, and what was wrong is taken back.</summary>
public sealed class Boundaries_for_the_map(Databases databases)
{
    private const string Page = "/beheer/grenzen";
    private const string Fryslan = "/kaart?soort=provincie&regio=PV21";
    private const string Confirm = "form[action$='handler=Import']";
    private const string Sets = "section[aria-labelledby=alle] .ml-rows > li";

    [Theory, OnEveryDatabase]
    public async Task The_map_shows_dots_before_and_areas_after(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var (administrator, anyone) = (await app.As(People.Administrator), app.Anonymous());
        var before = await anyone.Get(Fryslan);
        Assert.Equal(18, before.Document.QuerySelectorAll(".ml-atlas__dots--member").Length);
        Assert.Empty(before.Document.QuerySelectorAll(".ml-atlas__area--member"));
        Assert.Contains("Elke stip is een gemeente", before.Text);

        var looked = await Look(administrator, BoundaryFiles.Small);
        Assert.Contains("3 van de 342 gebieden", looked.Text);
        Assert.Contains("Er is nog niets veranderd", looked.Text);
        Assert.Contains("Zonder grens blijven: Groningen (GM0014), Almere (GM0034)", looked.Text);
        Assert.NotNull(looked.Document.QuerySelector("#voorstel ~ * .ml-atlas__area--member"));
        Assert.Equal(0, await Count(app));
        Assert.Contains("Elke stip is een gemeente", (await anyone.Get(Fryslan)).Text);

        var done = await looked.Submit(Confirm);
        Assert.Contains("ingelezen", done.Done);
        Assert.Contains("heeft grenzen ingelezen van gemeenten, geldig vanaf", (await administrator.Get("/beheer/logboek")).Text);
        Assert.Contains("Gemeenten: 3 gebieden", done.Text);
        Assert.Equal((1, 3), (await Count(app), await app.Data(db => db.Boundaries.CountAsync())));
        var after = await anyone.Get(Fryslan);
        Assert.Equal(3, after.Document.QuerySelectorAll(".ml-atlas__area--member").Length);
        Assert.Equal(15, after.Document.QuerySelectorAll(".ml-atlas__dots--member").Length);
        Assert.Contains("© CBS, © Kadaster (bewerkt)", after.Text);
        Assert.Contains("CC BY 4.0", (await anyone.Get("/organisaties/GM0059")).Text);
        var program = await app.Api(People.Fryslan, "read");
        Assert.Equal(3, (await program.Get("/api/v1/kaart")).Json.GetProperty("grenzen")[0].GetProperty("aantal").GetInt32());
        var geo = (await program.Get("/api/v1/grenzen/gemeente")).Json;
        Assert.Equal("© CBS, © Kadaster (bewerkt)", geo.GetProperty("naamsvermelding").GetString());
        Assert.Equal(["GM0059", "GM1891", "GM1970"], geo.GetProperty("features").EnumerateArray().Select(area => area.GetProperty("id").GetString()));
        Assert.Equal(404, (await program.Get("/api/v1/grenzen/provincie")).Status);

        var listed = await administrator.Get(Page);
        Assert.Equal(422, (await listed.Submit("form[action$='handler=Back']")).Status);
        var back = await listed.Submit("form[action$='handler=Back']", ("why", "Verkeerd <b>jaar</b>"));
        Assert.Contains("ingetrokken", back.Done);
        Assert.Contains("Verkeerd <b>jaar</b>", back.Text);
        Assert.Contains("Elke stip is een gemeente", (await anyone.Get(Fryslan)).Text);
        Assert.Equal(404, (await program.Get("/api/v1/grenzen/gemeente")).Status);
        Assert.Equal(2, await app.Data(db => db.Set<JournalLine>().CountAsync(line => line.Fact.StartsWith("boundaries"))));
    }

    [Theory, OnEveryDatabase]
    public async Task A_broken_file_is_refused_in_words_and_changes_nothing(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var administrator = await app.As(People.Administrator);
        foreach (var broken in BoundaryFiles.Broken)
        {
            var refused = await Look(administrator, broken.Content, ("Input.Licence", "eigen werk"));

            Assert.Equal((422, broken.What), (refused.Status, broken.What));
            var reason = WebPage.Words(refused.Document.QuerySelector("#Input-File-fout"));
            Assert.True(reason.Length > 20 && !reason.Contains("boundary.", StringComparison.Ordinal), $"{broken.What}: {reason}");
            Assert.Contains(broken.Where, reason, StringComparison.Ordinal);
            Assert.Equal("eigen werk", refused.Document.QuerySelector("#Input-Licence")!.GetAttribute("value"));
            Assert.Null(refused.Document.QuerySelector(Confirm));
        }
        var unknown = await Look(administrator, Encoding.UTF8.GetBytes(BoundaryFiles.Collection(BoundaryFiles.Square("GM9998", 6, 53))));
        Assert.Equal(422, unknown.Status);
        Assert.Contains("GM9998", unknown.Alert);
        Assert.Equal(422, (await Look(administrator, BoundaryFiles.Small, ("Input.Attribution", " "))).Status);
        Assert.Equal(422, (await Look(administrator, BoundaryFiles.Small, ("Input.ValidOn", ""))).Status);
        Assert.Equal(422, (int)(await administrator.Post(Page + "?handler=Import", ("Input.ValidOn", "2026-01-01"), ("Input.Carried", "geknoeid"))).StatusCode);
        Assert.Equal(0, await Count(app));
        Assert.Equal(0, await app.Data(db => db.Set<JournalLine>().CountAsync(line => line.Fact.StartsWith("boundaries"))));
    }

    [Theory, OnEveryDatabase]
    public async Task Twice_and_two_at_once_import_once(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var administrator = await app.As(People.Administrator);
        var (one, other) = (await Look(administrator, BoundaryFiles.Small), await Look(administrator, BoundaryFiles.Small));

        var twice = await Task.WhenAll(one.Post(Confirm), one.Post(Confirm));
        Assert.All(twice, answer => Assert.Equal(302, (int)answer.StatusCode));
        var late = await other.Submit(Confirm);
        Assert.Equal(422, late.Status);
        Assert.Contains("al ingelezen", late.Alert);
        Assert.Single((await administrator.Get(Page)).Document.QuerySelectorAll(Sets));

        var next = await Look(administrator, BoundaryFiles.Small, ("Input.ValidOn", "2026-02-01"));
        var raced = await Task.WhenAll(next.Post(Confirm), (await Look(administrator, BoundaryFiles.Small, ("Input.ValidOn", "2026-02-01"))).Post(Confirm));
        Assert.Equal([302, 422], raced.Select(answer => (int)answer.StatusCode).Order());
        Assert.Equal(2, await Count(app));
    }

    [Theory, OnEveryDatabase]
    public async Task Who_is_no_administrator_imports_nothing(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var member = await app.As(People.Fryslan);

        Assert.Equal("/fout/403", (await member.Get(Page)).Address.Split('?')[0]);
        Assert.Equal(
            "/fout/403",
            (await member.FollowAsync(await Upload(member, await member.Get("/mijn-gegevens"), BoundaryFiles.Small))).Address.Split('?')[0]
        );
        Assert.Equal(0, await Count(app));
    }

    [Theory, OnEveryDatabase]
    public async Task Boundaries_of_a_later_day_wait_for_it(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var administrator = await app.As(People.Administrator);
        await (await Look(administrator, BoundaryFiles.Small, ("Input.ValidOn", "2099-01-01"))).Submit(Confirm);

        Assert.Contains("Niet op de kaart", (await administrator.Get(Page)).Text);
        Assert.Contains("Elke stip is een gemeente", (await administrator.Get(Fryslan)).Text);
    }

    private static Task<int> Count(TestApp app) => app.Data(db => db.BoundarySets.CountAsync());

    private static async Task<WebPage> Look(Browser browser, byte[] file, params (string Name, string Value)[] fields) =>
        await browser.FollowAsync(await Upload(browser, await browser.Get(Page), file, fields));

    private static Task<HttpResponseMessage> Upload(Browser browser, WebPage page, byte[] file, params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent();
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/geo+json");
        form.Add(content, "Input.File", "grenzen.geojson");
        (string Name, string Value)[] usual =
        [
            ("Input.ValidOn", "2026-01-01"),
            ("Input.Attribution", "© CBS, © Kadaster (bewerkt)"),
            ("Input.Licence", "CC BY 4.0"),
        ];
        foreach (var (name, value) in usual.Where(known => fields.All(field => field.Name != known.Name)).Concat(fields))
            form.Add(new StringContent(value), name);
        foreach (var name in (string[])["__RequestVerificationToken", "inzending"])
            form.Add(new StringContent(page.Document.QuerySelector($"main form[method=post] input[name={name}]")!.GetAttribute("value")!), name);
        return browser.Send(new HttpRequestMessage(HttpMethod.Post, Page) { Content = form, Headers = { { "Origin", "http://localhost" } } });
    }
}
