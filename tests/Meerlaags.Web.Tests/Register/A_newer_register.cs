using System.Text;
using Meerlaags.Web.Features.Register;
using Meerlaags.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Tests.Register;

/// <summary>A newer register file becomes a dated difference that an administrator takes over or not; a broken one changes nothing.</summary>
public sealed class A_newer_register(Databases databases)
{
    private const string Page = "/beheer/register";
    private const string Organisations =
        "code,name,kind,province_code,valid_from,valid_to,tooi_id,official_name,abbr,oin,website,predecessors,successor,seat_province,verified,longitude,latitude,source,note\n";
    private const string Approve = "section[aria-labelledby=besluit] > form";
    private const string Members = "region_kind,region_code,member_code,valid_from,valid_to,verified\n";
    private const string Regions = "kind,code,name,tooi_id,verified,source,note\n";
    private const string Hilversum = "GM0402,Hilversum,gemeente,PV27,,,,Gemeente Hilversum,,,https://nieuw.example,,,,yes,5.17,52.22,proef,\n";

    [Theory, OnEveryDatabase]
    public async Task It_shows_what_is_different_and_changes_it_only_when_taken_over(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        app.Clock.Now = new DateTimeOffset(2027, 1, 5, 9, 0, 0, TimeSpan.Zero);
        var administrator = await app.As(People.Administrator);
        var newer =
            Organisations
            + Hilversum
            + "GM0080,Leeuwarden,gemeente,PV21,,,,Gemeente Leeuwarden,,,https://anders.example,,,,yes,5.79,53.2,proef,\n"
            + "GM1696,Wijdemeren,gemeente,PV27,,2027-01-01,,Gemeente Wijdemeren,,,,,GM0402,,yes,5.1,52.2,proef,\n"
            + "GM9001,<b>Nieuw</b>,gemeente,PV27,2027-01-01,,,Gemeente <b>Nieuw</b>,,,,,,,partly,,,proef,\n";

        var shown = await Send(
            await administrator.Get(Page),
            ("organisaties.csv", newer),
            ("leden.csv", Members + "corop,CR99,GM9001,,,yes\n"),
            ("regios.csv", Regions + "corop,CR99,Ergens,,no,proef,\n")
        );
        Assert.Contains("GM9001", shown.Text);
        Assert.Single(shown.Document.QuerySelectorAll("#OrganisationChanged ~ .ml-rows strong"), name => name.TextContent.Contains("Hilversum"));
        Assert.Contains("<b>Nieuw</b>", shown.Text);
        Assert.Contains("blijven zoals ze zijn", shown.Text);
        Assert.DoesNotContain("nieuw.example", (await administrator.Get("/organisaties/GM0402")).Text);
        Assert.Equal(404, (await administrator.Get("/organisaties/GM9001")).Status);

        var sent = await Task.WhenAll(shown.Post(Approve), shown.Post(Approve));
        Assert.Equal([302, 302], sent.Select(answer => (int)answer.StatusCode));
        Assert.Contains("Vastgesteld", (await administrator.Get(shown.Address)).Text);
        var visitor = app.Anonymous();
        var city = (await visitor.Get("/organisaties/GM0402")).Text;
        Assert.Contains("nieuw.example", city);
        Assert.Contains("Hoe het eerder stond", city);
        Assert.Contains("hilversum.nl", city);
        Assert.Contains("Gemeente Hilversum", (await visitor.Get("/organisaties/GM1696")).Text);
        Assert.Contains("Gemeente Leeuwarden", (await visitor.Get("/organisaties?zoek=ljouwert")).Text);
        Assert.NotNull((await visitor.Get("/regios/CR99")).Document.QuerySelector("a[href='/organisaties/GM9001']"));
        Assert.Single(
            await app.Data(db => db.Successions.AsNoTracking().Where(known => known.On == new DateOnly(2027, 1, 1)).ToListAsync()),
            known => known.From.Count == 1 && known.Into.Count == 1
        );
        var again = await Send(await administrator.Get(Page), ("organisaties.csv", newer));
        Assert.Equal(422, again.Status);
        Assert.Contains("zeggen hetzelfde", again.Text);
    }

