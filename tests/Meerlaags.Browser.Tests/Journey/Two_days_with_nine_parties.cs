using System.Globalization;
using Meerlaags.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Meerlaags.Browser.Tests.Journey;

/// <summary>
/// Nine parties and a facilitator, ten browsers of their own. The first day they sit together with their phones and write unseen: one phone without JavaScript, one that loses
/// the network and gets it back, one by keyboard alone. The next day they are members, and agree one text.
/// </summary>
public sealed class Two_days_with_nine_parties(Product product)
{
    private const string Challenge = "Hoe blijft het platteland van Fryslân bereikbaar voor wie er woont?";
    private const string Question = "Wat is volgens ons het vraagstuk?";
    private const string Password = "een lange zin als wachtwoord";
    private const string Sentence = "Wie op het platteland woont, komt zonder auto niet meer bij de dokter, de school en het werk.";

    private static readonly (string Code, string Name)[] Parties =
    [
        ("RIJK", "Rijk"),
        ("PV21", "Provincie Fryslân"),
        ("WS0653", "Wetterskip Fryslân"),
        ("GM0059", "Gemeente Achtkarspelen"),
        ("GM1891", "Gemeente Dantumadiel"),
        ("GM0080", "Gemeente Leeuwarden"),
        ("GM1970", "Gemeente Noardeast-Fryslân"),
        ("GM0737", "Gemeente Tytsjerksteradiel"),
        ("", "Dorpsbelang Damwâld"),
    ];

    private const int WithoutScript = 3;
    private const int Offline = 5;
    private const int ByKeyboard = 7;

    [InTheBrowser]
    public async Task From_a_room_full_of_phones_to_one_shared_issue()
    {
        await using var installation = await Installation.WithDemoAsync();
        await using var desk = await product.OpenAsync(installation);
        var windows = new List<Window>();
        for (var place = 0; place < Parties.Length; place++)
            windows.Add(await product.OpenAsync(installation, width: Product.Phone, scripts: place != WithoutScript));
        var lead = await desk.AsAsync("begeleider");
        var phones = new List<Visit>();
        foreach (var window in windows)
            phones.Add(await window.OpenAsync());

        var home = await StartsAsync(lead);
        await TheyJoinAsync(lead, home, phones);
        var screen = await desk.AsAsync("begeleider");
        await screen.GoTo(home + "/rondes/1/scherm");
        await TheyWriteUnseenAsync(phones, windows[Offline]);
        await NobodySeesWhatAnotherWroteAsync(home, lead, screen, phones);
        await TheyReadTogetherAsync(lead, home, screen, phones);
        await TheDayEndsAsync(lead, home);

        await TheyBecomeMembersAsync(lead, home, phones);
        await OneTextGrowsAsync(lead, home, phones);
        await AllAgreeAsync(lead, home, phones);
        foreach (var window in windows)
            await window.DisposeAsync();
    }

    // The pages are the same for all: one with script, one without and one by keyboard are looked at in full.
    private static Task LooksAtAsync(List<Visit> phones, int party) => party is 0 or WithoutScript or ByKeyboard ? phones[party].IsFine() : Task.CompletedTask;

    private static string TextOf(int party) => $"Zo ziet {Parties[party].Name} het: de bus rijdt te weinig, en wie niet rijdt zit vast.";

    private static async Task<string> StartsAsync(Visit lead)
    {
        await lead.GoTo("/samenwerkingen/nieuw");
        await lead.Fill("Om welke opgave gaat het?", Challenge);
        await lead.Fill("Welke regio?", "Fryslân");
        foreach (var ((code, name), place) in Parties.Select((party, place) => (party, place)))
        {
            if (code.Length == 0)
            {
                await lead.Fill("Staat een partner er niet in?", name);
                await lead.Press("Voeg partner toe");
            }
            else
            {
                await lead.Fill("Zoek op naam of code", code);
                await lead.Press("Zoeken");
                await lead.Press(lead.Page.Locator($"button[value='toevoegen:{code}']"));
            }
            await lead.Says(place == 0 ? "Gekozen: 1 partij" : $"Gekozen: {place + 1} partijen");
        }
        await lead.IsFine();
        await lead.Press("Start de samenwerking");
        await lead.Says("De samenwerking is gestart.");
        var home = lead.Path;
        await lead.Follow("Open een ronde");
        await lead.Press("Open de ronde");
        await lead.Says("Nog geen van de negen partijen heeft ingediend.");
        return home;
    }

