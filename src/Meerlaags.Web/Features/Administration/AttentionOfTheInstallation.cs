using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Journal;
using Meerlaags.Web.Platform.Localisation;
using Meerlaags.Web.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Administration;

/// <summary>Asks every capability what waits for administrators.</summary>
public sealed class AttentionReader(IEnumerable<IAttention> sources)
{
    /// <summary>What waits, the urgent first.</summary>
    public async Task<IReadOnlyList<Attention>> AllAsync(CancellationToken stop)
    {
        var found = new List<Attention>();
        foreach (var source in sources)
            found.AddRange(await source.LookAsync(stop));
        return [.. found.OrderByDescending(attention => attention.IsUrgent)];
    }
}

/// <summary>What waits around accounts: a review of rights that is due, accounts that closed after wrong passwords, the demo cast.</summary>
public sealed class AttentionForAccounts(Db db, Acts acts, Installation installation, Texts texts) : IAttention
{
    private const string Rooms = "/beheer/rechtentoets";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Attention>> LookAsync(CancellationToken stop) =>
        [.. new[] { await ReviewAsync(stop), await LockedAsync(stop), await CastAsync(stop) }.OfType<Attention>()];

    private async Task<Attention?> ReviewAsync(CancellationToken stop)
    {
        var today = DutchTime.DayOf(acts.Now);
        var button = texts["Administration.Attention.Review.Button"];
        var reviews = await db
            .AccessReviews.AsNoTracking()
            .OrderByDescending(review => review.StartedAt)
            .Select(review => new
            {
                review.StartedAt,
                review.SignedAt,
                review.NextOn,
            })
            .Take(2)
            .ToListAsync(stop);
        if (reviews is [{ SignedAt: null } open, ..])
            return new Attention(
                texts["Administration.Attention.Review.Open", Texts.Day(DutchTime.DayOf(open.StartedAt))],
                texts["Administration.Attention.Review.Open.Note"],
                Rooms,
                button
            );
        if (reviews is [{ NextOn: { } due }, ..])
            return due > today
                ? null
                : new Attention(texts["Administration.Attention.Review.Due", Texts.Day(due)], texts["Administration.Attention.Review.Note"], Rooms, button)
                {
                    IsUrgent = true,
                };
        var first = await db
            .Users.Where(account => account.GuestUntil == null)
            .OrderBy(account => account.Id)
            .Select(account => account.Id)
            .FirstOrDefaultAsync(stop);
        return first != default && DutchTime.DayOf(MadeAt(first)).AddMonths(Domain.Administration.AccessReview.DefaultMonths) <= today
            ? new Attention(texts["Administration.Attention.Review.Never"], texts["Administration.Attention.Review.Note"], Rooms, button)
            : null;
    }

    private async Task<Attention?> LockedAsync(CancellationToken stop)
    {
        var now = acts.Now;
        var locked = await db.Users.CountAsync(account => account.LockoutEnd > now && account.GuestUntil == null, stop);
        return locked == 0
            ? null
            : new Attention(
                locked == 1 ? texts["Administration.Attention.Locked.One"] : texts["Administration.Attention.Locked", Words.NumberFirst(locked)],
                texts["Administration.Attention.Locked.Note"],
                "/beheer/mensen?toon=Locked",
                texts["Administration.Attention.Locked.Button"]
            );
    }

    private async Task<Attention?> CastAsync(CancellationToken stop) =>
        installation.CastSignsIn && await db.Users.AnyAsync(account => account.IsDemo, stop)
            ? new Attention(
                texts["Administration.Attention.Cast"],
                texts["Administration.Attention.Cast.Note"],
                "/beheer/mensen",
                texts["Administration.Attention.Locked.Button"]
            )
            : null;

    // The first 48 bits of an id are the milliseconds in which it was made (RFC 9562, 5.7).
    private static DateTimeOffset MadeAt(Guid id) =>
        DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(id.ToString("N")[..12], System.Globalization.NumberStyles.HexNumber, null));
}

/// <summary>What waits around the machine: room on the disk, messages that do not leave, a journal that was not verified or does not hold.</summary>
public sealed class AttentionForTheMachine(Db db, Viewer viewer, Acts acts, DataSettings data, Texts texts) : IAttention
{
    /// <summary>Less room than this asks for attention.</summary>
    public const long LeastRoom = 1L << 30;

    /// <summary>How long a message may wait.</summary>
    public static readonly TimeSpan MailWaits = TimeSpan.FromDays(1);

    /// <summary>How long a journal may go without being verified.</summary>
    public static readonly TimeSpan Unverified = TimeSpan.FromDays(30);

    private const string Log = "/beheer/logboek";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Attention>> LookAsync(CancellationToken stop) =>
        [.. new[] { await JournalAsync(stop), Disk(new DriveInfo(data.Folder).AvailableFreeSpace), await MailAsync(stop) }.OfType<Attention>()];

    /// <summary>What so much room says, or nothing.</summary>
    public Attention? Disk(long room) =>
        room >= LeastRoom
            ? null
            : new Attention(
                texts["Administration.Attention.Disk", room / (1 << 20)],
                texts["Administration.Attention.Disk.Note", data.Folder],
                "/beheer",
                texts["Administration.Attention.Disk.Button"]
            )
            {
                IsUrgent = true,
            };

    private async Task<Attention?> JournalAsync(CancellationToken stop)
    {
        var last = await db
            .JournalChecks.AsNoTracking()
            .Where(check => check.State == CheckState.Whole || check.State == CheckState.Broken)
            .OrderByDescending(check => check.StartedAt)
            .FirstOrDefaultAsync(stop);
        var button = texts["Administration.Attention.Journal.Button"];
        if (last?.State == CheckState.Broken)
            return new Attention(texts["Administration.Attention.Journal.Broken"], texts["Administration.Attention.Journal.Broken.Note"], Log, button)
            {
                IsUrgent = true,
            };
        var since = acts.Now - Unverified;
        if (last?.StartedAt > since || (last is null && !await HasLinesBeforeAsync(since, stop)))
            return null;
        var what = last is null
            ? texts["Administration.Attention.Journal.Never"]
            : texts["Administration.Attention.Journal.Old", Texts.Day(DutchTime.DayOf(last.StartedAt))];
        return new Attention(what, texts["Administration.Attention.Journal.Note"], Log, button);
    }

    private async Task<bool> HasLinesBeforeAsync(DateTimeOffset at, CancellationToken stop)
    {
        using var _ = viewer.System(SystemPurpose.NoticeWhatWaits);
        return await db.Set<JournalLine>().AnyAsync(line => line.Number == 1 && line.At < at, stop);
    }

    private async Task<Attention?> MailAsync(CancellationToken stop)
    {
        var before = acts.Now - MailWaits;
        using var _ = viewer.System(SystemPurpose.NoticeWhatWaits);
        var waiting = await db.Set<OutgoingMail>().CountAsync(mail => mail.SentAt == null && mail.CreatedAt < before, stop);
        return waiting == 0
            ? null
            : new Attention(
                waiting == 1 ? texts["Administration.Attention.Mail.One"] : texts["Administration.Attention.Mail", Words.NumberFirst(waiting)],
                texts["Administration.Attention.Mail.Note"],
                "/beheer/post",
                texts["Administration.Attention.Mail.Button"]
            );
    }
}
