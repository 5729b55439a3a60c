using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Html;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Notices;

/// <summary>What I am told of what others did, newest first.</summary>
public sealed class SeeNotices(NoticeReader reader, ReadNotices read) : FeaturePage
{
    /// <summary>Its address.</summary>
    public const string Address = "/meldingen";

    /// <summary>Only those not read yet.</summary>
    [BindProperty(SupportsGet = true, Name = "ongelezen")]
    public bool OnlyUnread { get; set; }

    /// <summary>The last notice of the page before; the newest without.</summary>
    [BindProperty(SupportsGet = true, Name = "voor")]
    public Guid? Before { get; set; }

    /// <summary>After which notice the older ones begin, or null.</summary>
    public Guid? Older { get; private set; }

    /// <summary>The notices by Dutch day.</summary>
    public IReadOnlyList<IGrouping<DateOnly, ShownNotice>> Days { get; private set; } = [];

    /// <summary>When the newest of these happened, as it was: what came in later was not seen here. Null when all of these are read.</summary>
    public string? NewestUnread { get; private set; }

    /// <summary>Shows a page.</summary>
    public async Task OnGetAsync()
    {
        // A filter that is none shows all.
        ModelState.Clear();
        var page = await reader.PageAsync(new NoticeQuestion(OnlyUnread, Before), Stop);
        Days = [.. page.Notices.GroupBy(notice => DutchTime.DayOf(notice.Entry.At))];
        Older = page.Older;
        NewestUnread = page.Notices.FirstOrDefault(notice => notice.ReadAt is null)?.Entry.At.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>All that was shown is read.</summary>
    public async Task<IActionResult> OnPostAsync(DateTimeOffset? tot)
    {
        if (tot is not { } moment)
            return BadRequest();
        await read.UntilAsync(moment, Stop);
        Done = T["Notices.AllRead.Done"];
        return LocalRedirect(Link(null));
    }

    /// <summary>Goes to where one notice is seen; with that it is read.</summary>
    public async Task<IActionResult> OnPostOpenAsync(Guid melding)
    {
        if (await reader.FindAsync(melding, Stop) is not { } notice)
            return NotFound();
        await read.OneAsync(melding, Stop);
        return LocalRedirect(notice.Address);
    }

    /// <summary>Address of a page with the same filter.</summary>
    public string Link(Guid? before) =>
        Address
        + (OnlyUnread, before) switch
        {
            (true, null) => "?ongelezen=true",
            (true, _) => $"?ongelezen=true&voor={before}",
            (false, null) => "",
            _ => $"?voor={before}",
        };

    /// <summary>A day as people say it: today, yesterday, or written out.</summary>
    public string DayOf(DateOnly day, DateOnly today) =>
        day == today ? T["Notices.Today"]
        : day == today.AddDays(-1) ? T["Notices.Yesterday"]
        : Platform.Localisation.Words.Capital(Platform.Localisation.Texts.Day(day));
}
