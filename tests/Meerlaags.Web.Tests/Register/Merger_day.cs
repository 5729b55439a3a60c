using System.Text.Json;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Journal;
using Meerlaags.Web.Tests.Framing;
using Meerlaags.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Tests.Register;

/// <summary>A merger that is known in advance: nothing changes before its day, and afterwards people confirm who goes on. The merger is invented.</summary>
public sealed class Merger_day(Databases databases)
{
    private const string Page = "/beheer/opvolgingen";

    private static readonly (string, string)[] Merger =
    [
        ("Input.On", "2027-01-01"),
        ("Input.From", "gm1891"),
        ("Input.Into", "GM1970"),
        ("Input.Source", "Wet samenvoeging (bedacht)"),
    ];

    [Theory, OnEveryDatabase]
    public async Task A_seat_keeps_the_historical_party_and_people_confirm_who_goes_on(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var deal = await RegionalDeal.StartAsync(app, "PV21", "GM1891", "GM1970");
        var home = deal.Home["/api/v1".Length..];
        var parties = home + "/partijen";
        var (speaker, other) = (await app.As(RegionalDeal.SpeakerOf("GM1891")), await app.As(RegionalDeal.SpeakerOf("PV21")));
        var confirm = $"{parties}/{deal.Id("GM1891")}/voortzetting";

        var recorded = await (await (await app.As(People.Administrator)).Get(Page)).Submit("main section form", Merger);
        Assert.Contains("vastgelegd", recorded.Done);
        Assert.Contains("Komt nog", recorded.Text);
        Assert.Contains("vrijdag 1 januari 2027", (await other.Get("/organisaties/GM1891")).Text);
        Assert.Equal("2027-01-01", (await deal["PV21"].Get("/api/v1/organisaties/GM1891")).Json.GetProperty("vervallenPer").GetString());
        Assert.DoesNotContain("verdergaat", (await speaker.Get("/mijn-overzicht")).Text);
        Assert.Equal(404, (await speaker.Get(confirm)).Status);

        app.Clock.Now = new DateTimeOffset(2027, 1, 1, 8, 0, 0, TimeSpan.Zero);
        speaker = await app.As(RegionalDeal.SpeakerOf("GM1891"));
        other = await app.As(RegionalDeal.SpeakerOf("PV21"));
        Assert.Contains("Bevestig wie verdergaat voor de gemeente Dantumadiel", (await speaker.Get("/mijn-overzicht")).Text);
        Assert.DoesNotContain("verdergaat", (await other.Get("/mijn-overzicht")).Text);
        Assert.Contains("bestaat niet meer", (await other.Get(parties)).Text);
        Assert.Equal(404, (await other.Get(confirm)).Status);
        Assert.Equal(422, (int)(await speaker.Post(confirm, ("Heir", "GM0059"))).StatusCode);

        var done = await (await speaker.Get(confirm)).Submit("main form.ml-form");
        Assert.Contains("Noardeast-Fryslân gaat verder", done.Done);
        Assert.Contains("nu de gemeente Noardeast-Fryslân", done.Text);
        Assert.Contains("Gemeente Dantumadiel", done.Text);
        Assert.DoesNotContain("verdergaat", (await speaker.Get("/mijn-overzicht")).Text);
        Assert.Equal(404, (await speaker.Get(confirm)).Status);
        Assert.Contains("verdergaat op de plaats van de gemeente Dantumadiel", (await other.Get(home + "/logboek")).Text);
        var seat = (await (await app.Api(People.Facilitator, "read")).Get(deal.Home))
            .Json.GetProperty("partijen")
            .EnumerateArray()
            .Single(party => party.GetProperty("id").GetGuid() == deal.Id("GM1891"));
        Assert.Equal(("GM1891", "GM1970"), (seat.GetProperty("code").GetString(), seat.GetProperty("voortzetting").GetString()));
    }

