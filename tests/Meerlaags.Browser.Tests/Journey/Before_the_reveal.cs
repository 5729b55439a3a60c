using Meerlaags.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Meerlaags.Browser.Tests.Journey;

/// <summary>What can go wrong while people write. Nothing typed is lost.</summary>
public sealed class Before_the_reveal(Product product, Before_the_reveal.Example example) : IClassFixture<Before_the_reveal.Example>
{
    private const string Question = "Wat is volgens ons het vraagstuk?";

    [InTheBrowser]
    public async Task Two_people_of_one_party_write_at_once()
    {
        await using var window = await product.OpenAsync(example.Installation);
        var table = new Table(window, "Hoe blijven onze dorpen leefbaar");
        var first = await table.Writes("bzk", "Bekijk de tekst van het Rijk");
        await first.Press("Neem de tekst terug en schrijf verder");
        var second = await table.Writes("lvvn", "Schrijf namens het Rijk");

        await first.Fill(Question, "De ene zin van het Rijk.");
        await first.Says("Bewaard om");
        await second.Fill(Question, "De andere zin van het Rijk.");
        await second.Says("Een collega heeft deze tekst intussen ook gewijzigd.");
        second.ForgetComplaints();

        await second.Press("Bewaar concept");
        await second.Says("Een collega was u voor");
        await second.Says("De ene zin van het Rijk.");
        await Assertions.Expect(second.Field(Question)).ToHaveValueAsync("De andere zin van het Rijk.");
        second.ForgetComplaints();
        await second.IsFine();

        await second.Press("Bewaar concept");
        await second.Says("Uw concept is bewaard.");
        await Assertions.Expect(second.Field(Question)).ToHaveValueAsync("De andere zin van het Rijk.");
    }

    [InTheBrowser]
    public async Task The_connection_is_lost_and_comes_back()
    {
        const string typed = "Dit typte ik in de trein, zonder bereik.";
        await using var window = await product.OpenAsync(example.Installation);
        var visit = await new Table(window, "Hoe blijven onze dorpen leefbaar").Writes("dantumadiel", "Schrijf namens de gemeente Dantumadiel");

        await window.OfflineAsync(true);
        await visit.Fill(Question, typed);
        await visit.Says("Bewaren is niet gelukt. Uw tekst staat nog op dit scherm.");
        await Assertions.Expect(visit.Field(Question)).ToHaveValueAsync(typed);
        await window.OfflineAsync(false);
        visit.ForgetComplaints();

        // Left without having been kept: the tab still has it.
        await visit.Page.ReloadAsync();
        await visit.Says("Op dit apparaat staat nog tekst die niet bewaard is.");
        await visit.Touch("Zet die tekst terug");
        await Assertions.Expect(visit.Field(Question)).ToHaveValueAsync(typed);
        await visit.Says("Bewaard om");
        await visit.Page.ReloadAsync();
        await Assertions.Expect(visit.Field(Question)).ToHaveValueAsync(typed);
        visit.ForgetComplaints();
        await visit.IsFine();
    }

    [InTheBrowser]
    public async Task A_text_that_cannot_be_handed_in_yet_is_kept_as_a_draft_without_script()
    {
        await using var window = await product.OpenAsync(example.Installation, scripts: false);
        var visit = await new Table(window, "Hoe blijven onze dorpen leefbaar").Writes("wetterskip", "Schrijf namens Wetterskip Fryslân");
        await visit.Fill("En waar zijn wij bang voor?", "Dat wij te laat zijn.");

        await visit.Press("Dien in namens Wetterskip Fryslân");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Assertions.Expect(visit.Field("En waar zijn wij bang voor?")).ToHaveValueAsync("Dat wij te laat zijn.");

        await visit.Fill(Question, "De dijk kan niet wachten.");
        await visit.Press("Bewaar concept");
        await visit.Says("Concept, nog niet ingediend");
        await Assertions.Expect(visit.Field(Question)).ToHaveValueAsync("De dijk kan niet wachten.");
    }

    /// <summary>An installation of which the round is still open.</summary>
    public sealed class Example : IAsyncLifetime
    {
        /// <summary>The installation.</summary>
        public Installation Installation { get; private set; } = null!;

        /// <inheritdoc/>
        public async ValueTask InitializeAsync()
        {
            if (Chromium.Missing is null)
                Installation = await Installation.WithDemoAsync();
        }

        /// <inheritdoc/>
        public async ValueTask DisposeAsync()
        {
            if (Installation is not null)
                await Installation.DisposeAsync();
        }
    }
}
