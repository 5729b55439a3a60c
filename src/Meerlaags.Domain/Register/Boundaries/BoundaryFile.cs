using System.Text.Json;
using System.Text.Unicode;
using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Register.Boundaries;

/// <summary>The areas of one layer as a file gives them.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Shapes">Its areas, by code.</param>
/// <param name="Points">How many points they had in the file: more than are kept when it was finer than a screen shows.</param>
public sealed record ReadLayer(BoundaryLayer Layer, IReadOnlyList<BoundaryShape> Shapes, int Points);

/// <summary>What a boundary file holds.</summary>
/// <param name="Layers">Its layers, each once.</param>
/// <param name="Skipped">Codes in the file that belong to no layer of ours.</param>
/// <param name="WasConverted">Whether coordinates of the Dutch national grid were converted to degrees.</param>
public sealed record BoundaryFile(IReadOnlyList<ReadLayer> Layers, IReadOnlyList<string> Skipped, bool WasConverted)
{
    /// <summary>Most bytes of a file.</summary>
    public const int MostBytes = 20_000_000;

    /// <summary>Most points in a file, and in all areas together: arcs can be used by many.</summary>
    public const int MostPoints = 2_000_000;

    /// <summary>Most areas in a file.</summary>
    public const int MostShapes = 5_000;

    private const int Deepest = 32;
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = Deepest };

    /// <summary>Reads a file: GeoJSON or TopoJSON, in degrees or on the Dutch national grid. A bad file is refused with the place of the fault.</summary>
    public static Decided<BoundaryFile> Read(ReadOnlyMemory<byte> content)
    {
        if (content.Span.StartsWith("\uFEFF"u8))
            content = content[3..];
        if (Guard(content.Span) is { } refusal)
            return refusal;
        try
        {
            using var document = JsonDocument.Parse(content, Strict);
            return Of(new FilePlace(document.RootElement, ""));
        }
        catch (JsonException fault)
        {
            return new Refusal("boundary.no-json", (fault.LineNumber ?? 0) + 1, (fault.BytePositionInLine ?? 0) + 1);
        }
        catch (InvalidOperationException)
        {
            // Half a character behind an escape.
            return new Refusal("boundary.no-text");
        }
        catch (BoundaryFault fault)
        {
            return fault.Refusal;
        }
    }

    private static Refusal? Guard(ReadOnlySpan<byte> content)
    {
        if (content.Length > MostBytes)
            return new Refusal("boundary.too-large", MostBytes / 1_000_000);
        if (content.Trim(" \t\r\n"u8).IsEmpty)
            return new Refusal("boundary.empty-file");
        if (content.StartsWith("PK"u8) || content.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
            return new Refusal("boundary.packed");
        if (content.TrimStart(" \t\r\n"u8)[0] == '<')
            return new Refusal("boundary.xml");
        return Utf8.IsValid(content) ? null : new Refusal("boundary.no-text");
    }

    private static Decided<BoundaryFile> Of(FilePlace root)
    {
        var points = new PointReader();
        var areas = root.Get("type").Text() switch
        {
            "FeatureCollection" => GeoJson.Areas(root, points),
            "Topology" => TopoJson.Areas(root, points),
            var other => throw new BoundaryFault(new Refusal("boundary.other-type", FilePlace.Short(other))),
        };
        var (layers, skipped) = (new Dictionary<BoundaryLayer, Dictionary<string, BoundaryShape>>(), new List<string>());
        var kept = 0;
        foreach (var area in areas)
        {
            if (++kept > MostShapes)
                throw new BoundaryFault(new Refusal("boundary.too-many-areas", MostShapes));
            if (area.Code is not { } code)
            {
                skipped.Add(area.Named);
                continue;
            }
            if (!layers.TryGetValue(code.Layer, out var layer))
                layers.Add(code.Layer, layer = []);
            if (!layer.TryAdd(code.Value, new BoundaryShape(code.Value, area.Polygons)))
                throw new BoundaryFault(new Refusal("boundary.twice", area.Path, code.Value));
        }
        if (layers.Count == 0)
            return skipped.Count == 0 ? new Refusal("boundary.nothing") : new Refusal("boundary.no-codes", skipped[0]);
        return new BoundaryFile([.. layers.OrderBy(layer => layer.Key).Select(layer => Kept(layer.Key, layer.Value))], skipped, points.WasConverted);
    }

    private static ReadLayer Kept(BoundaryLayer layer, Dictionary<string, BoundaryShape> shapes)
    {
        List<BoundaryShape> all = [.. shapes.Values.OrderBy(shape => shape.Code, StringComparer.Ordinal)];
        return new ReadLayer(layer, Simplification.Of(all), all.Sum(shape => shape.Points));
    }
}

/// <summary>A file that cannot be read, with the place and the reason.</summary>
internal sealed class BoundaryFault(Refusal refusal) : Exception(refusal.Code)
{
    public Refusal Refusal => refusal;
}

/// <summary>One area as it was found.</summary>
/// <param name="Path">Where in the file.</param>
/// <param name="Code">Its code, or null when it is none of ours.</param>
/// <param name="Named">The code as the file writes it.</param>
/// <param name="Polygons">Its boundary.</param>
internal sealed record FoundArea(string Path, BoundaryCode? Code, string Named, IReadOnlyList<IReadOnlyList<IReadOnlyList<MapPoint>>> Polygons);
