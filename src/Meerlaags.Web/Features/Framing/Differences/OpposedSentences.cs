using System.Text.RegularExpressions;
using Meerlaags.Deliberation.Similarity;
using Meerlaags.Domain.Common;

namespace Meerlaags.Web.Features.Framing.Differences;

/// <summary>Finds sentences of two parties about the same thing in the opposite sense: one denies what the other says, or says its opposite.</summary>
public static partial class OpposedSentences
{
    /// <summary>Most sentences of one party that are laid beside those of others: some ten pages.</summary>
    public const int MostOfOne = 200;

    // Shorter ones say too little to be opposed to something.
    private const int FewestWords = 3;

    // Below it two sentences share some words and are about different things; a "niet" then opposes nothing.
    private const double ClearFrom = 0.5;

    /// <summary>The opposed sentences, the clearest first; and the parties of whose text only the first sentences were compared.</summary>
    public static IReadOnlyList<Opposite> In(IReadOnlyList<PartyText> texts, out IReadOnlyList<PartyId> shortened)
    {
        var sentences = texts
            .Select(text =>
                (
                    text.Party,
                    All: text.Passages.SelectMany(TextWord.Sentences).Distinct().Where(sentence => TextWord.Of(sentence).Count >= FewestWords).ToList()
                )
            )
            .ToList();
        shortened = [.. sentences.Where(text => text.All.Count > MostOfOne).Select(text => text.Party)];
        var quotes = sentences.SelectMany(text => text.All.Take(MostOfOne), (text, sentence) => new Quote(text.Party, sentence)).ToList();
        var analysed = Background.Analyse([.. quotes.Select(quote => Claim(quote.Sentence))], out var background);
        var found = new List<(double Score, Opposite Opposite)>();
        foreach (var (one, other) in TextSimilarity.Related(analysed, background, ClearFrom))
        {
            if (quotes[one].Party == quotes[other].Party)
                continue;
            var compared = TextSimilarity.Compare(analysed[one], analysed[other], background);
            if (compared.Relation == TextRelation.Opposed)
                found.Add((compared.WordScore, new Opposite(quotes[one], quotes[other], compared.Opposition)));
        }
        return [.. found.OrderByDescending(pair => pair.Score).Select(pair => pair.Opposite)];
    }

    // "Het water moet hoger, want het veen zakt": the reason behind a claim is no part of what is opposed.
    private static string Claim(string sentence) =>
        Reason().Match(sentence) is { Success: true } reason && TextWord.Of(sentence[..reason.Index]).Count >= FewestWords
            ? sentence[..reason.Index]
            : sentence;

    [GeneratedRegex(@"[,;:]?\s+(want|omdat|zodat|opdat|waardoor|tenzij)\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reason();
}
