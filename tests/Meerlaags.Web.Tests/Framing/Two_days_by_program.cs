using Meerlaags.Web.Tests.Faults;
using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Web.Tests.Framing;

/// <summary>Nine parties by program: the first day guests of a room write unseen and read together, the next day members agree one text.</summary>
public sealed class Two_days_by_program(Apps apps) : IClassFixture<Apps>
{
    private const string Sentence = "Wie op het platteland woont, komt zonder auto niet meer bij de dokter, de school en het werk.";

    private static readonly string[] Codes = [.. RegionalDeal.Codes, "GM0080", "GM0088"];

    [Theory, OnEveryDatabase]
    public async Task From_a_room_full_of_guests_to_one_shared_issue(Database database)
    {
        var app = await apps.On(database);
        var deal = await RegionalDeal.StartAsync(app, Codes);
        await deal.GiveMandatesAsync();
        await deal.OpenAsync();

        var guests = await TheyJoinAsync(app, deal);
        await TheyWriteUnseenAsync(deal, guests);
        await deal.RevealAsync();
        foreach (var guest in guests.Values)
        {
            var read = (await guest.Get(deal.Round + "/formuleringen")).Body;
            Assert.All(Codes, code => Assert.Contains(TextOf(code), read));
        }

        app.Clock.Pass(TimeSpan.FromHours(25));
        foreach (var guest in guests.Values)
            Assert.Equal(401, (await guest.Get(deal.Round + "/formuleringen")).Status);
        await TheyAgreeAsync(deal);
        await Chains.HoldAsync(app);
    }

    private static string TextOf(string code) => $"Zo ziet {code} het: de bus rijdt te weinig.";

    private static async Task<Dictionary<string, Api>> TheyJoinAsync(TestApp app, RegionalDeal deal)
    {
        var room = await deal.Facilitator.Post(deal.Round + "/zaal", new { vorm = "write-first" });
        Assert.True(room.Status == 201, room.Body);
        var codes = room
            .Json.GetProperty("codes")
            .EnumerateArray()
            .ToDictionary(code => $"{code.GetProperty("partij")}", code => code.GetProperty("code").GetString()!);
        var guests = new Dictionary<string, Api>();
        foreach (var party in Codes)
        {
            var joined = await app.AnonymousApi().Post("/api/v1/deelnames", new { code = codes[deal.Id(party).ToString()], naam = "Gast van " + party });
            Assert.True(joined.Status == 201, joined.Body);
            guests[party] = new Api(app.Server.CreateHandler(), joined.Json.GetProperty("sleutel").GetString());
        }
        return guests;
    }

    private static async Task TheyWriteUnseenAsync(RegionalDeal deal, Dictionary<string, Api> guests)
    {
        foreach (var (party, guest) in guests)
        {
            var text = $"{deal.Round}/formuleringen/{deal.Id(party)}";
            var kept = await guest.Put(text, RegionalDeal.Draft(0, TextOf(party), "Gedachte van " + party));
            Assert.True(kept.Status == 200, kept.Body);
            Assert.Equal(201, (await guest.Post(text + "/indiening", new { versie = kept.Json.GetProperty("versie").GetInt32() })).Status);
        }
        Assert.Equal(Codes.Length, (await deal.Facilitator.Get(deal.Round)).Json.GetProperty("ingediend").GetArrayLength());
        foreach (var (party, guest) in guests)
        {
            var seen = (await guest.Get(deal.Round + "/formuleringen")).Body;
            Assert.All(Codes, code => Assert.Equal(code == party, seen.Contains(TextOf(code), StringComparison.Ordinal)));
        }
        Assert.DoesNotContain("Zo ziet", (await deal.Facilitator.Get(deal.Round + "/formuleringen")).Body);
    }

    private static async Task TheyAgreeAsync(RegionalDeal deal)
    {
        Assert.Equal(201, (await deal.Sentence("GM0080", Sentence)).Status);
        var put = await deal.Facilitator.Post(deal.Round + "/versies", new { herzienOp = "2027-06-01" });
        Assert.True(put.Status == 201, put.Body);
        foreach (var code in Codes)
        {
            Assert.Equal(404, (await deal["PV21"].Get(deal.Home + "/gedeeld-vraagstuk")).Status);
            var given = await deal.Bind(code, 1, "consent");
            Assert.True(given.Status == 201, given.Body);
        }
        Assert.Equal(Sentence, (await deal["RIJK"].Get(deal.Home + "/gedeeld-vraagstuk")).Json.GetProperty("tekst").GetString());
    }
}
