using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Framing.Candidates;

/// <summary>The candidates of a round with the orders that the parties at the table gave, and what these advise together.</summary>
/// <param name="Candidates">The candidates.</param>
/// <param name="Orders">The orders, in the order of the table.</param>
/// <param name="Advice">The advice; null before people spoke, when the view is off, or while too few gave an order.</param>
public sealed record RankedCandidates(IReadOnlyList<CandidateLine> Candidates, IReadOnlyList<CandidateRanking> Orders, RankingAdvice? Advice)
{
    /// <summary>The candidate with this id.</summary>
    public CandidateLine this[CandidateTextId id] => Candidates.Single(text => text.Id == id);
}

/// <summary>Reads the orders of the parties.</summary>
public sealed class RankingReader(Db db, CandidateLines lines)
{
    /// <summary>The candidates and orders of a round.</summary>
    public async Task<RankedCandidates> OfAsync(RoundView view, CancellationToken stop)
    {
        var candidates = await lines.OfAsync(view.Round.Id, stop);
        if (!view.Shows(ComputedView.Ranking))
            return new RankedCandidates(candidates, [], null);
        var orders = await OrdersAsync(view.Table, view.Round, stop);
        return new RankedCandidates(candidates, orders, RankingAdvice.From([.. candidates.Select(text => text.Id)], orders));
    }

    /// <summary>The texts that are advised first, for who chooses one to put to the parties; none without advice.</summary>
    public async Task<IReadOnlyList<CandidateTextId>> AdvisedAsync(RoundAtHand hand, CancellationToken stop)
    {
        if (!hand.Round.Shows(ComputedView.Ranking, hand.Table))
            return [];
        var texts = await db
            .CandidateTexts.AsNoTracking()
            .Where(text => text.Round == hand.Round.Id)
            .OrderBy(text => text.Number)
            .Select(text => text.Id)
            .ToListAsync(stop);
        return RankingAdvice.From(texts, await OrdersAsync(hand.Table, hand.Round, stop))?.First ?? [];
    }

    private async Task<List<CandidateRanking>> OrdersAsync(Collaboration table, FramingRound round, CancellationToken stop)
    {
        var given = await db.CandidateRankings.AsNoTracking().Where(order => order.Round == round.Id).ToListAsync(stop);
        return [.. table.Seated.InTableOrder().Select(party => given.Find(order => order.Party == party.Id)).OfType<CandidateRanking>()];
    }
}
