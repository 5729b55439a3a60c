using System.Text;

namespace Meerlaags.Tests.Shared;

/// <summary>A boundary file with a fault.</summary>
/// <param name="What">What is wrong with it.</param>
/// <param name="Code">The refusal it meets.</param>
/// <param name="Where">What the refusal names as the place; empty when the whole file is wrong.</param>
/// <param name="Content">The file.</param>
public sealed record BrokenFile(string What, string Code, string Where, byte[] Content)
{
    /// <inheritdoc/>
    public override string ToString() => What;
}

/// <summary>Boundary files: whole ones beside the repository, and broken ones made here.</summary>
public static class BoundaryFiles
{
    private const string Ring = "[[6.1,53.1],[6.2,53.1],[6.2,53.2],[6.1,53.1]]";

    /// <summary>The folder with whole files, beside the repository; null when it is not there.</summary>
    public static string? Folder { get; } = Find();

    /// <summary>Three municipalities of the register as squares: Dantumadiel, Noardeast-Fryslân and Achtkarspelen.</summary>
    public static byte[] Small => Text(Collection(Square("GM1891", 5.9, 53.25), Square("GM1970", 6.0, 53.35), Square("GM0059", 6.1, 53.2)));

    /// <summary>A file of several areas.</summary>
    public static string Collection(params string[] features) => $$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}""";

    /// <summary>A square of a tenth of a degree.</summary>
    public static string Square(string code, double west, double south) =>
        FormattableString.Invariant(
            $$$"""{"type":"Feature","properties":{"statcode":"{{{code}}}"},"geometry":{"type":"Polygon","coordinates":[[[{{{west}}},{{{south}}}],[{{{west + 0.1}}},{{{south}}}],[{{{west + 0.1}}},{{{south + 0.1}}}],[{{{west}}},{{{south + 0.1}}}],[{{{west}}},{{{south}}}]]]}}"""
        );

    /// <summary>Files that are refused, each for a reason of its own.</summary>
    public static IReadOnlyList<BrokenFile> Broken { get; } =
    [
        Whole("empty", "boundary.empty-file", "  \n"),
        Whole("not JSON at all", "boundary.no-json", "gemeenten van Nederland"),
        Whole("cut off half way", "boundary.no-json", Encoding.UTF8.GetString(Small)[..400]),
        Whole("NaN as a number", "boundary.no-json", Area("""{"type":"Polygon","coordinates":[[[NaN,53.1]]]}""")),
        Whole("a property twice", "boundary.no-json", """{"type":"FeatureCollection","type":"Topology","features":[]}"""),
        Whole("a thousand deep", "boundary.no-json", """{"type":"FeatureCollection","features":""" + new string('[', 1000) + new string(']', 1000) + "}"),
        Whole("a page of the web", "boundary.xml", "<!doctype html><title>404</title>"),
        new("a packed shapefile", "boundary.packed", "", [.. "PK"u8, 3, 4, 0, 0]),
        new("no UTF-8", "boundary.no-text", "", [(byte)'{', (byte)'"', 0xC3, 0x28, (byte)'"', (byte)'}']),
        Whole("half a character", "boundary.no-text", """{"type":"\ud800"}"""),
        Whole("a list at the top", "boundary.no-object", "[1,2]", "{}"),
        Whole("another type", "boundary.other-type", """{"type":"Point","coordinates":[6,53]}""", "Point"),
        Whole("no areas", "boundary.nothing", Collection()),
        Whole("features that are no list", "boundary.no-list", """{"type":"FeatureCollection","features":7}""", "features"),
        Whole("an area without a shape", "boundary.no-object", Area("null"), "features[0].geometry"),
        Whole("a feature without a code", "boundary.no-code", Area(Polygon(Ring), """{"naam":"Ergens"}"""), "features[0]"),
        Whole("codes of another country", "boundary.no-codes", Area(Polygon(Ring), """{"code":"DE-NI"}"""), "DE-NI"),
        Whole("the same code twice", "boundary.twice", Collection(Square("GM0059", 6, 53), Square("gm0059", 6.2, 53)), "features[1]"),
        Whole("a point for an area", "boundary.no-area", Area("""{"type":"Point","coordinates":[6,53]}"""), "features[0].geometry"),
        Whole("an open ring", "boundary.open-ring", Area(Polygon("[[6.1,53.1],[6.2,53.1],[6.2,53.2],[6.1,53.2]]")), "features[0].geometry.coordinates[0]"),
        Whole("too few points", "boundary.too-few-points", Area(Polygon("[[6.1,53.1],[6.2,53.1],[6.1,53.1]]")), "features[0].geometry.coordinates[0]"),
        Whole("no rings", "boundary.no-rings", Area("""{"type":"MultiPolygon","coordinates":[]}"""), "features[0].geometry"),
        Whole("smaller than a house", "boundary.too-small", Area(Polygon("[[6.1,53.1],[6.100001,53.1],[6.100001,53.100001],[6.1,53.1]]")), "features[0]"),
        Whole("words for numbers", "boundary.no-number", Area(Polygon("""[["6","53"],[6.2,53.1],[6.2,53.2],[6.1,53.1]]""")), "coordinates[0][0]"),
        Whole("a number without end", "boundary.no-number", Area(Polygon("[[6.1,53.1],[1e999,53.1],[6.2,53.2],[6.1,53.1]]")), "coordinates[0][1]"),
        Whole("a place with one number", "boundary.no-position", Area(Polygon("[[6.1],[6.2,53.1],[6.2,53.2],[6.1,53.1]]")), "coordinates[0][0]"),
        Whole("north before east", "boundary.swapped", Area(Polygon("[[53.1,6.1],[53.1,6.2],[53.2,6.2],[53.1,6.1]]")), "coordinates[0][0]"),
        Whole("in Brazil", "boundary.elsewhere", Area(Polygon("[[-47,-15],[-46,-15],[-46,-14],[-47,-15]]")), "coordinates[0][0]"),
        Whole(
            "in metres of the web",
            "boundary.no-degrees",
            Area(Polygon("[[680000,6900000],[690000,6900000],[690000,7000000],[680000,6900000]]")),
            "coordinates[0][0]"
        ),
        Whole("an arc that is not there", "boundary.no-arc", Topology("[[9]]"), "objects.gemeenten.geometries[0].arcs[0][0]"),
        Whole("the least arc there can be", "boundary.no-arc", Topology("[[-2147483648]]"), "objects.gemeenten.geometries[0].arcs[0][0]"),
        Whole("an arc beyond all numbers", "boundary.no-arc", Topology("[[1e30]]"), "objects.gemeenten.geometries[0].arcs[0][0]"),
        Whole("arcs that do not meet", "boundary.arcs-apart", Topology("[[0,0]]"), "objects.gemeenten.geometries[0].arcs[0][1]"),
        Whole("arcs that stay open", "boundary.open-ring", Topology("[[0,1,0]]", "[[[6.1,53.1],[6.15,53.15],[6.2,53.1]],[[6.2,53.1],[6.1,53.1]]]"), "arcs[0]"),
        Whole("a topology without arcs", "boundary.missing", """{"type":"Topology","objects":{}}""", "{}"),
        Whole("steps that run away", "boundary.no-degrees", Steps("[[0,0],[1e300,1e300],[0,0]]"), "arcs[0][1]"),
        Whole("more arcs than there is room for", "boundary.too-many-points", Topology($"[[{string.Join(',', Enumerable.Repeat("0,-1", 350_000))}]]")),
    ];

    private static string Area(string geometry, string properties = """{"statcode":"GM0059"}""") =>
        Collection($$"""{"type":"Feature","properties":{{properties}},"geometry":{{geometry}}}""");

    private static string Polygon(string ring) => $$"""{"type":"Polygon","coordinates":[{{ring}}]}""";

    private static string Topology(string arcs, string all = "[[[6.1,53.1],[6.2,53.1],[6.2,53.2]]]") =>
        $$$"""{"type":"Topology","arcs":{{{all}}},"objects":{"gemeenten":{"type":"GeometryCollection","geometries":[{"type":"Polygon","id":"GM0059","arcs":{{{arcs}}} } ] } } }""";

    private static string Steps(string arc) =>
        Topology("[[0]]", $"[{arc}]")
            .Replace(
                "\"Topology\",",
                """
                "Topology","transform":{"scale":[0.001,0.001],"translate":[6,53]},
                """,
                StringComparison.Ordinal
            );

    private static BrokenFile Whole(string what, string code, string content, string where = "") => new(what, code, where, Text(content));

    private static byte[] Text(string content) => Encoding.UTF8.GetBytes(content);

    private static string? Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var folder = Path.Combine(at.FullName, "shared", "data", "boundaries");
            if (Directory.Exists(folder))
                return folder;
        }
        return null;
    }
}
