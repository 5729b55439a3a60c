using Meerlaags.Web.Features.Register;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Journal;
using Meerlaags.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Tests.Register;

/// <summary>What administrators do with the register on their pages a program can do too, with a token that is good for it while its owner is an administrator.</summary>
public sealed class The_register_by_program(Databases databases)
{
    private const string Successions = "/api/v1/opvolgingen";
    private const string Regions = "/api/v1/regios";
    private const string Refreshes = "/api/v1/registerwijzigingen";
    private const string Region = Regions + "/EIGEN-0001";

    [Theory, OnEveryDatabase]
    public async Task A_merger_of_next_year_is_put_on_record_once_and_taken_back(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        app.Clock.Now = new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);
        var program = await app.Api(People.Administrator, Scopes.Administer);
        var merger = Merger("GM1696", "GM0402");

        var unknown = await program.Post(Successions, Merger("GM1696", "GM9999"));
        Assert.Equal((400, "succession.unknown-code", "naar"), (unknown.Status, unknown.Code, unknown.Field));
        var unsourced = await program.Post(Successions, Merger("GM1696", "GM0402", source: " "));
        Assert.Equal((400, "bron"), (unsourced.Status, unsourced.Field));
        Assert.Equal(400, (await program.Post(Successions, new { per = "2027-01-01" })).Status);
        Assert.Equal(400, (await program.Send(HttpMethod.Post, Successions, """{"per":"2027-01-01","van":[null],"naar":["GM0402"],"bron":"Niets"}""")).Status);
        var submit = Guid.CreateVersion7();
        var recorded = await Task.WhenAll(program.Post(Successions, merger, submit), program.Post(Successions, merger, submit));
        Assert.Equal([201, 201], recorded.Select(one => one.Status));

