using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Web.Tests.Framing;

/// <summary>What a program can do wrong while a table frames its issue: each a clear problem, and nothing lost.</summary>
public sealed class Faults_by_program(Apps apps) : IClassFixture<Apps>
{
    private static readonly Someone Colleague = new("Collega van GM1891", "collega-gm1891@voorbeeld.nl");

    private TestApp app = null!;

    [Theory, OnEveryDatabase]
    public async Task The_same_submit_is_one_act_and_a_key_used_again_loses_nothing(Database database)
    {
        var deal = await OpenedAsync(database);
        var submit = Guid.CreateVersion7();
        await deal.Keep("PV21", 0, "Ons vraagstuk", "Eén punt");
        var text = $"{deal.Round}/formuleringen/{deal.Id("PV21")}";

        var first = await deal["PV21"].Post(text + "/indiening", new { versie = 1 }, submit);
        var resent = await deal["PV21"].Post(text + "/indiening", new { versie = 1 }, submit);
        var anew = await deal["PV21"].Post(text + "/indiening", new { versie = 1 }, Guid.CreateVersion7());

        Assert.Equal((201, 201, first.Body), (first.Status, resent.Status, resent.Body));
        Expect.Problem(409, "formulation.already-submitted", anew);
        await deal.HandInAsync("GM1891", "Het onze", "Een ander punt");
        await deal.RevealAsync();
        Expect.Problem(409, "reveal.already-done", await deal.Facilitator.Post(deal.Round + "/onthulling"));
        foreach (var words in new[] { "Eén zin.", "Een andere zin." })
            Assert.Equal(201, (await deal.Sentence("PV21", words, submit)).Status);
        Assert.Equal(2, (await deal["PV21"].Get(deal.Round + "/tekst")).Json.GetProperty("zinnen").GetArrayLength());
    }

    [Theory, OnEveryDatabase]
    public async Task An_id_of_a_submit_that_is_no_uuid_is_refused_before_anything_is_done(Database database)
    {
        var deal = await OpenedAsync(database);
        await deal.Keep("PV21", 0, "Ons vraagstuk", "Eén punt");
        var text = $"{deal.Round}/formuleringen/{deal.Id("PV21")}";

        var answer = await deal["PV21"].Send(HttpMethod.Post, text + "/indiening", new { versie = 1 }, "poging 1");

        Assert.Equal((400, "Idempotency-Key"), (answer.Status, answer.Json.GetProperty("fouten")[0].GetProperty("veld").GetString()));
        Assert.Equal("draft", (await deal["PV21"].Get(text)).Json.GetProperty("stand").GetString());
    }

    [Theory, OnEveryDatabase]
    public async Task A_late_text_is_welcome_and_marked(Database database)
    {
        var deal = await OpenedAsync(database);
        await deal.HandInAsync("PV21", "Ons vraagstuk", "Eén punt");
        await deal.HandInAsync("GM1891", "Het onze", "Een ander punt");
        await deal.Keep("GM1970", 0, "Nog een concept", "Nog niet af");
        await deal.RevealAsync();
        var text = $"{deal.Round}/formuleringen/{deal.Id("GM1970")}";
        Assert.Equal(404, (await deal["PV21"].Get(text)).Status);

        var late = await deal["GM1970"].Post(text + "/indiening", new { versie = 1 });

        Assert.Equal((201, true), (late.Status, late.Json.GetProperty("laat").GetBoolean()));
        Assert.Equal("revealed", (await deal["PV21"].Get(text)).Json.GetProperty("stand").GetString());
        Expect.Problem(409, "formulation.already-revealed", await deal["GM1970"].Send(HttpMethod.Delete, text + "/indiening"));
    }

