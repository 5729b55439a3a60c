using System.Net;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Web.Tests.Framing;

/// <summary>A page reads what it shows in a fixed number of statements: as many for a full table as for a small one, for one collaboration as for several.</summary>
public sealed class How_many_statements_a_page_takes(Databases databases)
{
    private const int Most = 5;

    // The candidate text, its versions and who is missing hang under the round side by side: in one statement their rows would multiply.
    private const int MostOfTheText = 10;

    // Two capabilities ask something of people there, each in one statement; one reads who keeps it going.
    private const int MostOfTheOverview = 7;

    private static readonly string[] Few = ["RIJK", "PV21"];

    [Theory, OnEveryDatabase]
    public async Task As_many_however_much_there_is(Database database)
    {
        var counter = new StatementCounter();
        await using var app = new TestApp(
            await databases.StartedAsync(database),
            services => services.ConfigureDbContext<Db>(options => options.AddInterceptors(counter))
        );
        var few = await CountAsync(app, counter, await WriteAsync(app, Few, points: 1));
        for (var more = 0; more < 3; more++)
            await WriteAsync(app, Few, points: 1);
        var many = await CountAsync(app, counter, await WriteAsync(app, RegionalDeal.Codes, points: 4));

        Assert.Equal(few, many);
        Assert.All(many, page => Assert.InRange(page.Value, 2, MostOf(page.Key)));
    }

    private static int MostOf(string page) =>
        page switch
        {
            "tekst" => MostOfTheText,
            "overzicht" => MostOfTheOverview,
            _ => Most,
        };

    private static async Task<SortedDictionary<string, long>> CountAsync(TestApp app, StatementCounter counter, RegionalDeal deal)
    {
        var home = deal.Home["/api/v1".Length..];
        var speaker = await app.As(RegionalDeal.SpeakerOf("RIJK"));
        var facilitator = await app.As(People.Facilitator);
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        await CountOneAsync("schrijven", $"{home}/rondes/1/schrijven/{deal.Id("RIJK")}");
        await deal.RevealAsync();
        // Who came after whom is kept for all who look.
        await speaker.Get(home);
        await CountOneAsync("overzicht", home);
        await CountOneAsync("mijn-overzicht", "/mijn-overzicht");
        await TalkAsync(deal);
        foreach (var page in new[] { "naast-elkaar", "tekst", "teksten", "kritiek", "volgorde", "precies" })
            await CountOneAsync(page, $"{home}/rondes/1/{page}");
        Assert.Equal(204, (await deal.Facilitator.Post(deal.Round + "/gesproken")).Status);
        foreach (var page in new[] { "verschillen", "woorden", "zelfde-punt" })
        {
            // What is computed, and the names of the register, are read once for all who look.
            await facilitator.Get($"{home}/rondes/1/{page}");
            await CountOneAsync(page, $"{home}/rondes/1/{page}");
        }
        await CountOneAsync("ronde", home + "/rondes/1");
        await CountOneAsync("stelling", $"{home}/rondes/1/stellingen/{await WeighAsync(deal)}");
        foreach (var page in new[] { "stellingen", "stellingen/nieuw", "stellingen/uitkomst" })
            await CountOneAsync(page, $"{home}/rondes/1/{page}");
        await CountOneAsync("logboek", home + "/logboek");
        foreach (var (name, address) in new[] { ("zoeken", "/zoeken?q=gedachte"), ("kaart", "/kaart"), ("organisatie", "/organisaties/PV21") })
        {
            // The register is read once for all who look.
            await speaker.Get(address);
            await CountOneAsync(name, address);
        }
        await CountOneAsync("overzicht", home);
        await CountOneAsync("mijn-overzicht", "/mijn-overzicht");
        await AgainAsync(deal);
        await CountOneAsync("terugkijken", home + "/rondes/2/terugkijken");
        return counts;

        async Task CountOneAsync(string name, string address)
        {
            foreach (var browser in new[] { speaker, facilitator })
            {
                if (name is "schrijven" or "stellingen/nieuw" && browser == facilitator)
                    continue;
                var before = counter.Count;
                var page = await browser.Get(address);
                Assert.Equal(HttpStatusCode.OK, page.Answer.StatusCode);
                counts[name] = Math.Max(counts.GetValueOrDefault(name), counter.Count - before);
            }
        }
    }

    // Each party brings in as many statements as it has points, and each says something to all.
    private static async Task<Guid> WeighAsync(RegionalDeal deal)
    {
        var last = Guid.Empty;
        foreach (var code in RegionalDeal.Codes.Where(code => deal.Speaks(code)))
        {
            var points = (await deal[code].Get($"{deal.Round}/formuleringen/{deal.Id(code)}")).Json.GetProperty("punten").EnumerateArray().ToList();
            foreach (var (place, point) in points.Index())
            {
                var body = new
                {
                    namens = deal.Id(code),
                    tekst = $"Stelling {place} van {code}",
                    punten = new[] { point.GetProperty("id").GetGuid() },
                };
                last = (await deal[code].Post(deal.Round + "/stellingen", body)).Id;
                foreach (var reader in RegionalDeal.Codes.Where(reader => deal.Speaks(reader)))
                    await deal[reader].Put($"{deal.Round}/stellingen/{last}/standpunten/{deal.Id(reader)}", new { standpunt = "agree" });
                await deal[code].Put($"{deal.Round}/stellingen/{last}/meningen/{deal.Id(code)}", new { mening = "agree" });
                Assert.Equal(204, (await deal.Facilitator.Post(deal.Round + "/standpunten/opening")).Status);
            }
        }
        return last;
    }

