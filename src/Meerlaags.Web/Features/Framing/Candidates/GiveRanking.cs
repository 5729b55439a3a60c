using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Framing.Candidates;

/// <summary>A party puts the candidates in its order. One party, one order: the last one it gave.</summary>
public sealed class GiveRanking(Db db, Acts acts, RoundChange change)
{
    /// <summary>Gives the order; texts by their number, with their places.</summary>
    public Task<Refusal?> ForAsync(TextAddress address, IReadOnlyDictionary<int, int> places, Guid? submit, CancellationToken stop) =>
        change.MakeAsync(
            address.Round,
            submit,
            async hand =>
            {
                if (!acts.ForParty(address.Party).Is(out var act, out var refusal))
                    return refusal;
                if (hand.Table.Party(address.Party) is not { } party)
                    return Refusals.NotThere;
                var candidates = await db
                    .CandidateTexts.AsNoTracking()
                    .Where(text => text.Round == hand.Round.Id)
                    .Select(text => new { text.Id, text.Number })
                    .ToListAsync(stop);
                if (places.Keys.Any(number => candidates.All(text => text.Number != number)))
                    return new Refusal("ranking.unknown-text");
                var ranking = await db.CandidateRankings.SingleOrDefaultAsync(known => known.Round == hand.Round.Id && known.Party == address.Party, stop);
                if (ranking is null)
                {
                    if (!CandidateRanking.Begin(new CandidateRankingId(Guid.CreateVersion7()), hand.Round, party, act).Is(out ranking, out refusal))
                        return refusal;
                    db.Add(ranking);
                }
                return ranking.Rank(
                    [.. places.Select(place => new PlacedCandidate(candidates.Single(text => text.Number == place.Key).Id, place.Value))],
                    new Ballot([.. candidates.Select(text => text.Id)], hand.Round, party),
                    act
                );
            },
            stop
        );
}