    [Theory, OnEveryDatabase]
    public async Task Of_two_editors_the_second_keeps_both_texts(Database database)
    {
        var deal = await OpenedAsync(database);
        var colleague = await deal.InviteAsync(Colleague, "GM1891");
        await deal.Keep("GM1891", 0, "Van de eerste", "Punt van de eerste");
        var text = $"{deal.Round}/formuleringen/{deal.Id("GM1891")}";

        var second = await colleague.Put(text, RegionalDeal.Draft(0, "Van de tweede", "Punt van de tweede"));

        Expect.Problem(409, "formulation.changed-by-colleague", second);
        Assert.Equal("Van de tweede", second.Json.GetProperty("verstuurd").GetProperty("antwoorden")[0].GetProperty("tekst").GetString());
        Assert.Equal("Punt van de tweede", second.Json.GetProperty("verstuurd").GetProperty("punten")[0].GetProperty("tekst").GetString());
        Assert.Equal("Van de eerste", second.Json.GetProperty("bewaard").GetProperty("antwoorden")[0].GetProperty("tekst").GetString());
        Assert.Equal(1, second.Json.GetProperty("bewaard").GetProperty("versie").GetInt32());
        Expect.Problem(409, "formulation.changed-by-colleague", await colleague.Post(text + "/indiening", new { versie = 0 }));
        Assert.Equal(2, (await colleague.Put(text, RegionalDeal.Draft(1, "Van beiden", "Punt"))).Json.GetProperty("versie").GetInt32());
        Assert.Equal(2, (await colleague.Put(text, RegionalDeal.Draft(1, "Van beiden", "Punt"))).Json.GetProperty("versie").GetInt32());

        await deal.Keep("PV21", 0, "Ons vraagstuk", "Punt");
        await HandInBothAsync(deal);
        var sentence = await deal.Sentence("PV21", "Eén zin.");
        var address = $"{deal.Round}/tekst/zinnen/{sentence.Id}";
        await deal["PV21"].Put(address, Words("Anders.", deal.Id("PV21")));
        var slower = await deal["GM1891"].Put(address, Words("Weer anders.", deal.Id("GM1891")));
        Expect.Problem(409, "sentence.changed-by-other", slower);
        Assert.Contains("Anders.", slower.Body, StringComparison.Ordinal);
    }

