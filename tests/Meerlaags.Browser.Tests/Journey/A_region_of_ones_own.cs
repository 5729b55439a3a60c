using System.Globalization;
using Meerlaags.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Meerlaags.Browser.Tests.Journey;

/// <summary>An administrator with a keyboard and nothing else draws a region; a passer-by with a phone sees who belongs to it, on one day and on another.</summary>
public sealed class A_region_of_ones_own(Product product)
{
    private const string Name = "Regio Deal Noordoost (bedacht)";

    private static readonly int Year = TimeProvider.System.GetUtcNow().Year;

    [Theory, OnBothDatabases]
    public async Task Drawn_from_a_day_changed_from_a_later_one_and_seen_by_anybody_on_both(Database database)
    {
        await using var installation = await Installation.WithDemoAsync(database);
        await using var desk = await product.OpenAsync(installation);
        await using var phone = await product.OpenAsync(installation, width: Product.Phone);

        await DrawsAsync(await desk.AsAsync("beheerder"));
        await LooksAsync(await phone.OpenAsync());
    }

    private static async Task DrawsAsync(Visit administrator)
    {
        await administrator.GoTo("/beheer");
        var keys = new Keys(administrator);
        await keys.Goes("Eigen regio’s", "Enter");
        await administrator.IsFine();
        await keys.Types("Naam", Name);
        await keys.Goes("Regio vastleggen", "Enter");
        await administrator.Says("Vul dit in");
        await administrator.IsFine();
        await keys.Opens("Waar staat dit?");
        await administrator.Page.Keyboard.TypeAsync("Convenant van 1 januari (bedacht)");
        await keys.Goes("Regio vastleggen", "Enter");
        await administrator.Says("Voeg nu de deelnemers toe.");

        await keys.Types("Welke organisaties?", "Dantumadiel, Noardeast-Fryslân, GM0059, Friesland");
        await keys.Types("Vanaf welke dag?", NewYear(Year));
        await keys.Goes("Toevoegen", "Enter");
        await administrator.Says("De deelnemers zijn toegevoegd.");
        await administrator.IsFine();

        await keys.Opens("Dantumadiel hoort er niet meer bij");
        await keys.Types("Vanaf welke dag?", NewYear(Year + 1));
        await keys.Goes("Vastleggen", "Enter");
        await administrator.Says("Dat de organisatie erbij hoorde, blijft bekend.");
        await administrator.IsFine();
    }

    private static async Task LooksAsync(Visit visitor)
    {
        await visitor.GoTo("/regios");
        await visitor.IsFine();
        await visitor.Follow("Eigen regio’s");
        await visitor.Follow(Name);
        await visitor.Says("Wie erbij hoort");
        Assert.Equal(["Achtkarspelen", "Dantumadiel", "Fryslân", "Noardeast-Fryslân"], await MembersAsync(visitor));
        await Assertions.Expect(visitor.Page.Locator(".ml-atlas__svg")).ToBeVisibleAsync();
        Assert.Equal(1, await visitor.Page.Locator(".ml-atlas__link", new() { HasText = "Dantumadiel" }).CountAsync());
        await visitor.IsFine();

        await OnAsync(visitor, Year + 1);
        await visitor.Says($"Wie erbij hoort op {Day(Year + 1)}");
        Assert.Equal(["Achtkarspelen", "Fryslân", "Noardeast-Fryslân"], await MembersAsync(visitor));
        await visitor.IsFine();
        await OnAsync(visitor, Year - 1);
        await visitor.Says("Deelnemers niet bekend");

        await visitor.GoTo("/organisaties/GM1891");
        await visitor.Follow(Name);
        Assert.Equal(Name, await visitor.Heading());
    }

    private static async Task OnAsync(Visit visitor, int year)
    {
        await visitor.Fill("Op welke dag?", $"{year}-01-01");
        await visitor.Press("Bekijk deze dag");
        await visitor.Arrives($"op={year}-01-01");
    }

    private static async Task<IEnumerable<string>> MembersAsync(Visit visitor) =>
        (await visitor.Page.Locator("section[aria-labelledby=leden] .ml-rows a").AllInnerTextsAsync()).Order(StringComparer.Ordinal);

    // New Year's Day is typed the same in any order of day and month.
    private static string NewYear(int year) => $"0101{year}";

    private static string Day(int year) => new DateOnly(year, 1, 1).ToString("dddd d MMMM yyyy", CultureInfo.GetCultureInfo("nl-NL"));
}
