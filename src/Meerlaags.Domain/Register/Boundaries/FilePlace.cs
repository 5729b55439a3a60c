using System.Globalization;
using System.Text.Json;
using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Register.Boundaries;

/// <summary>A spot in a boundary file that can say where it is.</summary>
internal readonly record struct FilePlace(JsonElement Element, string Path)
{
    private const int LongestShown = 60;

    // In the order in which they are most likely to hold the official code.
    private static readonly string[] CodeNames =
    [
        "statcode",
        "code",
        "gm_code",
        "gemeentecode",
        "pv_code",
        "provinciecode",
        "ws_code",
        "waterschapcode",
        "cr_code",
        "vr_code",
        "am_code",
        "res_code",
        "identificatie",
    ];

    public FilePlace Get(string name) => Find(name) ?? throw Wrong(new Refusal("boundary.missing", Path.Length > 0 ? Path : "{}", name));

    public FilePlace? Find(string name) =>
        Is(JsonValueKind.Object).Element.TryGetProperty(name, out var found) ? new FilePlace(found, Path.Length > 0 ? $"{Path}.{name}" : name) : null;

    public IEnumerable<FilePlace> Items()
    {
        var path = Is(JsonValueKind.Array).Path;
        return Element.EnumerateArray().Select((item, index) => new FilePlace(item, $"{path}[{index}]"));
    }

    public IEnumerable<(string Name, FilePlace Value)> Properties()
    {
        var path = Is(JsonValueKind.Object).Path;
        return Element.EnumerateObject().Select(property => (property.Name, new FilePlace(property.Value, $"{path}.{Short(property.Name)}")));
    }

    public string Text() => Is(JsonValueKind.String).Element.GetString() ?? "";

    public FilePlace Is(JsonValueKind kind) => Element.ValueKind == kind ? this : throw Wrong(new Refusal(Expected(kind), Path.Length > 0 ? Path : "{}"));

    /// <summary>The code of an area: a usual property first, its id after that. No code at all is refused.</summary>
    /// <param name="layer">What the file calls the list it stands in.</param>
    public (BoundaryCode? Code, string Named) Code(string layer)
    {
        string? first = null;
        foreach (var (name, text) in Candidates())
        {
            first ??= text;
            if (BoundaryCode.Read(text, $"{name} {layer}") is { } code)
                return (code, text);
        }
        return (null, Short(first ?? throw Wrong(new Refusal("boundary.no-code", Path))));
    }

    public static BoundaryFault Wrong(Refusal refusal) => new(refusal);

    /// <summary>What people wrote in a file is shown no longer than a line.</summary>
    public static string Short(string text) => PlainText.Line(text.Length > LongestShown ? text[..LongestShown] + "…" : text);

    private IEnumerable<(string Name, string Text)> Candidates()
    {
        var properties = Find("properties") is { Element.ValueKind: JsonValueKind.Object } found
            ? found.Properties().GroupBy(property => property.Name.ToLowerInvariant()).ToDictionary(group => group.Key, group => group.First().Value.Element)
            : [];
        foreach (var name in CodeNames.Where(properties.ContainsKey))
            if (Written(properties[name]) is { Length: > 0 } text)
                yield return (name, text);
        // A number there is most often a counter, no code.
        if (Find("id") is { Element: { ValueKind: JsonValueKind.String } id } && id.GetString() is { Length: > 0 } own)
            yield return ("id", own);
    }

    private static string Written(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.String => element.GetString() ?? "",
            JsonValueKind.Number when element.TryGetInt32(out var number) && number >= 0 => number.ToString("0000", CultureInfo.InvariantCulture),
            _ => "",
        };

    private static string Expected(JsonValueKind kind) =>
        kind switch
        {
            JsonValueKind.Object => "boundary.no-object",
            JsonValueKind.Array => "boundary.no-list",
            _ => "boundary.not-text",
        };
}
