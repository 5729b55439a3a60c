using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Meerlaags.Web.Tests.Wording;

/// <summary>The texts of one feature in one language.</summary>
/// <param name="Feature">First part of the keys.</param>
/// <param name="Texts">Texts by the rest of the key.</param>
public sealed record TextFile(string Feature, IReadOnlyDictionary<string, string> Texts);

/// <summary>Reads the texts of the product and the places where code asks for them.</summary>
public static partial class TextFiles
{
    /// <summary>Texts in Dutch.</summary>
    public static readonly IReadOnlyList<TextFile> Dutch = Read("Texts.resx");

    /// <summary>Texts in English.</summary>
    public static readonly IReadOnlyList<TextFile> English = Read("Texts.en.resx");

    /// <summary>All code that may ask for a text.</summary>
    public static readonly IReadOnlyList<string> Code = [.. Repository.Files("src", ".cs", ".cshtml").Select(path => File.ReadAllText(Repository.At(path)))];

    /// <summary>Whole keys with the Dutch text: <c>Home.Fault.404.Title</c>.</summary>
    public static IEnumerable<(string Key, string Text)> AllDutch =>
        Dutch.SelectMany(file => file.Texts, (file, text) => ($"{file.Feature}.{text.Key}", text.Value));

    /// <summary>Keys that stand in a source as they are, and keys with holes such as <c>Home.Fault.{}.Title</c>.</summary>
    public static IEnumerable<string> AskedFor(string code)
    {
        var features = string.Join('|', Dutch.Select(file => file.Feature));
        return Regex
            .Matches(code, $$"""(?<hole>\$?)"(?<key>(?:{{features}})\.(?:[\w.-]|\{[^{}"]*\})+)[":]""")
            .Select(match => match.Groups["hole"].Length == 0 ? match.Groups["key"].Value : Hole().Replace(match.Groups["key"].Value, "{}"))
            // "Register.Kind." + kind
            .Select(key => key.EndsWith('.') ? key + "{}" : key)
            .Where(key => char.IsUpper(key[key.IndexOf('.', StringComparison.Ordinal) + 1]) || key.Contains("{}", StringComparison.Ordinal));
    }

    /// <summary>Codes of refusals in a source.</summary>
    public static IEnumerable<string> Refused(string code) => RefusalCode().Matches(code).Select(match => match.Groups["code"].Value);

    /// <summary>Dutch sentences of the method files.</summary>
    public static IEnumerable<(string Key, string Text)> DutchContent() =>
        from path in Repository.Files("content", ".json")
        from text in DutchIn(JsonDocument.Parse(File.ReadAllText(Repository.At(path))).RootElement)
        select (path, text);

    private static IEnumerable<string> DutchIn(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element
                .EnumerateObject()
                .SelectMany(property =>
                    property is { Name: "nl", Value.ValueKind: JsonValueKind.String } ? [property.Value.GetString()!] : DutchIn(property.Value)
                ),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(DutchIn),
            _ => [],
        };

    private static List<TextFile> Read(string ending) =>
        [
            .. Repository
                .Files("src/Meerlaags.Web", ending)
                .Select(path => new TextFile(
                    Path.GetFileName(path)[..^ending.Length],
                    XDocument
                        .Load(Repository.At(path))
                        .Root!.Elements("data")
                        .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value)
                )),
        ];

    [GeneratedRegex("""(?:new Refusal\(\s*"|const string (?:Missing|TooLong) = ")(?<code>[^"]+)""")]
    private static partial Regex RefusalCode();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Hole();
}
