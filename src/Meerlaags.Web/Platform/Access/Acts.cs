using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Sessions;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Platform.Access;

/// <summary>The one place where the signed-in person, the chosen party, the mandate and the clock become an <see cref="Act"/>.</summary>
public sealed class Acts(Viewer viewer, Db db, TimeProvider clock)
{
    /// <summary>Now, UTC, in whole microseconds: what both databases can keep.</summary>
    public DateTimeOffset Now => Moment.Of(clock);

    /// <summary>The signed-in person acts for no one in particular, such as when starting a collaboration.</summary>
    public Decided<Act> Person() =>
        viewer.Person is not { } person ? new Refusal("access.sign-in")
        : viewer.IsGuest ? new Refusal("access.not-for-guests")
        : new Act(new Actor.ForCollaboration(person), Now);

    /// <summary>The person acts for a party spoken for; a guest speaks for none.</summary>
    public Decided<Act> ForParty(PartyId party) =>
        viewer.Guest?.Writes == party ? new Refusal("access.not-for-guests")
        : viewer.Person is null || viewer.SpeaksFor(party) ? TextOf(party)
        : new Refusal("access.party-only");

    /// <summary>The person writes the text of a party: who speaks for it, and a guest it let in, as far as that guest still is in. The one thing a guest may do.</summary>
    public async Task<Decided<Act>> ForTextOfAsync(PartyId party, CancellationToken stop)
    {
        if (!TextOf(party).Is(out var act, out var refusal))
            return refusal;
        return viewer.Guest is not { } place || await IsStillInAsync(place, stop) ? act : Refusals.PlaceIsOver;
    }

    /// <summary>A guest of a room acts for oneself.</summary>
    public Decided<Act> ForSelf() => viewer is { Guest: not null, Person: { } person } ? new Act(new Actor.ForSelf(person), Now) : Refusals.NotThere;

    /// <summary>Somebody who joins a room acts for oneself, with the id that the account is made with.</summary>
    public Act Joining(PersonId person) => new(new Actor.ForSelf(person), Now);

    // Led out, or the room closed, since this request began.
    private async Task<bool> IsStillInAsync(GuestPlace place, CancellationToken stop)
    {
        var guest = await db.Set<Guest>().AsNoTracking().SingleOrDefaultAsync(guest => guest.Id == place.Guest, stop);
        var room = await db.Set<Room>().AsNoTracking().SingleOrDefaultAsync(room => room.Id == place.Room, stop);
        return guest is { State: GuestState.Admitted } && guest.Party == place.Writes && room?.IsOpenAt(Now) == true;
    }

    private Decided<Act> TextOf(PartyId party)
    {
        if (viewer.Person is not { } person)
            return new Refusal("access.sign-in");
        if (!viewer.Parties.Contains(party))
            return new Refusal("access.party-only");
        return new Act(new Actor.ForParty(person, party), Now);
    }

    /// <summary>The person acts for a party and, when a mandate holds today, may bind it.</summary>
    public async Task<Decided<Act>> BindingForPartyAsync(PartyId party, CancellationToken stop)
    {
        if (!ForParty(party).Is(out var act, out var refusal))
            return refusal;
        return await MandateAsync(party, stop) is { } mandate ? act with { Actor = new Actor.ForParty(act.Actor.Person!.Value, party, mandate.Id) } : act;
    }

    /// <summary>The mandate with which the person may bind a party today, or null.</summary>
    public async Task<Mandate?> MandateAsync(PartyId party, CancellationToken stop)
    {
        var today = DutchTime.DayOf(Now);
        var places = viewer.Places.Where(place => place.Party == party).Select(place => place.Membership).ToList();
        var memberships = await db.Set<Membership>().AsNoTracking().Where(membership => places.Contains(membership.Id)).ToListAsync(stop);
        return memberships.Select(membership => membership.MandateOn(today)).FirstOrDefault(found => found is not null);
    }

    /// <summary>The day it is in the Netherlands.</summary>
    public DateOnly Today => DutchTime.DayOf(Now);

    /// <summary>The person acts for the collaboration as its facilitator, for what is not granted to anybody else: who leads, who else facilitates, who may know, and the archive.</summary>
    public Decided<Act> AsFacilitatorOf(CollaborationId collaboration) =>
        viewer.Person is null || viewer.IsFacilitatorOf(collaboration) ? ForCollaboration(collaboration) : new Refusal("access.facilitator-only");

    /// <summary>The person acts for the collaboration: its facilitator, or who leads the process beside the facilitator.</summary>
    public Decided<Act> ForCollaboration(CollaborationId collaboration)
    {
        if (viewer.Person is not { } person)
            return new Refusal("access.sign-in");
        if (!viewer.Facilitates(collaboration))
            return new Refusal("access.facilitator-only");
        return new Act(new Actor.ForCollaboration(person), Now);
    }

    /// <summary>An administrator acts for the installation.</summary>
    /// <param name="purpose">Code of the task, such as <c>register</c>.</param>
    public Decided<Act> ForInstallation(string purpose) =>
        viewer.Person is not { } person ? new Refusal("access.sign-in")
        : viewer.IsAdministrator ? new Act(new Actor.ForInstallation(person, purpose), Now)
        : new Refusal("access.administrator-only");

    /// <summary>The person acts for a party when one is named, else as facilitator: for what both may do.</summary>
    public Decided<Act> ForPartyOrCollaboration(CollaborationId collaboration, PartyId? party) =>
        party is { } chosen ? ForParty(chosen) : ForCollaboration(collaboration);
}

/// <summary>Moments as both databases keep them.</summary>
public static class Moment
{
    /// <summary>Now, cut to whole microseconds.</summary>
    public static DateTimeOffset Of(TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
