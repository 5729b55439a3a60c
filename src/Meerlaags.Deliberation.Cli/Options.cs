namespace Meerlaags.Deliberation.Cli;

/// <summary>The language of what is printed for people.</summary>
internal enum Language
{
    Dutch,
    English,
}

/// <summary>What stands on the command line: a command, a file, and switches.</summary>
internal sealed record Options(string Command, string File, bool Lenient, string? Increment, bool Own, string? Elections, Language? Explain)
{
    public const string Usage = """
        meerlaags-deliberation COMMAND FILE [switches]

          pb FILE            every budget rule on a Pabulib file
             --lenient       warn about faults that leave the meaning clear
             --increment N   step of the add1 completion, per voter (1)
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
        var (lenient, increment, own, elections) = (false, (string?)null, false, (string?)null);
        Language? explain = null;
        for (var i = 0; i < arguments.Length; i++)
        {
            switch (arguments[i])
            {
                case "--lenient":
                    lenient = true;
                    break;
                case "--explain":
                    explain = i + 1 < arguments.Length && arguments[i + 1] == "en" ? Language.English : Language.Dutch;
                    if (i + 1 < arguments.Length && arguments[i + 1] is "nl" or "en")
                        i++;
                    break;
                case "--own":
                    own = true;
                    break;
                case "--elections" when i + 1 < arguments.Length:
                    elections = arguments[++i];
                    break;
                case "--increment" when i + 1 < arguments.Length:
                    increment = arguments[++i];
                    break;
                case var other when other.StartsWith("--", StringComparison.Ordinal):
                    return null;
                case var other:
                    plain.Add(other);
                    break;
            }
        }
        return plain.Count == 2 ? new(plain[0], plain[1], lenient, increment, own, elections, explain) : null;
    }
}
