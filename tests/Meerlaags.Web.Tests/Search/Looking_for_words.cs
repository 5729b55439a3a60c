using Meerlaags.Domain.Collaborations;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Search;
using Meerlaags.Web.Tests.Framing;
using Meerlaags.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Tests.Search;

/// <summary>Search over everything one may see, through the pages and by program, on both databases: the same answers in the same order.</summary>
public sealed class Looking_for_words(Databases databases)
{
    [Theory, OnEveryDatabase]
    public async Task A_text_is_found_from_the_reveal_on_by_those_at_the_table(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var deal = await RegionalDeal.OpenedAsync(app);
        await deal.HandInAsync("GM1891", "De woningbouwopgave vraagt om netcongestie op te lossen.", "Jongeren trekken weg");
        await deal.HandInAsync("PV21", "Het elektriciteitsnet is vol.", "Het net is vol");
        foreach (var asked in new[] { "netcongestie", "jongeren", "woningbouwopgave" })
        foreach (var who in new[] { deal["GM1891"], deal["PV21"], deal.Facilitator })
            Assert.Empty(await FindAsync(who, asked));
        Assert.Equal(0, await app.Data(db => db.Set<SearchEntry>().CountAsync(entry => entry.Kind == "tekst")));

        await deal.RevealAsync();

        foreach (var asked in new[] { "netcongestie", "jongere", "opgave", "bouw woning", "NETCONG" })
        foreach (var who in new[] { deal["GM1891"], deal["PV21"], deal.Facilitator })
            Assert.Equal("tekst", Assert.Single(await FindAsync(who, asked)));
        var stranger = await app.Api(People.Stranger, Scopes.Read);
        Assert.Empty(await FindAsync(stranger, "netcongestie"));
        Assert.DoesNotContain(
            "netcongestie op te lossen",
            (await (await app.As(People.Stranger)).Get("/zoeken?q=netcongestie")).Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("netcongestie op te lossen", (await app.Anonymous().Get("/zoeken?q=netcongestie")).Text, StringComparison.Ordinal);
        Assert.Empty(await FindAsync(await app.Api(People.Administrator, Scopes.Read), "netcongestie"));
    }

    [Theory, OnEveryDatabase]
    public async Task The_page_shows_where_the_words_stand_and_leads_there(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var deal = await RevealedAsync(app, "Wij willen <b>wonen</b> & werken.");
        var browser = await app.As(RegionalDeal.SpeakerOf("GM1891"));

        Assert.Contains("Niets gevonden", (await browser.Get("/zoeken?q=kwikstaart")).Text, StringComparison.Ordinal);
        Assert.Contains("heeft al deze woorden", (await browser.Get("/zoeken?q=kwikstaart+wonen")).Text, StringComparison.Ordinal);
        var page = await browser.Get("/zoeken?q=wonen+werken&soort=tekst");

        var row = page.Document.QuerySelector("[aria-labelledby=gevonden] li")!;
        Assert.Equal(["wonen", "werken"], row.QuerySelectorAll("mark").Select(mark => mark.TextContent));
        Assert.Contains("<b>", row.TextContent, StringComparison.Ordinal);
        Assert.Null(row.QuerySelector("b"));
        var link = row.QuerySelector("a")!;
        Assert.Equal("De tekst van de provincie Fryslân", link.TextContent);
        Assert.Contains("werken", (await browser.Get(link.GetAttribute("href")!)).Text, StringComparison.Ordinal);
        Assert.Contains("The text of", (await browser.Get("/zoeken?q=wonen&soort=tekst&taal=en")).Text, StringComparison.Ordinal);
        Assert.NotEmpty(deal.Home);
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_written_anew_is_found_by_its_new_words_only(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var deal = await RevealedAsync(app, "Wonen.");
        var made = await deal.Sentence("GM1891", "De veerboot vaart te weinig.");
        Assert.Equal(201, made.Status);
        Assert.Equal("ontwerp", Assert.Single(await FindAsync(deal["PV21"], "veerboten")));

        var sentence = (await deal["GM1891"].Get(deal.Round + "/tekst")).Json.GetProperty("zinnen")[0];
        var changed = await deal["GM1891"]
            .Put(
                $"{deal.Round}/tekst/zinnen/{sentence.GetProperty("id").GetGuid()}",
                new
                {
                    tekst = "De trein rijdt te weinig.",
                    punten = Array.Empty<Guid>(),
                    gezien = 1,
                    namens = deal.Id("GM1891"),
                }
            );
        Assert.True(changed.Status is 200 or 204, changed.Body);

        Assert.Empty(await FindAsync(deal["PV21"], "veerboot"));
        Assert.Equal("ontwerp", Assert.Single(await FindAsync(deal["PV21"], "treinen")));
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_taken_back_is_found_no_longer(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var deal = await RevealedAsync(app, "Wonen.");
        var noted = await deal["PV21"]
            .Post(
                deal.Round + "/verschillen",
                new
                {
                    deelvraag = "means",
                    tekst = "Wie de garnalenvisserij betaalt.",
                    woorden = new[] { new { partij = deal.Id("PV21"), woorden = "het Rijk legt bij" } },
                    namens = deal.Id("PV21"),
                }
            );
        Assert.True(noted.Status == 201, noted.Body);
        Assert.Equal("verschil", Assert.Single(await FindAsync(deal["GM1891"], "garnalen")));

        Assert.Equal(204, (await deal["PV21"].Send(HttpMethod.Delete, $"{deal.Round}/verschillen/{noted.Id}?namens={deal.Id("PV21")}")).Status);

        Assert.Empty(await FindAsync(deal["GM1891"], "garnalenvisserij"));
    }

    [Theory, OnEveryDatabase]
    public async Task Only_the_newest_are_weighed_and_the_page_says_so(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var deal = await RevealedAsync(app, "Wonen.");
        await Schema.Catalog.ExecuteAsync(app.Settings, Many(database, deal.Home[^36..]));

        var answer = (await deal["PV21"].Get("/api/v1/zoeken?q=kwelder&pagina=10")).Json;
        var page = await (await app.As(RegionalDeal.SpeakerOf("PV21"))).Get("/zoeken?q=kwelder");

        Assert.Equal((SearchIndex.MostCandidates, true), (answer.GetProperty("aantal").GetInt32(), answer.GetProperty("meer").GetBoolean()));
        Assert.Equal(20, answer.GetProperty("gevonden").GetArrayLength());
        Assert.Contains("Meer dan 200 gevonden", page.Text, StringComparison.Ordinal);
        Assert.Contains("nieuwste 200", page.Text, StringComparison.Ordinal);
    }

    [Theory, OnEveryDatabase]
    public async Task Who_leaves_finds_nothing_there_any_more(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var deal = await RevealedAsync(app, "Een zeldzaam woord: kwelderwerk.");
        Assert.Single(await FindAsync(deal["GM1970"], "kwelderwerk"));
        var member = (await deal.Facilitator.Get(deal.Home))
            .Json.GetProperty("leden")
            .EnumerateArray()
            .First(known =>
                known.GetProperty("partij").ValueKind != System.Text.Json.JsonValueKind.Null && known.GetProperty("partij").GetGuid() == deal.Id("GM1970")
            );
        var ended = await deal.Facilitator.Post($"{deal.Home}/leden/{member.GetProperty("id").GetGuid()}/vertrek");
        Assert.True(ended.Status is 200 or 204, ended.Body);

        Assert.Empty(await FindAsync(deal["GM1970"], "kwelderwerk"));
        Assert.Single(await FindAsync(deal["PV21"], "kwelderwerk"));
    }

    [Theory, OnEveryDatabase]
    public async Task Signs_of_the_language_of_the_database_are_just_letters(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var deal = await RevealedAsync(app, "Wonen en werken.");
        string[] questions =
        [
            "\"",
            "wonen\" OR \"x",
            "wonen AND (",
            "NEAR(wonen)",
            "words:wonen",
            "wonen*",
            "-wonen",
            "' | '",
            "wonen & !werken",
            "wonen:*",
            "\\",
            "%",
            "_tekst",
            new string('x', 20_000),
            "\u0000",
            "👩‍👩‍👧",
        ];
        var browser = await app.As(RegionalDeal.SpeakerOf("PV21"));
        foreach (var question in questions)
        {
            Assert.Equal(200, (await browser.Get("/zoeken?q=" + Uri.EscapeDataString(question))).Status);
            Assert.Equal(200, (await deal["PV21"].Get("/api/v1/zoeken?q=" + Uri.EscapeDataString(question))).Status);
        }
        Assert.Contains("tekst", await FindAsync(deal["PV21"], "(wonen*"));
        Assert.Equal(200, (await app.Anonymous().Get("/zoeken")).Status);
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_finds_another_table_by_its_mark(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var deal = await RevealedAsync(app, "Wonen.");
        var mark = SearchIndex.Mark(new CollaborationId(Guid.Parse(deal.Home[^36..])));
        var stranger = await app.Api(People.Stranger, Scopes.Read);

        foreach (var asked in new[] { mark, mark + "wonen", mark + "_tekst", $"wonen {mark}" })
            Assert.Empty(await FindAsync(stranger, asked));
    }

    [Theory, OnEveryDatabase]
    public async Task An_installation_of_before_reads_its_texts_at_the_next_start(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var deal = await RevealedAsync(app, "Wonen.");
        await Schema.Catalog.ExecuteAsync(app.Settings, $"delete from search_index{(database == Database.Sqlite ? "" : " where id > 0")}");
        await Schema.Catalog.ExecuteAsync(app.Settings, "delete from search_entries");
        await Schema.Catalog.ExecuteAsync(app.Settings, "delete from search_filled");
        Assert.Empty(await FindAsync(deal["PV21"], "wonen"));

        await using var next = new TestApp(app.Settings);
        await FilledAsync(next);

        var row = Assert.Single(
            await next.Data(db => db.Set<SearchEntry>().Where(entry => entry.Kind == "tekst" && entry.Text.Contains("Wonen")).ToListAsync())
        );
        var browser = await next.AsKnown(RegionalDeal.SpeakerOf("PV21"));
        var page = await browser.Get("/zoeken?q=wonen&soort=tekst");
        Assert.True(page.Text.Contains("De tekst van de provincie", StringComparison.Ordinal), page.Text);
        Assert.Equal(SearchWords.Version, row.Words);
    }

    [Theory, OnEveryDatabase]
    public async Task A_database_that_gives_way_meanwhile_takes_nothing_along(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        await Schema.Catalog.ExecuteAsync(app.Settings, "delete from search_filled");
        await Schema.Catalog.ExecuteAsync(app.Settings, "alter table search_filled rename to search_away");

        app.Start();
        await Task.Delay(TimeSpan.FromSeconds(1));
        Assert.False(app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested);
        Assert.Equal(200, (await app.Anonymous().Get("/zoeken")).Status);

        await Schema.Catalog.ExecuteAsync(app.Settings, "alter table search_away rename to search_filled");
        await FilledAsync(app);
    }

    [Theory, OnEveryDatabase]
    public async Task People_organisations_and_regions_stand_beside_it(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var deal = await RevealedAsync(app, "Wonen.");
        var answer = await deal["PV21"].Get("/api/v1/zoeken?q=Vertegenwoordiger GM1891");
        Assert.Equal("Vertegenwoordiger GM1891", Assert.Single(answer.Json.GetProperty("mensen").EnumerateArray()).GetString());
        Assert.Equal("GM0518", (await deal["PV21"].Get("/api/v1/zoeken?q=Den Haag")).Json.GetProperty("organisaties")[0].GetString());
        Assert.Empty(
            (await (await app.Api(People.Stranger, Scopes.Read)).Get("/api/v1/zoeken?q=Vertegenwoordiger")).Json.GetProperty("mensen").EnumerateArray()
        );
        Assert.Contains("Gemeente Den Haag", (await app.Anonymous().Get("/zoeken?q=den+haag")).Text, StringComparison.Ordinal);
        Assert.Contains("Veiligheidsregio", (await app.Anonymous().Get("/zoeken?q=fryslan")).Text, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task FilledAsync(TestApp app)
    {
        for (var tries = 0; !await app.Data(db => db.Set<SearchFilled>().AnyAsync()); tries++)
        {
            Assert.True(tries < 300, "The index was not filled within 30 seconds.");
            await Task.Delay(100);
        }
    }

    // More sentences than a table writes in a test, as the index keeps them.
    private static string Many(Database database, string table)
    {
        var id = database == Database.Sqlite ? table.ToUpperInvariant() : table;
        var mark = SearchIndex.Mark(new CollaborationId(Guid.Parse(table)));
        return string.Concat(
            Enumerable
                .Range(0, SearchIndex.MostCandidates + 5)
                .Select(_ => Guid.CreateVersion7().ToString())
                .Select(source =>
                    $"insert into search_entries (source, kind, collaboration, title, text, words) values ('{source}', 'stelling', '{id}', '', 'De kwelder.', 1); "
                    + (
                        database == Database.Sqlite
                            ? $"insert into search_index (rowid, words) values (last_insert_rowid(), '{mark}kwelder'); "
                            : $"insert into search_index (id, words) select id, array_to_tsvector(array['{mark}kwelder']) from search_entries where source = '{source}'; "
                    )
                )
        );
    }

    private static async Task<RegionalDeal> RevealedAsync(TestApp app, string text)
    {
        var deal = await RegionalDeal.OpenedAsync(app);
        await deal.HandInAsync("PV21", text, "Ons punt");
        await deal.HandInAsync("GM1891", "Iets anders.", "Een ander punt");
        await deal.RevealAsync();
        return deal;
    }

    private static async Task<IReadOnlyList<string>> FindAsync(Api api, string asked)
    {
        var answer = await api.Get("/api/v1/zoeken?q=" + Uri.EscapeDataString(asked));
        Assert.Equal(200, answer.Status);
        return [.. answer.Json.GetProperty("gevonden").EnumerateArray().Select(found => found.GetProperty("soort").GetString()!)];
    }
}
