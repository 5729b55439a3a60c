using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Web.Tests.Signing;

public sealed class Signing_in(Apps apps) : IClassFixture<Apps>
{
    [Theory, OnEveryDatabase]
    public async Task The_right_password_opens_a_session(Database database)
    {
        var app = await apps.On(database);

        var browser = await app.As(People.Dantumadiel);
        var page = await browser.Get("/fout/404");

        Assert.Contains(People.Dantumadiel.Name, page.Html, StringComparison.Ordinal);
    }

    [Theory, OnEveryDatabase]
    public async Task A_wrong_password_keeps_the_address_and_says_so(Database database)
    {
        var app = await apps.On(database);
        await app.Id(People.Fryslan);
        var page = await app.Anonymous().Get("/aanmelden");

        var answer = await page.Submit(("Input.Email", People.Fryslan.Email), ("Input.Password", "niet dit"));

        Assert.Equal(422, answer.Status);
        Assert.NotEmpty(answer.Alert);
        Assert.Equal(People.Fryslan.Email, answer.Document.QuerySelector("#Input-Email")?.GetAttribute("value"));
        Assert.DoesNotContain("niet dit", answer.Html, StringComparison.Ordinal);
    }

    [Theory, OnEveryDatabase]
    public async Task Who_is_unknown_gets_the_same_words_as_who_mistypes(Database database)
    {
        var app = await apps.On(database);
        await app.Id(People.Fryslan);
        var page = await app.Anonymous().Get("/aanmelden");

        var mistyped = await page.Submit(("Input.Email", People.Fryslan.Email), ("Input.Password", "niet dit"));
        var unknown = await page.Submit(("Input.Email", "niemand@voorbeeld.nl"), ("Input.Password", "niet dit"));

        Assert.Equal(mistyped.Alert, unknown.Alert);
        Assert.Equal(mistyped.Status, unknown.Status);
    }

    [Theory, OnEveryDatabase]
    public async Task One_returns_only_to_an_address_of_our_own(Database database)
    {
        var app = await apps.On(database);
        await app.Id(People.Fryslan);
        var page = await app.Anonymous().Get("/aanmelden?terug=https://elders.example/");

        var answer = await page.Post(("Input.Email", People.Fryslan.Email), ("Input.Password", Someone.Password));

        Assert.Equal("/mijn-overzicht", answer.Headers.Location?.OriginalString);
    }

    [Theory, OnEveryDatabase]
    public async Task Passwords_guessed_at_once_count_one_by_one(Database database)
    {
        var app = await apps.On(database);
        var guessed = new Someone("Iemand", "geraden@voorbeeld.nl");
        await app.Id(guessed);
        var page = await app.Anonymous().Get("/aanmelden");

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 15).Select(guess => page.Submit(("Input.Email", guessed.Email), ("Input.Password", $"gok {guess}")))
        );
        var right = await page.Submit(("Input.Email", guessed.Email), ("Input.Password", Someone.Password));

        var said = answers.GroupBy(answer => answer.Alert).OrderBy(group => group.Count()).Select(group => group.Count());
        Assert.Equal([7, 8], said);
        Assert.Equal(422, right.Status);
        Assert.Contains("te vaak", right.Alert, StringComparison.OrdinalIgnoreCase);
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_wrong_is_said_with_the_name_of_its_field(Database database)
    {
        var app = await apps.On(database);

        var answer = await (await app.Anonymous().Get("/aanmelden")).Submit();

        Assert.Equal(["E-mailadres: Vul dit in.", "Wachtwoord: Vul dit in."], answer.Document.QuerySelectorAll("[role=alert] li").Select(WebPage.Words));
    }

    [Theory, OnEveryDatabase]
    public async Task An_address_that_does_not_exist_asks_nobody_to_sign_in(Database database)
    {
        var app = await apps.On(database);

        Assert.Equal(404, (await app.Anonymous().Get("/bestaat-niet")).Status);
        Assert.Equal(404, (await app.Anonymous().Get("/wp-login.php")).Status);
        Assert.Equal(404, (await (await app.As(People.Dantumadiel)).Get("/bestaat/niet.php")).Status);
    }

    [Theory, OnEveryDatabase]
    public async Task A_form_without_its_antiforgery_token_does_nothing(Database database)
    {
        var app = await apps.On(database);
        var page = await app.Anonymous().Get("/aanmelden");

        var answer = await page.Post(("Input.Email", People.Fryslan.Email), ("Input.Password", Someone.Password), ("__RequestVerificationToken", ""));

        Assert.Equal(400, (int)answer.StatusCode);
    }
}
