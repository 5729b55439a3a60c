using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Web.Tests.Access;

/// <summary>One door, with a word per kind of viewer; empty until it was tried.</summary>
internal sealed record Row(Door Door)
{
    private static readonly string[] Closed = [Visitor.NotThere, Visitor.No, Visitor.SignIn];

    /// <summary>What each kind met, in the order of the columns.</summary>
    public IReadOnlyList<string> Found { get; set; } = [];

    /// <summary>Whether nobody came through and somebody may later: what lies below a round comes as the round goes on.</summary>
    public bool MayOpen => Found.All(Closed.Contains) && Door.Address.Contains("/rondes/{", StringComparison.Ordinal);

    /// <summary>The words with a mark of when they were found.</summary>
    public static IReadOnlyList<string> Marked(IReadOnlyList<string> found, string mark) =>
        [.. found.Select(word => Closed.Contains(word) ? word : word + mark)];
}

/// <summary>What a walk found: for each door and each kind of viewer a word; written as tables for people.</summary>
/// <param name="Visitors">Who tries the doors, as columns.</param>
/// <param name="Rows">The doors.</param>
internal sealed record Matrix(IReadOnlyList<Visitor> Visitors, IReadOnlyList<Row> Rows)
{
    private const string Collaboration = "/samenwerkingen/{id:guid}";
    private const string Round = Collaboration + "/rondes/{number:int}";

    // Where an address belongs, the first that fits.
    private static readonly (string Room, Func<Door, bool> Fits)[] Rooms =
    [
        ("Administration", door => door.Address.StartsWith("/beheer", StringComparison.Ordinal)),
        (
            "One's own account",
            door => door.Address.StartsWith("/mijn-gegevens", StringComparison.Ordinal) || door.Address.StartsWith("/afmelden", StringComparison.Ordinal)
        ),
        ("A round", door => door.Address.StartsWith(Round, StringComparison.Ordinal) || door.Address.Contains("/rondes/{ronde", StringComparison.Ordinal)),
        ("A collaboration", door => door.Address.Contains(Collaboration, StringComparison.Ordinal)),
        (
            "In the room, for guests",
            door => door.Address.Contains("deelname", StringComparison.Ordinal) || door.Address.StartsWith("/meedoen", StringComparison.Ordinal)
        ),
        (
            "For who signed in",
            door =>
                door.Address.Contains("/samenwerkingen", StringComparison.Ordinal)
                || door.Address is "/mijn-overzicht"
                || door.Address.Contains("/meldingen", StringComparison.Ordinal)
                || door.Address.Contains("/sleutels", StringComparison.Ordinal)
        ),
        ("For everyone", _ => true),
    ];

    /// <summary>Everybody tries these doors.</summary>
    /// <param name="which">Which doors.</param>
    /// <param name="addressOf">The address of a door, filled in.</param>
    /// <param name="mark">Says when, behind the words that were found.</param>
    /// <param name="app">The product.</param>
    public async Task WalkAsync(Func<Row, bool> which, Func<Door, string> addressOf, string mark, TestApp app)
    {
        foreach (var row in Rows.Where(which))
        {
            var found = new List<string>();
            foreach (var visitor in Visitors)
                found.Add(await visitor.TryAsync(row.Door, addressOf(row.Door), app));
            row.Found = Row.Marked(found, mark);
        }
    }

    /// <summary>The tables, a room at a time.</summary>
    public string Write()
    {
        var text = new List<string>();
        foreach (
            var room in Rows.GroupBy(row => Rooms.First(room => room.Fits(row.Door)).Room)
                .OrderBy(room => Array.FindIndex(Rooms, known => known.Room == room.Key))
        )
        {
            text.AddRange([
                "",
                $"### {room.Key}",
                "",
                $"| | address | {string.Join(" | ", Visitors.Select(visitor => visitor.Kind))} |",
                $"| --- | --- |{string.Concat(Visitors.Select(_ => " --- |"))}",
            ]);
            text.AddRange(
                room.OrderBy(row => row.Door.Address, StringComparer.Ordinal)
                    .ThenBy(row => row.Door.Method, StringComparer.Ordinal)
                    .Select(row => $"| {row.Door.Method} | `{row.Door.Address}` | {string.Join(" | ", row.Found)} |")
            );
        }
        return string.Join('\n', text) + "\n";
    }
}