    [Theory, OnEveryDatabase]
    public async Task What_another_changed_meanwhile_is_not_taken_over_unseen(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var administrator = await app.As(People.Administrator);
        var first = await Send(await administrator.Get(Page), ("a.csv", Organisations + Hilversum));
        var second = await Send(await administrator.Get(Page), ("b.csv", Organisations + Hilversum.Replace("nieuw", "nieuwer", StringComparison.Ordinal)));
        var third = await Send(await administrator.Get(Page), ("c.csv", Organisations + Hilversum.Replace("nieuw", "nieuwst", StringComparison.Ordinal)));
        Assert.Equal(3, new[] { first.Address, second.Address, third.Address }.Distinct().Count());

        Assert.Contains("bijgewerkt", (await second.Submit(Approve)).Done);
        var late = await first.Submit(Approve);
        Assert.Equal(409, late.Status);
        Assert.Contains("intussen veranderd", late.Text);
        Assert.Equal(422, (await third.Submit("form[action$='handler=Reject']")).Status);
        Assert.Contains("niet veranderd", (await third.Submit("form[action$='handler=Reject']", ("why", "Oude uitvoer"))).Done);
        Assert.Contains("nieuwer.example", (await administrator.Get("/organisaties/GM0402")).Text);

        var stranger = await app.As(People.Fryslan);
        Assert.Equal("/fout/403", (await stranger.Get(Page)).Address.Split('?')[0]);
        Assert.Equal("/fout/403", (await stranger.Get(first.Address)).Address.Split('?')[0]);
    }

    private static readonly (string Name, string Text, string Says)[] Broken =
    [
        ("leeg", "", "leeg"),
        ("alleen-kop", Organisations, "leeg"),
        ("geen-kop", "dit is geen tabel\n1\n", "kolommen"),
        ("kolom-weg", Organisations.Replace(",oin", "", StringComparison.Ordinal) + "x\n", "‘oin’"),
        ("code-leeg", Organisations + Hilversum.Replace("GM0402", "", StringComparison.Ordinal), "regel 2: ‘code’ is leeg"),
        ("code-raar", Organisations + Hilversum.Replace("GM0402", "gm 402", StringComparison.Ordinal), "‘gm 402’ past niet in ‘code’"),
        ("naam-leeg", Organisations + Hilversum.Replace("2,Hilversum", "2,", StringComparison.Ordinal), "‘name’ is leeg"),
        ("soort-onbekend", Organisations + Hilversum.Replace("gemeente", "dorp", StringComparison.Ordinal), "‘dorp’"),
        ("dubbel", Organisations + Hilversum + Hilversum, "regel 3: ‘GM0402’ komt twee keer voor"),
        ("dag-raar", Organisations + Hilversum.Replace("PV27,,,", "PV27,1-1-2027,,", StringComparison.Ordinal), "‘1-1-2027’"),
        ("eind-voor-begin", Organisations + Hilversum.Replace("PV27,,,", "PV27,2027-01-02,2027-01-01,", StringComparison.Ordinal), "‘valid_to’"),
        ("website-script", Organisations + Hilversum.Replace("https://nieuw.example", "javascript:alert(1)", StringComparison.Ordinal), "‘website’"),
        ("oin-kort", Organisations + Hilversum.Replace(",,,https", ",,123,https", StringComparison.Ordinal), "‘oin’"),
        ("plaats-zee", Organisations + Hilversum.Replace("5.17", "0.17", StringComparison.Ordinal), "‘longitude’"),
        ("plaats-half", Organisations + Hilversum.Replace("5.17", "", StringComparison.Ordinal), "‘longitude’"),
        ("zekerheid", Organisations + Hilversum.Replace("yes", "misschien", StringComparison.Ordinal), "‘misschien’"),
        ("aanhaling", Organisations + Hilversum.Replace("Gemeente Hilversum", "\"Gemeente Hilversum", StringComparison.Ordinal), "niet te lezen"),
        ("te-weinig-velden", Organisations + "GM0402,Hilversum\n", "niet te lezen"),
        ("opvolger-raar", Organisations + Hilversum.Replace("example,,", "example,,GM1;x y", StringComparison.Ordinal), "‘successor’"),
        ("andere-soort", Organisations + Hilversum.Replace("gemeente", "provincie", StringComparison.Ordinal), "houdt zijn soort"),
        ("regio-onbekend", Members + "corop,CR99,GM0402,,,yes\n", "CR99"),
        ("lid-onbekend", Members + "corop,CR01,GM9999,,,yes\n", "GM9999"),
        ("regiosoort", Members + "kring,CR01,GM0402,,,yes\n", "‘kring’"),
        ("eigen-regio", Regions + "eigen,EIGEN-0001,Van mij,,yes,x,\n", "‘eigen’"),
        ("regio-dubbel", Regions + "corop,CR98,A,,yes,x,\ncorop,CR98,B,,yes,x,\n", "‘CR98’"),
        ("lang", Organisations + Hilversum.Replace("2,Hilversum", "2," + new string('a', 700), StringComparison.Ordinal), "‘name’"),
    ];

