using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Tests.Harness;
using Meerlaags.Web.Tests.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Tests.Access;

/// <summary>Walks every address as every kind of viewer and holds what it finds against docs/access.md, which people read. <c>ACCESS=write</c> writes that page anew.</summary>
public sealed class Every_door_for_every_viewer(Databases databases)
{
    private const string Page = "docs/access.md";

    // These end the sessions of who goes through: they come last.
    private static readonly string[] Last = ["/mijn-gegevens?handler=Overal"];

    private const string Head = """
        # Who meets what

        Every page and every path of the API, tried as every kind of viewer. A test makes this page by trying them all, on both databases, and fails when it finds something else:
        `ACCESS=write` with that test writes it anew. Read what changed before you keep it.

        | word | what it means |
        | --- | --- |
        | sees | the page is shown, there is nothing to send on it |
        | form | the page is shown, with something to send |
        | may | goes through: an empty form or body is read, and refused for its shape or by a rule of the field |
        | no | there, but not for this viewer (403) |
        | - | does not exist for this viewer, or what the address names is not there (404) |
        | sign in | asked to sign in first (401) |

        *nobody* did not sign in; *stranger* has an account and no place at this table; *guest* joined its room by a code and writes along with one party; *observer* reads along;
        *speaker* and *office holder* belong to the party in the address, *other party* speaks for another one; *facilitator* leads the process; *administrator* looks after the installation.
        The round is open, nothing is revealed, the room is open. What exists only later in a round is a `-` for everyone here.

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

        var doors = Doors.Table.OrderBy(door => Last.Contains(door.Address)).ThenBy(door => door.Method == "GET" ? 0 : 1).ToList();
        var pages = await WalkAsync(doors.Where(door => !door.IsApi), browsers, hall, holes);
        var paths = await WalkAsync(doors.Where(door => door.IsApi), programs, hall, holes);
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

    private static async Task<Matrix> WalkAsync(IEnumerable<Door> doors, IReadOnlyList<Visitor> visitors, Hall hall, Dictionary<string, string> holes)
    {
        var rows = new List<(Door, IReadOnlyList<string>)>();
        foreach (var door in doors)
        {
            var address = door.For(
                hall.Table,
                name => door.Address.StartsWith("/beheer/mensen", StringComparison.Ordinal) && name == "id" ? holes["person"] : holes.GetValueOrDefault(name)
            );
            var found = new List<string>();
            foreach (var visitor in visitors)
                found.Add(await visitor.TryAsync(door, address, hall.App));
            rows.Add((door, found));
        }
        return new Matrix([.. visitors.Select(visitor => visitor.Kind)], rows);
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
        };
    }
}
