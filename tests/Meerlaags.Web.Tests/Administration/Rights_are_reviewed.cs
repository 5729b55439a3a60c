using Meerlaags.Web.Features.Administration;
using Meerlaags.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using People = Meerlaags.Web.Tests.Harness.People;

namespace Meerlaags.Web.Tests.Administration;

/// <summary>A review of rights: the list is frozen, decisions are kept half-way, and with the signature rights end, all of them or none.</summary>
public sealed class Rights_are_reviewed(Databases databases)
{
    private const string Home = "/beheer/rechtentoets";
    private const string Decide = "form[action*='?pagina=']";
    private const string Sign = "form[action$='handler=Sign']";

    [Theory, OnEveryDatabase]
    public async Task From_a_frozen_list_to_a_signature(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        await Table.SetAsync(app);
        var program = await app.Api(People.Fryslan, "read");
        await app.Id(People.Stranger);
        var administrator = await app.As(People.Administrator);

        var review = await (await administrator.Get(Home)).Submit("main form");
        Assert.Contains("1 keer vertegenwoordiger", review.Text);
        Assert.DoesNotContain("Wonen", review.Html);
        Assert.Equal(422, (int)(await administrator.Post(Home)).StatusCode);
        var number = NumberOf(review, People.Stranger.Name);
        var token = NumberOf(review, "‘test’", "p:nth-of-type(2)");

        Assert.Equal(422, (await review.Submit(Decide, ($"Verdicts[{number}]", "End"))).Status);
        var kept = await review.Submit(
            Decide,
            ($"Verdicts[{number}]", "End"),
            ($"Reasons[{number}]", "Werkt hier niet meer"),
            ($"Verdicts[{token}]", "End"),
            ($"Reasons[{token}]", "=Niet meer nodig")
        );
        Assert.Contains("Bewaard", kept.Done);
        Assert.Equal(200, (await program.Get("/api/v1/samenwerkingen")).Status);
        Assert.Contains("nog niet beslist", (await kept.Submit(Sign, ("Input.Password", Someone.Password))).Alert);

        var ready = await kept.Submit(Decide + " button[name=rest]");
        Assert.Contains("U kunt tekenen", ready.Text);
        Assert.Equal(422, (await ready.Submit(Sign, ("Input.Password", "niet dit"))).Status);
        var signed = await ready.Submit(Sign, ("Input.Name", "B. Heerder"), ("Input.Password", Someone.Password));
        Assert.Contains("Getekend door B. Heerder", signed.Text);
        Assert.Contains("dinsdag 1 juni 2027", signed.Text);
        Assert.Empty(signed.Document.QuerySelectorAll("main form"));
        Assert.Equal(401, (await program.Get("/api/v1/samenwerkingen")).Status);
        Assert.Contains("Werkt hier niet meer", (await administrator.Get($"/beheer/mensen/{(await app.Id(People.Stranger)).Value}")).Text);
        Assert.Contains("heeft de rechtentoets getekend", (await administrator.Get("/beheer/logboek")).Text);

        var csv = await administrator.Send(new HttpRequestMessage(HttpMethod.Get, signed.Address + "?handler=Table"));
        var lines = (await csv.Content.ReadAsStringAsync()).Split('\n');
        Assert.Contains(lines, line => line.Contains(People.Stranger.Email, StringComparison.Ordinal) && line.Contains("stopt", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains(";=Niet", StringComparison.Ordinal));
    }

    [Theory, OnEveryDatabase]
    public async Task What_changed_since_the_list_was_frozen_is_marked(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var table = await Table.SetAsync(app);
        var administrator = await app.As(People.Administrator);
        var review = await (await administrator.Get(Home)).Submit("main form");
        Assert.DoesNotContain("heeft nu andere plekken", review.Text);

        await table.EndAsync(People.Observer);
        await app.Id(People.Stranger);

        var later = await administrator.Get(review.Address);
        Assert.Contains("heeft nu andere plekken", later.Document.QuerySelector($"fieldset:has(#reden-{NumberOf(later, People.Observer.Name)})")!.TextContent);
        Assert.Contains("Nieuwe rechten sinds die dag: 1", later.Text);
    }

    [Theory, OnEveryDatabase]
    public async Task A_signature_that_would_leave_nobody_in_charge_ends_nothing(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        await app.Id(People.Stranger);
        var review = await (await (await app.As(People.Administrator)).Get(Home)).Submit("main form");
        var (mine, other) = (NumberOf(review, People.Administrator.Name), NumberOf(review, People.Stranger.Name));
        var ready = await review.Submit(
            Decide + " button[name=rest]",
            ($"Verdicts[{mine}]", "End"),
            ($"Reasons[{mine}]", "Weg"),
            ($"Verdicts[{other}]", "End"),
            ($"Reasons[{other}]", "Weg")
        );

        var refused = await ready.Submit(Sign, ("Input.Password", Someone.Password));

        Assert.Contains("laatste beheerder", refused.Alert);
        Assert.Equal(0, await app.Data(db => db.Users.CountAsync(account => account.BlockedAt != null)));
        Assert.Equal(1, await app.Data(db => db.AccessReviews.CountAsync(known => known.SignedAt == null)));
    }

    private static int NumberOf(WebPage page, string name, string part = "legend") =>
        int.Parse(
            page
                .Document.QuerySelectorAll("fieldset")
                .First(right => right.QuerySelector(part)!.TextContent.Contains(name, StringComparison.Ordinal))
                .QuerySelector("input[type=text]")!
                .Id!["reden-".Length..],
            null
        );
}
