using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Meerlaags.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Meerlaags.Browser.Tests.Journey;

/// <summary>A facilitator with a phone settles how the table works: which views show, how often one looks back, who leads along, who rests for a time; puts it all away and opens it again.</summary>
public sealed class What_a_facilitator_settles(Product product)
{
    private const string Challenge = "Hoe leren nieuwkomers";
    private const string Password = "een lange zin als wachtwoord";

    [Theory, OnBothDatabases]
    public async Task Views_rhythm_a_function_a_seat_for_a_time_the_archive_and_a_logbook_that_can_be_checked(Database database)
    {
        await using var installation = await Installation.WithDemoAsync(database);
        await using var phone = await product.OpenAsync(installation, width: Product.Phone);
        await using var elsewhere = await product.OpenAsync(installation);
        var table = new Table(phone, Challenge);

        await SettlesAsync(table);
        await LeadsAlongAsync(table, await elsewhere.OpenAsync());
        await RestsAsync(table);
        await PutsAwayAsync(table);
        await FindsAsync(table);
        await ChecksAsync(table);
    }

    private static async Task SettlesAsync(Table table)
    {
        var alderman = await table.At("dantumadiel", "/rondes/1/verschillen");
        await alderman.KeepsSilentAbout("Deze weergave staat uit");

        var lead = await table.At("begeleider", "");
        await lead.Press(lead.Page.GetByRole(AriaRole.Link, new() { Name = "Instellingen" }).First);
        await lead.Page.UncheckAsync("#weergave-Differences");
        await lead.Press("Bewaar de weergaven");
        await lead.Says("De keuze is bewaard.");
        await lead.Page.GetByLabel("Elk jaar").CheckAsync();
        await lead.Press("Bewaar het ritme");
        await lead.Says("Het ritme is bewaard.");
        await lead.IsFine();

        await table.At("dantumadiel", "/rondes/1/verschillen");
        await alderman.Says("Deze weergave staat uit");
        await alderman.IsFine();
        await table.At("dantumadiel", "");
        await alderman.Says("elk jaar kijken we opnieuw");
    }

    private static async Task LeadsAlongAsync(Table table, Visit guest)
    {
        var lead = await table.At("begeleider", "/uitnodigen");
        await lead.Fill("Voor wie is de uitnodiging?", "de programmamanager");
        await lead.Page.CheckAsync("#functie-ProgrammeManager");
        await lead.Press("Maak de uitnodiging");
        await lead.Says("De uitnodiging is gemaakt");
        await lead.IsFine();
        await guest.GoTo(new Uri(await lead.Page.Locator("#uitnodiging").InnerTextAsync()).PathAndQuery);
        await guest.Page.FillAsync("#Input-DisplayName", "Programmamanager");
        await guest.Page.FillAsync("#Input-Email", "programmamanager@voorbeeld.invalid");
        await guest.Page.FillAsync("#Input-Password", Password);
        await guest.Page.FillAsync("#Input-Repeated", Password);
        await guest.Press("Maak een account en neem plaats");
        await guest.Says("Welkom. U doet nu mee.");

        await table.At("begeleider", "/partijen");
        await lead.Press(lead.Page.Locator("form[action$='handler=Lead'] button").First);
        await lead.Says("leidt het proces nu mee");
        await lead.IsFine();
    }

    private static async Task RestsAsync(Table table)
    {
        var alderman = await table.At("dantumadiel", "/partijen");
        await alderman.Press(alderman.Page.Locator("a[aria-label='Wijzig de stoel van de gemeente Dantumadiel']"));
        await alderman.Page.CheckAsync("#stoel-Resting");
        await alderman.Page.UncheckAsync("#Input-Bound");
        await alderman.Fill("Vanaf welke dag?", Days(7));
        await alderman.Fill("Tot en met welke dag?", Days(3));
        await alderman.Press("Bewaar de stoel");
        await alderman.Says("Verbeter 1 antwoord");
        await alderman.IsFine();
        await alderman.Fill("Tot en met welke dag?", Days(14));
        await alderman.Press("Bewaar de stoel");
        await alderman.Says("De stoel is gewijzigd.");
        await alderman.Says("gepland");
        await alderman.IsFine();
    }

