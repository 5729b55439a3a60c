namespace Meerlaags.Web.Tests.Access;

/// <summary>What a walk found: for each door and each kind of viewer a word; written as pages for people.</summary>
/// <param name="Kinds">The kinds of viewers, as columns.</param>
/// <param name="Rows">Per door what each kind met, in the order of the columns.</param>
internal sealed record Matrix(IReadOnlyList<string> Kinds, IReadOnlyList<(Door Door, IReadOnlyList<string> Found)> Rows)
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
                || door.Address.Contains("/sleutels", StringComparison.Ordinal)
        ),
        ("For everyone", _ => true),
    ];

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
                $"| | address | {string.Join(" | ", Kinds)} |",
                $"| --- | --- |{string.Concat(Kinds.Select(_ => " --- |"))}",
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
