using Meerlaags.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Meerlaags.Browser.Tests.Journey;

/// <summary>The whole way, with the cast of the example in one browser. The pictures of the guide are made along it.</summary>
public sealed class From_unseen_to_shared(Product product)
{
    private const string Ours = "Jonge gezinnen vertrekken, omdat er geen huizen zijn. Dan sluit de school.";
    private const string Theirs = "Wij horen het pas als de plek al gekozen is. Dan is het water te laat.";
    private const string Sentence = "Wie hier wil wonen, vindt te weinig huizen, en de zorg, de bus en de school komen onder druk.";
    private const string Added = "Nieuwe huizen komen alleen op droge grond.";

    private static readonly string[] Parties = ["bzk", "fryslan", "wetterskip", "achtkarspelen", "dantumadiel", "noardeast-fryslan", "tytsjerksteradiel"];

    [InTheBrowser]
    public async Task The_cast_walks_the_whole_way()
    {
        await using var installation = await Installation.WithDemoAsync();
        await using var window = await product.OpenAsync(installation);
        await using var plain = await product.OpenAsync(installation, scripts: false);
        var table = new Table(window, "Hoe blijven onze dorpen leefbaar");

        await TheFacilitatorStartsAndInvitesAsync(table);
        await LooksAroundAsync(table);
        await DantumadielWritesAsync(table);
        await WetterskipWritesWithoutScriptAsync(plain);
        await NobodyElseReadsItAsync(table);
        await TheTextsAreRevealedAsync(table);
        await TheyReadSideBySideAsync(table);
        await TheySeeDifferencesOnceTheySpokeAsync(table);
        await OneTextGrowsAsync(table);
        await AConcernOpensTheNextVersionAsync(table);
        await AllAgreeAsync(table);
        await EverythingStandsInTheLogbookAsync(table);
    }

    private static async Task TheFacilitatorStartsAndInvitesAsync(Table table)
    {
        var visit = await table.Of("begeleider");
        await visit.Follow("Start een samenwerking");
        await visit.Fill("Om welke opgave gaat het?", "Hoe houden we zorg dichtbij in onze dorpen?");
        await visit.Fill("Welke regio?", "Noordoost-Fryslân");
        await visit.Fill("Zoek op naam of code", "Fryslân");
        await visit.Press("Zoeken");
        await visit.Press("Voeg toe: Wetterskip Fryslân");
        await visit.Says("Gekozen: 1 partij");
        await visit.IsFine();
        await visit.TakePicture("starten", height: 1300);

        await table.At("begeleider", "/uitnodigen");
        await visit.Fill("Voor wie is de uitnodiging?", "de nieuwe wethouder");
        await visit.Page.CheckAsync("#functie-OfficeHolder");
        await visit.Page.SelectOptionAsync("#Input-Party", new SelectOptionValue { Label = "Gemeente Achtkarspelen" });
        await visit.TakePicture("uitnodigen", height: 1300);
        await visit.Press("Maak de uitnodiging");
        await visit.Says("U ziet de link maar één keer.");
        await visit.IsFine();
    }

    private static async Task LooksAroundAsync(Table table)
    {
        var alderman = await table.Of("dantumadiel");
        await alderman.Says("Wat wordt van u gevraagd");
        await alderman.TakePicture("mijn-overzicht");
        await table.At("dantumadiel", "");
        await alderman.Says("Ronde 1 is open.");
        await alderman.TakePicture("overzicht", height: 1340);
        await alderman.TakePicture("cirkel", from: "#waar", height: 620);
    }

    private static async Task DantumadielWritesAsync(Table table)
    {
        var visit = await table.At("dantumadiel", "");
        await visit.Follow("Naar het schrijven");
        await visit.Arrives("/schrijven/");
        Assert.Equal("Wat is volgens de gemeente Dantumadiel het vraagstuk?", await visit.Heading());

        await visit.Fill("Wat is volgens ons het vraagstuk?", Ours);
        await visit.Fill("En waar zijn wij bang voor?", "Dat ieder gezin 👨‍👩‍👧 gaat.");
        await visit.Says("Nog 19.977 tekens");
        await visit.Fill("En waar zijn wij bang voor?", "");
        await visit.Fill("Voor wie is dit een vraagstuk", "Jonge gezinnen in de kleine dorpen, van Driezum tot Broeksterwâld.");
        await visit.Fill("waar dromen wij van?", "In elk doarp in skoalle, en bern dy’t der nei ta rinne kinne.");

        await visit.Touch("Punt toevoegen");
        await visit.Fill("Punt 2", "Dit punt gaat weer weg");
        await visit.Fill("Punt 3", "Starters uit het dorp vissen achter het net");
        await visit.Fill("Punt 4", "Wie blijft, wil zelf iets kunnen doen");
        await visit.Touch("Verwijder Punt 2");
        await Assertions.Expect(visit.Field("Punt 2")).ToHaveValueAsync("Starters uit het dorp vissen achter het net");
        await visit.Says("Bewaard om");
        await visit.Page.ReloadAsync();
        await Assertions.Expect(visit.Field("Wat is volgens ons het vraagstuk?")).ToHaveValueAsync(Ours);
        await Assertions.Expect(visit.Field("Punt 3")).ToHaveValueAsync("Wie blijft, wil zelf iets kunnen doen");
        await visit.IsFine();
        await visit.TakePicture("schrijven", height: 1180);
        await visit.TakePicture("punten", from: "#Input-Points", height: 640);

        await visit.Press("Dien in namens de gemeente Dantumadiel");
        await visit.Says("Uw tekst is ingediend.");
        await visit.IsFine();
    }

