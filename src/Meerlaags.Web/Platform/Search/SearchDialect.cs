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

    /// <summary>The question for these words at these places.</summary>
    public string Ask(IReadOnlyList<SearchTerm> terms, Within within)
    {
        List<string> places = [Of(Any, within.Collaborations.Select(collaboration => Whole(SearchIndex.Mark(collaboration))))];
        if (within.Kind is { } kind)
            places.Add(Whole(SearchIndex.Mark(kind)));
        return Of(All, [Of(within.AnyWord ? Any : All, terms.Select(Ask)), .. places]);
    }

    private string Ask(SearchTerm term)
    {
        List<string> ways = [Whole(term.Form), Whole(term.Stem)];
        if (term.IsBeginning)
            ways.Add(Beginning(term.Form));
        if (term.Parts.Count > 0)
            ways.Add(Of(All, term.Parts.Select(Whole)));
        return Of(Any, ways);
    }

    private static string Of(string join, IEnumerable<string> parts) => $"({string.Join(join, parts.Distinct())})";
}
