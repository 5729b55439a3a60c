using System.Globalization;
using Meerlaags.Domain.Content;

namespace Meerlaags.Web.Features.Framing.Differences;

/// <summary>A number with what it counts, as it stands in a text.</summary>
/// <param name="Value">The number.</param>
/// <param name="Unit">What it counts.</param>
/// <param name="First">The first of its words.</param>
/// <param name="Last">The last of its words.</param>
public readonly record struct Amount(decimal Value, Concept Unit, int First, int Last);

/// <summary>Reads numbers with units and years as Dutch texts write them: <c>75.000 woningen</c>, <c>€ 1,5 miljoen</c>, <c>twee dorpen</c>, <c>2035</c>.</summary>
public sealed class Amounts(IReadOnlyList<Concept> units)
{
    private const int MostWordsBetween = 2;
    private const int FirstYear = 1900;
    private const int LastYear = 2199;

    // Beyond it nobody means a number; "miljard miljard miljard" is no amount.
    private const decimal Most = 1_000_000_000_000_000m;

    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    private static readonly string[] UpToTwenty =
    [
        .. "nul één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig".Split(' '),
    ];

    private static readonly string[] Tens = ["dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig", "honderd"];

    private static readonly Dictionary<string, decimal> Written = UpToTwenty
        .Index()
        .Select(number => (Word: number.Item, Value: (decimal)number.Index))
        .Concat(Tens.Index().Select(number => (Word: number.Item, Value: 30m + 10 * number.Index)))
        .ToDictionary(number => number.Word, number => number.Value);

    private static readonly Dictionary<string, decimal> Times = new()
    {
        ["duizend"] = 1_000,
        ["miljoen"] = 1_000_000,
        ["miljard"] = 1_000_000_000,
    };

    // A number of four digits behind one of these is a year, whatever it stands before: "in 2030 woningen bouwen".
    private static readonly HashSet<string> BeforeYear =
    [
        .. "in voor vóór na tot tegen vanaf sinds rond uiterlijk begin medio eind jaar en".Split(' '),
        .. "januari februari maart april mei juni juli augustus september oktober november december".Split(' '),
    ];

    private readonly List<(Concept Unit, List<WordPattern> Words)> known =
    [
        .. units.Select(unit => (unit, unit.Words.Select(word => new WordPattern(word)).ToList())),
    ];

    /// <summary>Whether a word is a number and nothing else, in figures or in letters.</summary>
    public static bool IsNumber(string word) =>
        word.All(char.IsDigit) || Written.ContainsKey(word.ToLowerInvariant()) || Times.ContainsKey(word.ToLowerInvariant());

    /// <summary>The amounts of a text.</summary>
    public IEnumerable<Amount> In(string text, IReadOnlyList<TextWord> words)
    {
        for (var place = 0; place < words.Count; place++)
        {
            if (ValueOf(words[place]) is not { } value || YearAt(text, words, place) is not null)
                continue;
            var last = place;
            while (last + 1 < words.Count && Times.TryGetValue(words[last + 1].Small, out var times))
                (value, last) = (value > Most / times ? decimal.MaxValue : value * times, last + 1);
            if (value <= Most && SignBeside(text, words[place], words[last]) is { } sign && UnitOf(sign) is { } signed)
                yield return new Amount(value, signed, place, last);
            else if (value <= Most && UnitBehind(words, last) is { } found)
                yield return new Amount(value, found.Unit, place, found.Place);
            place = last;
        }
    }

    /// <summary>The year that stands in this place, or null: a number that counts something is no year.</summary>
    public int? YearAt(string text, IReadOnlyList<TextWord> words, int place)
    {
        var word = words[place];
        if (word.Small.Length != 4 || !int.TryParse(word.Small, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            return null;
        if (year is < FirstYear or > LastYear || SignBeside(text, word, word) is not null)
            return null;
        return place > 0 && !word.OpensSentence && BeforeYear.Contains(words[place - 1].Small) || !Counts(words, place) ? year : null;
    }

    private bool Counts(IReadOnlyList<TextWord> words, int place) =>
        place + 1 < words.Count
        && !words[place + 1].OpensSentence
        && (Times.ContainsKey(words[place + 1].Small) || known.Exists(unit => unit.Words.Exists(word => word.FitsAt(words, place + 1) > 0)));

    private static decimal? ValueOf(TextWord word) =>
        Written.TryGetValue(word.Small, out var written) ? written
        : Times.TryGetValue(word.Small, out var times) ? times
        : char.IsDigit(word.Small[0]) && decimal.TryParse(word.Small, NumberStyles.Number, Dutch, out var value) ? value
        : null;

    private static string? SignBeside(string text, TextWord first, TextWord last)
    {
        var before = text[..first.Start].TrimEnd();
        if (before.EndsWith('€'))
            return "euro";
        return text[last.End..].TrimStart().StartsWith('%') ? "procent" : null;
    }

    private Concept? UnitOf(string word) => known.Find(unit => unit.Unit.Words.Contains(word)).Unit;

    private (Concept Unit, int Place)? UnitBehind(IReadOnlyList<TextWord> words, int last)
    {
        for (var place = last + 1; place < words.Count && place <= last + 1 + MostWordsBetween && !words[place].OpensSentence; place++)
        {
            if (ValueOf(words[place]) is not null)
                return null;
            if (known.Find(unit => unit.Words.Exists(word => word.FitsAt(words, place) > 0)).Unit is { } unit)
                return (unit, place);
        }
        return null;
    }
}
