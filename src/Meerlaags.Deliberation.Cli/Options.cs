using Meerlaags.Deliberation.Numerics;

namespace Meerlaags.Deliberation.Cli;

/// <summary>The language of what is printed for people.</summary>
internal enum Language
{
    Dutch,
    English,
}

/// <summary>What stands on the command line: a command, a file, and switches.</summary>
internal sealed record Options(string Command, string File)
{
    public bool Lenient { get; private init; }

    /// <summary>Above 0.</summary>
    public Rational Increment { get; private init; } = Rational.One;

    public bool Own { get; private init; }
    public string? Elections { get; private init; }
    public Language? Explain { get; private init; }

    public const string Usage = """
        meerlaags-deliberation COMMAND FILE [switches]

          pb FILE            every budget rule on a Pabulib file
             --lenient       warn about faults that leave the meaning clear
             --increment N   step of the add1 completion, per voter: a number above 0 (1)
          committees FILE    every committee rule on a file of approval profiles
          polis PATH         opinion groups as Polis computes them: JSON of votes, a table of votes (.csv), or an export folder
             --own           our own grouping: the same for every order, with its stability, and given groups (parties) beside it
          production FILE    the figures a Polis server published, recomputed
          priceability FILE  price systems and complaints for the outcomes named in a file of cases
             --elections DIR where the elections are (beside the file)
          similarity FILE    pairs of Dutch texts, tab-separated (id, a, b): id, score, relation

        Every command takes --explain (Dutch) or --explain en: printed for people instead of as JSON.
        Exit codes: 0 good, 1 wrong use, 2 a file with a fault (the line is named).
        """;

    /// <summary>Null when the line is not understood.</summary>
    public static Options? Parse(string[] arguments)
    {
        var plain = new List<string>();
        var options = new Options("", "");
        for (var i = 0; i < arguments.Length; i++)
        {
            switch (arguments[i])
            {
                case "--lenient":
                    options = options with { Lenient = true };
                    break;
                case "--explain":
                    var named = i + 1 < arguments.Length && arguments[i + 1] is "nl" or "en" ? arguments[++i] : "nl";
                    options = options with { Explain = named == "en" ? Language.English : Language.Dutch };
                    break;
                case "--own":
                    options = options with { Own = true };
                    break;
                case "--elections" when i + 1 < arguments.Length:
                    options = options with { Elections = arguments[++i] };
                    break;
                case "--increment" when i + 1 < arguments.Length:
                    if (!Rational.TryParse(arguments[++i], out var increment) || increment.Sign <= 0)
                        return null;
                    options = options with { Increment = increment };
                    break;
                case var other when other.StartsWith("--", StringComparison.Ordinal):
                    return null;
                case var other:
                    plain.Add(other);
                    break;
            }
        }
        return plain.Count == 2 ? options with { Command = plain[0], File = plain[1] } : null;
    }
}
