using Meerlaags.Browser.Tests.Harness;

namespace Meerlaags.Browser.Tests.Journey;

/// <summary>What one finds beside the steps of the journey, as the guide shows it: notices, search, the map, the settings of a facilitator and the first page of an administrator.</summary>
public sealed class Beside_the_steps(Product product)
{
    [InTheBrowser]
    public async Task Notices_search_map_settings_and_administration_are_as_the_guide_shows_them()
    {
        await using var window = await product.OpenAsync(product.Shown);
        var table = new Table(window, "Hoe blijven onze dorpen leefbaar");

        var alderman = await table.Of("dantumadiel");
        await alderman.GoTo("/meldingen");
        await alderman.Says("het volgende gesprek gepland");
        await alderman.TakePicture("meldingen", height: 900);
        await alderman.GoTo("/zoeken?q=taallessen");
        Assert.NotEqual(0, await alderman.Page.Locator("mark.ml-found").CountAsync());
        await alderman.TakePicture("zoeken", height: 1100);
        await alderman.GoTo("/kaart?soort=provincie&regio=PV21");
        Assert.Equal("Fryslân", await alderman.Heading());
        await alderman.TakePicture("kaart", height: 1000);

        var lead = await table.At("begeleider", "/instellingen");
        await lead.Says("Bewaar het ritme");
        await lead.TakePicture("instellingen", height: 1300);

        var administrator = await table.Of("beheerder");
        await administrator.GoTo("/beheer");
        Assert.NotEqual(0, await administrator.Page.Locator("section[aria-labelledby=kamers] a").CountAsync());
        await administrator.TakePicture("beheer", height: 1100);
    }
}
