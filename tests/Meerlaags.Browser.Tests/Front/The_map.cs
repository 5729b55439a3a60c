using Meerlaags.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Meerlaags.Browser.Tests.Front;

/// <summary>The map by mouse and by keyboard: both lead to the same places, on a desk and on a phone.</summary>
public sealed class The_map(Product product)
{
    private const string ListOfLinks = ".ml-atlas-list a";
    private const string Fryslan = "/kaart?soort=provincie&regio=PV21";

    [Theory, OnEveryScreen]
    public async Task A_region_is_picked_with_the_mouse(string language, int width)
    {
        await using var visit = await product.VisitAsync(language, width);
        Assert.Equal(200, await visit.GoTo("/kaart"));
        await visit.IsFine();

        // A number lies on the dot of the municipality most in the middle.
        var number = visit.Page.Locator(".ml-atlas__label").GetByText("3", new() { Exact = true });
        await number.ScrollIntoViewIfNeededAsync();
        var box = (await number.BoundingBoxAsync())!;
        await visit.Leaves(() => visit.Page.Mouse.ClickAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2)));
        Assert.EndsWith(Fryslan, visit.Page.Url, StringComparison.Ordinal);

        Assert.Equal("Fryslân", await visit.Heading());
        Assert.Equal(18, await visit.Page.Locator(ListOfLinks).CountAsync());
        await visit.IsFine();
    }

    [Theory, OnBothDatabases]
    public async Task The_keyboard_goes_by_the_list_and_never_into_the_drawing(Database database)
    {
        await using var window = await product.OpenAsync(await product.ShownOn(database));
        var visit = await window.OpenAsync();
        await visit.GoTo("/kaart");

        await new Keys(visit).Goes("Fryslân", "Enter");
        Assert.EndsWith(Fryslan, visit.Page.Url, StringComparison.Ordinal);
        await new Keys(visit).Goes("Dantumadiel", "Enter");

        Assert.EndsWith("/organisaties/GM1891", visit.Page.Url, StringComparison.Ordinal);
        await visit.GoTo("/kaart");
        for (var presses = 0; presses < 60; presses++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            Assert.False(await visit.Page.EvaluateAsync<bool>("() => !!document.activeElement.closest('svg')"));
        }
    }

    [Theory, OnEveryScreen]
    public async Task Water_authorities_are_tiles(string language, int width)
    {
        await using var visit = await product.VisitAsync(language, width);
        Assert.Equal(200, await visit.GoTo("/kaart?soort=waterschap"));
        await visit.IsFine();

        var tile = visit.Page.Locator(".ml-atlas__link").First;
        var leads = await tile.GetAttributeAsync("href");
        await visit.Press(tile);

        Assert.EndsWith(leads!, visit.Page.Url, StringComparison.Ordinal);
    }

    [Theory, OnEveryScreen]
    public async Task An_administrator_looks_at_a_file_before_it_counts(string language, int width)
    {
        await using var window = await product.OpenAsync(product.Shown, language, width);
        await using var visit = await window.AsAsync("beheerder");

        await SendsAsync(visit, "grenzen.geojson", BoundaryFiles.Small);

        await Assertions.Expect(visit.Page.Locator("#voorstel")).ToBeVisibleAsync();
        Assert.Equal(1, await visit.Page.Locator(".ml-atlas__area--member").CountAsync());
        await visit.IsFine();
    }

    [Theory, OnBothDatabases]
    public async Task Boundaries_are_looked_at_taken_over_seen_by_all_and_taken_back(Database database)
    {
        await using var installation = await Installation.WithDemoAsync(database);
        await using var window = await product.OpenAsync(installation);
        var (anyone, administrator) = (await window.OpenAsync(), await window.AsAsync("beheerder"));

        await SendsAsync(administrator, "leeg.json", []);
        await administrator.Says("Verbeter 1 antwoord");
        await administrator.IsFine();
        await SendsAsync(administrator, "grenzen.geojson", BoundaryFiles.Small);
        await administrator.Says("Er is nog niets veranderd");
        await administrator.IsFine();
        Assert.Equal(0, await AreasAsync(anyone));
        await administrator.Press("Grenzen inlezen");
        await administrator.Says("Gemeenten: 3 gebieden");
        await administrator.IsFine();

        Assert.Equal(3, await AreasAsync(anyone));
        await anyone.Says("© CBS, © Kadaster (bewerkt)");
        await anyone.IsFine();
        await anyone.Resize(Product.Phone);
        await anyone.IsFine();

        await administrator.Page.Locator("main details summary").First.ClickAsync();
        await administrator.Page.Locator("input[name=why]").First.FillAsync("Verkeerd jaar");
        await administrator.Press(administrator.Page.Locator("form[action$='handler=Back'] button").First);
        await administrator.Says("Verkeerd jaar");
        Assert.Equal(0, await AreasAsync(anyone));
        await anyone.Says("Elke stip is een gemeente");
    }

    private static async Task SendsAsync(Visit administrator, string name, byte[] content)
    {
        await administrator.GoTo("/beheer/grenzen");
        await administrator.Page.SetInputFilesAsync(
            "#Input-File",
            new FilePayload
            {
                Name = name,
                MimeType = "application/json",
                Buffer = content,
            }
        );
        await administrator.Press(administrator.Page.Locator("form[enctype] button[type=submit]"));
    }

    private static async Task<int> AreasAsync(Visit anyone)
    {
        await anyone.GoTo(Fryslan);
        return await anyone.Page.Locator(".ml-atlas__area--member").CountAsync();
    }
}
