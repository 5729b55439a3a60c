using Meerlaags.Web.Platform.Localisation;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>The first page of a collaboration: what is asked, where it is now, the circle, who is at the table, what happened last.</summary>
public sealed class Overview(AskedOfMe asked, IEnumerable<IOverviewPart> steps, IEnumerable<ICircleState> circle, Logbook logbook) : CollaborationPage
{
    private const int LastLines = 5;

    /// <summary>What is asked of the viewer here.</summary>
    public IReadOnlyList<Ask> Asks { get; private set; } = [];

    /// <summary>The present step, or null when nothing has begun.</summary>
    public Step? Now { get; private set; }

    /// <summary>The circle.</summary>
    public IReadOnlyList<QuarterNow> Quarters { get; private set; } = [];

    /// <summary>Who keeps it going or reads along, for no party.</summary>
    public IReadOnlyList<ForNoParty> ForNoParty { get; private set; } = [];

    /// <summary>What happened last.</summary>
    public IReadOnlyList<LogEntry> Last { get; private set; } = [];

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        Asks = await asked.InAsync([Glance.Of(Table, Viewer)], Stop);
        Now = await PresentAsync();
        Quarters = await QuartersAsync();
        ForNoParty = await Queries.ForNoPartyAsync(Key, Stop);
        Last = (await logbook.PageAsync(Table, LogQuestion.Newest, Stop, LastLines)).Entries;
        return Page();
    }

    /// <summary>What is asked, alone: fetched again when the bell rings.</summary>
    public async Task<IActionResult> OnGetAsksAsync() =>
        await LoadAsync() ? Partial("_Asks", new AskList(await asked.InAsync([Glance.Of(Table, Viewer)], Stop), null)) : NotFound();

    /// <summary>The present step, alone: fetched again when the bell rings.</summary>
    public async Task<IActionResult> OnGetNowAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        Now = await PresentAsync();
        return Partial("_Now", this);
    }

    private async Task<Step?> PresentAsync() => Table.IsArchived ? null : (await steps.PresentAsync([Glance.Of(Table, Viewer)], Stop)).GetValueOrDefault(Key);

    private async Task<IReadOnlyList<QuarterNow>> QuartersAsync()
    {
        var seated = Table.Seated.Count();
        var known = new Dictionary<Quarter, QuarterNow>
        {
            [Quarter.What] = new(Quarter.What, QuarterState.Current, T["Collaborations.Circle.What.Start"], Home),
            [Quarter.Who] = new(
                Quarter.Who,
                seated == 0 ? QuarterState.Later : QuarterState.Begun,
                seated switch
                {
                    0 => T["Collaborations.Circle.Later"],
                    1 => T["Collaborations.Circle.Who.One"],
                    _ => T["Collaborations.Circle.Who.Some", Words.NumberFirst(seated)],
                },
                Home + "/partijen"
            ),
            [Quarter.WhoDoesWhat] = new(Quarter.WhoDoesWhat, QuarterState.Later, T["Collaborations.Circle.Later"], Home),
            [Quarter.WithWhat] = new(Quarter.WithWhat, QuarterState.Later, T["Collaborations.Circle.Later"], Home),
        };
        foreach (var source in circle)
        foreach (var quarter in await source.QuartersAsync(Key, Stop))
            known[quarter.Quarter] = quarter;
        return [.. known.Values.OrderBy(quarter => quarter.Quarter)];
    }
}