    private static async Task TheyJoinAsync(Visit lead, string home, List<Visit> phones)
    {
        await lead.GoTo(home + "/rondes/1/zaal");
        await lead.Press("Open de zaal");
        await lead.Says("De zaal is open.");
        await lead.IsFine();
        for (var party = 0; party < Parties.Length; party++)
        {
            var code = await lead.Page.Locator(".ml-code", new() { HasText = Parties[party].Name }).First.Locator(".ml-code__characters").InnerTextAsync();
            if (party == ByKeyboard)
            {
                await phones[party].GoTo("/meedoen");
                var keys = new Keys(phones[party]);
                await keys.Types("Uw code", code);
                await keys.Leaves("Enter");
                await keys.Types("Uw naam", "Gast 8");
                await keys.Leaves("Enter");
            }
            else
            {
                await phones[party].GoTo("/meedoen/" + code.Replace(" ", "", StringComparison.Ordinal));
                await phones[party].Fill("Uw naam", $"Gast {party + 1}");
                await phones[party].Press("Doe mee");
            }
            await phones[party].Says("U doet mee met");
        }
        await lead.Says("Gast 9");
        await lead.IsFine();
    }

    private static async Task TheyWriteUnseenAsync(List<Visit> phones, Window train)
    {
        for (var party = 0; party < Parties.Length; party++)
        {
            var phone = phones[party];
            if (party == ByKeyboard)
            {
                await WritesByKeyboardAsync(phone, TextOf(party));
                continue;
            }
            await phone.Follow("Schrijf mee");
            await phone.Arrives("/schrijven/");
            if (party == Offline)
            {
                await train.OfflineAsync(true);
                await phone.Fill(Question, TextOf(party));
                await phone.Says("Bewaren is niet gelukt. Uw tekst staat nog op dit scherm.");
                await train.OfflineAsync(false);
                phone.ForgetComplaints();
            }
            await phone.Fill(Question, TextOf(party));
            await phone.Fill("Punt 1", $"Gedachte van {Parties[party].Name}");
            await LooksAtAsync(phones, party);
            await phone.Press(phone.Page.Locator("button[formaction$='handler=HandIn']"));
            await phone.Says("Uw tekst is ingediend.");
        }
    }

    private static async Task WritesByKeyboardAsync(Visit phone, string text)
    {
        var keys = new Keys(phone);
        await keys.Goes("Schrijf mee", "Enter");
        await keys.Types(Question, text);
        await keys.Types("Punt 1", "Een gedachte met toetsen");
        await keys.Goes("Dien in namens", "Enter");
        await phone.Says("Uw tekst is ingediend.");
        await phone.IsFine();
    }

    private static async Task NobodySeesWhatAnotherWroteAsync(string home, Visit lead, Visit screen, List<Visit> phones)
    {
        await lead.GoTo(home + "/rondes/1/zaal");
        await lead.Says("Alle negen partijen hebben ingediend.");
        foreach (var page in new[] { lead, screen })
            await page.KeepsSilentAbout("Zo ziet");
        for (var party = 0; party < Parties.Length; party++)
            await phones[party].KeepsSilentAbout(TextOf((party + 1) % Parties.Length));
        await screen.IsFine();
    }

    private static async Task TheyReadTogetherAsync(Visit lead, string home, Visit screen, List<Visit> phones)
    {
        await lead.GoTo(home + "/rondes/1/onthullen");
        await lead.Press("Onthul de teksten");
        await lead.Says("De teksten liggen op tafel");
        await screen.Says("De teksten zijn onthuld");
        for (var party = 0; party < Parties.Length; party++)
        {
            if (party == WithoutScript)
                await phones[party].GoTo(home + "/rondes/1/naast-elkaar");
            await phones[party].Says(TextOf((party + 1) % Parties.Length));
            await LooksAtAsync(phones, party);
        }
    }

