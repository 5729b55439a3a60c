using Meerlaags.Domain.Common;
using Meerlaags.Domain.Statements;
using Meerlaags.Web.Features.Collaborations;
using Meerlaags.Web.Features.Framing;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Statements;

/// <summary>People say within their party what they find, the party gives its one position, and the facilitator opens the positions.</summary>
public sealed class GivePosition(Db db, Acts acts, RoundChange change)
{
    /// <summary>The party gives its position.</summary>
    public Task<Refusal?> GiveAsync(WeighingAddress at, StandWish wish, Guid? submit, CancellationToken stop) =>
        WeighAsync(
            at,
            submit,
            async (weighing, act) =>
            {
                var position = PositionIn(weighing, at);
                var shown = wish.Show ? (await SpreadAsync(at, stop)).ByVoice : [];
                return position.Give(new Stand(wish.Stance, wish.Moves ?? position.Moves) { Shown = shown }, weighing, act);
            },
            stop
        );

    /// <summary>The party takes over what most of its people find.</summary>
    public Task<Refusal?> AdoptAsync(WeighingAddress at, Guid? submit, CancellationToken stop) =>
        WeighAsync(at, submit, async (weighing, act) => PositionIn(weighing, at).Adopt(await SpreadAsync(at, stop), weighing, act), stop);

    /// <summary>A person says what they find, for the own party alone.</summary>
    public Task<Refusal?> VoteAsync(WeighingAddress at, Stance stance, Guid? submit, CancellationToken stop) =>
        WeighAsync(
            at,
            submit,
            async (weighing, act) =>
            {
                var person = act.Actor.Person;
                var known = await db.InternalVotes.SingleOrDefaultAsync(
                    vote => vote.Statement == at.Statement && vote.Party == at.Party && vote.Person == person,
                    stop
                );
                if (known is not null)
                    return known.Change(stance, weighing, act);
                if (!InternalVote.Cast(new InternalVoteId(Guid.CreateVersion7()), stance, weighing, act).Is(out var cast, out var refusal))
                    return refusal;
                db.Add(cast);
                return null;
            },
            stop
        );

    /// <summary>The facilitator opens the positions on every statement that enough parties answered.</summary>
    public Task<Refusal?> OpenAsync(RoundAddress round, Guid? submit, CancellationToken stop) =>
        change.MakeAsync(
            round,
            submit,
            async hand =>
                acts.ForCollaboration(round.Collaboration).Is(out var act, out var refusal)
                    ? Statement.OpenPositions(
                        await db.Statements.Where(statement => statement.Round == hand.Round.Id).ToListAsync(stop),
                        hand.Round,
                        hand.Table,
                        act
                    )
                    : refusal,
            stop
        );

    private Task<Refusal?> WeighAsync(WeighingAddress at, Guid? submit, Func<Weighing, Act, Task<Refusal?>> decide, CancellationToken stop) =>
        change.MakeAsync(
            at.Round,
            submit,
            async hand =>
            {
                if (!acts.ForParty(at.Party).Is(out var act, out var refusal))
                    return refusal;
                var statements = await db.Statements.Where(known => known.Round == hand.Round.Id).ToListAsync(stop);
                if (statements.Find(known => known.Id == at.Statement) is not { } statement)
                    return Refusals.NotThere;
                var own = await db.Positions.Where(known => known.Round == hand.Round.Id && known.Party == at.Party).ToListAsync(stop);
                var standing = statements.Where(known => known.IsStanding).Select(known => known.Id).ToHashSet();
                return await decide(new Weighing(hand.Round, hand.Table, statement, own.FindAll(known => standing.Contains(known.Statement))), act);
            },
            stop
        );

    private Position PositionIn(Weighing weighing, WeighingAddress at) =>
        weighing.Own.FirstOrDefault(known => known.Statement == at.Statement)
        ?? db.Add(Position.Begin(new PositionId(Guid.CreateVersion7()), weighing.Statement, at.Party)).Entity;

    private async Task<InternalSpread> SpreadAsync(WeighingAddress at, CancellationToken stop)
    {
        var people = await db.Memberships.AsNoTracking().Where(place => place.Party == at.Party && place.EndedAt == null).ToListAsync(stop);
        var votes = await db
            .InternalVotes.AsNoTracking()
            .Where(vote => vote.Statement == at.Statement && vote.Party == at.Party)
            .ToDictionaryAsync(vote => vote.Person, vote => vote.Stance, stop);
        return new InternalSpread([
            .. people
                .DistinctBy(place => place.Person)
                .Select(place => new PersonalStance(place.Person, place.Voice, votes.TryGetValue(place.Person, out var stance) ? stance : null)),
        ]);
    }
}

/// <summary>Which statement, weighed by which party.</summary>
public readonly record struct WeighingAddress(RoundAddress Round, StatementId Statement, PartyId Party);

/// <summary>A position as it is asked for.</summary>
/// <param name="Stance">Agree, disagree or pass.</param>
/// <param name="Moves">Whether it truly moves the party; null leaves that as it was.</param>
/// <param name="Show">Whether a composite party shows what its organisations find.</param>
public sealed record StandWish(Stance Stance, bool? Moves, bool Show);
