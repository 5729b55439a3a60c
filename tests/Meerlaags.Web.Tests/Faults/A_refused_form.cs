using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Meerlaags.Web.Tests.Access;
using Meerlaags.Web.Tests.Blind;
using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Web.Tests.Faults;

/// <summary>Walks every form that people at a table see and fills in too much: all that was typed stays, and each fault stands beside its field, in both languages.</summary>
public sealed class A_refused_form(Apps apps) : IClassFixture<Apps>
{
    private const string TextFields = "textarea[name], input[name][type=text], input[name][type=email], input[name][type=date], input[name][type=search]";

    private static readonly string TooMuch = "te veel " + new string('a', 20_001);

    [Theory, OnEveryDatabase]
    public async Task Keeps_what_was_typed_and_says_what_is_wrong_beside_the_field(Database database)
    {
        var app = await apps.On(database);
        var writing = await Table.SetAsync(app);
        await writing.OpenRoundAsync();
        var revealed = await RevealedAsync(app);
        var wrong = new List<string>();
        var (forms, refused) = (0, 0);

        foreach (var language in new[] { "nl", "en" })
        foreach (var table in new[] { writing, revealed })
        foreach (var person in new[] { People.Facilitator, People.Dantumadiel, People.DantumadielColleague })
        foreach (
            var door in (await Doors.OfAsync(app)).Where(door =>
                door is { Method: "GET", IsApi: false } && !door.Address.EndsWith("/live", StringComparison.Ordinal)
            )
        )
        {
            var browser = await app.As(person);
            browser.Cookies.Add(new Uri("http://localhost"), new System.Net.Cookie("taal", language));
            var page = await browser.Get(door.For(table));
            if (page.Status != 200 || page.Answer.Content.Headers.ContentType?.MediaType != "text/html")
                continue;
            foreach (
                var form in page
                    .Document.QuerySelectorAll<IHtmlFormElement>("main form")
                    .Where(form => form.Method == "post" && form.QuerySelector(TextFields) is not null)
            )
            {
                forms++;
                form.SetAttribute("data-this", "form");
                var typed = form.QuerySelectorAll(TextFields).Select(field => (Name: field.GetAttribute("name")!, Value: Typed(field))).ToArray();
                var answer = await page.Post("form[data-this]", typed);
                form.RemoveAttribute("data-this");
                if ((int)answer.StatusCode == 302)
                    continue;
                refused++;
                var again = await WebPage.ReadAsync(browser, answer);
                wrong.AddRange(Wrong(again, typed).Select(fault => $"{language} {person.Name}, {door.Address} {form.GetAttribute("action")}: {fault}"));
            }
        }

        TestContext.Current.SendDiagnosticMessage("{0} forms, {1} refused", forms, refused);
        Expect.Nothing(wrong.Distinct());
        Assert.True(refused >= 20, $"only {refused} of {forms} forms were refused");
    }

    private static IEnumerable<string> Wrong(WebPage page, IReadOnlyList<(string Name, string Value)> typed)
    {
        // The first button of a form may search or add a field: then nothing is refused, and nothing is lost.
        if (page.Status is not (200 or 422 or 409))
        {
            yield return $"answers {page.Status}";
            yield break;
        }
        var links = page.Document.QuerySelectorAll("[role=alert] a[href^='#']");
        if (links.Length == 0 && page.Status != 200)
            yield return $"no link in the summary: {page.Alert}";
        foreach (var link in links)
        {
            var field = page.Document.GetElementById(link.GetAttribute("href")![1..]);
            if (field is null)
                yield return $"the summary links to {link.GetAttribute("href")}, which is not there";
            else if (field.GetAttribute("aria-invalid") != "true" && field.QuerySelector("[aria-invalid=true]") is null)
                yield return $"{link.GetAttribute("href")} is not marked as wrong";
            else if (!StandsBeside(link.TextContent.Trim(), field.Closest(".utrecht-form-field, fieldset")))
                yield return $"no fault beside {link.GetAttribute("href")}";
        }
        foreach (var (name, value) in typed.Where(field => field.Value == TooMuch))
        {
            var there = page.Document.GetElementsByName(name).Any(field => Now(field) == value);
            if (!there)
                yield return $"what was typed in {name} is lost";
        }
    }

    // The summary says it with the name of the field, the field without.
    private static bool StandsBeside(string fault, IElement? field)
    {
        var label = field?.QuerySelector("label")?.FirstChild?.TextContent.Trim() ?? "";
        var words = label.Length > 0 && fault.StartsWith(label, StringComparison.Ordinal) ? fault[label.Length..].TrimStart(':', ' ') : fault;
        return field?.TextContent.Contains(words, StringComparison.Ordinal) == true;
    }

    private static string Typed(IElement field) =>
        field.GetAttribute("type") switch
        {
            "date" => "geen dag",
            "email" => "geen adres",
            _ => TooMuch,
        };

    private static string Now(IElement field) => field is IHtmlTextAreaElement area ? area.TextContent.TrimStart('\n') : field.GetAttribute("value") ?? "";

    private static async Task<Table> RevealedAsync(TestApp app)
    {
        var table = await Table.SetAsync(app);
        await table.OpenRoundAsync();
        await Pen.HandInAsync(await app.As(People.Dantumadiel), Pen.Address(table, table.Dantumadiel), Pen.Short("een"));
        await Pen.HandInAsync(await app.As(People.Fryslan), Pen.Address(table, table.Fryslan), Pen.Short("twee"));
        var facilitator = await app.As(People.Facilitator);
        var round = $"/samenwerkingen/{table.Id.Value}/rondes/1";
        await (await facilitator.Get($"{round}/onthullen")).Submit("main form.ml-card");
        await (await facilitator.Get($"{round}/tekst")).Submit("form[action$='handler=Add']", ("Sentence.Text", "Dit is ons vraagstuk."));
        await table.GiveMandateAsync(People.Dantumadiel);
        return table;
    }
}
