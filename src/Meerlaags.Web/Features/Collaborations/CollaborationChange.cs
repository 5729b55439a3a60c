using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>One change in one collaboration: hold it, load, decide, keep. A resent submit is answered as done. What others may know of it follows in the same change.</summary>
public sealed class CollaborationChange(Db db, Viewer viewer, ShownSeats shown)
{
    /// <summary>Makes the change unless the decision refuses, or the collaboration is archived.</summary>
    public Task<Refusal?> MakeAsync(CollaborationId collaboration, Guid? submit, Func<Collaboration, Task<Refusal?>> decide, CancellationToken stop) =>
        MakeAsync(new Change(collaboration, submit, Afterwards: false), decide, stop);

    /// <summary>The same for what may happen in the archive too: leaving, and opening again.</summary>
    public Task<Refusal?> MakeAfterwardsAsync(
        CollaborationId collaboration,
        Guid? submit,
        Func<Collaboration, Task<Refusal?>> decide,
        CancellationToken stop
    ) => MakeAsync(new Change(collaboration, submit, Afterwards: true), decide, stop);

    private async Task<Refusal?> MakeAsync(Change change, Func<Collaboration, Task<Refusal?>> decide, CancellationToken stop)
    {
        var collaboration = change.Collaboration;
        if (!viewer.Collaborations.Contains(collaboration))
            return Refusals.NotThere;
        await using var writing = await db.WriteAsync(collaboration.Value, change.Submit, stop);
        if (writing.IsRepeated)
            return null;
        if (!change.Afterwards && writing.Closed is { } closed)
            return closed;
        if (await db.Collaborations.SingleOrDefaultAsync(table => table.Id == collaboration, stop) is not { } table)
            return Refusals.NotThere;
        if (await decide(table) is { } refusal)
            return refusal;
        await shown.KeepAsync(table, stop);
        await writing.CommitAsync(stop);
        return null;
    }

    private sealed record Change(CollaborationId Collaboration, Guid? Submit, bool Afterwards);
}

/// <summary>Who may act about a party: the facilitator for all, someone of the party for that party.</summary>
public static class AboutParty
{
    /// <summary>The act of the facilitator; of who is none, the act of the party when the viewer speaks for it.</summary>
    public static Decided<Act> About(this Acts acts, Viewer viewer, CollaborationId collaboration, PartyId? party) =>
        acts.ForPartyOrCollaboration(collaboration, viewer.Facilitates(collaboration) || !MayAct(viewer, collaboration, party) ? null : party);

    /// <summary>The act of the facilitator or of an office holder of the party.</summary>
    public static Decided<Act> AboutAsOfficeHolder(this Acts acts, Viewer viewer, CollaborationId collaboration, PartyId party) =>
        viewer.HoldsOfficeAt(collaboration, party) && !viewer.IsFacilitatorOf(collaboration) ? acts.ForParty(party) : acts.AsFacilitatorOf(collaboration);

    /// <summary>The act of the facilitator, or of the party about itself: for what is not granted to who else leads the process.</summary>
    public static Decided<Act> AboutLeaving(this Acts acts, Viewer viewer, CollaborationId collaboration, PartyId party) =>
        MayAct(viewer, collaboration, party) && !viewer.IsFacilitatorOf(collaboration) ? acts.ForParty(party) : acts.AsFacilitatorOf(collaboration);

    /// <summary>Whether the viewer holds office at the party.</summary>
    public static bool HoldsOfficeAt(this Viewer viewer, CollaborationId collaboration, PartyId party) =>
        viewer.PlacesIn(collaboration).Any(place => place.Party == party && place.Function == MemberFunction.OfficeHolder);

    private static bool MayAct(Viewer viewer, CollaborationId collaboration, PartyId? party) =>
        party is not null && viewer.PlacesIn(collaboration).Any(place => place.Party == party);
}
