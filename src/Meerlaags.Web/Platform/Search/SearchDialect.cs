namespace Meerlaags.Web.Platform.Search;

/// <summary>How one database writes down a question. Words are folded to letters and digits, so that none can be read as a sign of the question itself.</summary>
/// <param name="Whole">A word as it is.</param>
/// <param name="Beginning">All words that begin so.</param>
/// <param name="All">Between things that must all be there.</param>
/// <param name="Any">Between things of which one is enough.</param>
internal sealed record SearchDialect(Func<string, string> Whole, Func<string, string> Beginning, string All, string Any)
{
    /// <summary>Of SQLite.</summary>
    public static readonly SearchDialect Fts5 = new(word => $"\"{word}\"", word => $"\"{word}\" *", " AND ", " OR ");

    /// <summary>Of PostgreSQL.</summary>
    public static readonly SearchDialect TsQuery = new(word => $"'{word}'", word => $"'{word}':*", " & ", " | ");

    /// <summary>
    /// The question for these words at these places: table by table, with words that only that table has. So it reads what the viewer's own tables hold, and nothing of the rest of the country.
    /// </summary>
    public string Ask(IReadOnlyList<SearchTerm> terms, Within within) =>
        Of(Any, within.Collaborations.Select(SearchIndex.Mark).Select(mark => At(mark, terms, within)));

    private string At(string mark, IReadOnlyList<SearchTerm> terms, Within within)
    {
        var found = Of(within.AnyWord ? Any : All, terms.Select(term => Ask(mark, term)));
        return within.Kind is { } kind ? Of(All, [Whole(mark + SearchIndex.Mark(kind)), found]) : found;
    }

    private string Ask(string mark, SearchTerm term)
    {
        // All words that begin so include the word itself, and mostly its stem.
        List<string> ways = [term.IsBeginning ? Beginning(mark + term.Form) : Whole(mark + term.Form)];
        if (!term.IsBeginning || !term.Stem.StartsWith(term.Form, StringComparison.Ordinal))
            ways.Add(Whole(mark + term.Stem));
        if (term.Parts.Count > 0)
            ways.Add(Of(All, term.Parts.Select(part => Whole(mark + part))));
        return Of(Any, ways);
    }

    private static string Of(string join, IEnumerable<string> parts) => $"({string.Join(join, parts.Distinct())})";
}
