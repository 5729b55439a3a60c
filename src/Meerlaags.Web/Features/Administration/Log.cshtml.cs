using Meerlaags.Domain.Common;
using Meerlaags.Web.Features.Collaborations;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Html;
using Meerlaags.Web.Platform.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Administration;

/// <summary>The journal: whether all of it holds, and what administrators did. Lines of collaborations are not shown.</summary>
[Authorize(Policy = Policies.Administrator)]
public sealed class Log(VerificationRun run, VerificationReader verifications, InstallationLog log, Viewer viewer) : FeaturePage
{
    /// <summary>Only lines before this place; the newest without.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Voor { get; set; }

    /// <summary>The verifications, the last one first.</summary>
    public IReadOnlyList<JournalCheck> Checks { get; private set; } = [];

    /// <summary>The last one, or null.</summary>
    public JournalCheck? Last => Checks.Count > 0 ? Checks[0] : null;

    /// <summary>Whether one runs now.</summary>
    public bool Runs => Last?.State == CheckState.Running;

    /// <summary>Names of who asked for them.</summary>
    public IReadOnlyDictionary<PersonId, string> Names { get; private set; } = new Dictionary<PersonId, string>();

    /// <summary>What administrators did, by day, newest first.</summary>
    public IReadOnlyList<IGrouping<DateOnly, LogEntry>> Days { get; private set; } = [];

    /// <summary>Where older lines begin, or null.</summary>
    public long? Older { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync()
    {
        await LoadChecksAsync();
        (var entries, Older) = await log.BeforeAsync(Voor, Stop);
        Days = [.. entries.GroupBy(entry => DutchTime.DayOf(entry.At))];
    }

    /// <summary>The part that an open page fetches while a verification runs.</summary>
    public async Task<IActionResult> OnGetNowAsync()
    {
        await LoadChecksAsync();
        return Partial("_Verification", this);
    }

    /// <summary>Begins a verification, unless one runs.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await run.StartAsync(viewer.Person, patience: TimeSpan.FromSeconds(2));
        return LocalRedirect("/beheer/logboek");
    }

    /// <summary>Stops the one that runs.</summary>
    public async Task<IActionResult> OnPostStopAsync()
    {
        await run.StopAsync();
        Done = T["Administration.Journal.Stopped"];
        return LocalRedirect("/beheer/logboek");
    }

    private async Task LoadChecksAsync()
    {
        Checks = await verifications.LastAsync(Stop);
        Names = await verifications.NamesAsync(Checks, Stop);
    }
}