    private static async Task TheDayEndsAsync(Visit lead, string home)
    {
        await lead.GoTo(home + "/gesprek");
        await lead.Page.FillAsync("#Input-On", TimeProvider.System.GetUtcNow().AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await lead.Fill("Waar gaat het over?", "Wat wij in elkaars teksten lazen");
        await lead.Press("Bewaren");
        await lead.Says("Het volgende gesprek is op");
        await lead.GoTo(home + "/rondes/1/zaal");
        await lead.Press("Sluit de zaal");
        await lead.Says("Open de zaal");
    }

    private static async Task TheyBecomeMembersAsync(Visit lead, string home, List<Visit> phones)
    {
        for (var party = 0; party < Parties.Length; party++)
        {
            await lead.GoTo(home + "/uitnodigen");
            await lead.Fill("Voor wie is de uitnodiging?", $"vertegenwoordiger {party + 1}");
            await lead.Page.CheckAsync("#functie-OfficeHolder");
            await lead.Page.SelectOptionAsync("#Input-Party", new SelectOptionValue { Label = Parties[party].Name });
            await lead.Press("Maak de uitnodiging");
            var link = await lead.Page.Locator("#uitnodiging").InnerTextAsync();

            var phone = phones[party];
            await phone.GoTo(new Uri(link).PathAndQuery);
            // The room closed under an open page: its stream was turned away, and the browser noted that.
            phone.ForgetComplaints();
            await phone.Page.FillAsync("#Input-DisplayName", $"Bestuurder {party + 1}");
            await phone.Page.FillAsync("#Input-Email", $"bestuurder{party + 1}@voorbeeld.invalid");
            await phone.Page.FillAsync("#Input-Password", Password);
            await phone.Page.FillAsync("#Input-Repeated", Password);
            await phone.Press("Maak een account en neem plaats");
            await phone.Says("Welkom. U doet nu mee.");
            await LooksAtAsync(phones, party);
        }
        await GiveMandatesAsync(lead, home);
    }

    private static async Task GiveMandatesAsync(Visit lead, string home)
    {
        await lead.GoTo(home + "/partijen");
        var links = await lead.Page.Locator("a[href$='/mandaat']").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        Assert.Equal(Parties.Length, links.Length);
        foreach (var link in links)
        {
            await lead.GoTo(link);
            await lead.Page.FillAsync("#Input-From", TimeProvider.System.GetUtcNow().AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            await lead.Fill("Op welk besluit rust het?", "Besluit van het dagelijks bestuur");
            await lead.Press("Leg een mandaat vast");
            await lead.Says("Het mandaat is vastgelegd.");
        }
    }

    private static async Task OneTextGrowsAsync(Visit lead, string home, List<Visit> phones)
    {
        await lead.GoTo(home + "/rondes/1/tekst");
        await lead.Fill("Zin toevoegen", Sentence);
        await lead.Press("Voeg zin toe");
        await lead.Says("De zin staat erbij.");
        foreach (var phone in phones)
        {
            await phone.GoTo(home + "/rondes/1/tekst");
            await phone.Press("Wij herkennen ons in zin 1");
            await phone.Says("Herkennen zich hierin:");
        }
        await phones[0].IsFine();
        await lead.GoTo(home + "/rondes/1/tekst");
        await lead.Follow("Naar het vastleggen");
        await lead.Page.FillAsync("#RecheckOn", TimeProvider.System.GetUtcNow().AddDays(200).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await lead.Press("Leg vast en vraag instemming");
        await lead.Says("De tekst is vastgelegd.");
    }

    private static async Task AllAgreeAsync(Visit lead, string home, List<Visit> phones)
    {
        await lead.GoTo(home + "/rondes/1/instemming");
        foreach (var phone in phones)
        {
            await phone.GoTo(home + "/rondes/1/instemming");
            await phone.Page.CheckAsync("#keuze-Consent");
            await phone.Page.Locator("[id^=bindend-]").First.CheckAsync();
            await phone.Page.FillAsync("input[type=password]", Password);
            await phone.Press("Geef dit antwoord");
            await Assertions.Expect(phone.Page.Locator("main [role=status].utrecht-alert--ok")).ToBeVisibleAsync();
        }
        // The last answer makes it so; pages that were open all the time say it too.
        await lead.Says("Dit is nu ons gedeelde vraagstuk");
        await phones[0].Says("Dit is nu ons gedeelde vraagstuk");
        for (var party = 0; party < Parties.Length; party++)
        {
            await phones[party].GoTo(home);
            await phones[party].Says("stelden de partijen het gedeelde vraagstuk vast");
            await LooksAtAsync(phones, party);
        }
    }
}
