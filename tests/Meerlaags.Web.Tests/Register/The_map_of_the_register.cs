using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Web.Tests.Register;

/// <summary>The map: what it shows stands in a list beside it too, and its links are for the mouse alone.</summary>
public sealed class The_map_of_the_register(Apps apps) : IClassFixture<Apps>
{
    [Theory, OnEveryDatabase]
    public async Task A_kind_of_region_has_its_number_on_the_map_and_in_the_list(Database database)
    {
        var anyone = (await apps.On(database)).Anonymous();

        foreach (var (kind, count) in new[] { ("provincie", 12), ("veiligheidsregio", 25), ("arbeidsmarktregio", 35), ("corop", 40) })
        {
            var page = await anyone.Get("/kaart?soort=" + kind);
            var list = page.Document.QuerySelectorAll(".ml-atlas-list a").Select(link => link.GetAttribute("href")).ToList();
            var map = page.Document.QuerySelectorAll(".ml-atlas__link").Select(link => link.GetAttribute("href")).ToList();

            Assert.Equal((kind, count), (kind, list.Count));
            Assert.Equal(list, map);
            Assert.Equal(Enumerable.Range(1, count).Select(number => $"{number}"), page.Document.QuerySelectorAll(".ml-atlas__label").Select(WebPage.Words));
        }
    }

    [Theory, OnEveryDatabase]
    public async Task A_region_is_seen_with_its_members(Database database)
    {
        var anyone = (await apps.On(database)).Anonymous();

        var page = await anyone.Get("/kaart?soort=veiligheidsregio&regio=vr03");

        Assert.Equal("Drenthe", page.Heading);
        var list = page.Document.QuerySelectorAll(".ml-atlas-list a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(12, list.Count);
        Assert.Contains("/organisaties/GM0106", list);
        Assert.Equal(
            list,
            page.Document.QuerySelectorAll(".ml-atlas__link")
                .Select(link => link.GetAttribute("href")!)
                .Where(address => address.StartsWith("/organisaties", StringComparison.Ordinal))
        );
        Assert.Contains(page.Document.QuerySelectorAll(".ml-atlas__link"), link => link.GetAttribute("href") == "/kaart?soort=veiligheidsregio&regio=VR01");
    }

    [Theory, OnEveryDatabase]
    public async Task Links_on_the_map_are_no_stops_for_the_keyboard(Database database)
    {
        var anyone = (await apps.On(database)).Anonymous();

        foreach (var address in new[] { "/kaart", "/kaart?soort=waterschap", "/kaart?regio=PV21" })
        {
            var page = await anyone.Get(address);
            var svg = page.Document.QuerySelector("figure svg")!;

            Assert.Equal("true", svg.GetAttribute("aria-hidden"));
            Assert.All(svg.QuerySelectorAll("a"), link => Assert.Equal("-1", link.GetAttribute("tabindex")));
            Assert.Empty(page.Document.QuerySelectorAll("[style]"));
        }
        var small = (await anyone.Get("/organisaties/GM0344")).Document.QuerySelector("figure svg")!;
        Assert.Equal(("img", "Gemeente Utrecht ligt in de provincie Utrecht."), (small.GetAttribute("role"), small.GetAttribute("aria-label")));
        Assert.Empty(small.QuerySelectorAll("a"));
    }

    [Theory, OnEveryDatabase]
    public async Task Water_authorities_are_tiles_of_one_size(Database database)
    {
        var page = await (await apps.On(database)).Anonymous().Get("/kaart?soort=waterschap");

        Assert.Equal(21, page.Document.QuerySelectorAll(".ml-atlas__tile").Length);
        Assert.Equal(
            page.Document.QuerySelectorAll(".ml-atlas-list a").Select(link => link.GetAttribute("href")!).Order(),
            page.Document.QuerySelectorAll(".ml-atlas__link").Select(link => link.GetAttribute("href")!).Order()
        );
    }

    [Theory, OnEveryDatabase]
    public async Task What_lies_elsewhere_is_named_and_what_is_not_there_is_not_there(Database database)
    {
        var anyone = (await apps.On(database)).Anonymous();

        Assert.Contains("Niet op deze kaart: Bonaire Saba Sint Eustatius", (await anyone.Get("/kaart")).Text);
        Assert.Equal(404, (await anyone.Get("/kaart?regio=PV99")).Status);
        Assert.Equal("Kaart", (await anyone.Get("/kaart?soort=%3Cb%3E")).Heading);
        Assert.Null((await anyone.Get("/organisaties/GM9999")).Document.QuerySelector("figure"));
        Assert.NotNull((await anyone.Get("/regios/VR03")).Document.QuerySelector("figure svg"));
    }
}