    private static async Task WetterskipWritesWithoutScriptAsync(Window plain)
    {
        var visit = await plain.AsAsync("wetterskip");
        await visit.Follow("Naar het schrijven");
        await visit.Fill("Wat is volgens ons het vraagstuk?", Theirs);
        await visit.Fill("Punt 1", "Vraag het waterschap voordat de plek gekozen is");
        await visit.Press("Punt toevoegen");
        await visit.Fill("Punt 4", "De bodem daalt sneller dan de plannen gaan");
        await visit.Press("Bewaar concept");
        await visit.Says("Uw concept is bewaard.");
        await visit.Press("Dien in namens Wetterskip Fryslân");
        await visit.Says("Uw tekst is ingediend.");
        await visit.Says(Theirs);
    }

    private static async Task NobodyElseReadsItAsync(Table table)
    {
        foreach (var page in new[] { "", "/rondes/1", "/logboek" })
        {
            foreach (var member in new[] { "begeleider", "fryslan", "waarnemer" })
            {
                var visit = await table.At(member, page);
                await visit.KeepsSilentAbout("Jonge gezinnen");
                await visit.KeepsSilentAbout("plek al gekozen");
            }
        }
    }

    private static async Task TheTextsAreRevealedAsync(Table table)
    {
        var waiting = await table.At("fryslan", "/rondes/1");
        var writing = await table.Writes("noardeast-fryslan", "Bekijk de tekst van de gemeente Noardeast-Fryslân");
        foreach (var open in new[] { waiting, writing })
            await open.Page.EvaluateAsync("window.stillHere = true");

        var facilitator = await table.At("begeleider", "/rondes/1");
        await facilitator.Follow("Naar het onthullen");
        await facilitator.Says("Alle zeven partijen hebben ingediend.");
        await facilitator.TakePicture("onthullen", height: 1180);
        await facilitator.Press("Onthul de teksten");
        await facilitator.Says("De teksten liggen op tafel");
        await facilitator.TakePicture("onthuld", height: 760);

        foreach (var open in new[] { waiting, writing })
        {
            await open.Says("De teksten zijn onthuld.");
            await open.Says(Ours);
            await open.Says(Theirs);
            Assert.True(await open.Page.EvaluateAsync<bool>("window.stillHere === true"), "the page was loaded anew");
        }
        await waiting.TakePicture("onthuld-op-tafel", height: 1100);
        await table.AreFine();
    }

    private static async Task TheySeeDifferencesOnceTheySpokeAsync(Table table)
    {
        var facilitator = await table.At("begeleider", "/rondes/1/verschillen");
        await facilitator.Says("Praat eerst met elkaar");
        await facilitator.Press("We hebben gesproken: open deze pagina");
        await facilitator.Says("Om wie gaat het?");
        await facilitator.IsFine();

        var visit = await table.At("dantumadiel", "/rondes/1/verschillen");
        await visit.Says("Om wie gaat het?");
        await visit.IsFine();
        await visit.TakePicture("verschillen", height: 1180);
    }

