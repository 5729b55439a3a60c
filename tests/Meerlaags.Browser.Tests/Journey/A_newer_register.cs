using System.Text;
using Meerlaags.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Meerlaags.Browser.Tests.Journey;

/// <summary>An administrator lays a newer register file beside the register, without scripts: a broken one changes nothing, a good one is looked at and then taken over.</summary>
public sealed class A_newer_register(Product product)
{
    private const string Website = "https://www.dantumadiel.frl";
    private const string Newer = "https://nieuw.voorbeeld.invalid";
    private const string Page = "/organisaties/GM1891";

    [Theory, OnBothDatabases]
    public async Task Is_looked_at_before_it_counts_and_a_broken_one_says_where(Database database)
    {
        await using var installation = await Installation.WithDemoAsync(database);
        await using var window = await product.OpenAsync(installation, scripts: false);
        var administrator = await window.AsAsync("beheerder");
        var visitor = await window.OpenAsync();
        var register = await File.ReadAllTextAsync(Repository.At("content/register/organisations.csv"), TestContext.Current.CancellationToken);
        Assert.Contains(Website, register, StringComparison.Ordinal);

        await administrator.GoTo("/beheer");
        await administrator.Follow("Register bijwerken");
        await HandsInAsync(administrator, register.Replace("GM1891,Dantumadiel,gemeente", "GM1891,Dantumadiel,dorp", StringComparison.Ordinal));
        await administrator.Says("Verbeter 1 antwoord");
        await administrator.Says("‘dorp’ past niet in ‘kind’");
        await administrator.Says("Er is nog geen nieuwer register opgegeven");
        await administrator.IsFine();
        Assert.Equal("Uitvoer van het register (bedacht)", await administrator.Field("Waar komt het vandaan?").InputValueAsync());
        Assert.True(await SaysAsync(visitor, Website));

        await HandsInAsync(administrator, register.Replace(Website, Newer, StringComparison.Ordinal));
        await administrator.Says("1 verschil");
        await administrator.Says("Gemeente Dantumadiel (GM1891)");
        await administrator.Says(Newer);
        await administrator.IsFine();
        await administrator.Resize(Product.Phone);
        await administrator.IsFine();
        Assert.True(await SaysAsync(visitor, Website));

        await administrator.GoTo("/beheer");
        await administrator.Follow("Bekijk het");
        await administrator.Press("Stel vast");
        await administrator.Says("Het register is bijgewerkt.");
        await administrator.Says("Vastgesteld door Beheerder");
        await administrator.IsFine();
        Assert.True(await SaysAsync(visitor, Newer));
        await visitor.Says("Hoe het eerder stond");
        await visitor.Says(Website);
        await visitor.IsFine();
    }

    private static async Task HandsInAsync(Visit administrator, string file)
    {
        await administrator.Page.SetInputFilesAsync(
            "#Files",
            new FilePayload
            {
                Name = "organisaties.csv",
                MimeType = "text/csv",
                Buffer = Encoding.UTF8.GetBytes(file),
            }
        );
        await administrator.Fill("Waar komt het vandaan?", "Uitvoer van het register (bedacht)");
        await administrator.Press("Bekijk wat anders is");
    }

    private static async Task<bool> SaysAsync(Visit visitor, string website)
    {
        await visitor.GoTo(Page);
        return await visitor.Page.Locator($"main a[href='{website}']").CountAsync() == 1;
    }
}
