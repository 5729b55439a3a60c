using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Web.Tests.Register;

/// <summary>People find an organisation by any name it goes by, by its code, and with a slip.</summary>
public sealed class Finding_a_name(Databases databases)
{
    [Theory, OnEveryDatabase]
    public async Task By_any_name_by_code_and_with_a_slip(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var visitor = app.Anonymous();
        var wrong = new List<string>();

        foreach (
            var (typed, code) in new[]
            {
                ("Den Haag", "GM0518"),
                ("'s-Gravenhage", "GM0518"),
                ("’s gravenhage", "GM0518"),
                ("gm0518", "GM0518"),
                ("Den Bosch", "GM0796"),
                ("Wetterskip", "WS0653"),
                ("Leeuwarden/Ljouwert", "GM0080"),
                ("Ljouwert", "GM0080"),
                ("Súdwest", "GM1900"),
                ("Zuidwest-Friesland", "GM1900"),
                ("hhnk", "WS0651"),
                ("Hilverusm", "GM0402"),
                ("Noardest-Fryslan", "GM1970"),
                ("Wijdemeeren", "GM1696"),
                ("Ministrie van Financien", "MNRE1090"),
            }
        )
        {
            var page = await visitor.Get("/organisaties?zoek=" + Uri.EscapeDataString(typed));
            var first = page.Document.QuerySelector(".ml-rows a")?.GetAttribute("href");
            if (first != "/organisaties/" + code)
                wrong.Add($"{typed}: {first}");
        }

        Expect.Nothing(wrong);
        Assert.Contains("lijken erop", (await visitor.Get("/organisaties?zoek=Hilverusm")).Text);
        Assert.DoesNotContain("lijken erop", (await visitor.Get("/organisaties?zoek=Hilversum")).Text);
        Assert.Contains("Geen organisatie", (await visitor.Get("/organisaties?zoek=xqzwvk")).Text);
        Assert.Empty((await visitor.Get("/organisaties?zoek=Hilverusm&soort=waterschap")).Document.QuerySelectorAll(".ml-rows > li"));
    }
}
