using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Meerlaags.Web.Tests.Framing;
using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Web.Tests.Collaborations;

/// <summary>A member takes the whole collaboration along, and somebody else checks the logbook with the file alone.</summary>
public sealed class Taking_it_along(Databases databases)
{
    private const string Words = "Woorden die nog niemand mag lezen";

    [Theory, OnEveryDatabase]
    public async Task An_outsider_recomputes_every_hash_from_the_json_alone(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var deal = await DoneAsync(app);

        using var export = JsonDocument.Parse((await deal["PV21"].Get(deal.Home + "/uitvoer")).Body);
        var chain = export.RootElement.GetProperty("keten");
        var lines = chain.GetProperty("regels").EnumerateArray().ToList();

        Assert.True(chain.GetProperty("volledig").GetBoolean());
        Assert.True(chain.GetProperty("klopteBijUitvoer").GetBoolean());
        Assert.Equal(export.RootElement.GetProperty("logboek").GetArrayLength(), lines.Count);
        // As the page tells an outsider to do it: no code of the product.
        var before = "";
        foreach (var line in lines)
        {
            before = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(before + "\n" + line.GetProperty("inhoud").GetString())));
            Assert.Equal(before, line.GetProperty("hash").GetString());
        }
        var version = export.RootElement.GetProperty("delen").GetProperty("rondes")[0].GetProperty("versies")[0];
        Assert.Equal(
            version.GetProperty("hash").GetString(),
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(version.GetProperty("tekst").GetString()!)))
        );
        Assert.Contains("Waarom het hier gaat om GM1891", export.RootElement.ToString(), StringComparison.Ordinal);
    }

    [Theory, OnEveryDatabase]
    public async Task Until_the_reveal_the_words_of_others_are_in_no_file_and_the_chain_stops_where_sealing_begins(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var deal = await RegionalDeal.OpenedAsync(app);
        await deal.HandInAsync("GM1891", Words, "Een gedachte");
        var address = deal.Home["/api/v1".Length..] + "/uitvoer";
        var (other, own) = (await app.As(RegionalDeal.SpeakerOf("PV21")), await app.As(RegionalDeal.SpeakerOf("GM1891")));

        foreach (var (_, bytes) in await UnzippedAsync(other, address))
            Assert.DoesNotContain(Words, Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.DoesNotContain(Words, (await other.Get(address + "?handler=Html")).Html, StringComparison.Ordinal);
        Assert.Contains(Words, (await own.Get(address + "?handler=Html")).Html, StringComparison.Ordinal);

        var chain = (await deal["PV21"].Get(deal.Home + "/uitvoer")).Json.GetProperty("keten");
        Assert.False(chain.GetProperty("volledig").GetBoolean());
        Assert.DoesNotContain("round-opened", chain.ToString(), StringComparison.Ordinal);
        Assert.Equal(chain.ToString(), (await deal["GM1891"].Get(deal.Home + "/uitvoer")).Json.GetProperty("keten").ToString());
        Assert.Contains("Een deel van het logboek", (await other.Get(address)).Text);
    }

    [Theory, OnEveryDatabase]
    public async Task A_party_that_handed_nothing_in_leaves_open_what_lies_between(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var deal = await RegionalDeal.OpenedAsync(app);
        foreach (var code in new[] { "PV21", "GM1891" })
            await deal.HandInAsync(code, "Waarom het hier gaat om " + code, "Een gedachte");
        await deal.RevealAsync();

        var chain = (await deal["PV21"].Get(deal.Home + "/uitvoer")).Json.GetProperty("keten");

        Assert.False(chain.GetProperty("volledig").GetBoolean());
        Assert.DoesNotContain("round-opened", chain.ToString(), StringComparison.Ordinal);
        Assert.NotEqual(0, chain.GetProperty("regels").GetArrayLength());
    }

    [Theory, OnEveryDatabase]
    public async Task The_files_fit_the_list_of_hashes_and_the_page_reads_without_the_product(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var deal = await DoneAsync(app);
        Assert.Equal(204, (await deal.Facilitator.Send(HttpMethod.Patch, deal.Home, new { opgave = "Wonen <script>alert(1)</script>" })).Status);
        var address = deal.Home["/api/v1".Length..] + "/uitvoer";
        var browser = await app.As(RegionalDeal.SpeakerOf("PV21"));

        var files = await UnzippedAsync(browser, address);

        Assert.Equal(["SHA256SUMS", "samenwerking.html", "samenwerking.json"], files.Keys.Order(StringComparer.Ordinal));
        foreach (var line in Encoding.ASCII.GetString(files["SHA256SUMS"]).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            Assert.Equal(line[..64], Convert.ToHexStringLower(SHA256.HashData(files[line[66..]])));
        var page = Encoding.UTF8.GetString(files["samenwerking.html"]);
        Assert.Contains("Wonen &lt;script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", page, StringComparison.Ordinal);
        Assert.Contains("Provincie Fryslân", page, StringComparison.Ordinal);
        Assert.Contains("De keten klopt", (await browser.Get(address)).Text);
        Assert.Equal(404, (await (await app.As(People.Stranger)).Get(address + "?handler=Zip")).Status);
    }

    [Theory, OnEveryDatabase]
    public async Task In_the_archive_it_is_taken_along_all_the_same(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var deal = await DoneAsync(app);
        Assert.Equal(204, (await deal.Facilitator.Post(deal.Home + "/archivering", new { reden = "Klaar." })).Status);

        var export = await deal["PV21"].Get(deal.Home + "/uitvoer");

        Assert.Equal(200, export.Status);
        Assert.Equal("Klaar.", export.Json.GetProperty("samenwerking").GetProperty("instellingen").GetProperty("archief")[0].GetProperty("reden").GetString());
    }

    // All parties hand in, the texts are open and a version is out.
    private static async Task<RegionalDeal> DoneAsync(TestApp app)
    {
        var deal = await RegionalDeal.StartAsync(app, "PV21", "GM1891", "GM1970");
        await deal.OpenAsync();
        foreach (var code in new[] { "PV21", "GM1891", "GM1970" })
            await deal.HandInAsync(code, "Waarom het hier gaat om " + code, "Een gedachte van " + code);
        await deal.RevealAsync();
        await deal.Sentence("PV21", "Samen zorgen we voor woningen.");
        Assert.Equal(201, (await deal.Facilitator.Post(deal.Round + "/versies", new { herzienOp = "2027-06-01" })).Status);
        return deal;
    }

    private static async Task<Dictionary<string, byte[]>> UnzippedAsync(Browser browser, string address)
    {
        using var answer = await browser.Send(new HttpRequestMessage(HttpMethod.Get, address + "?handler=Zip"));
        Assert.Equal("application/zip", answer.Content.Headers.ContentType?.MediaType);
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        var files = new Dictionary<string, byte[]>();
        foreach (var entry in zip.Entries)
        {
            using var file = entry.Open();
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes);
            files[entry.Name] = bytes.ToArray();
        }
        return files;
    }
}
