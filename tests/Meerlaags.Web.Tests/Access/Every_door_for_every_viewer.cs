using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Tests.Harness;
using Meerlaags.Web.Tests.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Tests.Access;

/// <summary>Walks every address as every kind of viewer and holds what it finds against docs/access.md, which people read. <c>ACCESS=write</c> writes that page anew.</summary>
public sealed class Every_door_for_every_viewer(Databases databases)
{
    private const string Page = "docs/access.md";

    // A round goes on: what nobody met before is tried again later, and marked.
    private static readonly (string Mark, Func<Hall, Dictionary<string, string>, Task> Move)[] Moments =
    [
        ("", (_, _) => Task.CompletedTask),
        ("*", RevealAsync),
        ("**", PutAsync),
    ];

    // Ends the sessions of who goes through: it comes last.
    private const string Last = "/mijn-gegevens?handler=Overal";

    private const string Head = """
        # Who meets what

        Every page and every path of the API, tried as every kind of viewer. A test makes this page by trying them all, on both databases, and fails when it finds something else:
        `ACCESS=write` with that test writes it anew. Read what changed before you keep it.

        | word | what it means |
        | --- | --- |
        | sees | the page is shown, there is nothing to send on it |
        | form | the page is shown, with something to send |
        | may | goes through: a form or body that is empty but for the own party is read, and refused for its shape or by a rule of the field |
        | no | there, but not for this viewer: 403, or the page says in words for whom it is |
        | - | does not exist for this viewer, or what the address names is not there (404) |
        | sign in | asked to sign in first (401) |

        *nobody* did not sign in; *stranger* has an account and no place at this table; *guest* joined its room by a code and writes along with one party; *observer* reads along;
        *speaker* and *office holder* belong to the party in the address, *other party* speaks for another one; *facilitator* leads the process; *administrator* looks after the installation.
        The round is open, nothing is revealed, the room is open. What nobody met then was tried again after the reveal (`*`), and once a text was put to the parties (`**`).
        A `-` for everyone is about a thing that this walk does not have, such as somebody who waits at a door.

        """;

    [Theory, OnEveryDatabase]
    public async Task What_the_walk_finds_is_what_people_read(Database database)
    {
        var kept = new RolledBack();
        await using var app = new TestApp(
            await databases.StartedAsync(database),
            services => services.ConfigureDbContext<Db>(options => options.AddInterceptors(kept))
        );
        var hall = await Hall.OpenAsync(app);
        await hall.HandInAsync(await app.As(People.Fryslan), hall.Table.Fryslan, "Ouderen vinden geen huis");
        var holes = await HolesAsync(hall);
        var (browsers, programs) = (await Visitor.WithBrowserAsync(hall), await Visitor.WithTokenAsync(hall));
        kept.IsOn = true;

        var doors = Doors.Table.OrderBy(door => door.Method == "GET" ? 0 : 1).ToList();
        var pages = new Matrix(browsers, [.. doors.Where(door => !door.IsApi).Select(door => new Row(door))]);
        var paths = new Matrix(programs, [.. doors.Where(door => door.IsApi).Select(door => new Row(door))]);
        foreach (var (mark, move) in Moments)
        {
            kept.IsOn = false;
            await move(hall, holes);
            kept.IsOn = true;
            foreach (var matrix in new[] { pages, paths })
                await matrix.WalkAsync(row => IsTried(row, mark), door => AddressOf(door, hall.Table, holes), mark, app);
        }
        await pages.WalkAsync(row => row.Door.Address == Last, door => door.Address, "", app);
        Expect.Nothing(
            pages
                .Rows.Concat(paths.Rows)
                .Where(row => row.Found.Any(word => word.StartsWith(Visitor.Fault, StringComparison.Ordinal)))
                .Select(row => $"a fault: {row.Door.Line}")
        );
        var found = $"{Head}\n## Pages\n{pages.Write()}\n## The API\n\nTokens with all scopes, unless the column says otherwise.\n{paths.Write()}";

        if (Environment.GetEnvironmentVariable("ACCESS") == "write" && database == Database.Sqlite)
            await File.WriteAllTextAsync(Repository.At(Page), found, TestContext.Current.CancellationToken);
        var read = await File.ReadAllLinesAsync(Repository.At(Page), TestContext.Current.CancellationToken);
        var lines = found.TrimEnd('\n').Split('\n');
        Expect.Nothing(
            lines
                .Except(read)
                .Select(line => $"found:  {line}")
                .Concat(read.Except(lines).Select(line => $"listed: {line}"))
                .Order(StringComparer.Ordinal)
                .Select(line => $"{line}   (ACCESS=write writes {Page} anew)")
        );
    }

    private static bool IsTried(Row row, string mark) => mark.Length == 0 ? row.Door.Address != Last : row.Door.Address != Last && row.MayOpen;

    private static string AddressOf(Door door, Table table, Dictionary<string, string> holes) =>
        door.For(
            table,
            name =>
                (door.Address, name) switch
                {
                    (var address, "id") when address.StartsWith("/beheer/mensen", StringComparison.Ordinal) => holes["person"],
                    (var address, "code") when address.Contains("organisaties", StringComparison.Ordinal) => "GM1891",
                    (_, "documentName") => "v1",
                    _ => holes.GetValueOrDefault(name),
                }
        );

    private static async Task RevealAsync(Hall hall, Dictionary<string, string> holes)
    {
        await hall.HandInAsync(await hall.App.As(People.Dantumadiel), hall.Table.Dantumadiel, "Jongeren vinden geen huis");
        await hall.RevealAsync();
        var round = "/api/v1" + hall.Round;
        var facilitator = await hall.App.Api(People.Facilitator, Scopes.All);
        Assert.Equal(204, (await facilitator.Post(round + "/gesproken")).Status);
        holes["zin"] = (
            await facilitator.Post(round + "/tekst/zinnen", new { tekst = "Er zijn te weinig huizen.", punten = Array.Empty<Guid>() })
        ).Id.ToString();
        var party = await hall.App.Api(People.Dantumadiel, Scopes.All);
        var stated = await party.Post(
            round + "/stellingen",
            new
            {
                namens = hall.Table.Dantumadiel.Value,
                tekst = "Wij bouwen samen.",
                punten = Array.Empty<Guid>(),
            }
        );
        holes["statement"] = holes["stelling"] = stated.Id.ToString();
    }

    private static async Task PutAsync(Hall hall, Dictionary<string, string> holes)
    {
        var put = await (await hall.App.Api(People.Facilitator, Scopes.All)).Post($"/api/v1{hall.Round}/versies", new { herzienOp = "2027-06-01" });
        Assert.Equal(201, put.Status);
    }

    // What addresses name that the table itself does not know.
    private static async Task<Dictionary<string, string>> HolesAsync(Hall hall)
    {
        var person = await hall.App.Id(People.Dantumadiel);
        var member = await hall.App.Data(db =>
            db.Set<Domain.Collaborations.Membership>()
                .Where(place => place.Person == person && place.Collaboration == hall.Table.Id)
                .Select(place => place.Id)
                .SingleAsync()
        );
        return new Dictionary<string, string>
        {
            ["member"] = member.Value.ToString(),
            ["lid"] = member.Value.ToString(),
            ["person"] = person.Value.ToString(),
            ["persoon"] = person.Value.ToString(),
        };
    }
}
