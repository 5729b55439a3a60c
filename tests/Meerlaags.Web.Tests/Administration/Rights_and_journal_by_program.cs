using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using People = Meerlaags.Web.Tests.Harness.People;

namespace Meerlaags.Web.Tests.Administration;

/// <summary>A program reviews rights and has the journal verified, as administrators do on their pages.</summary>
public sealed class Rights_and_journal_by_program(Databases databases)
{
    private const string Reviews = "/api/v1/rechtentoetsen";
    private const string Verifications = "/api/v1/logboekcontroles";

    [Theory, OnEveryDatabase]
    public async Task Rights_are_reviewed_from_a_frozen_list_to_a_signature(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var reader = await app.Api(People.Fryslan, Scopes.Read);
        var program = await app.Api(People.Administrator, Scopes.Administer);
        var submit = Guid.CreateVersion7();
        var begun = await Task.WhenAll(program.Post(Reviews, submit: submit), program.Post(Reviews, submit: submit));
        Assert.Equal([201, 201], begun.Select(answer => answer.Status));
        Assert.Equal(begun[0].Id, begun[1].Id);
        Assert.Equal(409, (await program.Post(Reviews)).Status);
        var one = $"{Reviews}/{begun[0].Id}";
        var rights = (await program.Get(one)).Json.GetProperty("rechten").EnumerateArray().ToList();
        int NumberOf(string kind, string name) =>
            rights
                .Single(right => right.GetProperty("soort").GetString() == kind && right.GetProperty("naam").GetString() == name)
                .GetProperty("nummer")
                .GetInt32();
        var token = NumberOf("token", People.Fryslan.Name);

        var unexplained = await program.Post(
            one + "/besluiten",
            new
            {
                besluiten = new object[]
                {
                    new { nummer = NumberOf("sign-in", People.Fryslan.Name), besluit = "keep" },
                    new { nummer = token, besluit = "end" },
                },
            }
        );
        Assert.Equal((400, "review.reason-missing", "besluiten[1].reden"), (unexplained.Status, unexplained.Code, unexplained.Field));
        Assert.Equal(
            "review.unknown-right",
            (await program.Post(one + "/besluiten", new { besluiten = new[] { new { nummer = 999, besluit = "keep" } } })).Code
        );
        Assert.Equal(400, (await program.Send(HttpMethod.Post, one + "/besluiten", """{"besluiten":[null]}""")).Status);
        Assert.Equal("review.undecided", (await program.Post(one + "/ondertekening", new { naam = "B. Heerder", wachtwoord = Someone.Password })).Code);
        var all = rights
            .Select(right => right.GetProperty("nummer").GetInt32())
            .Select(number => new
            {
                nummer = number,
                besluit = number == token ? "end" : "keep",
                reden = number == token ? "=Niet meer nodig" : "",
            });
        Assert.Equal(204, (await program.Post(one + "/besluiten", new { besluiten = all })).Status);
        Assert.Equal(200, (await reader.Get("/api/v1/samenwerkingen")).Status);

        Assert.Equal("wachtwoord", (await program.Post(one + "/ondertekening", new { naam = "B. Heerder", wachtwoord = "niet dit" })).Field);
        Assert.Equal(
            "maanden",
            (
                await program.Post(
                    one + "/ondertekening",
                    new
                    {
                        naam = "B. Heerder",
                        maanden = 99,
                        wachtwoord = Someone.Password,
                    }
                )
            ).Field
        );
        Assert.Equal(
            204,
            (
                await program.Post(
                    one + "/ondertekening",
                    new
                    {
                        naam = "B. Heerder",
                        maanden = 3,
                        wachtwoord = Someone.Password,
                    }
                )
            ).Status
        );
        Assert.Equal(401, (await reader.Get("/api/v1/samenwerkingen")).Status);
        var signed = (await program.Get(one)).Json;
        Assert.Equal(("B. Heerder", "2027-03-01"), (signed.GetProperty("naam").GetString(), signed.GetProperty("volgende").GetString()));
        Assert.Equal(1, (await program.Get(Reviews)).Json.GetProperty("rechtentoetsen")[0].GetProperty("eindigt").GetInt32());
        Assert.Empty((await program.Get(one + "?pagina=2")).Json.GetProperty("rechten").EnumerateArray());
        Assert.Equal("review.signed", (await program.Post(one + "/besluiten", new { besluiten = all })).Code);
        Assert.Equal(404, (await program.Get($"{Reviews}/{Guid.CreateVersion7()}")).Status);
    }

