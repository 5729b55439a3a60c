using Meerlaags.Domain.Register;

namespace Meerlaags.Web.Platform.Search;

/// <summary>A thing that was found.</summary>
/// <param name="Entry">The thing.</param>
/// <param name="Terms">The words that were looked for.</param>
public sealed record SearchHit(SearchEntry Entry, IReadOnlyList<SearchTerm> Terms)
{
    /// <summary>The part of its text that has the words, cut in pieces; made when it is asked, as most of what is found is not shown.</summary>
    public IReadOnlyList<SnippetPart> Snippet => field ??= Snippets.Of(Entry.Text, Terms);
}

/// <summary>A piece of a text, and whether it is a word that was looked for.</summary>
public readonly record struct SnippetPart(string Text, bool IsFound);

/// <summary>
/// Puts what was found in order, the same on both databases. A word weighs more when it stands in fewer of the texts, when it stands there as it was typed, and when it stands in a
/// title; more of the same word helps less and less, and a long text needs more of them (the saturation and length of BM25; Robertson and Zaragoza 2009). The newest first among equals.
/// </summary>
public static class SearchRanking
{
    private const double Saturation = 1.2;
    private const double Length = 0.6;
    private const double InTitle = 3;

    /// <summary>The order.</summary>
    public static IReadOnlyList<SearchHit> Of(IReadOnlyList<SearchEntry> entries, IReadOnlyList<SearchTerm> terms)
    {
        var counted = entries.Select(entry => (Entry: entry, Counts: Counts(entry, terms, out var length), Length: length)).ToList();
        var usual = counted.Count == 0 ? 1 : Math.Max(1, counted.Average(known => known.Length));
        var rarity = terms.Select((_, place) => Rarity(counted.Count, counted.Count(known => known.Counts[place] > 0))).ToArray();
        return
        [
            .. counted
                .OrderByDescending(known => known.Counts.Select((count, place) => rarity[place] * Weight(count, known.Length / usual)).Sum())
                .ThenByDescending(known => known.Entry.Id)
                .Select(known => new SearchHit(known.Entry, terms)),
        ];
    }

    private static double Rarity(int all, int having) => Math.Log(1 + ((all - having + 0.5) / (having + 0.5)));

    private static double Weight(double count, double length) => count * (Saturation + 1) / (count + (Saturation * (1 - Length + (Length * length))));

    private static double[] Counts(SearchEntry entry, IReadOnlyList<SearchTerm> terms, out int length)
    {
        var counts = new double[terms.Count];
        length = 0;
        foreach (var (text, weight) in new[] { (entry.Title, InTitle), (entry.Text, 1.0) })
        {
            var folded = SearchKey.Fold(text).AsSpan();
            foreach (var range in folded.Split(' '))
            {
                var word = folded[range];
                if (word.IsEmpty)
                    continue;
                length++;
                for (var place = 0; place < counts.Length; place++)
                    counts[place] += weight * terms[place].Fits(word[..Math.Min(word.Length, SearchWords.LongestWord)]) / 3.0;
            }
        }
        return counts;
    }
}
