using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Web.Tests.Framing.Recheck;

/// <summary>A later round beside the earlier one, on the page and by program.</summary>
public sealed class Looking_back(Apps apps, Databases databases) : IClassFixture<Apps>
{
    [Theory, OnEveryDatabase]
    public async Task What_was_shared_then_stands_beside_what_is_said_now(Database database)
    {
        var app = await apps.On(database);
        var deal = await RegionalDeal.StartAsync(app, "PV21", "GM1891", "GM1970");
        await deal.GiveMandatesAsync();
        await deal.OpenAsync();
        foreach (var code in new[] { "PV21", "GM1891", "GM1970" })
            await deal.HandInAsync(code, "Jongeren vinden hier geen huis.", "Punt van " + code);
        await deal.RevealAsync();
        await deal.Sentence("PV21", "Wij bouwen 75.000 woningen.");
        await deal.Facilitator.Post(deal.Round + "/versies", new { herzienOp = "2027-06-01" });
        foreach (var code in new[] { "PV21", "GM1891", "GM1970" })
            Assert.Equal(201, (await deal.Bind(code, 1, "consent")).Status);
        var browser = await app.As(RegionalDeal.SpeakerOf("GM1891"));
        var facilitator = await app.As(People.Facilitator);
        var home = deal.Home["/api/v1".Length..];
        Assert.Equal(404, (await browser.Get(home + "/rondes/1/terugkijken")).Status);

        Assert.Equal(201, (await deal.Facilitator.Post(deal.Home + "/rondes")).Status);
        var early = await browser.Get(home + "/rondes/2/terugkijken");
        Assert.Contains("Nu is er nog geen tekst", early.Text);
        Assert.Contains("nog niet onthuld", early.Text);
        await deal.Facilitator.Send(HttpMethod.Patch, $"{deal.Home}/partijen/{deal.Id("GM1970")}", """{"stoel":"moving-along","beslist":false}""");
        foreach (var code in new[] { "PV21", "GM1891" })
            await SecondAsync(deal, code);
        Assert.DoesNotContain("Ouderen", (await browser.Get(home + "/rondes/2/terugkijken")).Text);
        Assert.Equal(201, (await deal.Facilitator.Post(deal.Home + "/rondes/2/onthulling")).Status);
        Assert.Equal(204, (await deal.Facilitator.Post(deal.Home + "/rondes/2/gesproken")).Status);
        await (await facilitator.Get(home + "/rondes/2/tekst")).Submit(
            "form[action$='handler=Add']",
            ("Sentence.Text", "Wij bouwen duizend woningen voor ouderen.")
        );
        await deal.Facilitator.Post(deal.Home + "/rondes/2/versies", new { herzienOp = "2027-06-01" });

        var page = await browser.Get(home + "/rondes/2/terugkijken");

        var shared = page.Document.QuerySelector("section[aria-labelledby=gedeeld]")!;
        Assert.Equal("75.000 woningen.", Marked(shared, "del"));
        Assert.Equal("duizend woningen voor ouderen.", Marked(shared, "ins"));
        Assert.Contains("Gemeente Noardeast-Fryslân deed toen mee als: volledig", page.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Schrijft nu niet", page.Text);
        var drift = WebPage.Words(page.Document.QuerySelector("section[aria-labelledby=deelvragen]")!);
        Assert.Contains("Nu wel, toen niet: ouderen", drift, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Toen wel, nu niet: jongeren", drift, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("/rondes/2/terugkijken", (await browser.Get(home + "/rondes/2")).Html);
        var told = (await deal["PV21"].Get(deal.Home + "/rondes/2/terugblik")).Json;
        Assert.Equal(1, told.GetProperty("toen").GetInt32());
        Assert.Equal(["same", "removed", "added"], told.GetProperty("gedeeldeTekst").EnumerateArray().Select(piece => piece.GetProperty("soort").GetString()));
        Assert.Equal(3, told.GetProperty("partijen").GetArrayLength());
        Assert.NotEqual(0, told.GetProperty("afdrijving").GetArrayLength());
        Assert.Equal(404, (await deal["PV21"].Get(deal.Home + "/rondes/1/terugblik")).Status);
        Assert.Equal(404, (await deal["PV21"].Get(deal.Home + "/rondes/2/terugblik?met=2")).Status);
        await deal.Facilitator.Put(deal.Home + "/weergaven/differences", new { gewenst = false });
        Assert.Equal(0, (await deal["PV21"].Get(deal.Home + "/rondes/2/terugblik")).Json.GetProperty("afdrijving").GetArrayLength());
    }

    [Theory, OnEveryDatabase]
    public async Task On_the_day_the_facilitator_is_asked_to_look_again(Database database)
    {
        var app = new TestApp(await databases.StartedAsync(database));
        await using var own = app;
        var deal = await RegionalDeal.StartAsync(app, "PV21", "GM1891");
        await deal.GiveMandatesAsync();
        await deal.OpenAsync();
        foreach (var code in new[] { "PV21", "GM1891" })
            await deal.HandInAsync(code, "Jongeren vinden hier geen huis.", "Punt van " + code);
        await deal.RevealAsync();
        await deal.Sentence("PV21", "Wij bouwen.");
        var day = DateOnly.FromDateTime(app.Clock.Now.AddDays(30).Date);
        await deal.Facilitator.Post(deal.Round + "/versies", new { herzienOp = day });
        foreach (var code in new[] { "PV21", "GM1891" })
            await deal.Bind(code, 1, "consent");
        Assert.DoesNotContain("Kijk opnieuw", (await (await app.As(People.Facilitator)).Get("/mijn-overzicht")).Text);

        app.Clock.Pass(TimeSpan.FromDays(31));

        Assert.Contains("Kijk opnieuw naar wat u deelde", (await (await app.As(People.Facilitator)).Get("/mijn-overzicht")).Text);
    }

    private static string Marked(AngleSharp.Dom.IElement within, string tag) =>
        string.Join(
            ' ',
            within
                .QuerySelectorAll($".ml-document {tag}")
                .Select(mark =>
                    string.Concat(mark.ChildNodes.Where(node => node.NodeType == AngleSharp.Dom.NodeType.Text).Select(node => node.TextContent)).Trim()
                )
        );

    private static async Task SecondAsync(RegionalDeal deal, string code)
    {
        var address = $"{deal.Home}/rondes/2/formuleringen/{deal.Id(code)}";
        var kept = await deal[code].Put(address, RegionalDeal.Draft(0, "Ouderen vinden hier geen huis. " + code, "Punt van " + code));
        Assert.True(kept.Status == 200, kept.Body);
        Assert.Equal(201, (await deal[code].Post(address + "/indiening", new { versie = kept.Json.GetProperty("versie").GetInt32() })).Status);
    }
}