    [Theory, OnEveryDatabase]
    public async Task Places_of_every_function_are_counted(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var table = await Table.SetAsync(app);
        var home = $"/api/v1/samenwerkingen/{table.Id.Value}";
        var facilitator = await app.Api(People.Facilitator, Scopes.All);
        var managing = new Someone("Programmamanager", "manager@voorbeeld.nl");
        foreach (var (someone, function) in new[] { (People.Stranger, "mediator"), (managing, "programme-manager") })
        {
            var invited = await facilitator.Post(home + "/uitnodigingen", new { functie = function, voor = someone.Name });
            var accepted = new { geheim = invited.Json.GetProperty("geheim").GetString() };
            Assert.Equal(201, (await (await app.Api(someone, Scopes.All)).Post("/api/v1/uitnodigingen/aanvaardingen", accepted)).Status);
        }
        var member = (await facilitator.Get(home))
            .Json.GetProperty("leden")
            .EnumerateArray()
            .Single(one => one.GetProperty("functie").GetString() == "programme-manager");
        Assert.Equal(204, (await facilitator.Put($"{home}/leden/{member.GetProperty("id").GetGuid()}/proces", new { leidt = true })).Status);

        var program = await app.Api(People.Administrator, Scopes.Administer);
        var review = await program.Post(Reviews);
        var places = (await program.Get($"{Reviews}/{review.Id}"))
            .Json.GetProperty("rechten")
            .EnumerateArray()
            .Where(right => right.GetProperty("soort").GetString() == "sign-in")
            .ToDictionary(right => right.GetProperty("naam").GetString()!, right => right);
        Assert.Equal(1, places[People.Stranger.Name].GetProperty("plaatsen").GetProperty("bemiddelt").GetInt32());
        var kept = places[managing.Name].GetProperty("plaatsen");
        Assert.Equal((1, 1), (kept.GetProperty("houdtGaande").GetInt32(), kept.GetProperty("leidtMee").GetInt32()));
        Assert.All(places.Values, right => Assert.Equal("none", right.GetProperty("sindsdien").GetString()));
        var page = (await (await app.As(People.Administrator)).Get($"/beheer/rechtentoets/{review.Id}")).Text;
        Assert.Contains("1 keer bemiddelaar", page, StringComparison.Ordinal);
        Assert.Contains("1 keer programmamanager of regisseur, waarvan 1 keer ook leiding over het proces", page, StringComparison.Ordinal);
    }

    [Theory, OnEveryDatabase]
    public async Task The_journal_is_verified_with_progress_and_stopped(Database database)
    {
        var slow = new SlowReading();
        await using var app = new TestApp(
            await databases.StartedAsync(database),
            services => services.ConfigureDbContext<Db>(options => options.AddInterceptors(slow))
        );
        await Table.SetAsync(app);
        var program = await app.Api(People.Administrator, Scopes.Administer);
        var whole = await program.Post(Verifications);
        Assert.True(whole.Status == 201, whole.Body);
        Assert.Equal(
            ("whole", 2, "Beheerder"),
            (whole.Json.GetProperty("stand").GetString(), whole.Json.GetProperty("nagerekend").GetInt32(), whole.Json.GetProperty("door").GetString())
        );

        slow.Hold();
        var start = program.Post(Verifications);
        await slow.Reached;
        app.Clock.Pass(TimeSpan.FromSeconds(3));
        var running = await start;
        Assert.Equal(("running", 2), (running.Json.GetProperty("stand").GetString(), running.Json.GetProperty("ketens").GetInt32()));
        Assert.NotEqual(whole.Id, running.Id);
        Assert.Equal(running.Id, (await program.Post(Verifications)).Id);
        var one = running.Location!.ToString();
        Assert.InRange((await program.Get(one)).Json.GetProperty("procent").GetInt32(), 0, 99);
        Assert.Equal("whole", (await program.Post($"{Verifications}/{whole.Id}/stop")).Json.GetProperty("stand").GetString());
        Assert.Equal("running", (await program.Get(one)).Json.GetProperty("stand").GetString());
        Assert.Equal("stopped", (await program.Post(one + "/stop")).Json.GetProperty("stand").GetString());
        Assert.Equal(
            ["stopped", "whole"],
            (await program.Get(Verifications)).Json.GetProperty("logboekcontroles").EnumerateArray().Select(check => check.GetProperty("stand").GetString())
        );
        Assert.Equal(404, (await program.Get($"{Verifications}/{Guid.CreateVersion7()}")).Status);
    }
}
