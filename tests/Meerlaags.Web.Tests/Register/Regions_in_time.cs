using Meerlaags.Web.Features.Register;
using Meerlaags.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Tests.Register;

/// <summary>Regions are sets of organisations, valid in time: those of the register, and those an administrator draws.</summary>
public sealed class Regions_in_time(Databases databases)
{
    [Theory, OnEveryDatabase]
    public async Task All_the_files_are_on_record(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));

        Assert.Equal(720, await app.Data(db => db.Organisations.CountAsync(known => known.Kind != "samenwerkingsorganisatie")));
        Assert.Equal(
            342,
            await app.Data(db => db.Organisations.CountAsync(known => known.Kind == "gemeente" && known.ValidTo == null && known.Latitude != null))
        );
        Assert.Equal(158 + 369, await app.Data(db => db.Regions.CountAsync()));
        Assert.Equal(4290, await app.Data(db => db.Regions.SelectMany(known => known.Members).CountAsync()));
        Assert.Equal(342, await app.Data(db => db.Regions.Where(known => known.Kind == "veiligheidsregio").SelectMany(known => known.Members).CountAsync()));
    }

    [Theory, OnEveryDatabase]
    public async Task Where_municipalities_lie_is_added_to_an_installation_of_before(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        app.Start();
        await Schema.Catalog.ExecuteAsync(app.Settings, "update organisations set latitude = null, longitude = null where code in ('GM1891', 'GM0014')");
        Assert.Equal(340, await app.Data(db => db.Organisations.CountAsync(known => known.Latitude != null)));

        await using var next = new TestApp(app.Settings);
        next.Start();

        Assert.Equal(342, await next.Data(db => db.Organisations.CountAsync(known => known.Latitude != null)));
        Assert.DoesNotContain("Dantumadiel", (await next.Anonymous().Get("/kaart")).Document.QuerySelector(".ml-cluster")!.TextContent);
    }

    [Theory, OnEveryDatabase]
    public async Task Everyone_sees_who_belongs_where(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var visitor = app.Anonymous();

        Assert.Contains("25", (await visitor.Get("/regios")).Document.QuerySelector("a[href='/regios?soort=veiligheidsregio']")!.ParentElement!.TextContent);
        Assert.Equal(12, (await visitor.Get("/regios?soort=provincie")).Document.QuerySelectorAll(".ml-rows > li").Length);
        Assert.Contains("Deelnemers niet bekend", (await visitor.Get("/regios/RES01")).Text);
        var safety = await visitor.Get("/regios/vr01");
        Assert.Contains("Gemeenten", safety.Text);
        Assert.NotNull(safety.Document.QuerySelector("a[href='/organisaties/GM0014']"));
        var city = await visitor.Get("/organisaties/GM0014");
        Assert.NotNull(city.Document.QuerySelector("a[href='/regios/VR01']"));
        Assert.NotNull(city.Document.QuerySelector("a[href='/regios/PV20']"));
        Assert.Equal(404, (await visitor.Get("/regios/VR99")).Status);
        Assert.Contains("Geen regio", (await visitor.Get("/regios?zoek=%3Cb%3Ezzz")).Text);
    }

    [Theory, OnEveryDatabase]
    public async Task An_administrator_draws_a_region_and_says_from_when_to_when(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        app.Clock.Now = new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);
        var administrator = await app.As(People.Administrator);
        var visitor = app.Anonymous();

        var form = await administrator.Get("/beheer/regios");
        Assert.Equal(422, (await form.Submit("main form", ("Input.Name", "Regio Deal Noordoost"))).Status);
        (string, string)[] words = [("Input.Name", "Regio Deal <b>Noordoost</b>"), ("Input.Source", "Convenant")];
        var sent = await Task.WhenAll(form.Post("main form", words), form.Post("main form", words));
        Assert.All(sent, answer => Assert.Equal("/beheer/regios/EIGEN-0001", answer.Headers.Location?.ToString()));

        var page = await administrator.Get("/beheer/regios/EIGEN-0001");
        var unknown = await page.Submit("form[action$='handler=Admit']", ("Members.Organisations", "GM0014, GM9999"));
        Assert.Equal((422, "GM0014, GM9999"), (unknown.Status, unknown.Document.QuerySelector("#Members-Organisations")!.TextContent.Trim()));
        var joined = await page.Submit("form[action$='handler=Admit']", ("Members.Organisations", "gm1891 GM1970\nPV21"), ("Members.From", "2026-07-01"));
        Assert.Contains("toegevoegd", joined.Done);
        Assert.Empty((await visitor.Get("/regios/EIGEN-0001")).Document.QuerySelectorAll(".ml-rows--columns > li"));
        Assert.Equal(3, (await visitor.Get("/regios/EIGEN-0001?op=2026-07-01")).Document.QuerySelectorAll(".ml-rows--columns > li").Length);

        app.Clock.Now = new DateTimeOffset(2026, 8, 1, 8, 0, 0, TimeSpan.Zero);
        administrator = await app.As(People.Administrator);
        page = await administrator.Get("/beheer/regios/EIGEN-0001");
        var parted = await page.Submit("form:has(input[value='GM1891'])", ("on", "2026-09-01"));
        Assert.Contains("Vastgelegd", parted.Done);
        Assert.Equal(["GM1970", "PV21"], await CodesOn(app, "2026-09-01"));
        Assert.Equal(["GM1891", "GM1970", "PV21"], await CodesOn(app, "2026-08-31"));
        Assert.Contains("<b>Noordoost</b>", (await visitor.Get("/organisaties/PV21")).Text);
        Assert.Null((await visitor.Get("/regios/EIGEN-0001")).Document.QuerySelector("main b"));

        Assert.Contains("beëindigd", (await (await administrator.Get("/beheer/regios/EIGEN-0001")).Submit("form[action$='handler=End']")).Done);
        Assert.Contains("bestaat niet meer", (await visitor.Get("/regios/EIGEN-0001")).Text);
        Assert.Equal(404, (await administrator.Get("/beheer/regios/VR01")).Status);
        Assert.Equal("/fout/403", (await (await app.As(People.Fryslan)).Get("/beheer/regios/EIGEN-0001")).Address.Split('?')[0]);
    }

    [Theory, OnEveryDatabase]
    public async Task A_region_of_ones_own_lies_among_the_provinces_on_the_map(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var administrator = await app.As(People.Administrator);
        var visitor = app.Anonymous();
        Assert.Equal("Kaart", (await visitor.Get("/kaart?soort=eigen")).Heading);
        Assert.Null((await visitor.Get("/kaart")).Document.QuerySelector("a[href='/kaart?soort=eigen']"));

        await (await administrator.Get("/beheer/regios")).Submit("main form", ("Input.Name", "Regio Deal Noordoost"), ("Input.Source", "Convenant"));
        var page = await administrator.Get("/beheer/regios/EIGEN-0001");
        Assert.Equal(404, (await visitor.Get("/kaart?soort=eigen&regio=EIGEN-0001")).Status);
        await page.Submit("form[action$='handler=Admit']", ("Members.Organisations", "GM1891 GM1970 PV21"), ("Members.From", "2026-01-01"));

        var country = await visitor.Get("/kaart?soort=eigen");
        Assert.NotNull(country.Document.QuerySelector(".ml-views a[href='/kaart?soort=eigen'][aria-current=page]"));
        var links = country.Document.QuerySelectorAll(".ml-atlas__link").Select(link => link.GetAttribute("href"));
        Assert.Equal("/kaart?soort=eigen&regio=EIGEN-0001", Assert.Single(links));
        var region = await visitor.Get("/kaart?soort=eigen&regio=EIGEN-0001");
        Assert.Equal("Regio Deal Noordoost", region.Heading);
        Assert.Equal(
            ["/organisaties/GM1891", "/organisaties/GM1970"],
            region.Document.QuerySelectorAll(".ml-atlas-list a").Select(link => link.GetAttribute("href"))
        );
        Assert.NotNull(region.Document.QuerySelector(".ml-atlas__link[href='/kaart?soort=provincie&regio=PV21']"));
        Assert.NotNull((await visitor.Get("/regios/EIGEN-0001")).Document.QuerySelector("main a[href='/kaart?soort=eigen&regio=EIGEN-0001']"));
        Assert.Null((await visitor.Get("/regios/RES01")).Document.QuerySelector("main a[href^='/kaart']"));
        Assert.Contains(
            "heeft de gemeente Dantumadiel toegevoegd aan Regio Deal Noordoost, vanaf donderdag 1 januari 2026.",
            (await administrator.Get("/beheer/logboek")).Text,
            StringComparison.Ordinal
        );
    }

    private static async Task<IEnumerable<string>> CodesOn(TestApp app, string day) =>
        (await (await app.Api(People.Fryslan, "read")).Get("/api/v1/regios/eigen-0001?op=" + day))
            .Json.GetProperty("deelnemers")
            .EnumerateArray()
            .Select(member => member.GetProperty("code").GetString()!)
            .Order();
}
