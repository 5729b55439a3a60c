using System.Globalization;

namespace Meerlaags.Bench;

/// <summary>What to measure, as typed on the command line.</summary>
/// <param name="Arguments">What was typed, after the command.</param>
internal sealed record Options(string[] Arguments)
{
    private const string DefaultSizes = "10,300";

    /// <summary>Numbers of collaborations to measure with, the smallest first.</summary>
    public IReadOnlyList<int> Sizes => [.. Text("sizes", DefaultSizes).Split(',').Select(Parse).Order()];

    /// <summary>Rounds that count, for each page.</summary>
    public int Rounds => Number("rounds", 5);

    /// <summary>How long one window of load lasts on the product, in milliseconds; on a baseline half as long.</summary>
    public int Window => Number("window", 500);

    /// <summary>How long the pages are asked before anything counts, in seconds.</summary>
    public int WarmUp => Number("warm-up", 15);

    /// <summary>Open connections of the load.</summary>
    public int Connections => Number("connections", 8);

    /// <summary>Which databases: sqlite, postgres, or both.</summary>
    public string Databases => Text("databases", "both");

    /// <summary>The folder of the published product.</summary>
    public string Product => Path.GetFullPath(Text("product", ""));

    /// <summary>The folder for data that is thrown away.</summary>
    public string Folder => Path.GetFullPath(Text("folder", ""));

    /// <summary>First of the ports on loopback that are used.</summary>
    public int Port => Number("port", 5_170);

    /// <summary>Whether only statements, rows and bytes are counted.</summary>
    public bool CountsOnly => Arguments.Contains("--counts");

    /// <summary>Whether the statements themselves are shown.</summary>
    public bool ShowsSql => Arguments.Contains("--sql");

    /// <summary>Parts of a whole country to measure with, the smallest first.</summary>
    public IReadOnlyList<double> Scales => [.. Text("scales", Text("scale", "0.01,0.1,1")).Split(',').Select(Share).Order()];

    /// <summary>The part of a whole country to make.</summary>
    public double Scale => Share(Text("scale", "1"));

    /// <summary>What decides about everything in a country.</summary>
    public int Seed => Number("seed", 1);

    /// <summary>The last day of a country, or null for the usual one.</summary>
    public DateOnly? Until => Text("until", "") is { Length: > 0 } day ? DateOnly.Parse(day, CultureInfo.InvariantCulture) : null;

    /// <summary>Whether a country is only made.</summary>
    public bool MakesOnly => Arguments.Contains("--only-make");

    /// <summary>The value after <c>--name</c>, or another.</summary>
    public string Text(string name, string otherwise)
    {
        var place = Array.IndexOf(Arguments, "--" + name);
        return place >= 0 && place + 1 < Arguments.Length ? Arguments[place + 1] : otherwise;
    }

    /// <summary>The number after <c>--name</c>, or another.</summary>
    public int Number(string name, int otherwise) => Parse(Text(name, otherwise.ToString(CultureInfo.InvariantCulture)));

    private static double Share(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static int Parse(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
