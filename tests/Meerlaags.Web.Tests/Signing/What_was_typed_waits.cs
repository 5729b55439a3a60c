using System.Net;
using Meerlaags.Web.Features.Framing;
using Meerlaags.Web.Tests.Blind;
using Meerlaags.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Tests.Signing;

/// <summary>The session was over, or the page too old, when a form was sent: one signs in, sends it again, and every word arrives.</summary>
public sealed class What_was_typed_waits(Apps apps) : IClassFixture<Apps>
{
    private const string Typed = "Wonen <b>hier</b>\n\n  en \"daar\" & vêr 👩‍👩‍👧";

    [Theory, OnEveryDatabase]
    public async Task A_form_sent_after_the_session_ended_is_sent_again_after_signing_in(Database database)
    {
        var (app, table, address) = await DeskAsync(database);
        var page = await (await app.As(People.Dantumadiel)).Get(address);
        app.Clock.Pass(TimeSpan.FromHours(13));

        var over = await page.Submit("button[formaction$='handler=HandIn']", Pen.Fields(Pen.Short(Typed)));
        Assert.Equal(401, over.Status);
        var mistyped = await over.Submit(("Input.Email", People.Dantumadiel.Email), ("Input.Password", "niet dit"));
        Assert.Equal(422, mistyped.Status);
        var back = await mistyped.Submit(("Input.Email", People.Dantumadiel.Email), ("Input.Password", Someone.Password));
        Assert.Equal(200, back.Status);
        var done = await back.Submit();

        Assert.Contains("ingediend", done.Done);
        Assert.Equal(Typed, await IssueAsync(app, table));
    }

    [Theory, OnEveryDatabase]
    public async Task A_form_of_a_page_that_is_too_old_is_sent_again_by_one_button(Database database)
    {
        var (app, table, address) = await DeskAsync(database);
        var page = await (await app.As(People.Dantumadiel)).Get(address);

        var old = await page.Submit(
            "button[formaction$='handler=HandIn']",
            [.. Pen.Fields(Pen.Short(Typed)), ("__RequestVerificationToken", "van een andere dag")]
        );
        Assert.Equal(400, old.Status);
        var done = await old.Submit();

        Assert.Contains("ingediend", done.Done);
        Assert.Equal(Typed, await IssueAsync(app, table));
    }

    [Theory, OnEveryDatabase]
    public async Task What_another_site_sends_is_not_offered_to_be_sent_again(Database database)
    {
        var (app, _, address) = await DeskAsync(database);

        foreach (var browser in new[] { app.Anonymous(), await app.As(People.Dantumadiel) })
        {
            var request = new HttpRequestMessage(HttpMethod.Post, address + "?handler=HandIn")
            {
                Content = new FormUrlEncodedContent([KeyValuePair.Create("Input.Answers[issue]", "van een ander")]),
                Headers = { { "Origin", "https://elders.example" } },
            };
            var answer = await WebPage.ReadAsync(browser, await browser.Send(request));

            Assert.True(answer.Answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.BadRequest, $"{answer.Status}");
            Assert.DoesNotContain("van een ander", answer.Html, StringComparison.Ordinal);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task A_password_does_not_travel_along(Database database)
    {
        var (app, _, _) = await DeskAsync(database);
        var page = await (await app.As(People.Dantumadiel)).Get("/mijn-gegevens/wachtwoord");

        var old = await page.Submit(
            ("Input.Current", Someone.Password),
            ("Input.Password", "een heel ander wachtwoord"),
            ("Input.Again", "een heel ander wachtwoord"),
            ("__RequestVerificationToken", "")
        );

        Assert.Equal(400, old.Status);
        Assert.DoesNotContain(Someone.Password, old.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("een heel ander wachtwoord", old.Html, StringComparison.Ordinal);
    }

    private async Task<(TestApp App, Table Table, string Address)> DeskAsync(Database database)
    {
        var app = await apps.On(database);
        var table = await Table.SetAsync(app);
        await table.OpenRoundAsync();
        return (app, table, Pen.Address(table, table.Dantumadiel));
    }

    private static Task<string> IssueAsync(TestApp app, Table table) =>
        app.Data(async db => (await db.Formulations.SingleAsync(text => text.Party == table.Dantumadiel)).TextOf("issue"));
}
