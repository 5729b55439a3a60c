using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Web.Tests.Access;

/// <summary>Walks every address of the product as somebody who may not be there.</summary>
public sealed class Every_door_has_a_lock(Apps apps) : IClassFixture<Apps>
{
    private const string Anonymous = "anonymous";
    private const string SignedIn = "signed-in";
    private const string Administrator = "administrator";
    private const string Token = "token:";

    private static readonly string[] AtATable = ["member", "party", "facilitator"];

    [Fact]
    public async Task The_table_names_every_address_and_no_other()
    {
        var app = await apps.On(Database.Sqlite);
        var there = await Doors.OfAsync(app);
        var listed = Doors.Table.Select(door => door with { Who = "" }).ToList();

        var missing = there.Except(listed).Select(door => $"not in access-table.md: {door.Line}");
        var extra = listed.Except(there).Select(door => $"no such address:        {door.Line}");

        Expect.Nothing(missing.Concat(extra).Order());
        Assert.Equal(listed.Count, listed.Distinct().Count());
    }

    [Fact]
    public void Everyone_in_the_table_is_known()
    {
        string[] known = [Anonymous, SignedIn, Administrator, .. AtATable, .. Scopes.All.Select(scope => Token + scope)];

        Expect.Nothing(Doors.Table.Where(door => !known.Contains(door.Who)).Select(door => door.Line));
    }

    [Theory, OnEveryDatabase]
    public async Task Without_signing_in_only_public_doors_open(Database database)
    {
        var app = await apps.On(database);
        var table = await Table.SetAsync(app);
        await table.OpenRoundAsync();
        var browser = app.Anonymous();

        var open = new List<string>();
        foreach (var door in Doors.Table.Where(door => door.Who != Anonymous))
        {
            var answer = await browser.Send(new HttpRequestMessage(HttpMethod.Parse(door.Method), door.For(table)));
            var status = (int)answer.StatusCode;
            var refused = door.IsApi || door.Method == "POST" ? status == 401 : status == 302 && IsTo(answer, "/aanmelden");
            if (!refused)
                open.Add($"{status} {door.Line}");
        }

        Expect.Nothing(open);
    }

    [Theory, OnEveryDatabase]
    public async Task To_a_stranger_a_table_does_not_exist(Database database)
    {
        var app = await apps.On(database);
        var table = await Table.SetAsync(app);
        await table.OpenRoundAsync();
        var browser = await app.As(People.Stranger);
        var api = await app.Api(People.Stranger, Scopes.All);

        var told = new List<string>();
        foreach (var door in Doors.Table.Where(door => AtATable.Contains(door.Who) || door.IsOfACollaboration))
        {
            var status = door switch
            {
                { IsApi: true, Method: "GET" } => (await api.Get(door.For(table))).Status,
                { IsApi: true } => (await api.Send(HttpMethod.Parse(door.Method), door.For(table), "{}")).Status,
                { Method: "POST" } => (int)(await browser.Post(door.For(table))).StatusCode,
                _ => (int)(await browser.Send(new HttpRequestMessage(HttpMethod.Parse(door.Method), door.For(table)))).StatusCode,
            };
            if (status != 404)
                told.Add($"{status} {door.Line}");
        }

        Expect.Nothing(told);
    }

    [Theory, OnEveryDatabase]
    public async Task Pages_of_the_facilitator_and_of_a_party_are_not_shown_to_others_at_the_table(Database database)
    {
        var app = await apps.On(database);
        var table = await Table.SetAsync(app);
        await table.OpenRoundAsync();
        var observer = await app.As(People.Observer);

        var shown = new List<string>();
        foreach (var door in Doors.Table.Where(door => door is { Method: "GET", IsApi: false, Who: "facilitator" or "party" }))
        {
            var answer = await observer.Send(new HttpRequestMessage(HttpMethod.Get, door.For(table)));
            if ((int)answer.StatusCode is not (403 or 404) && !IsTo(answer, "/fout/403"))
                shown.Add($"{(int)answer.StatusCode} {door.Line}");
        }

        Expect.Nothing(shown);
    }

    [Theory, OnEveryDatabase]
    public async Task The_addresses_of_this_walk_are_there_for_whom_they_are(Database database)
    {
        var app = await apps.On(database);
        var table = await Table.SetAsync(app);
        await table.OpenRoundAsync();
        (Someone Who, string Address)[] open =
        [
            (People.Observer, "/samenwerkingen/{id:guid}/rondes/{number:int}"),
            (People.Facilitator, "/samenwerkingen/{id:guid}/rondes/{number:int}/onthullen"),
            (People.Dantumadiel, "/samenwerkingen/{id:guid}/rondes/{number:int}/schrijven/{party:guid}"),
        ];

        foreach (var (who, address) in open)
            Assert.Equal(200, (await (await app.As(who)).Get(new Door("GET", address).For(table))).Status);
    }

    [Theory, OnEveryDatabase]
    public async Task Only_an_administrator_looks_after_the_installation(Database database)
    {
        var app = await apps.On(database);
        var table = await Table.SetAsync(app);
        var browser = await app.As(People.Stranger);

        var open = new List<string>();
        foreach (var door in Doors.Table.Where(door => door.Who == Administrator))
        {
            var answer =
                door.Method == "POST"
                    ? await browser.Post(door.For(table))
                    : await browser.Send(new HttpRequestMessage(HttpMethod.Parse(door.Method), door.For(table)));
            if ((int)answer.StatusCode != 404 && !IsTo(answer, "/fout/403"))
                open.Add($"{(int)answer.StatusCode} {door.Line}");
        }

        Expect.Nothing(open);
    }

    [Theory, OnEveryDatabase]
    public async Task A_token_does_only_what_it_is_good_for(Database database)
    {
        var app = await apps.On(database);
        var table = await Table.SetAsync(app);
        await table.OpenRoundAsync();

        var open = new List<string>();
        foreach (var door in Doors.Table.Where(door => door.Who.StartsWith(Token, StringComparison.Ordinal)))
        {
            var others = Scopes.All.Where(scope => scope != door.Who[Token.Length..]).ToArray();
            var api = await app.Api(People.Facilitator, others);
            var status = (await api.Send(HttpMethod.Parse(door.Method), door.For(table), door.Method == "GET" ? null : "{}")).Status;
            if (status != 403)
                open.Add($"{status} {door.Line}");
        }

        Expect.Nothing(open);
    }

    private static bool IsTo(HttpResponseMessage answer, string address) =>
        answer.Headers.Location?.ToString() is { } location && new Uri(new Uri("http://localhost"), location).AbsolutePath == address;
}
