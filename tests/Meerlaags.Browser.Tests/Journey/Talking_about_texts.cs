using Meerlaags.Browser.Tests.Harness;

namespace Meerlaags.Browser.Tests.Journey;

/// <summary>People talk about what they wrote: which points say the same, who uses which words, what binds and divides, and which of two texts comes first.</summary>
public sealed class Talking_about_texts(Product product)
{
    [InTheBrowser]
    public async Task From_points_that_look_alike_to_one_text_before_another()
    {
        await using var installation = await Installation.WithDemoAsync();
        await using var window = await product.OpenAsync(installation);
        var coast = new Table(window, "Hoe houden we de Lauwersmeerkust");

        await DecidesOnPointsAsync(await coast.At("fryslan", "/rondes/1/zelfde-punt"));
        await LooksAtWordsAsync(await coast.At("fryslan", "/rondes/1/woorden"));
        await WeighsStatementsAsync(coast);
        await StartsAnotherTextAsync(coast);
        await CriticisesAsync(coast);
        await PutsInOrderAsync(coast);
        await SharpensAsync(await coast.At("wetterskip", "/rondes/1/precies"));
        await LooksBackAsync(await new Table(window, "Hoe leren nieuwkomers").At("fryslan", "/rondes/2/terugkijken"));
    }

    private static async Task DecidesOnPointsAsync(Visit visit)
    {
        await visit.Says("Misschien hetzelfde punt");
        await visit.Says("De bodem daalt sneller dan wij plannen maken");
        await visit.IsFine();
        await visit.TakePicture("zelfde-punt", "#zelfde");
        await visit.Press(visit.Page.Locator("form[action$='handler=Yes'] button").First);
        await visit.Says("Er is niets meer voor te stellen");
        await visit.IsFine();
    }

    private static async Task LooksAtWordsAsync(Visit visit)
    {
        await visit.IsFine();
        await visit.TakePicture("woorden", ".ml-kicker", height: 1100);
    }

    private static async Task WeighsStatementsAsync(Table coast)
    {
        var board = await coast.At("wetterskip", "/rondes/1/stellingen");
        await board.Says("Wetterskip Fryslân heeft nog twee stellingen zonder standpunt.");
        await board.IsFine();
        await board.TakePicture("stellingen", ".ml-kicker");
        await board.Follow("Geef standpunten, één voor één");
        await board.Arrives("/stellingen/");
        await board.IsFine();
        await board.TakePicture("stelling", ".ml-kicker");
        for (var left = 2; left > 0; left--)
        {
            await board.Page.CheckAsync("input[name='Input.Stance'][value=Agree]");
            await board.Press("Geef standpunt en ga door");
            await board.Says(left > 1 ? "Inwoners krijgen één plek" : "gaf over alle stellingen een standpunt");
        }

        var facilitator = await coast.At("begeleider", "/rondes/1/stellingen");
        await facilitator.Press("Open de standpunten voor iedereen");
        await facilitator.Says("De standpunten zijn open.");
        await facilitator.IsFine();
        var outcome = await coast.At("wetterskip", "/rondes/1/stellingen/uitkomst");
        await outcome.IsFine();
        await outcome.TakePicture("wat-verbindt", ".ml-kicker", height: 1100);
    }

    private static async Task StartsAnotherTextAsync(Table coast)
    {
        var visit = await coast.At("fryslan", "/rondes/1/teksten");
        await visit.Fill("Hoe heet de tekst?", "Dijk en dorp");
        await visit.Page.SelectOptionAsync("#Input-From", "1");
        await visit.Press("Begin deze tekst");
        await visit.Says("De tekst is begonnen.");
        await coast.At("fryslan", "/rondes/1/teksten");
        await visit.Page.Locator("#naam > summary").ClickAsync();
        await visit.Page.SelectOptionAsync("#Renamed-Candidate", "3");
        await visit.Fill("Hoe heet de tekst voortaan?", "De dijk en de dorpen");
        await visit.IsFine();
        await visit.Press("Geef deze naam");
        await visit.Says("De tekst heeft een andere naam.");
        await visit.Says("Tekst 3: De dijk en de dorpen");
        await visit.TakePicture("teksten", ".ml-kicker", height: 1100);
    }

    private static async Task CriticisesAsync(Table coast)
    {
        var visit = await coast.At("wetterskip", "/rondes/1/kritiek/3");
        await visit.Fill("Wat werkt?", "De dijk staat erin als iets dat niet kan wachten.");
        await visit.Fill("Welke schade vreest u?", "Dat wij de dijk twee keer moeten openen als de rest later komt.");
        await visit.IsFine();
        await visit.TakePicture("kritiek", "#lezers", height: 1100);
        await visit.Press("Bewaar onze kritiek");
        await visit.Says("Uw kritiek is bewaard.");

        var other = await coast.At("fryslan", "/rondes/1/kritiek/3");
        await other.KeepsSilentAbout("twee keer moeten openen");
        var facilitator = await coast.At("begeleider", "/rondes/1/kritiek/3");
        await facilitator.KeepsSilentAbout("twee keer moeten openen");
        await facilitator.Press("Open de kritiek voor iedereen");
        await facilitator.Says("De kritiek is nu open voor iedereen.");
        await coast.At("fryslan", "/rondes/1/kritiek/3");
        await other.Says("twee keer moeten openen");
        await other.IsFine();
    }

    private static async Task PutsInOrderAsync(Table coast)
    {
        foreach (var member in new[] { "fryslan", "dantumadiel", "wetterskip" })
        {
            var visit = await coast.At(member, "/rondes/1/volgorde");
            foreach (var (text, place) in new[] { (1, "2"), (2, "3"), (3, "1") })
                await visit.Page.SelectOptionAsync($"select[name='Places[{text}]']", place);
            await visit.Press("Geef deze volgorde");
            await visit.Says("Uw volgorde is bewaard.");
        }
        var advised = await coast.At("wetterskip", "/rondes/1/volgorde");
        await advised.Says("Samen staat voorop: Tekst 3: De dijk en de dorpen");
        await advised.IsFine();
        await advised.TakePicture("volgorde", ".ml-kicker");
    }

    private static async Task SharpensAsync(Visit visit)
    {
        await visit.IsFine();
        await visit.TakePicture("precies-genoeg", ".ml-kicker", height: 1100);
    }

    private static async Task LooksBackAsync(Visit visit)
    {
        await visit.IsFine();
        await visit.TakePicture("toen-en-nu", ".ml-kicker", height: 1100);
    }
}
