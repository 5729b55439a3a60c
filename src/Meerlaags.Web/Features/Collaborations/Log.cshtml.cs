using Meerlaags.Domain.Common;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>Everything that happened in a collaboration, as far as the viewer may see it, newest first.</summary>
public sealed class Log(Logbook logbook) : CollaborationPage
{
    /// <summary>Where this page begins; the newest line without.</summary>
    [BindProperty(SupportsGet = true, Name = "voor")]
    public string? Before { get; set; }

    /// <summary>Address of the older lines, or null.</summary>
    public string? Older { get; private set; }

    /// <summary>The lines by Dutch day.</summary>
    public IReadOnlyList<IGrouping<DateOnly, LogEntry>> Days { get; private set; } = [];

    /// <summary>Shows a page.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        var page = await logbook.PageAsync(Table, Before, Stop);
        Days = [.. page.Entries.GroupBy(entry => DutchTime.DayOf(entry.At))];
        Older = page.Older;
        return Page();
    }
}
