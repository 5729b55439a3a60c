using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Identity;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>A guest with the secret of an invitation takes the seat. Of two at once one wins: the collaboration is held while deciding.</summary>
public sealed class AcceptInvitation(Db db, Acts acts, Viewer viewer)
{
    /// <summary>The invitation with this secret and its table, to read; null when there is none.</summary>
    public async Task<InvitationAtHand?> LookAsync(string secret, CancellationToken stop)
    {
        var hash = Secret.Hash(secret);
        using var _ = viewer.System(SystemPurpose.AcceptInvitation);
        if (await db.Invitations.AsNoTracking().SingleOrDefaultAsync(link => link.SecretHash == hash, stop) is not { } invitation)
            return null;
        var table = await db.Collaborations.AsNoTracking().SingleAsync(table => table.Id == invitation.Collaboration, stop);
        return new InvitationAtHand(invitation, table);
    }

    /// <summary>The signed-in person takes the seat; answers the collaboration.</summary>
    public Task<Decided<CollaborationId>> WithAsync(string secret, Guid? submit, CancellationToken stop) =>
        TakeAsync(secret, submit, () => Task.FromResult<Refusal?>(null), stop);

    /// <summary>A guest without account makes one and takes the seat: both or neither.</summary>
    /// <param name="secret">The secret of the invitation.</param>
    /// <param name="submit">Id of the submit.</param>
    /// <param name="enter">Makes the account and makes the viewer that person.</param>
    /// <param name="stop">Stops.</param>
    public async Task<Decided<CollaborationId>> TakeAsync(string secret, Guid? submit, Func<Task<Refusal?>> enter, CancellationToken stop)
    {
        if (await LookAsync(secret, stop) is not { } found)
            return new Refusal("invitation.unknown");
        var collaboration = found.Invitation.Collaboration;
        var hash = Secret.Hash(secret);
        await using var writing = await db.WriteAsync(collaboration.Value, submit, stop);
        if (writing.IsRepeated)
            return collaboration;
        if (writing.Closed is { } archived)
            return archived;
        using var _ = viewer.System(SystemPurpose.AcceptInvitation);
        var invitation = await db.Invitations.SingleAsync(link => link.SecretHash == hash, stop);
        var table = await db.Collaborations.SingleAsync(table => table.Id == collaboration, stop);
        if (invitation.Closed(acts.Now) is { } closed)
            return closed;
        if (await enter() is { } notEntered)
            return notEntered;
        if (!acts.Person().Is(out var act, out var refusal))
            return refusal;
        var person = act.Actor.Person!.Value;
        var present = await db.Memberships.Where(place => place.Collaboration == collaboration && place.Person == person).ToListAsync(stop);
        if (!invitation.Accept(new MembershipId(Guid.CreateVersion7()), person, table, present, act).Is(out var membership, out refusal))
            return refusal;
        db.Add(membership);
        await writing.CommitAsync(stop);
        return collaboration;
    }
}

/// <summary>An invitation and the table it is for.</summary>
public sealed record InvitationAtHand(Invitation Invitation, Collaboration Table);
