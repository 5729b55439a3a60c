using Meerlaags.Browser.Tests.Harness;

namespace Meerlaags.Browser.Tests.Journey;

/// <summary>Somebody finds in the menu that there is something new, goes to where it is seen, and has read it. On a phone and without scripts too.</summary>
public sealed class Being_told(Product product)
{
    [Theory, OnBothDatabases]
    public async Task What_is_new_is_counted_opened_and_then_read(Database database)
    {
        await using var installation = await Installation.WithDemoAsync(database);
        await using var window = await product.OpenAsync(installation, scripts: false);
        var alderman = await window.AsAsync("dantumadiel");
        var before = await NewAsync(alderman);
        Assert.InRange(before, 2, 10);

        await alderman.Press(alderman.Page.Locator("nav a[href='/meldingen']"));
        await alderman.Says("het volgende gesprek gepland");
        await alderman.IsFine();
        await alderman.Resize(Product.Phone);
        await alderman.IsFine();
        await alderman.Page.Locator(".ml-told form button").First.FocusAsync();
        await new Keys(alderman).Leaves("Enter");
        await alderman.Arrives("/samenwerkingen/");
        Assert.Equal(before - 1, await NewAsync(alderman));

        await alderman.GoTo("/meldingen?ongelezen=true");
        await alderman.Press("Zet alles op gelezen");
        await alderman.Says("U hebt alles gelezen.");
        Assert.Equal(0, await NewAsync(alderman));
        await alderman.IsFine();
    }

    private static async Task<int> NewAsync(Visit visit)
    {
        var badge = visit.Page.Locator("nav a[href='/meldingen'] .nl-number-badge");
        return await badge.CountAsync() == 0 ? 0 : int.Parse(await badge.InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
