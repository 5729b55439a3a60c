using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Html;
using Meerlaags.Web.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Administration;

/// <summary>What the installation would send, without what it is about.</summary>
public sealed record WaitingMail(string Template, string Recipient, DateTimeOffset CreatedAt, DateTimeOffset? SentAt);

/// <summary>Reads outgoing messages for administrators.</summary>
public sealed class OutgoingReader(Db db, Viewer viewer)
{
    /// <summary>The messages of a page, newest first, and how many there are in all.</summary>
    public async Task<(IReadOnlyList<WaitingMail> Rows, int Count)> ListAsync(int page, CancellationToken stop)
    {
        using var _ = viewer.System(SystemPurpose.ListOutgoingMail);
        var rows = await db.Set<OutgoingMail>()
            .OrderByDescending(mail => mail.CreatedAt)
            .ThenBy(mail => mail.Id)
            .Skip(Pages.Before(page))
            .Take(Pages.UsualSize)
            .Select(mail => new WaitingMail(mail.Template, mail.Recipient, mail.CreatedAt, mail.SentAt))
            .ToListAsync(stop);
        return (rows, await db.Set<OutgoingMail>().CountAsync(stop));
    }
}
