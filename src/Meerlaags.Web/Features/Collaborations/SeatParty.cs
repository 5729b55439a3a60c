using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>The facilitator gives a party a seat.</summary>
public sealed class SeatParty(CollaborationChange change, Acts acts, Viewer viewer, PartyWishes wishes)
{
    /// <summary>Seats it; answers its id.</summary>
    public async Task<Decided<PartyId>> AtAsync(CollaborationId collaboration, PartyWish wish, Guid? submit, CancellationToken stop)
    {
        var id = new PartyId(IdOfSubmit.Of(submit, viewer.Person ?? default));
        var refused = await change.MakeAsync(
            collaboration,
            submit,
            async table =>
            {
                if (!acts.ForCollaboration(collaboration).Is(out var act, out var refusal))
                    return refusal;
                return (await wishes.OriginAsync(wish, stop)).Is(out var origin, out refusal) ? table.Seat(id, origin, act) : refusal;
            },
            stop
        );
        return refused is null ? id : refused;
    }
}

/// <summary>A party takes part more or less fully.</summary>
public sealed class ChangeSeat(CollaborationChange change, Acts acts, Viewer viewer)
{
    /// <summary>Changes the degree of the seat and whether its answer decides, from a day on and perhaps until a day.</summary>
    public Task<Refusal?> ToAsync(PartyAddress address, SeatWish wish, Guid? submit, CancellationToken stop) =>
        change.MakeAsync(
            address.Collaboration,
            submit,
            table =>
                Task.FromResult(
                    table.Party(address.Party) is null ? Refusals.NotThere
                    : acts.About(viewer, address.Collaboration, address.Party).Is(out var act, out var refusal)
                        ? table.PlanSeat(address.Party, new SeatTerm(wish.From ?? act.Today, wish.Until, wish.Degree, wish.Bound), act)
                    : refusal
                ),
            stop
        );
}

/// <summary>A party leaves the table, and with it the people who spoke for it.</summary>
public sealed class LetPartyLeave(CollaborationChange change, Acts acts, Viewer viewer, Platform.Data.Db db)
{
    /// <summary>Ends its seat, its people's places and its open invitations at once; its words stay.</summary>
    public Task<Refusal?> FromAsync(PartyAddress address, Guid? submit, CancellationToken stop) =>
        change.MakeAfterwardsAsync(
            address.Collaboration,
            submit,
            async table =>
            {
                if (table.Party(address.Party) is null)
                    return Refusals.NotThere;
                if (!acts.AboutLeaving(viewer, address.Collaboration, address.Party).Is(out var act, out var refusal))
                    return refusal;
                if (table.Leave(address.Party, act) is { } not)
                    return not;
                foreach (var place in await db.Memberships.Where(place => place.Party == address.Party && place.EndedAt == null).ToListAsync(stop))
                    place.End(act);
                foreach (var link in await db.Invitations.Where(link => link.Party == address.Party && link.UsedAt == null).ToListAsync(stop))
                    link.Withdraw(act);
                return null;
            },
            stop
        );
}

/// <summary>Plans the next talk.</summary>
public sealed class PlanTalk(CollaborationChange change, Acts acts)
{
    /// <summary>Plans it on a day, or takes it off without one.</summary>
    public Task<Refusal?> OnAsync(CollaborationId collaboration, TalkWish wish, Guid? submit, CancellationToken stop) =>
        change.MakeAsync(
            collaboration,
            submit,
            table =>
                Task.FromResult(acts.ForCollaboration(collaboration).Is(out var act, out var refusal) ? table.PlanTalk(wish.On, wish.About, act) : refusal),
            stop
        );
}

/// <summary>Which party of which collaboration.</summary>
public readonly record struct PartyAddress(CollaborationId Collaboration, PartyId Party);

/// <summary>How fully a party should take part, from today unless said otherwise.</summary>
public sealed record SeatWish(SeatDegree Degree, bool Bound, DateOnly? From = null, DateOnly? Until = null);

/// <summary>When people should speak next, and about what.</summary>
public sealed record TalkWish(DateOnly? On, string About);
