using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>Puts on record that a person may bind a party: by the facilitator or an office holder of that party.</summary>
public sealed class RecordMandate(CollaborationChange change, Db db, Acts acts, Viewer viewer)
{
    /// <summary>Records it.</summary>
    public Task<Refusal?> ForAsync(MemberAddress address, MandateTerms terms, Guid? submit, CancellationToken stop) =>
        change.MakeAsync(
            address.Collaboration,
            submit,
            async _ =>
            {
                if (await db.PlaceAsync(address, stop) is not { } place)
                    return Refusals.NotThere;
                if (place.Party is not { } party)
                    return new Refusal("mandate.no-party");
                return acts.AboutAsOfficeHolder(viewer, address.Collaboration, party).Is(out var act, out var refusal)
                    ? place.RecordMandate(new MandateId(Guid.CreateVersion7()), terms, act)
                    : refusal;
            },
            stop
        );
}

/// <summary>Ends a person's place: by the facilitator, or by the person.</summary>
public sealed class EndMembership(CollaborationChange change, Db db, Acts acts, Viewer viewer)
{
    /// <summary>Ends it. The last facilitator stays until there is another one.</summary>
    public Task<Refusal?> OfAsync(MemberAddress address, Guid? submit, CancellationToken stop) =>
        change.MakeAfterwardsAsync(
            address.Collaboration,
            submit,
            async _ =>
            {
                if (await db.PlaceAsync(address, stop) is not { } place)
                    return Refusals.NotThere;
                if (!Act(place).Is(out var act, out var refusal))
                    return refusal;
                if (place is { EndedAt: null, Function: MemberFunction.Facilitator } && await IsLastFacilitatorAsync(place, stop))
                    return new Refusal("member.last-facilitator");
                return place.End(act);
            },
            stop
        );

    private Decided<Act> Act(Membership place) =>
        viewer.IsFacilitatorOf(place.Collaboration) ? acts.AsFacilitatorOf(place.Collaboration)
        : place.Person != viewer.Person ? new Refusal("access.facilitator-only")
        : place.Party is { } party ? acts.ForParty(party)
        : acts.Person();

    private async Task<bool> IsLastFacilitatorAsync(Membership place, CancellationToken stop) =>
        !await db.Memberships.AnyAsync(
            other =>
                other.Collaboration == place.Collaboration && other.Id != place.Id && other.Function == MemberFunction.Facilitator && other.EndedAt == null,
            stop
        );
}

/// <summary>The facilitator lets somebody who keeps the process going lead it too, or no longer.</summary>
public sealed class GrantLead(CollaborationChange change, Db db, Acts acts)
{
    /// <summary>Grants it, or takes it back.</summary>
    public Task<Refusal?> ToAsync(MemberAddress address, bool leads, Guid? submit, CancellationToken stop) =>
        change.MakeAsync(
            address.Collaboration,
            submit,
            async _ =>
            {
                if (await db.PlaceAsync(address, stop) is not { } place)
                    return Refusals.NotThere;
                return acts.AsFacilitatorOf(address.Collaboration).Is(out var act, out var refusal) ? place.Lead(leads, act) : refusal;
            },
            stop
        );
}

/// <summary>Which place of which collaboration.</summary>
public readonly record struct MemberAddress(CollaborationId Collaboration, MembershipId Membership);

internal static class Places
{
    public static Task<Membership?> PlaceAsync(this Db db, MemberAddress address, CancellationToken stop) =>
        db.Memberships.SingleOrDefaultAsync(place => place.Id == address.Membership && place.Collaboration == address.Collaboration, stop);
}
