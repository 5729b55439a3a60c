using System.Globalization;
using System.Text;
using Meerlaags.Deliberation.Numerics;

namespace Meerlaags.Deliberation.Cli.Explain;

/// <summary>Lines for people, in one of two languages; numbers are written as that language writes them.</summary>
internal sealed class Words(Language language)
{
    private static readonly NumberFormatInfo Dutch = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };
    private static readonly NumberFormatInfo English = new() { NumberGroupSeparator = ",", NumberDecimalSeparator = "." };
    private readonly StringBuilder text = new();

    public string Pick(string dutch, string english) => language == Language.Dutch ? dutch : english;

    public void Say(string dutch, string english) => text.Append(Pick(dutch, english)).Append('\n');

    public void Blank() => text.Append('\n');

    /// <summary>An amount: whole, or rounded to two decimals.</summary>
    public string Amount(Rational value) => Number(value.ToDouble(), value.IsInteger ? "N0" : "N2");

    public string Count(long value) => Number(value, "N0");

    public string Share(double value) => Number(100 * value, "N0") + "%";

    /// <summary>A figure between 0 and 1, with two decimals.</summary>
    public string Figure(double value) => Number(value, "N2");

    /// <summary>A number, with the name it has: "7 ('Meer bomen')".</summary>
    public static string Named(int number, IReadOnlyDictionary<int, string> names) =>
        names.TryGetValue(number, out var name) ? $"{Key(number)} ('{name}')" : Key(number);

    /// <summary>"a, b en c".</summary>
    public string List(IEnumerable<string> items)
    {
        string[] all = [.. items];
        var and = Pick(" en ", " and ");
        return all.Length < 2 ? string.Concat(all) : string.Join(", ", all[..^1]) + and + all[^1];
    }

    /// <summary>"1 voter" or "2 voters".</summary>
    public string Voters(long count) => Count(count) + (count == 1 ? Pick(" stemmer", " voter") : Pick(" stemmers", " voters"));

    public string Supporters(long count) => Count(count) + (count == 1 ? Pick(" voorstander", " supporter") : Pick(" voorstanders", " supporters"));

    public void Print()
    {
        using var output = new StreamWriter(Console.OpenStandardOutput());
        output.Write(text);
    }

    private static string Key(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string Number(double value, string format) => value.ToString(format, language == Language.Dutch ? Dutch : English);
}
