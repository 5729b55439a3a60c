using System.Globalization;

namespace Meerlaags.Web.Features.Register.Maps;

/// <summary>A place in a grid of tiles.</summary>
/// <param name="Code">Code of the organisation.</param>
/// <param name="Row">Row, from 0 in the north.</param>
/// <param name="Column">Column, from 0 in the west.</param>
public readonly record struct Tile(string Code, int Row, int Column);

/// <summary>Organisations as equal tiles, each about where it lies: for those without boundaries.</summary>
public sealed class TileGrid(string path)
{
    private readonly Lazy<ILookup<string, Tile>> tiles = new(() => Read(path));

    /// <summary>The tiles of a kind of organisation, row by row; none when the kind has no grid.</summary>
    public IReadOnlyList<Tile> Of(string kind) => [.. tiles.Value[kind].OrderBy(tile => tile.Row).ThenBy(tile => tile.Column)];

    private static ILookup<string, Tile> Read(string path) =>
        File.ReadLines(path)
            .Skip(1)
            .Where(line => line.Length > 0)
            .Select(line => line.Split(','))
            .ToLookup(
                row => row[0],
                row => new Tile(row[1], int.Parse(row[2], CultureInfo.InvariantCulture), int.Parse(row[3], CultureInfo.InvariantCulture)),
                StringComparer.Ordinal
            );
}
