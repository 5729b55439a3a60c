using Meerlaags.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Meerlaags.Browser.Tests.Journey;

/// <summary>A form is sent after the session ended, or from a page that is too old: the browser itself says where it comes from, and no word is lost.</summary>
public sealed class Sent_too_late(Product product, Before_the_reveal.Example example) : IClassFixture<Before_the_reveal.Example>
{
    private const string Question = "Wat is volgens ons het vraagstuk?";
    private const string Typed = "Wie hier blijft, <wacht> te lang\nop \"een\" huis.";

    [InTheBrowser]
    public async Task From_a_page_that_is_too_old_it_is_sent_again_by_one_button()
    {
        await using var window = await product.OpenAsync(example.Installation, scripts: false);
        var visit = await WritesAsync(window, "wetterskip", "Schrijf namens Wetterskip Fryslân");
        await visit.Page.Context.ClearCookiesAsync(new() { Name = "meerlaags-formulier" });

        await visit.Press("Bewaar concept");
        await visit.Says("Wat u typte, is er nog.");
        await visit.IsFine();
        await visit.Press("Verstuur opnieuw");

        await visit.Says("Concept, nog niet ingediend");
        await Assertions.Expect(visit.Field(Question)).ToHaveValueAsync(Typed);
    }

    [InTheBrowser]
    public async Task After_the_session_ended_the_page_to_sign_in_holds_every_word()
    {
        await using var window = await product.OpenAsync(example.Installation, scripts: false);
        var visit = await WritesAsync(window, "wetterskip", "Schrijf namens Wetterskip Fryslân");
        await visit.Page.Context.ClearCookiesAsync(new() { Name = "meerlaags" });

        await visit.Press("Bewaar concept");
        await visit.Says("Wat u typte, is er nog.");

        var kept = await visit.Page.Locator("input[name='bewaard.Input.Answers[issue]']").InputValueAsync();
        Assert.Equal(Typed, kept.ReplaceLineEndings("\n"));
        await visit.IsFine();
    }

    private static async Task<Visit> WritesAsync(Window window, string member, string link)
    {
        var visit = await new Table(window, "Hoe blijven onze dorpen leefbaar").Writes(member, link);
        await visit.Fill(Question, Typed);
        return visit;
    }
}
