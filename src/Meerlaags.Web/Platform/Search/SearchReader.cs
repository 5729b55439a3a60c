using Meerlaags.Web.Platform.Data;

namespace Meerlaags.Web.Platform.Search;

/// <summary>What somebody looks for.</summary>
/// <param name="Text">The words.</param>
/// <param name="Kind">For things of one kind, or null for all.</param>
public sealed record SearchQuestion(string Text, string? Kind = null);

/// <summary>What was found for a question.</summary>
/// <param name="Hits">The things, the best first.</param>
/// <param name="Terms">The words that were looked for.</param>
/// <param name="AnyWord">Whether nothing has all words, and these have some of them.</param>
/// <param name="IsBounded">Whether there may be more: only the newest were weighed.</param>
public sealed record SearchAnswer(IReadOnlyList<SearchHit> Hits, IReadOnlyList<SearchTerm> Terms, bool AnyWord, bool IsBounded);

/// <summary>Finds what the viewer may see, by words, and puts the best first.</summary>
public sealed class SearchReader(Db db, SearchWords words, SearchKinds kinds)
{
    private const int LongestQuestion = 200;

    /// <summary>The best of what fits. Everything has all words; when nothing does, some of them.</summary>
    public async Task<SearchAnswer> FindAsync(SearchQuestion question, CancellationToken stop)
    {
        var terms = words.Asked(question.Text.Length > LongestQuestion ? question.Text[..LongestQuestion] : question.Text);
        var within = new Within(db.ViewerMemberships, kinds.ByCode(question.Kind)?.Code, AnyWord: false);
        var found = await SearchIndex.FindAsync(db, terms, within, stop);
        var anyWord = found.Count == 0 && terms.Count > 1;
        if (anyWord)
            found = await SearchIndex.FindAsync(db, terms, within with { AnyWord = true }, stop);
        return new SearchAnswer(SearchRanking.Of(found, terms), terms, anyWord && found.Count > 0, found.Count == SearchIndex.MostCandidates);
    }
}