    [Theory, OnEveryDatabase]
    public async Task A_party_that_leaves_before_the_reveal_stays_unread(Database database)
    {
        var deal = await OpenedAsync(database);
        foreach (var code in new[] { "PV21", "GM1891", "GM1970" })
            await deal.HandInAsync(code, "Tekst van " + code, "Punt van " + code);
        Assert.Equal(204, (await deal["GM1970"].Post($"{deal.Home}/partijen/{deal.Id("GM1970")}/vertrek")).Status);

        await deal.RevealAsync();

        Assert.DoesNotContain("GM1970", (await deal["PV21"].Get(deal.Round + "/formuleringen")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain(deal.Id("GM1970").ToString(), (await deal["PV21"].Get(deal.Round)).Body, StringComparison.Ordinal);
        Assert.Equal(404, (await deal["PV21"].Get($"{deal.Round}/formuleringen/{deal.Id("GM1970")}")).Status);
        Assert.Equal(404, (await deal["GM1970"].Get(deal.Round)).Status);
    }

    [Theory, OnEveryDatabase]
    public async Task Who_speaks_for_two_parties_writes_for_each(Database database)
    {
        var deal = await OpenedAsync(database);
        var both = await deal.InviteAsync(RegionalDeal.SpeakerOf("PV21"), "GM1891");
        await deal.HandInAsync("PV21", "Van de provincie", "Punt van de provincie");

        var other = await both.Put($"{deal.Round}/formuleringen/{deal.Id("GM1891")}", RegionalDeal.Draft(0, "Van de gemeente", "Punt van de gemeente"));

        Assert.Equal((200, "draft"), (other.Status, other.Json.GetProperty("stand").GetString()));
        Assert.Equal(2, (await both.Get(deal.Round + "/formuleringen")).Json.GetProperty("formuleringen").GetArrayLength());
        Assert.Equal(1, (await deal["GM1891"].Get(deal.Round + "/formuleringen")).Json.GetProperty("formuleringen").GetArrayLength());
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_unknown_is_not_there(Database database)
    {
        var deal = await OpenedAsync(database);
        await deal.Keep("PV21", 0, "Ons vraagstuk", "Punt");
        await deal.Keep("GM1891", 0, "Het onze", "Punt");
        await HandInBothAsync(deal);
        var unknown = Guid.CreateVersion7();
        var speaker = deal["PV21"];

        Expect.Problem(404, "request.not-there", await speaker.Get($"/api/v1/samenwerkingen/{unknown}/rondes"));
        Expect.Problem(404, "request.not-there", await speaker.Get(deal.Home + "/rondes/9"));
        Expect.Problem(404, "request.not-there", await speaker.Get(deal.Home + "/rondes/x"));
        Expect.Problem(404, "request.not-there", await speaker.Get($"{deal.Round}/formuleringen/{unknown}"));
        Expect.Problem(404, "request.not-there", await speaker.Put($"{deal.Round}/formuleringen/{unknown}", RegionalDeal.Draft(0, "x", "x")));
        Expect.Problem(404, "request.not-there", await speaker.Send(HttpMethod.Delete, $"{deal.Round}/gelijke-punten/{unknown}?namens={deal.Id("PV21")}"));
        Expect.Problem(404, "request.not-there", await speaker.Put($"{deal.Round}/tekst/zinnen/{unknown}", Words("x", deal.Id("PV21"))));
        Expect.Problem(
            400,
            "points.unknown",
            await speaker.Post(deal.Round + "/gelijke-punten", new { punten = new[] { unknown, deal.Id("PV21") }, namens = deal.Id("PV21") })
        );
        var stranger = await app.Api(People.Stranger, Scopes.All);
        Assert.Equal((await stranger.Get($"/api/v1/samenwerkingen/{unknown}/rondes")).Body, (await stranger.Get(deal.Home + "/rondes")).Body);
        Expect.Problem(404, "request.not-there", await stranger.Put($"{deal.Round}/formuleringen/{deal.Id("PV21")}", "{"));
    }

    [Theory, OnEveryDatabase]
    public async Task Everything_wrong_with_a_body_is_said_at_once(Database database)
    {
        var deal = await OpenedAsync(database);
        var text = $"{deal.Round}/formuleringen/{deal.Id("RIJK")}";
        var rijk = deal["RIJK"];

        Expect.Problem(400, "request.invalid", await rijk.Put(text, "{ \"versie\": "));
        Expect.Problem(400, "request.invalid", await rijk.Put(text, "\"\\ud800\""));
        Expect.Problem(
            400,
            "request.invalid",
            await rijk.Put(text, "{\"versie\":0,\"antwoorden\":[{\"vraag\":\"issue\",\"tekst\":\"\\ud800\"}],\"punten\":[]}")
        );
        var faults = await rijk.Put(
            text,
            new
            {
                versie = "één",
                antwoorden = new[] { new { vraag = "", tekst = new string('x', 20_001) } },
                punten = new object[] { new { tekst = new string('y', 281) }, new { tekst = "goed", kleur = "rood" }, new { stem = "MNRE1034" } },
            }
        );
        Expect.Problem(400, "request.invalid", faults);
        Assert.Equal(
            ["antwoorden[0].tekst", "antwoorden[0].vraag", "punten[0].tekst", "punten[1].kleur", "punten[2].tekst", "versie"],
            faults.Json.GetProperty("fouten").EnumerateArray().Select(fault => fault.GetProperty("veld").GetString()!).Order(StringComparer.Ordinal)
        );
        var voice = await deal.Keep("RIJK", 0, "Van het Rijk", "goed", new { tekst = "van wie?", stem = "MNRE1018" });
        Expect.Problem(400, "formulation.unknown-voice", voice);
        Assert.Equal("punten[1].stem", voice.Json.GetProperty("fouten")[0].GetProperty("veld").GetString());
        Expect.Problem(400, "formulation.answer-needed", await rijk.Post(text + "/indiening", new { versie = 0 }));
        var point = (await deal.Keep("PV21", 0, "Van de provincie", "Punt")).Json.GetProperty("punten")[0].GetProperty("id").GetGuid();
        var copied = await deal.Keep("RIJK", 0, "Van het Rijk", new { id = point, tekst = "met een id van een ander" });
        Assert.Equal(200, copied.Status);
        Assert.NotEqual(point, copied.Json.GetProperty("punten")[0].GetProperty("id").GetGuid());
    }

    private static async Task HandInBothAsync(RegionalDeal deal)
    {
        foreach (var code in new[] { "PV21", "GM1891" })
        {
            var text = $"{deal.Round}/formuleringen/{deal.Id(code)}";
            var version = (await deal[code].Get(text)).Json.GetProperty("versie").GetInt32();
            Assert.Equal(201, (await deal[code].Post(text + "/indiening", new { versie = version })).Status);
        }
        await deal.RevealAsync();
    }

    private static object Words(string words, Guid party) =>
        new
        {
            tekst = words,
            punten = Array.Empty<Guid>(),
            gezien = 1,
            namens = party,
        };

    private async Task<RegionalDeal> OpenedAsync(Database database) => await RegionalDeal.OpenedAsync(app = await apps.On(database));
}
