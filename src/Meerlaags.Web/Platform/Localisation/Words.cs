namespace Meerlaags.Web.Platform.Localisation;

/// <summary>Words before figures: small numbers and names as they stand in a sentence.</summary>
public static class Words
{
    private static readonly string[] Dutch = ["nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"];
    private static readonly string[] English = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private static readonly (string Start, string Article)[] Articles =
    [
        ("Gemeente ", "de "),
        ("Provincie ", "de "),
        ("Waterschap ", "het "),
        ("Hoogheemraadschap ", "het "),
        ("Ministerie ", "het "),
    ];

    /// <summary>A number up to twelve in words, a larger one in figures.</summary>
    public static string Number(int number)
    {
        var words = Languages.IsDutch ? Dutch : English;
        return number >= 0 && number < words.Length ? words[number] : number.ToString(System.Globalization.CultureInfo.CurrentCulture);
    }

    /// <summary>The same at the start of a sentence.</summary>
    public static string NumberFirst(int number) => Capital(Number(number));

    /// <summary>The name of a party within a Dutch sentence: de gemeente Dantumadiel, het Rijk. In English the name as it is.</summary>
    public static string InSentence(string party)
    {
        if (!Languages.IsDutch)
            return party;
        if (party == "Rijk")
            return "het Rijk";
        var (start, article) = Articles.FirstOrDefault(known => party.StartsWith(known.Start, StringComparison.Ordinal));
        return start is null ? party : article + char.ToLowerInvariant(party[0]) + party[1..];
    }

    /// <summary>Several names within a sentence.</summary>
    public static string InSentence(IEnumerable<string> parties)
    {
        var names = parties.Select(InSentence).ToList();
        var and = Languages.IsDutch ? " en " : " and ";
        return names.Count < 2 ? string.Concat(names) : string.Join(", ", names.SkipLast(1)) + and + names[^1];
    }

    /// <summary>A sentence with a capital in front.</summary>
    public static string Capital(string sentence) =>
        sentence.Length == 0 ? sentence : char.ToUpper(sentence[0], System.Globalization.CultureInfo.CurrentCulture) + sentence[1..];
}
