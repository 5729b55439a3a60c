using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Web.Tests.Sessions;

/// <summary>The same room, by program: facilitator, doors and guests each with a key of their own.</summary>
public sealed class Together_by_program(Apps apps) : IClassFixture<Apps>
{
    [Theory, OnEveryDatabase]
    public async Task From_codes_to_the_reveal(Database database)
    {
        var app = await apps.On(database);
        var table = await Table.SetAsync(app);
        await table.OpenRoundAsync();
        var round = $"/api/v1/samenwerkingen/{table.Id.Value}/rondes/1";
        var facilitator = await app.Api(People.Facilitator, Scopes.Read, Scopes.Facilitate, Scopes.Write);
        var member = await app.Api(People.Fryslan, Scopes.Read, Scopes.Write);

        Assert.Equal(404, (await facilitator.Get(round + "/zaal")).Status);
        var submit = Guid.CreateVersion7();
        var opened = await facilitator.Post(round + "/zaal", new { vorm = "meeting-first" }, submit);
        Assert.Equal(201, opened.Status);
        Assert.Equal(201, (await facilitator.Post(round + "/zaal", new { vorm = "meeting-first" }, submit)).Status);
        Expect.Problem(409, "room.already-open", await facilitator.Post(round + "/zaal", new { vorm = "write-first" }));
        Expect.Problem(400, "room.no-way-back", await facilitator.Put(round + "/zaal/stap", new { stap = "talk" }));
        Assert.Equal("write", (await facilitator.Put(round + "/zaal/stap", new { stap = "write" })).Json.GetProperty("stap").GetString());
        var codes = opened
            .Json.GetProperty("codes")
            .EnumerateArray()
            .ToDictionary(code => $"{code.GetProperty("partij")}", code => code.GetProperty("code").GetString()!);
        Assert.Equal(3, codes.Count);
        Assert.Equal(2, (await member.Get(round + "/zaal")).Json.GetProperty("codes").GetArrayLength());

        // One is in at once, one waits in the lobby and writes meanwhile.
        var alderman = await JoinAsync(app, codes[table.Dantumadiel.Value.ToString()]);
        var deputy = await JoinAsync(app, codes[""]);
        Assert.Equal(JsonNull, (await deputy.Get("/api/v1/deelname")).Json.GetProperty("partij").ToString());
        Assert.Equal(200, (await deputy.Put("/api/v1/deelname/partij", new { partij = table.Fryslan.Value })).Status);
        Assert.Equal(200, (await deputy.Put("/api/v1/deelname/tekst", new { tekst = "Ouderen", punten = new[] { "Doorstroming" } })).Status);
        Assert.Equal(404, (await deputy.Get(round)).Status);
        var waiting = Assert.Single((await member.Get(round + "/zaal")).Json.GetProperty("gasten").EnumerateArray());
        Assert.Equal(204, (await member.Post($"{round}/zaal/gasten/{waiting.GetProperty("id")}/toelating")).Status);
        Assert.Equal("admitted", (await deputy.Get("/api/v1/deelname")).Json.GetProperty("toestand").GetString());

        // Both write; neither reads the other until the reveal.
        await HandInAsync(alderman, round, table.Dantumadiel.Value, "Starters vertrekken");
        await HandInAsync(deputy, round, table.Fryslan.Value, "Ouderen vinden geen huis");
        Assert.DoesNotContain("Starters", (await deputy.Get(round + "/formuleringen")).Body);
        Assert.Equal(201, (await facilitator.Post(round + "/onthulling")).Status);
        Assert.Contains("Starters", (await deputy.Get(round + "/formuleringen")).Body);

        // Led out, and the room closes: keys stop.
        var guests = (await facilitator.Get(round + "/zaal")).Json.GetProperty("gasten").EnumerateArray().ToList();
        Assert.Equal(2, guests.Count);
        Assert.Equal(204, (await facilitator.Post($"{round}/zaal/gasten/{waiting.GetProperty("id")}/vertrek")).Status);
        Assert.Equal(404, (await deputy.Get(round)).Status);
        Assert.Equal(204, (await facilitator.Post(round + "/zaal/sluiting")).Status);
        Assert.Equal(404, (await alderman.Get(round)).Status);
        Expect.Problem(400, "room.code-unknown", await app.AnonymousApi().Post("/api/v1/deelnames", new { code = codes[""], naam = "Laat" }));
    }

    private const string JsonNull = "";

    private static async Task<Api> JoinAsync(TestApp app, string code)
    {
        var joined = await app.AnonymousApi().Post("/api/v1/deelnames", new { code, naam = "Gast" });
        Assert.Equal(201, joined.Status);
        return new Api(app.Server.CreateHandler(), joined.Json.GetProperty("sleutel").GetString());
    }

    private static async Task HandInAsync(Api guest, string round, Guid party, string issue)
    {
        var text = $"{round}/formuleringen/{party}";
        var kept = await guest.Put(
            text,
            new
            {
                versie = 0,
                antwoorden = new[] { new { vraag = "issue", tekst = issue } },
                punten = new[] { new { tekst = "Een gedachte" } },
            }
        );
        Assert.Equal(200, kept.Status);
        Assert.Equal(201, (await guest.Post(text + "/indiening", new { versie = kept.Json.GetProperty("versie").GetInt32() })).Status);
    }
}