    [Theory, OnEveryDatabase]
    public async Task A_broken_file_is_a_clear_error_and_changes_nothing(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var form = await (await app.As(People.Administrator)).Get(Page);
        var before = await RegisterAsync(app);
        var wrong = new List<string>();

        foreach (var (name, text, says) in Broken)
        {
            var answer = await Send(form, (name + ".csv", text));
            var fault = WebPage.Words(answer.Document.QuerySelector("#Files-fout"));
            if (answer.Status != 422 || !fault.Contains(says, StringComparison.Ordinal))
                wrong.Add($"{name}: {answer.Status} {fault}");
            Assert.Equal("proef", answer.Document.QuerySelector("#Input-Source")!.GetAttribute("value"));
        }

        Expect.Nothing(wrong);
        Assert.Equal(0, await app.Data(db => db.RegisterRefreshes.CountAsync()));
        Assert.Equal(before, await RegisterAsync(app));
    }

    private static Task<List<string>> RegisterAsync(TestApp app) =>
        app.Data(db => db.Organisations.AsNoTracking().OrderBy(known => known.Code).Select(known => known.Code + known.Website + known.ValidTo).ToListAsync());

    [Fact]
    public async Task What_is_no_text_or_too_much_is_refused()
    {
        await using var app = new TestApp(await databases.StartedAsync(Database.Sqlite));
        var form = await (await app.As(People.Administrator)).Get(Page);

        Assert.Contains("UTF-8", (await form.Upload("main form", Fields(), Bytes("a.csv", [0xFF, 0xFE, 0x41]))).Text);
        Assert.Contains("UTF-8", (await form.Upload("main form", Fields(), Bytes("a.csv", Encoding.UTF8.GetBytes("code\0name")))).Text);
        Assert.Contains("groter dan 2 MB", (await form.Upload("main form", Fields(), Bytes("a.csv", new byte[2 * 1024 * 1024 + 1]))).Text);
        Assert.Contains("Kies een bestand", (await form.Upload("main form", Fields())).Text);
        Assert.Contains("twee keer opgegeven", (await form.Upload("main form", Fields(), Bytes("a.csv", [0x41]), Bytes("a.csv", [0x41]))).Text);
        Assert.Contains(
            "moet nog komen",
            (await form.Upload("main form", Fields("2099-01-01"), Bytes("a.csv", Encoding.UTF8.GetBytes(Organisations + Hilversum)))).Text
        );
    }

    private static Task<WebPage> Send(WebPage page, params (string Name, string Text)[] files) =>
        page.Upload("main form", Fields(), [.. files.Select(file => Bytes(file.Name, Encoding.UTF8.GetBytes(file.Text)))]);

    private static (string, string)[] Fields(string? on = null) => on is null ? [("Input.Source", "proef")] : [("Input.Source", "proef"), ("Input.On", on)];

    private static (string, byte[]) Bytes(string name, byte[] bytes) => (name, bytes);
}
