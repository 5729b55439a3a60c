using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>What a collaboration starts with.</summary>
public sealed record StartWish(string Challenge, string Region, IReadOnlyList<PartyWish> Parties);

/// <summary>Someone starts a collaboration and becomes its first facilitator.</summary>
public sealed class StartCollaboration(Db db, Acts acts, PartyWishes wishes)
{
    /// <summary>Starts it with its first parties; a resend of the same submit answers the collaboration of the first time.</summary>
    public async Task<Decided<CollaborationId>> WithAsync(StartWish wish, Guid? submit, CancellationToken stop)
    {
        if (!acts.Person().Is(out var act, out var refusal))
            return refusal;
        var person = act.Actor.Person!.Value;
        var id = new CollaborationId(IdOfSubmit.Of(submit, person));
        await using var writing = await db.WriteAsync(id.Value, submit, stop);
        if (writing.IsRepeated)
            return id;
        if (!Collaboration.Start(id, wish.Challenge, wish.Region, act).Is(out var started, out refusal))
            return refusal;
        foreach (var party in wish.Parties)
        {
            if (!(await wishes.OriginAsync(party, stop)).Is(out var origin, out refusal))
                return refusal;
            if (started.Seat(new PartyId(Guid.CreateVersion7()), origin, act) is { } notSeated)
                return notSeated with { Field = null };
        }
        db.Add(started);
        db.Add(Membership.Facilitator(new MembershipId(Guid.CreateVersion7()), id, person, act));
        await writing.CommitAsync(stop);
        return id;
    }
}