    private static async Task PutsAwayAsync(Table table)
    {
        var lead = await table.At("begeleider", "/instellingen");
        await lead.Follow("Zet deze samenwerking in het archief");
        await lead.Press("Zet in het archief");
        await lead.Says("Verbeter 1 antwoord");
        await lead.IsFine();
        await lead.Fill("Waarom?", "Het werk ligt een jaar stil.");
        await lead.Press("Zet in het archief");
        await lead.Says("De samenwerking staat in het archief.");
        await lead.IsFine();

        var alderman = await table.At("dantumadiel", "");
        await Assertions.Expect(alderman.Page.GetByText("Niemand kan nog iets wijzigen").First).ToBeVisibleAsync();
        await alderman.Says("Het werk ligt een jaar stil.");
        await alderman.IsFine();

        await table.At("begeleider", "/instellingen");
        await lead.Follow("Open deze samenwerking opnieuw");
        await lead.Fill("Waarom?", "Er komt een nieuwe ronde.");
        await lead.Press("Open de samenwerking opnieuw");
        await lead.Says("De samenwerking is weer open.");
        await table.At("dantumadiel", "");
        await Assertions.Expect(alderman.Page.GetByText("Niemand kan nog iets wijzigen")).ToHaveCountAsync(0);
    }

    private static async Task FindsAsync(Table table)
    {
        var alderman = await table.At("dantumadiel", "/logboek");
        var all = await alderman.Page.Locator(".ml-log__line").CountAsync();
        await alderman.Page.ClickAsync("summary:has-text('Zoek in het logboek')");
        await alderman.Page.SelectOptionAsync("#soort", new SelectOptionValue { Label = "De samenwerking zelf" });
        await alderman.Page.FillAsync("#van", Days(0));
        await alderman.Press("Toon");
        await alderman.Says("opnieuw geopend");
        await alderman.Says("in het archief gezet");
        await alderman.KeepsSilentAbout("leidt het proces nu mee");
        Assert.InRange(await alderman.Page.Locator(".ml-log__line").CountAsync(), 2, all - 1);
        await alderman.IsFine();
        await alderman.Page.FillAsync("#van", Days(1));
        await alderman.Press("Toon");
        await alderman.Says("Hier is niets gebeurd.");
        await alderman.IsFine();
    }

    // With the file alone and as the page says, without any code of the product.
    private static async Task ChecksAsync(Table table)
    {
        var alderman = await table.At("dantumadiel", "/uitvoer");
        await alderman.Says("De keten klopt.");
        await alderman.IsFine();
        var page = await TakesAsync(alderman, "Leesbare pagina");
        Assert.Contains("Er komt een nieuwe ronde.", Encoding.UTF8.GetString(page), StringComparison.Ordinal);

        using var bundle = new ZipArchive(new MemoryStream(await TakesAsync(alderman, "Alles in één bestand (zip)")));
        foreach (var line in Encoding.ASCII.GetString(Unpacked(bundle, "SHA256SUMS")).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            Assert.Equal(line[..64], Convert.ToHexStringLower(SHA256.HashData(Unpacked(bundle, line[66..]))));
        using var export = JsonDocument.Parse(Unpacked(bundle, "samenwerking.json"));
        var (before, lines) = ("", 0);
        foreach (var line in export.RootElement.GetProperty("keten").GetProperty("regels").EnumerateArray())
        {
            before = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(before + "\n" + line.GetProperty("inhoud").GetString())));
            Assert.Equal(before, line.GetProperty("hash").GetString());
            lines++;
        }
        Assert.NotEqual(0, lines);
    }

    private static async Task<byte[]> TakesAsync(Visit visit, string link)
    {
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Link(link).ClickAsync());
        return await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
    }

    private static byte[] Unpacked(ZipArchive bundle, string name)
    {
        using var content = new MemoryStream();
        using var file = bundle.GetEntry(name)!.Open();
        file.CopyTo(content);
        return content.ToArray();
    }

    private static string Days(int ahead) => TimeProvider.System.GetUtcNow().AddDays(ahead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
