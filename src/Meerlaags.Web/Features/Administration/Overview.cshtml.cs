using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Html;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Mail;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Administration;

/// <summary>A person with an account, as the administrator sees one.</summary>
public sealed record KnownPerson(string Name, string Email, bool IsAdministrator, bool HasPassword);

/// <summary>What the installation would send, without what it is about.</summary>
public sealed record WaitingMail(string Template, string Recipient, DateTimeOffset CreatedAt, DateTimeOffset? SentAt);

/// <summary>Looks after the installation: people, outgoing mail, the journal. No texts of collaborations, nor who sits in them.</summary>
[Authorize(Policy = Policies.Administrator)]
public sealed class Overview(Db db, Viewer viewer, VerificationRun verification) : FeaturePage
{
    /// <summary>Rows on one page of a list.</summary>
    public const int PageSize = 50;

    /// <summary>Page of the list of people, from 1.</summary>
    [BindProperty(SupportsGet = true)]
    public int Mensen { get; set; } = 1;

    /// <summary>Page of the list of mail, from 1.</summary>
    [BindProperty(SupportsGet = true)]
    public int Post { get; set; } = 1;

    /// <summary>The people of this page.</summary>
    public IReadOnlyList<KnownPerson> People { get; private set; } = [];

    /// <summary>How many there are in all.</summary>
    public int PeopleCount { get; private set; }

    /// <summary>The mail of this page, newest first.</summary>
    public IReadOnlyList<WaitingMail> Mail { get; private set; } = [];

    /// <summary>How many messages there are in all.</summary>
    public int MailCount { get; private set; }

    /// <summary>The last verification of the journal, or null.</summary>
    public VerificationState? Verification => verification.State;

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync()
    {
        // Guests of a room go with the room.
        var known = db.Users.Where(account => account.GuestUntil == null);
        PeopleCount = await known.CountAsync(Stop);
        People = await known
            .OrderBy(account => account.DisplayName)
            .ThenBy(account => account.Id)
            .Skip(Before(Mensen))
            .Take(PageSize)
            .Select(account => new KnownPerson(account.DisplayName, account.Email!, account.IsAdministrator, account.PasswordHash != null))
            .ToListAsync(Stop);
        using var _ = viewer.System(SystemPurpose.ListOutgoingMail);
        MailCount = await db.Set<OutgoingMail>().CountAsync(Stop);
        Mail = await db.Set<OutgoingMail>()
            .OrderByDescending(mail => mail.CreatedAt)
            .ThenBy(mail => mail.Id)
            .Skip(Before(Post))
            .Take(PageSize)
            .Select(mail => new WaitingMail(mail.Template, mail.Recipient, mail.CreatedAt, mail.SentAt))
            .ToListAsync(Stop);
    }

    /// <summary>Verifies the journal.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await verification.StartAsync(patience: TimeSpan.FromSeconds(2));
        return Redirect("/beheer#logboek");
    }

    private static int Before(int page) => (Math.Clamp(page, 1, 100_000) - 1) * PageSize;
}
