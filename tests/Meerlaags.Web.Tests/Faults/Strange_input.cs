using System.Text;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Features.Framing;
using Meerlaags.Web.Tests.Blind;
using Meerlaags.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Tests.Faults;

/// <summary>Whatever is sent: it is kept as text, or refused in words, and what others wrote stays as it is.</summary>
public sealed class Strange_input(Apps apps) : IClassFixture<Apps>
{
    private const string Family = "👨‍👩‍👧‍👦";

    [Theory, OnEveryDatabase]
    public async Task Text_of_any_kind_comes_back_as_it_was_typed(Database database)
    {
        var (app, table) = await TableAsync(database);
        var browser = await app.As(People.Dantumadiel);
        (string Typed, string Kept)[] kinds =
        [
            ("Wy wolle in skoander Fryslân: de bu\u0301tendyk, û, ú", "Wy wolle in skoander Fryslân: de bútendyk, û, ú"),
            ("مرحبا بالعالم – שלום", "مرحبا بالعالم – שלום"),
            ("<script>alert('x')</script> & <b>vet</b> \"aanhaling\"", "<script>alert('x')</script> & <b>vet</b> \"aanhaling\""),
            ($"gezin {Family} 🏳️‍🌈", $"gezin {Family} 🏳️‍🌈"),
            ("bel\u0007 en \ufffe", "bel en"),
            ("{{7*7}} ${jndi:ldap://x} %s %n ' or 1=1 --", "{{7*7}} ${jndi:ldap://x} %s %n ' or 1=1 --"),
            ("een\r\ntwee\rdrie", "een\ntwee\ndrie"),
        ];

        foreach (var (typed, kept) in kinds)
        {
            var page = await (await browser.Get(Desk(table))).Submit("form.ml-form", Pen.Fields(Pen.Short(typed)));
            Assert.Equal(200, page.Status);
            Assert.Equal(kept, page.Document.QuerySelector("#Input-Answers-issue-")!.TextContent.TrimStart('\n'));
            Assert.DoesNotContain("<script>alert", page.Html);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task A_null_character_which_no_keyboard_types_is_refused_as_no_form(Database database)
    {
        var (app, table) = await TableAsync(database);
        var page = await (await app.As(People.Dantumadiel)).Get(Desk(table));

        var answer = await page.Post("form.ml-form", Pen.Fields(Pen.Short("nul\0teken")));

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains("<h1", await answer.Content.ReadAsStringAsync());
    }

    [Theory, OnEveryDatabase]
    public async Task Bytes_that_are_no_text_are_no_fault(Database database)
    {
        var (app, table) = await TableAsync(database);
        var browser = await app.As(People.Dantumadiel);
        var page = await browser.Get(Desk(table));
        var token = page.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value");
        using var request = new HttpRequestMessage(HttpMethod.Post, Desk(table))
        {
            Content = new StringContent(
                $"Input.Answers%5Bissue%5D=half%ED%A0%80+teken%FF&version=0&__RequestVerificationToken={token}",
                Encoding.ASCII,
                "application/x-www-form-urlencoded"
            ),
        };

        var answer = await browser.Send(request);

        Assert.Equal(302, (int)answer.StatusCode);
        Assert.StartsWith("half", (await TextAsync(app, table)).TextOf("issue"));
    }

    [Theory, OnEveryDatabase]
    public async Task Twenty_thousand_is_enough_and_one_more_is_too_much(Database database)
    {
        var (app, table) = await TableAsync(database);
        foreach (var (language, sign) in new[] { ("nl", "a"), ("en", Family) })
        {
            var browser = await app.As(People.Dantumadiel);
            browser.Cookies.Add(new Uri("http://localhost"), new System.Net.Cookie("taal", language));
            var most = string.Concat(Enumerable.Repeat(sign, 20_000));
            var kept = await (await browser.Get(Desk(table))).Submit("form.ml-form", Pen.Fields(Pen.Short(most)));
            Assert.NotEmpty(kept.Done);

            var refused = await kept.Submit("button[formaction$='handler=HandIn']", Pen.Fields(Pen.Short(most + sign)));

            Assert.Equal(422, refused.Status);
            var field = refused.Document.QuerySelector("#Input-Answers-issue-")!;
            Assert.Equal("true", field.GetAttribute("aria-invalid"));
            Assert.Equal(most + sign, field.TextContent.TrimStart('\n'));
            Assert.NotNull(refused.Document.QuerySelector("[role=alert] a[href='#Input-Answers-issue-']"));
            Assert.Contains(language == "nl" ? "te lang" : "too long", refused.Alert, StringComparison.OrdinalIgnoreCase);
            Assert.False((await TextAsync(app, table)).IsSubmitted);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task Ten_megabytes_are_refused_in_words(Database database)
    {
        var (app, table) = await TableAsync(database);
        var page = await (await app.As(People.Dantumadiel)).Get(Desk(table));

        var answer = await page.Post("form.ml-form", Pen.Fields(Pen.Short(new string('a', 10_000_000))));

        Assert.InRange((int)answer.StatusCode, 400, 422);
        Assert.Contains("<h1", await answer.Content.ReadAsStringAsync());
        Assert.Equal(0, await app.Data(db => db.Formulations.CountAsync(text => text.Party == table.Dantumadiel)));
    }

    [Theory, OnEveryDatabase]
    public async Task Ids_of_others_and_ids_of_nothing_do_nothing_to_others(Database database)
    {
        var (app, table) = await TableAsync(database);
        var third = await Scene.SeatAsync(app, table.Id, "Wetterskip Fryslân", People.Stranger);
        await Pen.HandInAsync(await app.As(People.Dantumadiel), Desk(table), Pen.Short("een"));
        await Pen.HandInAsync(await app.As(People.Fryslan), Pen.Address(table, table.Fryslan), Pen.Short("twee"));
        var facilitator = await app.As(People.Facilitator);
        await (await facilitator.Get($"{Round(table)}/onthullen")).Submit("main form.ml-card", ("Known", "true"));
        var point = (await TextAsync(app, table)).Points[0];
        var late = await (await app.As(People.Stranger)).Get(Pen.Address(table, third));

        var answer = await late.Post(
            "form.ml-form",
            [
                ("Input.Answers[issue]", "drie"),
                ("Input.Points", "een eigen gedachte"),
                ("Input.PointIds", point.Id.Value.ToString()),
                ("Input.Voices", ""),
                ("Input.Points", "nog een"),
                ("Input.PointIds", "geen id"),
                ("Input.Voices", "geen stem"),
            ]
        );

        Assert.Equal(302, (int)answer.StatusCode);
        Assert.Equal(point.Text, (await TextAsync(app, table)).Points.Single().Text);
        var own = await app.Data(db => db.Formulations.SingleAsync(text => text.Party == third));
        Assert.Equal(["een eigen gedachte", "nog een"], own.Points.Select(thought => thought.Text));
        Assert.DoesNotContain(own.Points, thought => thought.Id == point.Id);
    }

    [Theory, OnEveryDatabase]
    public async Task Numbers_beyond_all_number_are_no_fault_where_texts_are_read(Database database)
    {
        var (app, table) = await TableAsync(database);
        await Pen.HandInAsync(await app.As(People.Dantumadiel), Desk(table), Pen.Short("Het kost miljard miljard miljard miljard euro."));
        await Pen.HandInAsync(
            await app.As(People.Fryslan),
            Pen.Address(table, table.Fryslan),
            Pen.Short($"Het kost {new string('9', 28)} miljard euro, 99.999,,9 procent en 7 woningen in 2030.")
        );
        var facilitator = await app.As(People.Facilitator);
        await (await facilitator.Get($"{Round(table)}/onthullen")).Submit("main form.ml-card", ("Known", "true"));
        await (await facilitator.Get($"{Round(table)}/verschillen")).Submit("form[action$='handler=Spoken']");

        Assert.Equal(200, (await facilitator.Get($"{Round(table)}/verschillen")).Status);
    }

    [Theory, OnEveryDatabase]
    public async Task A_hidden_field_with_another_party_is_refused(Database database)
    {
        var (app, table) = await TableAsync(database);
        var stranger = await app.As(People.Fryslan);
        Assert.Equal(404, (int)(await stranger.Post(Desk(table), Pen.Fields(Pen.Short("van een ander")))).StatusCode);
        Assert.Equal(404, (int)(await stranger.Post($"{Desk(table)}?handler=HandIn", Pen.Fields(Pen.Short("van een ander")))).StatusCode);
        await Pen.HandInAsync(await app.As(People.Dantumadiel), Desk(table), Pen.Short("een"));
        await Pen.HandInAsync(stranger, Pen.Address(table, table.Fryslan), Pen.Short("twee"));
        await (await (await app.As(People.Facilitator)).Get($"{Round(table)}/onthullen")).Submit("main form.ml-card", ("Known", "true"));

        var answer = await stranger.Post(
            $"{Round(table)}/tekst?handler=Add",
            ("namens", table.Dantumadiel.Value.ToString()),
            ("Sentence.Text", "namens een ander")
        );

        Assert.InRange((int)answer.StatusCode, 403, 422);
        Assert.Equal(0, await app.Data(db => db.CandidateTexts.CountAsync(text => text.Round == table.Round)));
    }

    [Theory, OnEveryDatabase]
    public async Task Without_the_token_of_the_form_or_a_session_nothing_happens(Database database)
    {
        var (app, table) = await TableAsync(database);
        var page = await (await app.As(People.Dantumadiel)).Get(Desk(table));

        var forged = await page.Post("form.ml-form", [.. Pen.Fields(Pen.Short("vervalst")), ("__RequestVerificationToken", "niet van ons")]);
        app.Clock.Pass(TimeSpan.FromHours(2));
        var expired = await page.Post("form.ml-form", Pen.Fields(Pen.Short("te laat")));

        Assert.Equal(400, (int)forged.StatusCode);
        Assert.Contains("<h1", await forged.Content.ReadAsStringAsync());
        Assert.Equal(401, (int)expired.StatusCode);
        Assert.Equal(0, await app.Data(db => db.Formulations.CountAsync(text => text.Party == table.Dantumadiel)));
    }

    [Theory, OnEveryDatabase]
    public async Task A_form_sent_again_is_one_act_and_filled_in_anew_is_another(Database database)
    {
        var (app, table) = await TableAsync(database);
        await Pen.HandInAsync(await app.As(People.Dantumadiel), Desk(table), Pen.Short("een"));
        await Pen.HandInAsync(await app.As(People.Fryslan), Pen.Address(table, table.Fryslan), Pen.Short("twee"));
        var facilitator = await app.As(People.Facilitator);
        await (await facilitator.Get($"{Round(table)}/onthullen")).Submit("main form.ml-card", ("Known", "true"));
        var form = await facilitator.Get($"{Round(table)}/tekst");
        var send = (string words) => form.Post("form[action$='handler=Add']", ("Sentence.Text", words));

        HttpResponseMessage[] answers =
        [
            await send("Een zin."),
            await send("Een zin."),
            await send("Een andere zin."),
            .. await Task.WhenAll(send("Een zin."), send("Een zin.")),
        ];

        Assert.All(answers, answer => Assert.Equal(302, (int)answer.StatusCode));
        var text = await app.Data(db => db.CandidateTexts.SingleAsync(text => text.Round == table.Round));
        Assert.Equal(["Een zin.", "Een andere zin."], text.Sentences.Select(sentence => sentence.Text));
    }

    private async Task<(TestApp App, Table Table)> TableAsync(Database database)
    {
        var app = await apps.On(database);
        var table = await Table.SetAsync(app);
        await table.OpenRoundAsync();
        return (app, table);
    }

    private static string Desk(Table table) => Pen.Address(table, table.Dantumadiel);

    private static string Round(Table table) => $"/samenwerkingen/{table.Id.Value}/rondes/1";

    private static Task<Formulation> TextAsync(TestApp app, Table table) =>
        app.Data(db => db.Formulations.SingleAsync(text => text.Party == table.Dantumadiel));
}