    private static async Task TheyReadSideBySideAsync(Table table)
    {
        var visit = await table.At("dantumadiel", "/rondes/1/naast-elkaar");
        await visit.Says("Dit noemde maar één partij");
        await visit.Says("Dit noemden meer partijen");
        await visit.TakePicture("punten-naast-elkaar", height: 1100);
        await visit.TakePicture("teksten-per-laag", from: "#teksten", height: 1100);
        await visit.Follow("Per vraag");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "En waar zijn wij bang voor?" })).ToBeVisibleAsync();
        await visit.TakePicture("teksten-per-vraag", from: "#teksten", height: 1100);
        await visit.IsFine();

        await visit.Page.Locator("#zelfde summary").ClickAsync();
        await visit.Page.Locator("#zelfde label", new() { HasText = "Boeren weten niet waar ze aan toe zijn" }).ClickAsync();
        await visit.Page.Locator("#zelfde label", new() { HasText = "Boeren hebben duidelijkheid nodig" }).ClickAsync();
        await visit.Press("Deze punten zeggen hetzelfde");
        await visit.Says("De punten staan nu bij elkaar.");
        var together = visit.Page.Locator(".ml-pointcard", new() { HasText = "Ieder in eigen woorden" }).Filter(new() { HasText = "Boeren weten niet" });
        await Assertions.Expect(together).ToHaveCountAsync(1);
    }

    private static async Task OneTextGrowsAsync(Table table)
    {
        var visit = await table.At("fryslan", "/rondes/1/tekst");
        await visit.Says("Er staat nog geen zin");
        await visit.Fill("Zin toevoegen", Sentence);
        await visit.Page.GetByText("Kies de punten waar deze zin op rust").ClickAsync();
        foreach (var point in new[] { "Zorg dichtbij verdwijnt", "Bus en school bepalen", "Bouwen bij kleine dorpen" })
            await visit.Page.Locator("#punten-nieuw label", new() { HasText = point }).First.ClickAsync();
        await visit.Press("Voeg zin toe");
        await visit.Says("De zin staat erbij.");

        var alderman = await table.At("dantumadiel", "/rondes/1/tekst");
        await alderman.Press("Wij herkennen ons in zin 1");
        await alderman.Says("Herkennen zich hierin:");
        await alderman.Fill("Wie mist er?", "Zorgverzekeraars en huisartsen");
        await alderman.Fill("Waarom is deze partij nodig?", "Zonder hen blijft de zorg uit de dorpen verdwijnen.");
        await alderman.Press("Noem deze partij");
        await alderman.Says("Genoemd door de gemeente Dantumadiel");
        await alderman.IsFine();
        await alderman.GoTo(alderman.Path);
        await alderman.TakePicture("gedeelde-tekst", height: 1180);
        await alderman.TakePicture("past-de-tafel", from: "#tafel", height: 700);
    }

    private static async Task AConcernOpensTheNextVersionAsync(Table table)
    {
        await table.Put();
        var watching = await table.At("dantumadiel", "/rondes/1/instemming");
        await watching.Says(Sentence);
        await watching.TakePicture("instemming", height: 1180);
        await table.Answers("wetterskip", "Concern", binding: true, "Huizen op natte grond kosten straks alle ingezetenen geld.");
        await watching.Says("Huizen op natte grond kosten straks alle ingezetenen geld.");
        await table.Answers("dantumadiel", "Consent", binding: false);
        await watching.Says("Het bindt uw partij niet.");

        var visit = await table.At("wetterskip", "/rondes/1/instemming");
        await visit.Follow("Schrijf verder aan de tekst");
        await visit.Says("Wat partijen bij de vorige versie zeiden");
        await visit.Fill("Zin toevoegen", Added);
        await visit.Press("Voeg zin toe");
        await visit.Says(Added);
        await visit.IsFine();
    }

    private static async Task AllAgreeAsync(Table table)
    {
        await table.Put();
        var watching = await table.At("begeleider", "/rondes/1/instemming");
        await watching.Says("Gedeelde tekst, versie 2");
        foreach (var member in Parties[..^1])
            await table.Answers(
                member,
                member == "noardeast-fryslan" ? "ConsentWithReservation" : "Consent",
                binding: true,
                member == "noardeast-fryslan" ? "Begin klein." : ""
            );
        await watching.Says("Begin klein.");
        await watching.TakePicture("antwoorden", from: "#stand", height: 800);
        var last = await table.Answers(Parties[^1], "Consent", binding: true);
        await last.Says("Dit is nu ons gedeelde vraagstuk");
        await last.Says(Added);
        await last.IsFine();
        await table.At(Parties[^1], "/rondes/1/instemming");
        await last.TakePicture("gedeeld-vraagstuk", height: 1000);
    }

    private static async Task EverythingStandsInTheLogbookAsync(Table table)
    {
        var visit = await table.At("dantumadiel", "");
        await visit.Says("stelden de partijen het gedeelde vraagstuk vast");
        await visit.Says("Op dit moment niets");
        await visit.IsFine();
        await table.At("dantumadiel", "/logboek");
        foreach (
            var line in new[]
            {
                "heeft in ronde 1 de teksten onthuld",
                "Wetterskip Fryslân",
                "bindend geantwoord op versie 1: zorg",
                "nu het gedeelde vraagstuk",
            }
        )
            await visit.Says(line);
        await visit.IsFine();
        await visit.TakePicture("logboek", height: 1000);
        await visit.GoTo("/mijn-overzicht");
        await visit.Says("stelden de partijen het gedeelde vraagstuk vast");
    }
}
