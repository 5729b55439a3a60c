using Meerlaags.Domain.Common;
using Meerlaags.Domain.Sessions;
using Meerlaags.Web.Features.Framing;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Sessions;

/// <summary>Which guest of which round.</summary>
public readonly record struct GuestAddress(RoundAddress Round, GuestId Guest);

/// <summary>A member of a party answers at its door: lets a guest in, says that this is not one of theirs, or leads a guest out.</summary>
public sealed class OpenTheDoor(Db db, Acts acts, Viewer viewer, RoundChange change)
{
    /// <summary>Lets the guest in. What the guest typed is handed to the party; it is not shown here.</summary>
    public Task<Refusal?> LetInAsync(GuestAddress address, Guid? submit, CancellationToken stop) =>
        AnswerAsync(
            address,
            submit,
            async (guest, room, act) =>
            {
                var typed = await db.GuestTexts.IgnoreQueryFilters([SessionsMapping.Blind]).SingleOrDefaultAsync(text => text.Id == guest.Id, stop);
                return guest.Admit(room, typed, act);
            },
            stop
        );

    /// <summary>Says that this is not one of theirs.</summary>
    public Task<Refusal?> TurnAwayAsync(GuestAddress address, Guid? submit, CancellationToken stop) =>
        AnswerAsync(address, submit, (guest, room, act) => Task.FromResult(guest.TurnAway(room, act)), stop);

    /// <summary>Says of several who wait that they are not theirs; who is let in or gone meanwhile stays as it is.</summary>
    public Task<Refusal?> TurnAwaySeveralAsync(RoundAddress round, IReadOnlyCollection<GuestId> guests, Guid? submit, CancellationToken stop) =>
        change.MakeAsync(
            round,
            submit,
            async hand =>
            {
                foreach (var id in guests)
                {
                    if (await GuestAsync(new GuestAddress(round, id), hand, stop) is not var (guest, room) || guest.Party is not { } party)
                        return Refusals.NotThere;
                    if (!acts.ForParty(party).Is(out var act, out var refusal))
                        return refusal;
                    if (guest.State == GuestState.Waiting && guest.TurnAway(room, act) is { } no)
                        return no;
                }
                return null;
            },
            stop
        );

    /// <summary>Leads the guest out: the facilitator, or the party. No text is touched.</summary>
    public Task<Refusal?> LeadOutAsync(GuestAddress address, Guid? submit, CancellationToken stop) =>
        change.MakeAsync(
            address.Round,
            submit,
            async hand =>
            {
                if (await GuestAsync(address, hand, stop) is not var (guest, _))
                    return Refusals.NotThere;
                var party = viewer.Facilitates(address.Round.Collaboration) ? null : guest.Party;
                return acts.ForPartyOrCollaboration(address.Round.Collaboration, party).Is(out var act, out var refusal) ? guest.Leave(act) : refusal;
            },
            stop
        );

    private Task<Refusal?> AnswerAsync(GuestAddress address, Guid? submit, Func<Guest, Room, Act, Task<Refusal?>> decide, CancellationToken stop) =>
        change.MakeAsync(
            address.Round,
            submit,
            async hand =>
            {
                if (await GuestAsync(address, hand, stop) is not var (guest, room) || guest.Party is not { } party)
                    return Refusals.NotThere;
                return acts.ForParty(party).Is(out var act, out var refusal) ? await decide(guest, room, act) : refusal;
            },
            stop
        );

    private async Task<(Guest, Room)?> GuestAsync(GuestAddress address, RoundAtHand hand, CancellationToken stop)
    {
        if (await db.Guests.SingleOrDefaultAsync(guest => guest.Id == address.Guest, stop) is not { } guest)
            return null;
        var room = await db.Rooms.SingleOrDefaultAsync(room => room.Id == guest.Room && room.Round == hand.Round.Id, stop);
        return room is null ? null : (guest, room);
    }
}