        var planned = await PlannedAsync(app);
        Assert.All(recorded, one => Assert.Equal(planned.GetProperty("id").GetGuid(), one.Id));
        Assert.Equal("GM1696", planned.GetProperty("van")[0].GetString());
        Assert.Equal("2027-01-01", (await program.Get("/api/v1/organisaties/GM1696")).Json.GetProperty("vervallenPer").GetString());
        var back = $"{Successions}/{planned.GetProperty("id").GetGuid()}/intrekking";
        Assert.Equal(400, (await program.Post(back, new { reden = "" })).Status);
        Assert.Equal(204, (await program.Post(back, new { reden = "De wet is <b>uitgesteld</b>" })).Status);
        Assert.Equal(404, (await program.Post($"{Successions}/{Guid.CreateVersion7()}/intrekking", new { reden = "Niets" })).Status);
        Assert.Equal("De wet is <b>uitgesteld</b>", (await PlannedAsync(app)).GetProperty("ingetrokken").GetString());
    }

    [Theory, OnEveryDatabase]
    public async Task A_region_of_ones_own_is_drawn_joined_left_and_ended(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        app.Clock.Now = new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);
        var program = await app.Api(People.Administrator, Scopes.Administer);

        Assert.Equal(400, (await program.Post(Regions, new { naam = "", bron = "Convenant" })).Status);
        var drawn = await program.Post(Regions, new { naam = "Regio Deal Noordoost", bron = "Convenant" });
        Assert.Equal((201, "EIGEN-0001"), (drawn.Status, drawn.Json.GetProperty("code").GetString()));
        Assert.Equal(Region, drawn.Location?.ToString());
        Assert.Equal(204, (await program.Put(Region, new { naam = "Regio Deal Noordoost Fryslân", bron = "Convenant 2026" })).Status);
        var strange = await program.Post(Region + "/deelnemers", new { organisaties = new[] { "GM1891", "GM9999" }, vanaf = "2026-07-01" });
        Assert.Equal((400, "organisaties"), (strange.Status, strange.Field));
        Assert.Equal(400, (await program.Send(HttpMethod.Post, Region + "/deelnemers", """{"organisaties":[null],"vanaf":"2026-07-01"}""")).Status);
        Assert.Equal(204, (await program.Post(Region + "/deelnemers", new { organisaties = new[] { "gm1891", "PV21" }, vanaf = "2026-07-01" })).Status);
        Assert.Empty(await MembersAsync(program, "2026-06-30"));
        Assert.Equal(["GM1891", "PV21"], await MembersAsync(program, "2026-07-01"));
        Assert.Equal(204, (await program.Post(Region + "/deelnemers/gm1891/vertrek", new { per = "2026-09-01" })).Status);
        Assert.Equal(["PV21"], await MembersAsync(program, "2026-09-01"));
        Assert.Equal(204, (await program.Post(Region + "/beeindiging", new { per = "2027-01-01" })).Status);
        var given = await program.Post(Regions + "/VR01/beeindiging", new { per = "2027-01-01" });
        Assert.Equal((400, "region.from-register"), (given.Status, given.Code));
        Assert.Equal(404, (await program.Post(Regions + "/EIGEN-0099/beeindiging", new { per = "2027-01-01" })).Status);
    }

    [Theory, OnEveryDatabase]
    public async Task A_newer_register_is_laid_beside_it_and_taken_over_once(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        app.Clock.Now = new DateTimeOffset(2027, 1, 5, 9, 0, 0, TimeSpan.Zero);
        var program = await app.Api(People.Administrator, Scopes.Administer);
        var before = await app.Data(db => db.Set<JournalLine>().CountAsync());
        foreach (var broken in new[] { Newer(), Newer(("a.csv", "dit is geen tabel\n1\n")), Newer(("a.csv", Regio), ("a.csv", Regio)), Newer(("a.csv", "\0")) })
        {
            var refused = await program.Post(Refreshes, broken);
            Assert.Equal((400, "bestanden"), (refused.Status, refused.Field));
        }
        Assert.Equal(400, (await program.Send(HttpMethod.Post, Refreshes, """{"per":"2027-01-05","bron":"Proef","bestanden":[null]}""")).Status);
        Assert.Equal(before, await app.Data(db => db.Set<JournalLine>().CountAsync()));

        var proposed = await program.Post(Refreshes, Newer(("regios.csv", Regio)));
        Assert.True(proposed.Status == 201, proposed.Body);
        var one = $"{Refreshes}/{proposed.Id}";
        Assert.Equal(one, proposed.Location?.ToString());
        var change = (await program.Get(one)).Json.GetProperty("wijzigingen")[0];
        Assert.Equal(("region-added", "CR99"), (change.GetProperty("soort").GetString(), change.GetProperty("code").GetString()));
        Assert.Equal(404, (await program.Get(Regions + "/CR99")).Status);
        Assert.Equal(1, (await program.Get(Refreshes)).Json.GetProperty("registerwijzigingen").GetArrayLength());
        Assert.Equal(204, (await program.Post(one + "/vaststelling")).Status);
        Assert.Equal(200, (await program.Get(Regions + "/CR99")).Status);
        Assert.Equal(409, (await program.Post(one + "/vaststelling")).Status);
        Assert.Equal(409, (await program.Post(one + "/afwijzing", new { reden = "Te laat" })).Status);
        Assert.Equal(404, (await program.Get($"{Refreshes}/{Guid.CreateVersion7()}")).Status);
    }

    [Theory, OnEveryDatabase]
    public async Task Only_while_its_owner_is_an_administrator_and_only_a_token_made_for_it(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var others = Scopes.All.Where(scope => scope != Scopes.Administer).ToArray();
        var administrator = await app.Api(People.Administrator, Scopes.Administer);
        Assert.Equal(200, (await administrator.Get(Refreshes)).Status);

        foreach (var program in new[] { await app.Api(People.Facilitator, Scopes.All), await app.Api(People.Administrator, others) })
        {
            Assert.Equal(403, (await program.Get(Refreshes)).Status);
            Assert.Equal(403, (await program.Post(Successions, Merger("GM1696", "GM0402"))).Status);
            Assert.Equal(403, (await program.Post(Regions, new { naam = "Van een ander", bron = "Niets" })).Status);
        }
        await app.Data(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(account => account.IsAdministrator, false)));
        Assert.Equal(403, (await administrator.Get(Refreshes)).Status);
        Assert.Equal(403, (await administrator.Post(Successions, Merger("GM1696", "GM0402"))).Status);
        Assert.Equal(0, await app.Data(db => db.Regions.CountAsync(region => region.Kind == "eigen")));
    }

    [Theory, OnEveryDatabase]
    public async Task Such_a_token_is_offered_to_administrators_alone_and_asks_the_password(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        const string Tokens = "/mijn-gegevens/sleutels";
        var (administrator, other) = (await app.As(People.Administrator), await app.As(People.Facilitator));
        Assert.Null((await other.Get(Tokens)).Document.QuerySelector("#bereik-administer"));
        (string, string)[] wish = [("Input.Name", "Bijwerken"), ("Input.Scopes", "administer"), ("Input.Lifetime", "30")];
        // With the right password too: this is for administrators.
        Assert.Equal(422, (int)(await other.Post(Tokens, [.. wish, ("Input.Password", Someone.Password)])).StatusCode);

        Assert.Equal(422, (await (await administrator.Get(Tokens)).Submit("main form.ml-form", wish)).Status);
        var made = await (await administrator.Get(Tokens)).Submit("main form.ml-form", [.. wish, ("Input.Password", Someone.Password)]);
        Assert.Equal(200, made.Status);
        Assert.NotNull(made.Document.QuerySelector(".ml-secret__value"));
    }

    private const string Regio = "kind,code,name,tooi_id,verified,source,note\ncorop,CR99,Ergens,,no,proef,\n";

    private static object Merger(string from, string into, string source = "Wet samenvoeging (bedacht)") =>
        new
        {
            per = "2027-01-01",
            van = new[] { from },
            naar = new[] { into },
            bron = source,
        };

    private static object Newer(params (string Name, string Text)[] files) =>
        new
        {
            per = "2027-01-05",
            bron = "Proef",
            bestanden = files.Select(file => new { naam = file.Name, tekst = file.Text }),
        };

    private static async Task<System.Text.Json.JsonElement> PlannedAsync(TestApp app) =>
        Assert.Single(
            (await (await app.Api(People.Fryslan, Scopes.Read)).Get(Successions)).Json.GetProperty("opvolgingen").EnumerateArray(),
            known => known.GetProperty("per").GetString() == "2027-01-01"
        );

    private static async Task<IEnumerable<string>> MembersAsync(Api program, string day) =>
        (await program.Get($"{Region}?op={day}"))
            .Json.GetProperty("deelnemers")
            .EnumerateArray()
            .Select(member => member.GetProperty("code").GetString()!)
            .Order();
}
