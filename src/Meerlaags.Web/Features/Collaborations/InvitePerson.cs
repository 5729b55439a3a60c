using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register;
using Meerlaags.Web.Features.Register;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>Whom someone wants to invite for which seat.</summary>
/// <param name="Function">What the guest will do.</param>
/// <param name="Party">For which party, if any.</param>
/// <param name="Voice">Within a composite party: code of the organisation the guest comes from, or empty.</param>
/// <param name="For">Name or address of the guest.</param>
public sealed record InvitationWish(MemberFunction Function, PartyId? Party, string Voice, string For);

/// <summary>An invitation that was made, with its secret: this once only. No secret when the same submit came again.</summary>
public sealed record InvitationMade(InvitationId Id, string? Secret, DateTimeOffset ExpiresAt);

/// <summary>Invites a person for one seat: the facilitator for every seat, a party for its own.</summary>
public sealed class InvitePerson(CollaborationChange change, Db db, Acts acts, Viewer viewer)
{
    /// <summary>Template of the message that would go out; it holds no secret.</summary>
    public const string MailTemplate = "invitation";

    /// <summary>Makes the invitation and puts the message in the outbox.</summary>
    public async Task<Decided<InvitationMade>> ToAsync(CollaborationId collaboration, InvitationWish wish, Guid? submit, CancellationToken stop)
    {
        var id = new InvitationId(IdOfSubmit.Of(submit, viewer.Person ?? default));
        var made = new InvitationMade(id, null, default);
        var refused = await change.MakeAsync(
            collaboration,
            submit,
            async table =>
            {
                if (!Inviting(collaboration, wish).Is(out var act, out var refusal))
                    return refusal;
                if (!(await VoiceAsync(wish.Voice, stop)).Is(out var voice, out refusal))
                    return refusal;
                var secret = Secret.New();
                var seat = new InvitedSeat(wish.Function, wish.Party, voice.Organisation, wish.For);
                if (!Invitation.Make(id, table, seat, Secret.Hash(secret), act).Is(out var invitation, out refusal))
                    return refusal;
                db.Add(invitation);
                db.Add(
                    new OutgoingMail
                    {
                        Id = Guid.CreateVersion7(),
                        Template = MailTemplate,
                        Recipient = invitation.For,
                        Collaboration = collaboration.Value,
                        CreatedAt = act.At,
                    }
                );
                made = new InvitationMade(id, secret, invitation.ExpiresAt);
                return null;
            },
            stop
        );
        return refused is not null ? refused : made;
    }

    // Who was granted to lead the process does not bring in who may grant it.
    private Decided<Act> Inviting(CollaborationId collaboration, InvitationWish wish) =>
        wish.Function == MemberFunction.Facilitator ? acts.AsFacilitatorOf(collaboration) : acts.About(viewer, collaboration, wish.Party);

    private async Task<Decided<Spoken>> VoiceAsync(string code, CancellationToken stop)
    {
        if (code.Length == 0)
            return new Spoken(null);
        var known = await db.Organisations.Where(organisation => organisation.Code == code).Select(organisation => organisation.Id).ToListAsync(stop);
        return known.Count == 1 ? new Spoken(known[0]) : new Refusal("invitation.unknown-voice") { Field = nameof(InvitationWish.Voice) };
    }

    private sealed record Spoken(OrganisationId? Organisation);
}

/// <summary>Takes an invitation back: the facilitator any, a party its own.</summary>
public sealed class WithdrawInvitation(CollaborationChange change, Db db, Acts acts, Viewer viewer)
{
    /// <summary>The link no longer works.</summary>
    public Task<Refusal?> OfAsync(CollaborationId collaboration, InvitationId id, Guid? submit, CancellationToken stop) =>
        change.MakeAfterwardsAsync(
            collaboration,
            submit,
            async _ =>
            {
                if (await db.Invitations.SingleOrDefaultAsync(link => link.Id == id && link.Collaboration == collaboration, stop) is not { } invitation)
                    return Refusals.NotThere;
                return acts.About(viewer, collaboration, invitation.Party).Is(out var act, out var refusal) ? invitation.Withdraw(act) : refusal;
            },
            stop
        );
}
