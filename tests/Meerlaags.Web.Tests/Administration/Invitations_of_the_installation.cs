using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Web.Tests.Administration;

/// <summary>An administrator sees which invitations wait, without the table they are for, takes one back, and lets somebody in without a place.</summary>
public sealed class Invitations_of_the_installation(Databases databases)
{
    private const string Page = "/beheer/uitnodigingen";

    [Theory, OnEveryDatabase]
    public async Task An_open_invitation_is_seen_without_its_table_and_withdrawn(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var table = await Table.SetAsync(app);
        var home = $"/samenwerkingen/{table.Id.Value}";
        var facilitator = await app.As(People.Facilitator);
        var invited = await (await facilitator.Get(home + "/uitnodigen")).Submit(("Input.Function", "Observer"), ("Input.For", "Iemand van de provincie"));
        var link = new Uri(WebPage.Words(invited.Document.QuerySelector(".ml-secret__value"))).AbsolutePath;
        var administrator = await app.As(People.Administrator);

        var open = await administrator.Get(Page);
        Assert.Contains("Iemand van de provincie", open.Text);
        Assert.Contains("door Procesbegeleider", open.Text);
        Assert.DoesNotContain("Wonen", open.Html);
        Assert.DoesNotContain(table.Id.Value.ToString(), open.Html);
        Assert.Contains(People.Observer.Name, (await administrator.Get(Page + "?toon=Used")).Text);

        var sent = await Task.WhenAll(open.Post("form[action$='handler=Withdraw']"), open.Post("form[action$='handler=Withdraw']"));
        Assert.All(sent, answer => Assert.Equal(302, (int)answer.StatusCode));
        Assert.Equal(410, (await app.Anonymous().Get(link)).Status);
        Assert.Contains("Iemand van de provincie", (await administrator.Get(Page + "?toon=Withdrawn")).Text);
        Assert.Contains("Beheerder heeft een uitnodiging ingetrokken.", (await facilitator.Get(home + "/logboek")).Text);
        Assert.Equal(422, (await open.Submit("form[action$='handler=Withdraw']", ("extra", "anders"))).Status);

        app.Clock.Pass(TimeSpan.FromDays(15));
        Assert.DoesNotContain("Iemand van de provincie", (await (await app.As(People.Administrator)).Get(Page + "?toon=Expired")).Text);
    }

    [Theory, OnEveryDatabase]
    public async Task Somebody_gets_an_account_without_a_place(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var administrator = await app.As(People.Administrator);
        var form = await administrator.Get(Page);
        (string, string)[] typed = [("Input.Name", "Programmamanager, regio"), ("Input.Email", "nieuw@voorbeeld.nl")];
        const string New = "section[aria-labelledby=nieuw] form";

        Assert.Equal(422, (await form.Submit(New, ("Input.Name", "Zonder adres"), ("Input.Email", "geen adres"))).Status);
        Assert.Equal(422, (await form.Submit(New, ("Input.Name", "Dubbel"), ("Input.Email", People.Administrator.Email))).Status);
        var made = await form.Submit(New, typed);
        var link = new Uri(WebPage.Words(made.Document.QuerySelector(".ml-secret__value"))).AbsolutePath;
        Assert.Contains("Nog geen wachtwoord: 1", made.Text);
        var again = await form.Submit(New, typed);
        Assert.Equal((200, 0), (again.Status, again.Document.QuerySelectorAll(".ml-secret__value").Length));

        var set = await app.Anonymous().Get(link);
        await set.Submit(("Input.Password", Someone.Password), ("Input.Again", Someone.Password));
        var inside = await app.AsKnown(new Someone("Programmamanager, regio", "nieuw@voorbeeld.nl"));
        Assert.Equal(200, (await inside.Get("/mijn-overzicht")).Status);
        Assert.DoesNotContain("Nog geen wachtwoord", (await administrator.Get(Page)).Text);
        Assert.Contains("heeft een account gemaakt voor Programmamanager, regio.", (await administrator.Get("/beheer/logboek")).Text);
    }
}
