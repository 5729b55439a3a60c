using Meerlaags.Domain.Common;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>Everything that happened in a collaboration, as far as the viewer may see it, newest first; all of it, or what one looks for.</summary>
public sealed class Log(Logbook logbook, LogKinds kinds) : CollaborationPage
{
    /// <summary>Where this page begins; the newest line without.</summary>
    [BindProperty(SupportsGet = true, Name = "voor")]
    public string? Before { get; set; }

    /// <summary>About one person.</summary>
    [BindProperty(SupportsGet = true, Name = "persoon")]
    public Guid? Person { get; set; }

    /// <summary>About one party.</summary>
    [BindProperty(SupportsGet = true, Name = "partij")]
    public Guid? Party { get; set; }

    /// <summary>Of one kind.</summary>
    [BindProperty(SupportsGet = true, Name = "soort")]
    public string? Kind { get; set; }

    /// <summary>From this day.</summary>
    [BindProperty(SupportsGet = true, Name = "van")]
    public DateOnly? From { get; set; }

    /// <summary>Until this day, the day itself counted.</summary>
    [BindProperty(SupportsGet = true, Name = "tot")]
    public DateOnly? Until { get; set; }

    /// <summary>Address of the older lines, or null.</summary>
    public string? Older { get; private set; }

    /// <summary>The lines by Dutch day.</summary>
    public IReadOnlyList<IGrouping<DateOnly, LogEntry>> Days { get; private set; } = [];

    /// <summary>The people one can look for.</summary>
    public IReadOnlyList<(PersonId Person, string Name)> People { get; private set; } = [];

    /// <summary>The kinds one can look for.</summary>
    public IReadOnlyList<LogKind> Kinds => kinds.All;

    /// <summary>Whether only some lines are looked for.</summary>
    public bool IsFiltered => Filter != LogFilter.None;

    private LogFilter Filter => new(Person, Party, string.IsNullOrEmpty(Kind) ? null : Kind, From, Until);

    /// <summary>Shows a page.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        // A day that is no day looks for nothing.
        ModelState.Clear();
        if (!await LoadAsync())
            return NotFound();
        People = await Queries.PeopleAsync(Key, Stop);
        var page = await logbook.PageAsync(Table, new LogQuestion(Before, Filter), Stop);
        Days = [.. page.Entries.GroupBy(entry => DutchTime.DayOf(entry.At))];
        Older = page.Older;
        return Page();
    }

    /// <summary>Address of a page with the same filter.</summary>
    public string Link(string? before)
    {
        var query = new QueryBuilder();
        foreach (
            var (name, value) in new[]
            {
                ("persoon", Person?.ToString()),
                ("partij", Party?.ToString()),
                ("soort", Kind),
                ("van", Day(From)),
                ("tot", Day(Until)),
                ("voor", before),
            }
        )
            if (!string.IsNullOrEmpty(value))
                query.Add(name, value);
        return $"{Home}/logboek{query}";
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