    // The same table writes a second round.
    private static async Task AgainAsync(RegionalDeal deal)
    {
        var why = new { reden = "Wij weten het nog niet.", volgendGesprek = "2027-06-01" };
        Assert.Equal(201, (await deal.Facilitator.Post(deal.Round + "/afsluiting", why)).Status);
        Assert.Equal(201, (await deal.Facilitator.Post(deal.Home + "/rondes")).Status);
        foreach (var code in RegionalDeal.Codes.Where(code => deal.Speaks(code)))
        {
            var address = $"{deal.Home}/rondes/2/formuleringen/{deal.Id(code)}";
            var kept = await deal[code].Put(address, RegionalDeal.Draft(0, "Waarom het hier nu gaat om " + code, [.. Points(code, 2)]));
            Assert.True(kept.Status == 200, kept.Body);
            Assert.Equal(201, (await deal[code].Post(address + "/indiening", new { versie = kept.Json.GetProperty("versie").GetInt32() })).Status);
        }
        Assert.Equal(201, (await deal.Facilitator.Post(deal.Home + "/rondes/2/onthulling")).Status);
        Assert.Equal(204, (await deal.Facilitator.Post(deal.Home + "/rondes/2/gesproken")).Status);
    }

    private static async Task<RegionalDeal> WriteAsync(TestApp app, string[] codes, int points)
    {
        var deal = await RegionalDeal.StartAsync(app, codes);
        await deal.OpenAsync();
        foreach (var code in codes)
        {
            object[] raised = code == "RIJK" ? [.. Points(code, points).Select(text => new { tekst = text, stem = "MNRE1034" })] : [.. Points(code, points)];
            await deal.HandInAsync(code, "Waarom het hier gaat om " + code, raised);
        }
        return deal;
    }

    private static IEnumerable<string> Points(string code, int count) => Enumerable.Range(1, count).Select(number => $"Gedachte {number} van {code}");

    // Marks, sentences, who recognises itself, who is missing, a version with answers: at least one of each, more where more parties are.
    private static async Task TalkAsync(RegionalDeal deal)
    {
        await deal.GiveMandatesAsync();
        var raised = (await deal.Facilitator.Get(deal.Round + "/punten"))
            .Json.GetProperty("een")
            .EnumerateArray()
            .DistinctBy(group => group.GetProperty("partijen")[0].GetGuid())
            .Select(group => group.GetProperty("punten")[0].GetProperty("id").GetGuid())
            .ToList();
        Assert.Equal(201, (await deal.Facilitator.Post(deal.Round + "/gelijke-punten", new { punten = raised })).Status);
        foreach (var code in RegionalDeal.Codes.Where(code => deal.Speaks(code)))
        {
            var written = await deal.Sentence(code, "Een zin van " + code);
            Assert.Equal(201, written.Status);
            foreach (var reader in RegionalDeal.Codes.Where(reader => deal.Speaks(reader)))
                await deal[reader].Put($"{deal.Round}/tekst/zinnen/{written.Id}/herkenningen/{deal.Id(reader)}", new { gezien = 1, herkend = true });
            var missing = new
            {
                naam = "Jongeren bij " + code,
                waarom = "Iedereen praat over hen.",
                namens = deal.Id(code),
            };
            Assert.Equal(201, (await deal[code].Post(deal.Round + "/ontbrekende-partijen", missing)).Status);
        }
        await AroundTheTextsAsync(deal);
        Assert.Equal(201, (await deal.Facilitator.Post(deal.Round + "/versies", new { herzienOp = "2027-06-01", reden = "Samen gekozen." })).Status);
        foreach (var code in RegionalDeal.Codes.Where(code => deal.Speaks(code)))
            Assert.Equal(201, (await deal.Bind(code, 1, "concern", "We vrezen iets.")).Status);
    }

    // Each party starts a text, thinks something of the first one, and gives its order.
    private static async Task AroundTheTextsAsync(RegionalDeal deal)
    {
        Assert.Equal(204, (await deal.Facilitator.Post(deal.Round + "/gesproken")).Status);
        foreach (var code in RegionalDeal.Codes.Where(code => deal.Speaks(code)))
        {
            var started = await deal[code].Post(deal.Round + "/kandidaten", new { naam = "Tekst van " + code, namens = deal.Id(code) });
            Assert.Equal(201, started.Status);
            var critique = await deal[code].Put($"{deal.Round}/kandidaten/1/kritiek/{deal.Id(code)}", new { versie = 0, werkt = "Kort." });
            Assert.Equal(200, critique.Status);
            Assert.Equal(200, (await deal[code].Put($"{deal.Round}/volgorde/{deal.Id(code)}", new { volgorde = new[] { new[] { 1 }, [2] } })).Status);
        }
        Assert.Equal(201, (await deal.Facilitator.Post(deal.Round + "/kandidaten/1/kritiek/opening")).Status);
    }
}
