using Meerlaags.Domain.Administration;
using Meerlaags.Web.Features.Administration;
using Meerlaags.Web.Platform.Journal;
using Meerlaags.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using People = Meerlaags.Web.Tests.Harness.People;

namespace Meerlaags.Web.Tests.Administration;

/// <summary>An administrator finds people, blocks and unblocks, ends sessions and tokens, and makes administrators; each with its reason, and never the last one away.</summary>
public sealed class People_are_looked_after(Databases databases)
{
    private static readonly Someone Second = new("Tweede beheerder", "tweede@voorbeeld.nl", IsAdministrator: true);

    [Theory, OnEveryDatabase]
    public async Task People_are_found_by_name_address_and_standing(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        foreach (var someone in new[] { People.Fryslan, People.Dantumadiel, People.Stranger })
            await app.Id(someone);
        var administrator = await app.As(People.Administrator);

        Assert.Equal([People.Fryslan.Name], Names(await administrator.Get("/beheer/mensen?zoek=STRATEEG")));
        Assert.Equal([People.Stranger.Name], Names(await administrator.Get("/beheer/mensen?zoek=Buitenstaander@VOORBEELD")));
        Assert.Empty(Names(await administrator.Get("/beheer/mensen?zoek=%25")));
        Assert.Equal([People.Administrator.Name], Names(await administrator.Get("/beheer/mensen?toon=Administrators")));
        Assert.DoesNotContain(People.Administrator.Name, Names(await administrator.Get("/beheer/mensen?toon=NeverSignedIn")));
        Assert.Equal(3, Names(await administrator.Get("/beheer/mensen?toon=NeverSignedIn")).Count);
        Assert.Equal(4, Names(await administrator.Get("/beheer/mensen?toon=bestaat-niet&pagina=x")).Count);
        Assert.Equal(404, (await administrator.Get($"/beheer/mensen/{Guid.CreateVersion7()}")).Status);
    }

    [Theory, OnEveryDatabase]
    public async Task A_blocked_account_is_out_at_once_and_its_places_stay(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var table = await Table.SetAsync(app);
        var page = await PageOfAsync(app, People.Dantumadiel);
        var administrator = await app.As(People.Administrator);
        var inside = await app.As(People.Dantumadiel);
        var program = await app.Api(People.Dantumadiel, "read");
        Assert.Equal(200, (await program.Get("/api/v1/samenwerkingen")).Status);
        var known = await administrator.Get(page);
        Assert.Contains("1 keer vertegenwoordiger", known.Text);
        Assert.DoesNotContain("Wonen", known.Html);
        Assert.Contains("Laatst gebruikt op", known.Text);

        Assert.Equal(422, (await known.Submit(Form("Block"))).Status);
        var blocked = await known.Submit(Form("Block"), ("Block.Reason", "Uit dienst <per 1 december>"));
        Assert.Contains("geblokkeerd", blocked.Done);
        Assert.Contains("Uit dienst <per 1 december>", blocked.Text);

        Assert.StartsWith("/aanmelden", (await inside.Get("/mijn-overzicht")).Address);
        Assert.Equal(401, (await program.Get("/api/v1/samenwerkingen")).Status);
        var door = await app.Anonymous().Get("/aanmelden");
        Assert.Contains("geblokkeerd", (await door.Submit(("Input.Email", People.Dantumadiel.Email), ("Input.Password", Someone.Password))).Alert);
        var guessed = await door.Submit(("Input.Email", People.Dantumadiel.Email), ("Input.Password", "niet dit"));
        Assert.DoesNotContain("geblokkeerd", guessed.Alert);
        Assert.Contains(People.Dantumadiel.Name, (await (await app.As(People.Facilitator)).Get($"/samenwerkingen/{table.Id.Value}/partijen")).Text);

        var open = await blocked.Submit(Form("Unblock"));
        Assert.Contains("weer inloggen", open.Done);
        Assert.Equal(200, (await (await app.AsKnown(People.Dantumadiel)).Get($"/samenwerkingen/{table.Id.Value}")).Status);
        Assert.Equal(401, (await program.Get("/api/v1/samenwerkingen")).Status);
    }

