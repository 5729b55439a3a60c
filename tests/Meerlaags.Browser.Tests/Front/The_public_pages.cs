using Meerlaags.Browser.Tests.Harness;

namespace Meerlaags.Browser.Tests.Front;

public sealed class The_public_pages(Product product)
{
    [InTheBrowser]
    public async Task What_hinders_a_reader_is_seen_by_these_tests()
    {
        await using var visit = await product.VisitAsync();
        await visit.GoTo("/");
        await visit.IsFine();

        await visit.Page.EvaluateAsync("document.documentElement.removeAttribute('lang')");
        await visit.Page.EvaluateAsync("document.querySelector('h1').style.width = '2000px'");

        var faults = await visit.Faults();
        Assert.Contains(faults, fault => fault.Contains("html-has-lang", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("too wide at 320", StringComparison.Ordinal));
    }

    [Theory, OnEveryScreen]
    public async Task The_front_page_says_what_this_is(string language, int width)
    {
        await using var visit = await product.VisitAsync(language, width);

        Assert.Equal(200, await visit.GoTo("/"));

        Assert.Equal(language, await visit.Page.Locator("html").GetAttributeAsync("lang"));
        await visit.IsFine();
    }

    [Theory, OnEveryScreen]
    public async Task One_signs_in(string language, int width)
    {
        await using var visit = await product.VisitAsync(language, width);

        Assert.Equal(200, await visit.GoTo("/aanmelden"));

        Assert.Equal(language == "nl" ? "Inloggen" : "Sign in", await visit.Heading());
        await visit.IsFine();
    }

    [Theory, OnEveryScreen]
    public async Task A_fault_in_a_form_stands_on_top_and_beside_the_field(string language, int width)
    {
        await using var visit = await product.VisitAsync(language, width);
        await visit.GoTo("/aanmelden");

        await visit.Press(visit.Page.Locator("main button[type=submit]"));

        Assert.Equal(2, await visit.Page.Locator("[role=alert] a").CountAsync());
        Assert.Equal("true", await visit.Page.Locator("#Input-Email").GetAttributeAsync("aria-invalid"));
        await visit.IsFine();
    }

    [Theory, OnEveryScreen]
    public async Task The_register_is_searched_by_name(string language, int width)
    {
        await using var visit = await product.VisitAsync(language, width);

        Assert.Equal(200, await visit.GoTo("/organisaties?zoek=dantumadiel"));
        await visit.IsFine();
        await visit.Press(visit.Page.Locator("main a", new() { HasText = "Dantumadiel" }).First);

        Assert.Contains("Dantumadiel", await visit.Heading(), StringComparison.Ordinal);
        await visit.IsFine();
    }

    [Theory, OnEveryScreen]
    public async Task A_form_that_expired_is_explained(string language, int width)
    {
        await using var visit = await product.VisitAsync(language, width);
        await visit.GoTo("/aanmelden");
        await visit.Page.EvaluateAsync("document.querySelectorAll('[name=__RequestVerificationToken]').forEach(field => field.remove())");

        var answer = await visit.Page.RunAndWaitForResponseAsync(
            () => visit.Press(visit.Page.Locator("main button[type=submit]")),
            response => response.Request.Method == "POST"
        );

        Assert.Equal(400, answer.Status);
        Assert.Equal(language == "nl" ? "Dit formulier is verlopen" : "This form has expired", await visit.Heading());
        await visit.IsFine();
    }

    [InTheBrowser]
    public async Task The_language_changes_by_one_click_and_stays()
    {
        await using var visit = await product.VisitAsync("nl");
        await visit.GoTo("/aanmelden");

        await visit.Press(visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "English" }));
        await visit.GoTo("/");

        Assert.Equal("en", await visit.Page.Locator("html").GetAttributeAsync("lang"));
    }

    [InTheBrowser]
    public async Task The_keyboard_skips_to_the_content()
    {
        await using var visit = await product.VisitAsync();
        await visit.GoTo("/aanmelden");

        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.PressAsync("Enter");

        Assert.Equal("inhoud", await visit.Page.EvaluateAsync<string>("document.activeElement.id"));
    }
}
