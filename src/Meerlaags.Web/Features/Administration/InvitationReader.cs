using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Html;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Journal;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Administration;

/// <summary>Which invitations an administrator looks for.</summary>
public enum InvitationFilter
{
    /// <summary>Those that still work.</summary>
    Open,

    /// <summary>Those by which somebody took a seat.</summary>
    Used,

    /// <summary>Those that nobody used in time.</summary>
    Expired,

    /// <summary>Those that were withdrawn.</summary>
    Withdrawn,
}

/// <summary>An invitation for a seat as an administrator sees it: for whom, from whom, until when and for which function. Not for which table or party.</summary>
/// <param name="Id">Its id.</param>
/// <param name="For">Whom it is meant for, as the inviter wrote it.</param>
/// <param name="Function">What the guest will do.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">Until when it works.</param>
public sealed record SeenInvitation(InvitationId Id, string For, MemberFunction Function, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt)
{
    /// <summary>Who made it; null when that person is forgotten.</summary>
    public string? By { get; init; }

    /// <summary>When it was used or withdrawn, or null.</summary>
    public DateTimeOffset? EndedAt { get; init; }
}

/// <summary>Reads the invitations of the whole installation for administrators.</summary>
public sealed class InvitationReader(Db db, Viewer viewer, Acts acts)
{
    private static readonly string Invited = JournalWriter.CodeOf(typeof(PersonInvited));

    /// <summary>The invitations of a page, newest first, and how many there are in all.</summary>
    public async Task<(IReadOnlyList<SeenInvitation> Rows, int Count)> ListAsync(InvitationFilter filter, int page, CancellationToken stop)
    {
        using var _ = viewer.System(SystemPurpose.ListInvitations);
        var found = Filtered(filter);
        var rows = await found
            .OrderByDescending(invitation => invitation.CreatedAt)
            .ThenBy(invitation => invitation.Id)
            .Skip(Pages.Before(page))
            .Take(Pages.UsualSize)
            .Select(invitation => new
            {
                invitation.Id,
                invitation.Collaboration,
                invitation.For,
                invitation.Function,
                invitation.CreatedAt,
                invitation.ExpiresAt,
                Ended = invitation.UsedAt ?? invitation.WithdrawnAt,
            })
            .ToListAsync(stop);
        var makers = await MakersAsync([.. rows.Select(row => (row.Collaboration.Value, row.CreatedAt))], stop);
        var names = await db.NamesAsync(makers.Values, stop);
        return (
            [
                .. rows.Select(row => new SeenInvitation(row.Id, row.For, row.Function, row.CreatedAt, row.ExpiresAt)
                {
                    By = makers.TryGetValue((row.Collaboration.Value, row.CreatedAt), out var by) ? names.GetValueOrDefault(by) : null,
                    EndedAt = row.Ended,
                }),
            ],
            await found.CountAsync(stop)
        );
    }

    // Who invited stands in the line of the journal that was written with the invitation, at the same moment.
    private async Task<Dictionary<(Guid, DateTimeOffset), PersonId>> MakersAsync(IReadOnlyList<(Guid Chain, DateTimeOffset At)> made, CancellationToken stop)
    {
        if (made.Count == 0)
            return [];
        var chains = made.Select(place => place.Chain).Distinct().ToList();
        var (first, last) = (made.Min(place => place.At), made.Max(place => place.At));
        var lines = await db.Set<JournalLine>()
            .AsNoTracking()
            .Where(line => chains.Contains(line.Chain) && line.Fact == Invited && line.At >= first && line.At <= last && line.Person != null)
            .Select(line => new
            {
                line.Chain,
                line.At,
                line.Person,
            })
            .ToListAsync(stop);
        return lines.DistinctBy(line => (line.Chain, line.At)).ToDictionary(line => (line.Chain, line.At), line => line.Person!.Value);
    }

    private IQueryable<Invitation> Filtered(InvitationFilter filter)
    {
        var now = acts.Now;
        var all = db.Set<Invitation>().AsNoTracking();
        return filter switch
        {
            InvitationFilter.Open => all.Where(link => link.UsedAt == null && link.WithdrawnAt == null && link.ExpiresAt > now),
            InvitationFilter.Used => all.Where(link => link.UsedAt != null),
            InvitationFilter.Expired => all.Where(link => link.UsedAt == null && link.WithdrawnAt == null && link.ExpiresAt <= now),
            InvitationFilter.Withdrawn => all.Where(link => link.WithdrawnAt != null),
            _ => throw new ArgumentOutOfRangeException(nameof(filter)),
        };
    }
}

/// <summary>An administrator takes an open invitation back, such as one that went to a wrong address. The collaboration reads it in its own logbook.</summary>
public sealed class WithdrawForInstallation(Db db, Acts acts, Viewer viewer)
{
    /// <summary>The link no longer works.</summary>
    public async Task<Refusal?> OfAsync(InvitationId id, Guid? submit, CancellationToken stop)
    {
        if (!acts.ForInstallation("invitations").Is(out var act, out var refusal))
            return refusal;
        using var _ = viewer.System(SystemPurpose.ListInvitations);
        var chains = await db.Set<Invitation>().Where(link => link.Id == id).Select(link => link.Collaboration).ToListAsync(stop);
        if (chains is not [var collaboration])
            return Refusals.NotThere;
        await using var writing = await db.WriteAsync(collaboration.Value, submit, stop);
        if (writing.IsRepeated)
            return null;
        var invitation = await db.Set<Invitation>().SingleAsync(link => link.Id == id, stop);
        if (invitation.Withdraw(act) is { } not)
            return not;
        await writing.CommitAsync(stop);
        return null;
    }
}
