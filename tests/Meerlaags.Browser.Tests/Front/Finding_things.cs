using Meerlaags.Browser.Tests.Harness;

namespace Meerlaags.Browser.Tests.Front;

/// <summary>Search over everything, as members of the cast and as a passer-by, by mouse and by keyboard.</summary>
public sealed class Finding_things(Product product)
{
    [Theory, OnEveryScreen]
    public async Task A_word_leads_to_the_text_where_it_stands(string language, int width)
    {
        await using var window = await product.OpenAsync(product.Shown, language, width);
        await using var visit = await window.AsAsync("dantumadiel");
        Assert.Equal(200, await visit.GoTo("/zoeken"));
        await visit.IsFine();

        await visit.Page.FillAsync("#q", "taallessen");
        await visit.Press(visit.Page.Locator("form.ml-search button[type=submit]"));
        Assert.StartsWith("/zoeken?q=taallessen", visit.Path, StringComparison.Ordinal);
        await visit.IsFine();

        Assert.NotEqual(0, await visit.Page.Locator("mark.ml-found").CountAsync());
        await visit.Press(visit.Page.Locator("[aria-labelledby=gevonden] h3 a").First);
        Assert.StartsWith("/samenwerkingen/", visit.Path, StringComparison.Ordinal);
        await visit.Says("taalles");
    }

    [Theory, OnEveryScreen]
    public async Task Nothing_found_says_what_to_try(string language, int width)
    {
        await using var window = await product.OpenAsync(product.Shown, language, width);
        await using var visit = await window.AsAsync("dantumadiel");

        Assert.Equal(200, await visit.GoTo("/zoeken?q=kwikstaartnest"));

        await visit.IsFine();
        await visit.Says("kwikstaartnest");
    }

    [Theory, OnBothDatabases]
    public async Task By_keyboard_from_the_menu_to_an_organisation_and_to_a_text(Database database)
    {
        await using var window = await product.OpenAsync(await product.ShownOn(database));
        var visit = await window.AsAsync("dantumadiel");
        await visit.GoTo("/");
        await new Keys(visit).Goes("Zoeken", "Enter");
        await new Keys(visit).Types("Waar zoekt u naar?", "den haag");
        await new Keys(visit).Leaves("Enter");
        await new Keys(visit).Goes("Gemeente Den Haag", "Enter");

        Assert.EndsWith("/organisaties/GM0518", visit.Page.Url, StringComparison.Ordinal);
        await visit.GoTo("/zoeken");
        await new Keys(visit).Types("Waar zoekt u naar?", "taallessen");
        await new Keys(visit).Leaves("Enter");
        await new Keys(visit).Goes("De tekst van de gemeente Dantumadiel", "Enter");
        await visit.Says("taal");
    }
}
