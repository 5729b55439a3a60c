using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Domain.Register;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Framing.Candidates;

/// <summary>Loop A: with each new version every party says whether the table still fits. Who is missing is also put on the list of the round.</summary>
public sealed class AnswerTableFit(Db db, Acts acts, RoundChange change)
{
    /// <summary>Keeps what a party says about a version.</summary>
    public Task<Refusal?> ForAsync(TextAddress address, int version, FitAnswer given, Guid? submit, CancellationToken stop) =>
        change.MakeAsync(
            address.Round,
            submit,
            async hand =>
            {
                if (!acts.ForParty(address.Party).Is(out var act, out var refusal))
                    return refusal;
                var asked = await db.TextVersions.SingleOrDefaultAsync(known => known.Round == hand.Round.Id && known.Number == version, stop);
                if (asked is null)
                    return Refusals.NotThere;
                if (asked.AnswerTableFit(given, hand.Round, hand.Table, act) is { } refused)
                    return refused;
                return given.Fits ? null : await NameAsync(hand.Round, given, act, stop);
            },
            stop
        );

    private async Task<Refusal?> NameAsync(FramingRound round, FitAnswer given, Act act, CancellationToken stop)
    {
        var named = await db.MissingParties.AsNoTracking().Where(missing => missing.Round == round.Id).Select(missing => missing.Name).ToListAsync(stop);
        if (named.Exists(name => SearchKey.Fold(name) == SearchKey.Fold(given.Who)))
            return null;
        if (!MissingParty.Notice(new MissingPartyId(Guid.CreateVersion7()), round, given.Who, given.Why, act).Is(out var missing, out var refusal))
            return refusal;
        db.Add(missing);
        return null;
    }
}