    [Theory, OnEveryDatabase]
    public async Task The_same_by_program(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var deal = await RegionalDeal.StartAsync(app, "PV21", "GM1891", "GM1970");
        var confirm = $"{deal.Home}/partijen/{deal.Id("GM1891")}/voortzetting";
        var administrator = await app.Api(People.Administrator, Scopes.Administer);
        var merger = new
        {
            per = "2027-01-01",
            van = new[] { "gm1891" },
            naar = new[] { "GM1970" },
            bron = "Wet samenvoeging (bedacht)",
        };
        Assert.Equal(201, (await administrator.Post("/api/v1/opvolgingen", merger)).Status);
        Assert.DoesNotContain("/voortzetting", await AskedOf(deal["GM1891"]));
        Assert.Equal(404, (await deal["GM1891"].Get(confirm)).Status);

        app.Clock.Now = new DateTimeOffset(2027, 1, 1, 8, 0, 0, TimeSpan.Zero);
        var (speaker, other) = (await app.Api(RegionalDeal.SpeakerOf("GM1891"), Scopes.All), await app.Api(RegionalDeal.SpeakerOf("PV21"), Scopes.All));
        Assert.Contains(confirm["/api/v1".Length..], await AskedOf(speaker));
        Assert.DoesNotContain("/voortzetting", await AskedOf(other));
        var open = (await speaker.Get(confirm)).Json;
        Assert.Equal(("2027-01-01", "GM1970"), (open.GetProperty("sinds").GetString(), open.GetProperty("organisaties")[0].GetString()));
        Assert.Equal(403, (await other.Post(confirm, new { organisatie = "GM1970" })).Status);
        var wrong = await speaker.Post(confirm, new { organisatie = "GM0059" });
        Assert.Equal((400, "party.no-heir"), (wrong.Status, wrong.Code));
        var submit = Guid.CreateVersion7();
        var sent = await Task.WhenAll(
            speaker.Post(confirm, new { organisatie = "GM1970" }, submit),
            speaker.Post(confirm, new { organisatie = "GM1970" }, submit)
        );
        Assert.All(sent, answer => Assert.Equal(204, answer.Status));
        Assert.Equal(404, (await speaker.Get(confirm)).Status);
        Assert.DoesNotContain("/voortzetting", await AskedOf(speaker));
    }

    private static async Task<string> AskedOf(Api program) =>
        string.Join(
            ' ',
            (await program.Get("/api/v1/overzicht")).Json.GetProperty("gevraagd").EnumerateArray().Select(ask => ask.GetProperty("pagina").GetString())
        );

    [Theory, OnEveryDatabase]
    public async Task What_is_refused_stays_in_the_form_and_a_bill_is_taken_back(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var administrator = await app.As(People.Administrator);
        var form = await administrator.Get(Page);
        Assert.Equal("/fout/403", (await (await app.As(People.Fryslan)).Get(Page)).Address.Split('?')[0]);

        var unknown = await form.Submit("main section form", [.. Merger[..1], ("Input.From", "GM9999"), .. Merger[2..]]);
        Assert.Equal((422, "GM9999"), (unknown.Status, unknown.Document.QuerySelector("#Input-From")!.GetAttribute("value")));
        Assert.Equal(422, (await form.Submit("main section form", Merger[1..])).Status);
        var sent = await Task.WhenAll(form.Post("main section form", Merger), form.Post("main section form", Merger));
        Assert.All(sent, answer => Assert.Equal(302, (int)answer.StatusCode));
        var listed = await administrator.Get(Page);
        Assert.Single(listed.Document.QuerySelectorAll("section[aria-labelledby=alle] .ml-rows > li"));

        Assert.Equal(422, (await listed.Submit("form[action$='handler=Back']")).Status);
        var back = await listed.Submit("form[action$='handler=Back']", ("why", "De Eerste Kamer stemde tegen <b>dit</b>."));
        Assert.Contains("ingetrokken", back.Done);
        Assert.Contains("De Eerste Kamer stemde tegen <b>dit</b>.", back.Text);
        Assert.Equal(
            JsonValueKind.Null,
            (await (await app.Api(People.Fryslan, "read")).Get("/api/v1/organisaties/GM1891")).Json.GetProperty("vervallenPer").ValueKind
        );
        Assert.Equal(2, await app.Data(db => db.Set<JournalLine>().CountAsync(line => line.Fact.StartsWith("succession"))));
    }
}
