using Meerlaags.Deliberation.Similarity;

namespace Meerlaags.Web.Features.Framing.Differences;

/// <summary>Finds sentences of two parties about the same thing in the opposite sense: one denies what the other says, or says its opposite.</summary>
public static class OpposedSentences
{
    // Shorter ones say too little to be opposed to something.
    private const int FewestWords = 3;

    // Below it two sentences share some words and are about different things; a "niet" then opposes nothing.
    private const double ClearFrom = 0.5;

    /// <summary>The opposed sentences, the clearest first.</summary>
    public static IReadOnlyList<Opposite> In(IReadOnlyList<PartyText> texts)
    {
        var quotes = texts
            .SelectMany(text => text.Passages.SelectMany(TextWord.Sentences).Distinct().Select(sentence => new Quote(text.Party, sentence)))
            .Where(quote => TextWord.Of(quote.Sentence).Count >= FewestWords)
            .ToList();
        var analysed = Background.Analyse([.. quotes.Select(quote => quote.Sentence)], out var background);
        var found = new List<(double Score, Opposite Opposite)>();
        for (var one = 0; one < quotes.Count; one++)
        for (var other = one + 1; other < quotes.Count; other++)
        {
            if (quotes[one].Party == quotes[other].Party)
                continue;
            if (TextSimilarity.Score(analysed[one], analysed[other], background).Relation != TextRelation.Opposed)
                continue;
            var compared = TextSimilarity.Compare(analysed[one], analysed[other], background);
            if (compared.WordScore < ClearFrom)
                continue;
            found.Add((compared.WordScore, new Opposite(quotes[one], quotes[other], compared.Opposition)));
        }
        return [.. found.OrderByDescending(pair => pair.Score).Select(pair => pair.Opposite)];
    }
}
