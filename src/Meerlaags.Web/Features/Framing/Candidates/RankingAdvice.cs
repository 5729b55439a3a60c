using Meerlaags.Deliberation.Ranking;
using Meerlaags.Domain.Framing;

namespace Meerlaags.Web.Features.Framing.Candidates;

/// <summary>Two texts against each other: how many of the parties put one before the other.</summary>
/// <param name="One">One text.</param>
/// <param name="Other">The other text.</param>
/// <param name="For">Parties that put one before the other.</param>
/// <param name="Against">Parties that put the other before the one.</param>
/// <param name="Of">Parties that gave an order.</param>
public sealed record Duel(CandidateTextId One, CandidateTextId Other, int For, int Against, int Of);

/// <summary>Why a text comes before another: straight, or along texts in between.</summary>
/// <param name="Other">The text it comes before.</param>
/// <param name="Steps">The steps of the strongest way there.</param>
public sealed record WayThere(CandidateTextId Other, IReadOnlyList<Duel> Steps);

/// <summary>
/// What the orders of the parties advise, by the method of Schulze (Social Choice and Welfare 36, 2011) with margins. Every party weighs the same; texts a party left
/// out stand below those it named. It advises, people decide; "no clear first" is an answer as good as any.
/// </summary>
public sealed class RankingAdvice
{
    private RankingAdvice() { }

    /// <summary>Fewest orders that say something of a table.</summary>
    public const int FewestOrders = 2;

    /// <summary>The texts that come first: one, or several when none is clearly first.</summary>
    public IReadOnlyList<CandidateTextId> First => Levels[0];

    /// <summary>Whether one text comes first.</summary>
    public bool HasClearFirst => First.Count == 1;

    /// <summary>All texts in levels, the first ones first; equals share one.</summary>
    public required IReadOnlyList<IReadOnlyList<CandidateTextId>> Levels { get; init; }

    /// <summary>Why the first text comes before each other one; empty without a clear first.</summary>
    public required IReadOnlyList<WayThere> Because { get; init; }

    /// <summary>The texts that share the first place against each other; empty with a clear first.</summary>
    public required IReadOnlyList<Duel> Between { get; init; }

    /// <summary>The advice; null while too few parties gave an order.</summary>
    public static RankingAdvice? From(IReadOnlyList<CandidateTextId> texts, IReadOnlyCollection<CandidateRanking> orders)
    {
        if (texts.Count < 2 || orders.Count < FewestOrders)
            return null;
        var matrix = new PairwiseMatrix(texts.Count, [.. orders.Select(order => BallotOf(texts, order))]);
        var ranked = SchulzeMethod.Rank(matrix);
        var winners = ranked.Winners;
        return new RankingAdvice
        {
            Levels = [.. ranked.Levels.Select(level => level.Select(place => texts[place]).ToList())],
            Because = winners is [var first]
                ? [.. ranked.Explain(first).Select(way => new WayThere(texts[way.Against], [.. way.There.Select(step => DuelOf(step.Winner, step.Loser))]))]
                : [],
            Between = winners.Count < 2 ? [] : [.. winners.SelectMany(one => winners.Where(other => other > one).Select(other => DuelOf(one, other)))],
        };

        Duel DuelOf(int one, int other) => new(texts[one], texts[other], (int)matrix[one, other], (int)matrix[other, one], orders.Count);
    }

    // A text that went or came later than the order is not in it.
    private static RankedBallot BallotOf(IReadOnlyList<CandidateTextId> texts, CandidateRanking order) =>
        new([
            .. order
                .Places.Where(place => texts.Contains(place.Candidate))
                .GroupBy(place => place.Place)
                .OrderBy(level => level.Key)
                .Select(level => (IReadOnlyList<int>)[.. level.Select(place => texts.Index().Single(text => text.Item == place.Candidate).Index)]),
        ]);
}
