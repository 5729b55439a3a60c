using System.Globalization;

namespace Meerlaags.Bench.Country;

/// <summary>Writes Dutch sentences about a theme and the places around a table. A few words come in almost every text, most come seldom.</summary>
/// <param name="dice">Decides what is written.</param>
/// <param name="theme">What it is about.</param>
/// <param name="places">Names of places.</param>
internal sealed class Phrases(Dice dice, Theme theme, IReadOnlyList<string> places)
{
    private static readonly IReadOnlyList<string> Shapes =
    [
        "In {p} is {t} {w}.",
        "Wij willen {t} {d}, en {g} hoort daarbij.",
        "Zonder {g} komt {t} er niet.",
        "{T} is {w}, vooral in {p}.",
        "{G} en {g} moeten wij {d}.",
        "Over {n} jaar is {s} {w}.",
        "Wat {p} nodig heeft, is {t}; daarna kunnen wij {s} {d}.",
        "{N} inwoners van {p} merken dat {t} {w} is.",
        "{S} vraagt om {g}.",
        "Wie {t} wil {d}, begint bij {g}.",
        "{T} kunnen wij alleen samen {d}.",
        "Tussen {p} en {p} is {s} {w}.",
        "Het gaat ons om {t}, niet om {s}.",
        "{G} is {w}, en {t} ook.",
    ];

    private static readonly IReadOnlyList<string> Challenges =
    [
        "Hoe kunnen wij {t} {d} in {p} en omgeving?",
        "{T} en {t} {d}: wat vraagt dat van ons allen?",
        "Wie zorgt dat {t} niet langer {w} is rond {p}?",
        "Samen {t} {d}, van {p} tot {p}",
        "{S} in onze regio: wat is nodig om {t} te behouden?",
    ];

    /// <summary>The question of a table.</summary>
    public string Challenge() => Fitting(() => Filled(dice.Pick(Challenges)), 200);

    /// <summary>One sentence of at most so many characters.</summary>
    public string Sentence(int most) => Fitting(() => Filled(dice.PickEarly(Shapes)), most);

    /// <summary>Some sentences.</summary>
    public string Sentences(int least, int most) => string.Join(' ', Enumerable.Range(0, dice.Between(least, most)).Select(_ => Sentence(200)));

    /// <summary>Something of the theme or of all themes, with its article.</summary>
    public string Thing() => dice.Chance(0.6) ? dice.PickEarly(theme.Things) : dice.PickEarly(Vocabulary.Common);

    /// <summary>A word put together of two; there are thousands, and most come seldom.</summary>
    public string Compound()
    {
        var (half, tail) = (Vocabulary.Halves[dice.EarlyBelow(Vocabulary.Halves.Count)], dice.PickEarly(Vocabulary.Tails));
        var space = tail.IndexOf(' ', StringComparison.Ordinal);
        return $"{tail[..space]} {half}{tail[(space + 1)..]}";
    }

    // What turned out too long is written anew; shapes and words are such that the next one mostly fits.
    private static string Fitting(Func<string> write, int most)
    {
        var text = write();
        while (text.Length > most)
            text = write();
        return text;
    }

    private string Filled(string shape)
    {
        var text = new System.Text.StringBuilder(shape.Length * 3);
        for (var place = 0; place < shape.Length; place++)
        {
            if (shape[place] != '{')
            {
                text.Append(shape[place]);
                continue;
            }
            text.Append(Word(shape[place + 1]));
            place += 2;
        }
        return text.ToString();
    }

    private string Word(char kind) =>
        kind switch
        {
            't' => Thing(),
            'T' => Capital(Thing()),
            'g' => dice.PickEarly(Vocabulary.Common),
            'G' => Capital(dice.PickEarly(Vocabulary.Common)),
            's' => Compound(),
            'S' => Capital(Compound()),
            'd' => dice.PickEarly(Vocabulary.Deeds),
            'w' => dice.PickEarly(Vocabulary.Ways),
            'p' => dice.Pick(places),
            'n' => dice.Between(2, 15).ToString(CultureInfo.InvariantCulture),
            _ => (dice.Between(2, 90) * 100).ToString(CultureInfo.InvariantCulture),
        };

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
