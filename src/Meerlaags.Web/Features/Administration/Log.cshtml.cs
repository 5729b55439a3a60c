using Meerlaags.Domain.Common;
using Meerlaags.Web.Features.Collaborations;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Html;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Journal;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Administration;

/// <summary>The journal: whether all of it holds, and what administrators did. Lines of collaborations are not shown.</summary>
[Authorize(Policy = Policies.Administrator)]
public sealed class Log(Db db, Viewer viewer, Acts acts, VerificationRun verification, LogSentences sentences) : FeaturePage
{
    /// <summary>Verifications shown.</summary>
    public const int MostChecks = 12;

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
        var before = Voor ?? long.MaxValue;
        var lines = await db.Set<JournalLine>()
            .AsNoTracking()
            .Where(line => line.Chain == JournalChain.Installation && line.Number < before)
            .OrderByDescending(line => line.Number)
            .Take(Pages.UsualSize + 1)
            .ToListAsync(Stop);
        var shown = lines.Take(Pages.UsualSize).ToList();
        Older = lines.Count > shown.Count ? shown[^1].Number : null;
        Days = [.. (await sentences.OfInstallationAsync(shown, Stop)).GroupBy(entry => DutchTime.DayOf(entry.At))];
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
        await verification.StartAsync(viewer.Person, patience: TimeSpan.FromSeconds(2));
        return LocalRedirect("/beheer/logboek");
    }

    /// <summary>Stops the one that runs.</summary>
    public async Task<IActionResult> OnPostStopAsync()
    {
        await verification.StopAsync();
        Done = T["Administration.Journal.Stopped"];
        return LocalRedirect("/beheer/logboek");
    }

    private async Task LoadChecksAsync()
    {
        Checks = await db
            .JournalChecks.AsNoTracking()
            .OrderByDescending(check => check.StartedAt)
            .ThenByDescending(check => check.Id)
            .Take(MostChecks)
            .ToListAsync(Stop);
        // Where it ran stopped without a word.
        var silentSince = acts.Now - VerificationRun.SilentFor;
        foreach (var silent in Checks.Where(check => check.State == CheckState.Running && check.SeenAt < silentSince))
            silent.State = CheckState.Interrupted;
        Names = await db.NamesAsync(Checks.Where(check => check.StartedBy is not null).Select(check => check.StartedBy!.Value), Stop);
    }
}
