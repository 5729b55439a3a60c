using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Domain.Statements;
using Meerlaags.Web.Features.Framing;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Statements;

/// <summary>A party brings a statement in; a facilitator, or that party, sets one aside; a facilitator joins two that say the same.</summary>
public sealed class ProposeStatement(Db db, Acts acts, Viewer viewer, RoundChange change)
{
    /// <summary>Brings a statement in; answers its id, the same one when the same submit comes again.</summary>
    /// <param name="party">Where, and for which party.</param>
    /// <param name="wording">The thought and the points it comes from.</param>
    /// <param name="submit">Id of the submit.</param>
    /// <param name="stop">Stops.</param>
    public async Task<Decided<StatementId>> ForAsync(TextAddress party, Phrasing wording, Guid? submit, CancellationToken stop)
    {
        var id = new StatementId(IdOfSubmit.Of(submit, viewer.Person ?? default));
        var refused = await change.MakeAsync(
            party.Round,
            submit,
            async hand =>
            {
                if (!acts.ForParty(party.Party).Is(out var act, out var refusal))
                    return refusal;
                var texts = await db.Formulations.AsNoTracking().Where(text => text.Round == hand.Round.Id && text.RevealedAt != null).ToListAsync(stop);
                var before = await db.Statements.AsNoTracking().Where(statement => statement.Round == hand.Round.Id).ToListAsync(stop);
                var points = texts.SelectMany(text => text.Points).Select(point => point.Id).ToHashSet();
                if (!Statement.Propose(id, wording, new Floor(hand.Round, hand.Table, points, before), act).Is(out var statement, out refusal))
                    return refusal;
                db.Add(statement);
                return null;
            },
            stop
        );
        return refused is null ? id : refused;
    }

    /// <summary>Sets a statement aside, or joins it with another.</summary>
    /// <param name="at">The statement, and the party spoken for or none for the facilitator.</param>
    /// <param name="wish">Why, and with which other statement.</param>
    /// <param name="submit">Id of the submit.</param>
    /// <param name="stop">Stops.</param>
    public Task<Refusal?> SetAsideAsync(StatementAddress at, AsideWish wish, Guid? submit, CancellationToken stop) =>
        change.MakeAsync(
            at.Round,
            submit,
            async hand =>
            {
                if (!acts.ForPartyOrCollaboration(at.Round.Collaboration, at.Actor).Is(out var act, out var refusal))
                    return refusal;
                var found = await db
                    .Statements.Where(known => known.Round == hand.Round.Id && (known.Id == at.Statement || known.Id == wish.Into))
                    .ToListAsync(stop);
                if (found.Find(known => known.Id == at.Statement) is not { } statement)
                    return Refusals.NotThere;
                if (wish.Into is not { } into)
                    return statement.SetAside(wish.Reason, hand.Round, act);
                return found.Find(known => known.Id == into) is { } other
                    ? statement.JoinWith(other, wish.Reason, hand.Round, act)
                    : new Refusal("statement.join-with-other") { Field = nameof(AsideWish.Into) };
            },
            stop
        );
}

/// <summary>Which statement, and who acts: a party, or none for the facilitator.</summary>
public readonly record struct StatementAddress(RoundAddress Round, StatementId Statement, PartyId? Actor);

/// <summary>Why a statement is set aside, and with which other one it is joined.</summary>
public sealed record AsideWish(string Reason, StatementId? Into);
