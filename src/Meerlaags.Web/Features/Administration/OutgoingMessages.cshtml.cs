using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Html;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Mail;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Administration;

/// <summary>What the installation would send, without what it is about.</summary>
public sealed record WaitingMail(string Template, string Recipient, DateTimeOffset CreatedAt, DateTimeOffset? SentAt);

/// <summary>Outgoing messages: to whom and since when.</summary>
[Authorize(Policy = Policies.Administrator)]
public sealed class OutgoingMessages(Db db, Viewer viewer) : FeaturePage
{
    /// <summary>The page of the list, from 1.</summary>
    [BindProperty(SupportsGet = true)]
    public int Pagina { get; set; } = 1;

    /// <summary>The messages of this page, newest first.</summary>
    public IReadOnlyList<WaitingMail> Mail { get; private set; } = [];

    /// <summary>How many messages there are in all.</summary>
    public int Count { get; private set; }

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync()
    {
        using var _ = viewer.System(SystemPurpose.ListOutgoingMail);
        Count = await db.Set<OutgoingMail>().CountAsync(Stop);
        Mail = await db.Set<OutgoingMail>()
            .OrderByDescending(mail => mail.CreatedAt)
            .ThenBy(mail => mail.Id)
            .Skip(Pages.Before(Pagina))
            .Take(Pages.UsualSize)
            .Select(mail => new WaitingMail(mail.Template, mail.Recipient, mail.CreatedAt, mail.SentAt))
            .ToListAsync(Stop);
    }
}