    [Theory, OnEveryDatabase]
    public async Task Sessions_end_and_tokens_are_revoked(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var page = await PageOfAsync(app, People.Fryslan);
        var administrator = await app.As(People.Administrator);
        var inside = await app.As(People.Fryslan);
        var program = await app.Api(People.Fryslan, "read");

        await (await administrator.Get(page)).Submit(Form("Sessions"));
        Assert.StartsWith("/aanmelden", (await inside.Get("/mijn-overzicht")).Address);
        Assert.Equal(200, (await program.Get("/api/v1/samenwerkingen")).Status);

        var known = await administrator.Get(page);
        var sent = await Task.WhenAll(known.Post(Form("Revoke")), known.Post(Form("Revoke")));
        Assert.All(sent, answer => Assert.Equal(302, (int)answer.StatusCode));
        Assert.Equal(401, (await program.Get("/api/v1/samenwerkingen")).Status);
        var log = (await administrator.Get("/beheer/logboek")).Text;
        Assert.Contains("Beheerder heeft een sleutel van Strateeg, provincie Fryslân ingetrokken.", log);
        Assert.Contains("Beheerder heeft alle sessies van Strateeg, provincie Fryslân gesloten.", log);
        Assert.Equal(1, await app.Data(db => db.AccountDecisions.CountAsync(decision => decision.Measure == AccountMeasure.TokenRevoked)));
    }

    [Theory, OnEveryDatabase]
    public async Task Of_two_administrators_who_unmake_each_other_one_stays(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var (one, two) = (await app.As(People.Administrator), await app.As(Second));
        var (first, second) = (await one.Get(await PageOfAsync(app, Second)), await two.Get(await PageOfAsync(app, People.Administrator)));

        var answers = await Task.WhenAll(
            first.Post(Form("Unmake"), ("Role.Reason", "Andere functie")),
            second.Post(Form("Unmake"), ("Role.Reason", "Andere functie"))
        );

        Assert.Single(answers, answer => (int)answer.StatusCode == 302);
        Assert.Equal(1, await app.Data(db => db.Users.CountAsync(account => account.IsAdministrator)));
    }

    [Theory, OnEveryDatabase]
    public async Task The_last_administrator_stays_and_a_new_one_asks_the_own_password(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var administrator = await app.As(People.Administrator);
        var mine = await administrator.Get(await PageOfAsync(app, People.Administrator));
        foreach (var (handler, field) in new[] { ("Unmake", "Role.Reason"), ("Block", "Block.Reason") })
        {
            var refused = await mine.Submit(Form(handler), (field, "Ik ga weg"));
            Assert.Equal(422, refused.Status);
            Assert.Contains("laatste beheerder", refused.Alert);
        }

        var other = await administrator.Get(await PageOfAsync(app, People.Stranger));
        Assert.Equal(422, (await other.Submit(Form("Make"), ("Role.Reason", "Neemt het over"), ("Role.Password", "niet dit"))).Status);
        var made = await other.Submit(Form("Make"), ("Role.Reason", "Neemt het over"), ("Role.Password", Someone.Password));
        Assert.Contains("nu beheerder", made.Done);
        Assert.Equal(200, (await (await app.AsKnown(People.Stranger)).Get("/beheer")).Status);
        Assert.Contains("nu beheerder", (await other.Submit(Form("Make"), ("Role.Reason", "Neemt het over"), ("Role.Password", Someone.Password))).Done);
        Assert.Equal(1, await app.Data(db => db.Set<JournalLine>().CountAsync(line => line.Fact == "account-decided")));
    }

    [Theory, OnEveryDatabase]
    public async Task A_link_sets_a_password_once(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var known = await (await app.As(People.Administrator)).Get(await PageOfAsync(app, People.Stranger));
        var inside = await app.As(People.Stranger);

        var shown = await known.Submit(Form("Link"), ("Link.Reason", "Wachtwoord kwijt"), ("Link.Password", Someone.Password));
        var link = new Uri(WebPage.Words(shown.Document.QuerySelector(".ml-secret__value"))).AbsolutePath;
        Assert.DoesNotContain(link, (await known.Submit(Form("Link"), ("Link.Reason", "Wachtwoord kwijt"), ("Link.Password", Someone.Password))).Html);
        const string Fresh = "een heel ander lang wachtwoord";
        var set = await app.Anonymous().Get(link);
        Assert.Equal(200, (await set.Submit(("Input.Password", Fresh), ("Input.Again", Fresh))).Status);

        Assert.Equal(410, (await app.Anonymous().Get(link)).Status);
        Assert.StartsWith("/aanmelden", (await inside.Get("/mijn-overzicht")).Address);
    }

    private static string Form(string handler) => $"form[action$='handler={handler}']";

    private static List<string> Names(WebPage page) => [.. page.Document.QuerySelectorAll("tbody th").Select(WebPage.Words)];

    private static async Task<string> PageOfAsync(TestApp app, Someone someone) => $"/beheer/mensen/{(await app.Id(someone)).Value}";
}
