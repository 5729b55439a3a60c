using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Journal;
using Meerlaags.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using People = Meerlaags.Web.Tests.Harness.People;

namespace Meerlaags.Web.Tests.Administration;

/// <summary>What administrators do for people, and what they look at, a program can do too, by the same rules and with the password where the pages ask it.</summary>
public sealed class The_installation_by_program(Databases databases)
{
    private const string Accounts = "/api/v1/accounts";
    private const string Reviews = "/api/v1/rechtentoetsen";
    private const string Verifications = "/api/v1/logboekcontroles";
    private static readonly object Signed = new { reden = "Neemt het over", wachtwoord = Someone.Password };

    [Theory, OnEveryDatabase]
    public async Task A_person_is_let_in_found_blocked_and_freed(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var program = await app.Api(People.Administrator, Scopes.Administer);
        var submit = Guid.CreateVersion7();
        var wish = new { naam = "Nieuwe <b>collega</b>", email = "nieuw@voorbeeld.nl" };

        var made = await program.Post(Accounts, wish, submit);
        Assert.True(made.Status == 201, made.Body);
        Assert.Contains("/wachtwoord-instellen/", made.Json.GetProperty("link").GetString(), StringComparison.Ordinal);
        var again = await program.Post(Accounts, wish, submit);
        Assert.Equal((201, made.Id, null), (again.Status, again.Id, again.Json.GetProperty("link").GetString()));
        var other = await program.Post(Accounts, new { naam = "Een ander", email = "NIEUW@voorbeeld.nl" });
        Assert.Equal((400, "account.exists", "email"), (other.Status, other.Code, other.Field));
        Assert.Equal("naam", (await program.Post(Accounts, new { naam = " ", email = "leeg@voorbeeld.nl" })).Field);
        Assert.Equal(400, (await program.Post(Accounts, new { naam = new string('x', 20_000), email = "lang@voorbeeld.nl" })).Status);

        var found = (await program.Get(Accounts + "?zoek=collega&toon=without-password")).Json;
        Assert.Equal((1, 1, 50), (found.GetProperty("aantal").GetInt32(), found.GetProperty("pagina").GetInt32(), found.GetProperty("perPagina").GetInt32()));
        Assert.Equal("Nieuwe <b>collega</b>", found.GetProperty("accounts")[0].GetProperty("naam").GetString());
        Assert.Equal("toon", (await program.Get(Accounts + "?toon=nobody")).Field);

        var one = $"{Accounts}/{made.Id}";
        Assert.Equal("reden", (await program.Post(one + "/blokkering", new { reden = "" })).Field);
        Assert.Equal(204, (await program.Post(one + "/blokkering", new { reden = "Uit dienst" })).Status);
        Assert.Equal(204, (await program.Post(one + "/blokkering", new { reden = "Uit dienst" })).Status);
        var blocked = (await program.Get(one)).Json;
        Assert.NotNull(blocked.GetProperty("geblokkeerdSinds").GetString());
        Assert.Equal(
            [("blocked", "Uit dienst", "Beheerder"), ("added", "", "Beheerder")],
            blocked
                .GetProperty("besluiten")
                .EnumerateArray()
                .Select(said => (said.GetProperty("maatregel").GetString(), said.GetProperty("reden").GetString(), said.GetProperty("door").GetString()))
        );
        Assert.Equal(204, (await program.Post(one + "/vrijgave")).Status);
        Assert.Equal(404, (await program.Get($"{Accounts}/{Guid.CreateVersion7()}")).Status);
        Assert.Equal(404, (await program.Post($"{Accounts}/{Guid.CreateVersion7()}/blokkering", new { reden = "Niemand" })).Status);
        Assert.Contains(
            "heeft het account van Nieuwe <b>collega</b>",
            (await program.Get("/api/v1/beheerlogboek"))
                .Body.Replace("\\u003C", "<", StringComparison.Ordinal)
                .Replace("\\u003E", ">", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
    }

    [Theory, OnEveryDatabase]
    public async Task What_gives_much_asks_the_password_and_the_last_administrator_stays(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var program = await app.Api(People.Administrator, Scopes.Administer);
        var self = $"{Accounts}/{(await app.Id(People.Administrator)).Value}";
        var other = $"{Accounts}/{(await app.Id(People.Fryslan)).Value}";

        foreach (var address in new[] { other + "/beheer", other + "/wachtwoordlinks" })
        foreach (var body in new object[] { new { reden = "Neemt het over" }, new { reden = "Neemt het over", wachtwoord = "niet dit" } })
        {
            var refused = await program.Post(address, body);
            Assert.Equal((400, "account.unknown", "wachtwoord"), (refused.Status, refused.Code, refused.Field));
        }
        Assert.Equal("account.last-administrator", (await program.Post(self + "/beheer/intrekking", new { reden = "Weg" })).Code);
        Assert.Equal("account.last-administrator", (await program.Post(self + "/blokkering", new { reden = "Weg" })).Code);

        var link = await program.Post(other + "/wachtwoordlinks", Signed);
        Assert.Equal(201, link.Status);
        var path = new Uri(link.Json.GetProperty("link").GetString()!).AbsolutePath;
        Assert.Equal(200, (await app.Anonymous().Get(path)).Status);
        Assert.Equal(204, (await program.Post(other + "/beheer", Signed)).Status);
        var inside = await app.As(People.Fryslan);
        Assert.Equal(200, (await inside.Get("/beheer")).Status);
        Assert.Equal(204, (await program.Post(other + "/afmelding")).Status);
        Assert.StartsWith("/aanmelden", (await inside.Get("/beheer")).Address, StringComparison.Ordinal);
        Assert.Equal(204, (await program.Post(other + "/beheer/intrekking", new { reden = "Toch niet" })).Status);
        Assert.False((await program.Get(other)).Json.GetProperty("beheerder").GetBoolean());
    }

    [Theory, OnEveryDatabase]
    public async Task A_stolen_token_hears_nothing_of_a_lock_and_locks_after_wrong_passwords(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var program = await app.Api(People.Administrator, Scopes.Administer);
        var other = $"{Accounts}/{(await app.Id(People.Fryslan)).Value}/beheer";

        for (var tries = 0; tries < 12; tries++)
            Assert.Equal("account.unknown", (await program.Post(other, new { reden = "Neemt het over", wachtwoord = $"gok {tries}" })).Code);
        Assert.Equal("account.unknown", (await program.Post(other, Signed)).Code);
        Assert.Equal(1, await app.Data(db => db.Users.CountAsync(account => account.IsAdministrator)));
    }

    [Theory, OnEveryDatabase]
    public async Task Tokens_and_invitations_are_taken_back_without_their_table(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var table = await Table.SetAsync(app);
        var program = await app.Api(People.Administrator, Scopes.Administer);
        var member = await app.Api(People.Dantumadiel, Scopes.Read);
        var one = $"{Accounts}/{(await app.Id(People.Dantumadiel)).Value}";

        var known = await program.Get(one);
        Assert.Equal(1, known.Json.GetProperty("plaatsen").GetProperty("vertegenwoordigt").GetInt32());
        Assert.DoesNotContain("Wonen", known.Body, StringComparison.Ordinal);
        var token = known.Json.GetProperty("sleutels")[0].GetProperty("id").GetGuid();
        Assert.Equal(404, (await program.Post($"{Accounts}/{(await app.Id(People.Fryslan)).Value}/sleutels/{token}/intrekking")).Status);
        Assert.Equal(204, (await program.Post($"{one}/sleutels/{token}/intrekking")).Status);
        Assert.Equal(401, (await member.Get("/api/v1/samenwerkingen")).Status);

        var facilitator = await app.Api(People.Facilitator, Scopes.All);
        var invited = await facilitator.Post(
            $"/api/v1/samenwerkingen/{table.Id.Value}/uitnodigingen",
            new { functie = "observer", voor = "Iemand van de provincie" }
        );
        Assert.Equal(201, invited.Status);
        var open = await program.Get("/api/v1/uitnodigingen");
        var line = Assert.Single(open.Json.GetProperty("uitnodigingen").EnumerateArray());
        Assert.Equal(
            ("Iemand van de provincie", "observer", "Procesbegeleider"),
            (line.GetProperty("voor").GetString(), line.GetProperty("functie").GetString(), line.GetProperty("door").GetString())
        );
        Assert.DoesNotContain(table.Id.Value.ToString(), open.Body, StringComparison.Ordinal);
        var back = $"/api/v1/uitnodigingen/{line.GetProperty("id").GetGuid()}/intrekking";
        var submit = Guid.CreateVersion7();
        Assert.Equal([204, 204], (await Task.WhenAll(program.Post(back, submit: submit), program.Post(back, submit: submit))).Select(one => one.Status));
        Assert.Equal(400, (await program.Post(back)).Status);
        Assert.Equal(0, (await program.Get("/api/v1/uitnodigingen")).Json.GetProperty("aantal").GetInt32());
        Assert.Equal(1, (await program.Get("/api/v1/uitnodigingen?toon=withdrawn")).Json.GetProperty("aantal").GetInt32());
        Assert.Equal(404, (await program.Post($"/api/v1/uitnodigingen/{Guid.CreateVersion7()}/intrekking")).Status);
        var gone = await (await app.Api(People.Stranger, Scopes.All)).Post(
            "/api/v1/uitnodigingen/aanvaardingen",
            new { geheim = invited.Json.GetProperty("geheim").GetString() }
        );
        Assert.Equal(400, gone.Status);
    }

    [Theory, OnEveryDatabase]
    public async Task What_waits_what_was_done_and_what_leaves_is_told(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var program = await app.Api(People.Administrator, Scopes.Administer);
        Assert.Empty((await program.Get("/api/v1/aandachtspunten")).Json.GetProperty("aandachtspunten").EnumerateArray());
        Assert.Equal(201, (await program.Post(Reviews)).Status);
        await app.Id(People.Stranger);
        for (var number = 0; number < 52; number++)
            Assert.Equal(204, (await program.Post($"{Accounts}/{(await app.Id(People.Stranger)).Value}/afmelding")).Status);

        var waiting = Assert.Single((await program.Get("/api/v1/aandachtspunten")).Json.GetProperty("aandachtspunten").EnumerateArray());
        Assert.Equal(("/beheer/rechtentoets", false), (waiting.GetProperty("pagina").GetString(), waiting.GetProperty("dringend").GetBoolean()));
        var newest = (await program.Get("/api/v1/beheerlogboek")).Json;
        Assert.Equal(50, newest.GetProperty("regels").GetArrayLength());
        var older = (await program.Get($"/api/v1/beheerlogboek?voor={newest.GetProperty("verder").GetInt64()}")).Json;
        Assert.Equal(
            await app.Data(db => db.Set<JournalLine>().CountAsync(line => line.Chain == JournalChain.Installation)) - 50,
            older.GetProperty("regels").GetArrayLength()
        );
        Assert.Equal(0, (await program.Get("/api/v1/uitgaande-berichten")).Json.GetProperty("aantal").GetInt32());
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_else_finds_or_does_anything(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var self = (await app.Id(People.Stranger)).Value;
        var others = Scopes.All.Where(scope => scope != Scopes.Administer).ToArray();
        foreach (var program in new[] { await app.Api(People.Stranger, Scopes.All), await app.Api(People.Administrator, others) })
        {
            foreach (
                var address in new[]
                {
                    Accounts,
                    $"{Accounts}/{self}",
                    "/api/v1/uitnodigingen",
                    Reviews,
                    Verifications,
                    "/api/v1/beheerlogboek",
                    "/api/v1/aandachtspunten",
                    "/api/v1/uitgaande-berichten",
                }
            )
                Assert.Equal(403, (await program.Get(address)).Status);
            Assert.Equal(403, (await program.Post($"{Accounts}/{self}/beheer", Signed)).Status);
            Assert.Equal(403, (await program.Post(Accounts, new { naam = "Een ander", email = "ander@voorbeeld.nl" })).Status);
            Assert.Equal(403, (await program.Post(Verifications)).Status);
        }
        Assert.Equal(401, (await app.AnonymousApi().Get(Accounts)).Status);
        Assert.Equal(0, await app.Data(db => db.Set<Web.Features.Administration.JournalCheck>().CountAsync()));
    }
}
