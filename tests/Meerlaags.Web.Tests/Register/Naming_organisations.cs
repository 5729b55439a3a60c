using Meerlaags.Web.Features.Register;
using Meerlaags.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Tests.Register;

/// <summary>An administrator types organisations by name or code, several in one field; nobody is taken for somebody else, and what is not clear is asked.</summary>
public sealed class Naming_organisations(Databases databases)
{
    private const string Page = "/beheer/opvolgingen";
    private const string Form = "section[aria-labelledby=nieuw] form";

    private static readonly (string Typed, string Codes, string Asked)[] Fields =
    [
        ("", "", ""),
        (" ,; \n ,", "", ""),
        ("Dantumadiel", "GM1891", ""),
        ("dantumadiel, GEMEENTE DANTUMADIEL, gm1891", "GM1891", ""),
        ("gm1891 GM1970\nPV21;GM0059", "GM1891 GM1970 PV21 GM0059", ""),
        ("Den Haag, ’s-Gravenhage, hhnk", "GM0518 WS0651", ""),
        ("Ministerie van Landbouw, Visserij, Voedselzekerheid en Natuur, Achtkarspelen", "MNRE1153 GM0059", ""),
        ("Groningen", "", "Groningen: PV20 GM0014"),
        ("gemeente groningen", "GM0014", ""),
        ("Noardest-Fryslan, Dantumadiel", "GM1891", "Noardest-Fryslan: GM1970 SO0681 SO0435"),
        ("GM9999, GM0014", "GM0014", "GM9999:"),
        ("xqzwvk", "", "xqzwvk:"),
        ("…", "", "…:"),
    ];

    [Theory, OnEveryDatabase]
    public async Task Names_codes_and_both_are_read_and_what_is_not_clear_is_asked(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        app.Start();
        await using var scope = app.Services.CreateAsyncScope();
        var names = scope.ServiceProvider.GetRequiredService<OrganisationNames>();
        var wrong = new List<string>();

        foreach (var (typed, codes, asked) in Fields)
        {
            var read = await names.ReadAsync(typed, [], TestContext.Current.CancellationToken);
            var open = read.Asked.Select(name => $"{name.Typed}: {string.Join(' ', name.Candidates.Select(known => known.Code))}".TrimEnd()).Order();
            if (string.Join(' ', read.Codes) != codes || string.Join('|', open) != asked)
                wrong.Add($"{typed}: {string.Join(' ', read.Codes)} / {string.Join('|', open)}");
        }

        Expect.Nothing(wrong);
    }

    [Theory, OnEveryDatabase]
    public async Task One_says_who_is_meant_and_that_stays_chosen_while_something_else_is_mended(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var administrator = await app.As(People.Administrator);
        (string, string)[] typed = [("Input.On", "2027-01-01"), ("Input.From", "Groningen"), ("Input.Into", "Noardest-Fryslan")];

        var asked = await (await administrator.Get(Page)).Submit(Form, typed);
        Assert.Equal(422, asked.Status);
        Assert.Contains("‘Groningen’", asked.Alert);
        Assert.Contains("‘Noardest-Fryslan’", asked.Alert);
        Assert.Equal("Groningen", asked.Document.QuerySelector("#Input-From")!.GetAttribute("value"));
        Assert.Empty(asked.Document.QuerySelectorAll("input[type=radio][checked]"));
        Assert.Equal(
            ["Input.Meant[0]", "Input.Meant[1]"],
            asked.Document.QuerySelectorAll($"{Form} input[type=radio]").Select(choice => choice.GetAttribute("name")!).Distinct()
        );

        // Somebody who was not asked about is not taken.
        var forged = await asked.Submit(Form, [.. typed, ("Input.Meant[0]", "GM0518 Groningen"), ("Input.Meant[1]", "GM1970 Noardest-Fryslan")]);
        Assert.Equal(422, forged.Status);
        Assert.Contains("‘Groningen’", forged.Alert);
        Assert.DoesNotContain("Noardest", forged.Alert);

        var chosen = await asked.Submit(Form, [.. typed, ("Input.Meant[0]", "GM0014 Groningen"), ("Input.Meant[1]", "GM1970 Noardest-Fryslan")]);
        Assert.Equal(422, chosen.Status);
        Assert.Equal("Waar staat dit? Vul dit in.", WebPage.Words(chosen.Document.QuerySelector("[role=alert] li")));
        Assert.Equal(
            ["GM0014 Groningen", "GM1970 Noardest-Fryslan"],
            chosen.Document.QuerySelectorAll("input[type=radio][checked]").Select(choice => choice.GetAttribute("value"))
        );
        var done = await chosen.Submit(Form, ("Input.Source", "Wet (bedacht)"));
        Assert.Contains("vastgelegd", done.Done);
        Assert.Contains("Gemeente Groningen gaat over in Gemeente Noardeast-Fryslân", done.Text);
    }

    [Theory, OnEveryDatabase]
    public async Task A_region_takes_names_too_and_its_own_words_stay_when_they_are_not_clear(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        app.Clock.Now = new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);
        var administrator = await app.As(People.Administrator);
        var page = await (await administrator.Get("/beheer/regios")).Submit("main form", ("Input.Name", "Onze regio"), ("Input.Source", "Convenant"));
        const string Admit = "form[action$='handler=Admit']";

        var asked = await page.Submit(Admit, ("Members.Organisations", "Dantumadiel\nUtrecht"));
        Assert.Equal((422, "Onze regio"), (asked.Status, asked.Document.QuerySelector("#Input-Name")!.GetAttribute("value")));
        Assert.Equal(0, await app.Data(db => db.Regions.Where(region => region.Kind == "eigen").SelectMany(region => region.Members).CountAsync()));
        var done = await asked.Submit(Admit, ("Members.Meant[0]", "PV26 Utrecht"));
        Assert.Contains("toegevoegd", done.Done);
        Assert.Equal(
            ["/organisaties/PV26", "/organisaties/GM1891"],
            done.Document.QuerySelectorAll("section[aria-labelledby=leden] a").Select(link => link.GetAttribute("href"))
        );

        var early = await done.Submit("form:has(input[value='GM1891'])", ("on", "2026-05-01"));
        Assert.Equal(422, early.Status);
        Assert.Equal("2026-05-01", early.Document.QuerySelector("details[open] #vertrek-GM1891")!.GetAttribute("value"));
        Assert.Equal("Onze regio", early.Document.QuerySelector("#Input-Name")!.GetAttribute("value"));
        Assert.Contains("Een beheerder legde deze regio hier vast.", (await app.Anonymous().Get("/regios/EIGEN-0001")).Text);
    }
}
