using Meerlaags.Deliberation.Similarity;
using Meerlaags.Domain.Register;

namespace Meerlaags.Web.Platform.Search;

/// <summary>Makes text findable in Dutch: without accents and capitals, by stem, and by the parts of compounds. The same for what is kept and for what is asked.</summary>
public sealed class SearchWords(Compounds compounds)
{
    /// <summary>Goes up when the same text would give other words in the index: then all texts are read anew.</summary>
    public const int Version = 2;

    /// <summary>Of a longer word only this much counts.</summary>
    public const int LongestWord = 60;

    private const string Vowels = "aeiouy";

    /// <summary>The words by which texts are found: of every word its form, its stem and its parts, each once.</summary>
    public IReadOnlyCollection<string> Of(params string[] texts)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var form in texts.SelectMany(Forms).Where(form => !compounds.IsEverywhere(form)).Distinct())
        {
            words.Add(form);
            words.Add(Stem(form));
            words.UnionWith(compounds.Split(form));
        }
        return words;
    }

    /// <summary>What somebody asks: at most eight words that tell something, each with its stem and its parts.</summary>
    public IReadOnlyList<SearchTerm> Asked(string text)
    {
        var forms = Forms(text).Distinct().ToList();
        return
        [
            .. forms
                .Where(form => !compounds.IsEverywhere(form))
                .Take(SearchTerm.Most)
                // What is still being typed may be the beginning of a word.
                .Select(form => new SearchTerm(form, compounds, form == forms[^1] && form.Length >= SearchTerm.ShortestBeginning)),
        ];
    }

    /// <summary>
    /// The stem of a folded word. Beyond the stemmer, which leaves them: of a double consonant at the end one stays (bossen, bos), and a v or z there is written as it sounds (huizen, huis).
    /// </summary>
    public static string Stem(string word)
    {
        var stem = DutchStemmer.Stem(word);
        if (stem.Length < 3 || !char.IsAsciiLetterLower(stem[^1]))
            return stem;
        if (stem[^1] == stem[^2] && !Vowels.Contains(stem[^1]))
            stem = stem[..^1];
        return stem[^1] switch
        {
            'v' => stem[..^1] + 'f',
            'z' => stem[..^1] + 's',
            _ => stem,
        };
    }

    /// <summary>The words of a text in their order, folded.</summary>
    public static IEnumerable<string> Forms(string text) =>
        SearchKey.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Length > LongestWord ? word[..LongestWord] : word);
}

/// <summary>One word that somebody looks for.</summary>
/// <param name="form">As it was typed, folded.</param>
/// <param name="compounds">Knows the parts of longer words.</param>
/// <param name="isBeginning">Whether words that begin with it are found too.</param>
public sealed class SearchTerm(string form, Compounds compounds, bool isBeginning)
{
    // The same words stand in text after text: each is compared once for each question.
    private readonly Dictionary<string, int> compared = new(StringComparer.Ordinal);

    /// <summary>Most words of one question.</summary>
    public const int Most = 8;

    /// <summary>From this many letters on a word may be the beginning of a longer one.</summary>
    public const int ShortestBeginning = 3;

    /// <summary>As it was typed, folded.</summary>
    public string Form => form;

    /// <summary>Its stem.</summary>
    public string Stem { get; } = SearchWords.Stem(form);

    /// <summary>Stems of the parts when it is a compound: a text that has them all is found too.</summary>
    public IReadOnlyList<string> Parts { get; } = compounds.Split(form);

    /// <summary>Whether words that begin with it are found too.</summary>
    public bool IsBeginning => isBeginning;

    /// <summary>How well a folded word of a text answers this: 3 the very word, 2 another form of it, 1 a part or the beginning of a longer word, or a part of this one, 0 not at all.</summary>
    public int Fits(ReadOnlySpan<char> word)
    {
        var known = compared.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(word, out var fits))
            return fits;
        var whole = word.ToString();
        return compared[whole] = Compare(whole);
    }

    private int Compare(string word) =>
        word == Form ? 3
        : IsForm(word, Stem) ? 2
        : IsBeginning && word.StartsWith(Form, StringComparison.Ordinal) ? 1
        : Parts.Any(part => IsForm(word, part)) ? 1
        : MayHold(word) && compounds.Split(word).Contains(Stem) ? 1
        : 0;

    private static bool IsForm(string word, string stem) => word[0] == stem[0] && SearchWords.Stem(word) == stem;

    // Taking every long word apart would cost more than all the rest.
    private bool MayHold(string word) =>
        Stem.Length >= Compounds.ShortestPart && word.Length > Stem.Length && word.Contains(Stem[..Compounds.ShortestPart], StringComparison.Ordinal);
}
