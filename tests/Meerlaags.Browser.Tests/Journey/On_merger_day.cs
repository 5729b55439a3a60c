using System.Globalization;
using Meerlaags.Browser.Tests.Harness;

namespace Meerlaags.Browser.Tests.Journey;

/// <summary>An administrator puts a merger on record; the people of the organisation that ended confirm who goes on at their seat. The merger is invented.</summary>
public sealed class On_merger_day(Product product)
{
    [Theory, OnBothDatabases]
    public async Task An_organisation_that_ended_keeps_its_seat_and_its_people_confirm_who_goes_on(Database database)
    {
        await using var installation = await Installation.WithDemoAsync(database);
        await using var window = await product.OpenAsync(installation);
        var table = new Table(window, "Hoe blijven onze dorpen leefbaar");

        await RecordsAsync(await window.AsAsync("beheerder"));
        var alderman = await table.At("dantumadiel", "");
        await alderman.Says("Bevestig wie verdergaat voor de gemeente Dantumadiel");
        await alderman.Follow("Naar de bevestiging");
        await alderman.Says("Wie gaat verder op de plaats van de gemeente Dantumadiel?");
        await alderman.IsFine();
        await alderman.Resize(Product.Phone);
        await alderman.IsFine();
        await alderman.Resize(Product.Desk);
        await alderman.Press("Bevestig");
        await alderman.Says("nu de gemeente Noardeast-Fryslân");
        await alderman.IsFine();
    }

    private static async Task RecordsAsync(Visit administrator)
    {
        await administrator.GoTo("/beheer");
        await administrator.Press(administrator.Page.Locator("#inhoud a[href='/beheer/opvolgingen']"));
        await administrator.Says("Er ligt nog geen opvolging vast.");
        await administrator.Page.FillAsync("#Input-On", TimeProvider.System.GetUtcNow().AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await administrator.Fill("Wie gaat over?", "Dantumadiel");
        await administrator.Fill("Wie volgt op?", "Noardest-Fryslan");
        await administrator.Fill("Waar staat dit?", "Wet samenvoeging (bedacht)");
        await administrator.IsFine();
        await administrator.Press("Leg vast");
        await administrator.Says("Kies hieronder wie u bedoelt met ‘Noardest-Fryslan’.");
        await administrator.Page.GetByLabel("Gemeente Noardeast-Fryslân").CheckAsync();
        await administrator.IsFine();
        await administrator.Press("Leg vast");
        await administrator.Says("De opvolging is vastgelegd.");
        await administrator.IsFine();
    }
}
