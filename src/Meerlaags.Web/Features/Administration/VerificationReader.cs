using Meerlaags.Domain.Common;
using Meerlaags.Web.Features.Collaborations;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Html;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Journal;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Administration;

/// <summary>Reads verifications of the journal for administrators.</summary>
public sealed class VerificationReader(Db db, Acts acts)
{
    /// <summary>Verifications that are shown.</summary>
    public const int Most = 12;

    /// <summary>The verifications, the last one first.</summary>
    public async Task<IReadOnlyList<JournalCheck>> LastAsync(CancellationToken stop) =>
        AsTheyAre(
            await db.JournalChecks.AsNoTracking().OrderByDescending(check => check.StartedAt).ThenByDescending(check => check.Id).Take(Most).ToListAsync(stop)
        );

    /// <summary>One verification; null when there is none.</summary>
    public async Task<JournalCheck?> FindAsync(Guid id, CancellationToken stop) =>
        AsTheyAre(await db.JournalChecks.AsNoTracking().Where(check => check.Id == id).ToListAsync(stop)).SingleOrDefault();

    /// <summary>Names of who asked for them.</summary>
    public Task<IReadOnlyDictionary<PersonId, string>> NamesAsync(IEnumerable<JournalCheck> checks, CancellationToken stop) =>
        db.NamesAsync(checks.Select(check => check.StartedBy).OfType<PersonId>(), stop);

    // Where one that is silent ran, it stopped without a word.
    private List<JournalCheck> AsTheyAre(List<JournalCheck> checks)
    {
        var silentSince = acts.Now - VerificationRun.SilentFor;
        foreach (var silent in checks.Where(check => check.State == CheckState.Running && check.SeenAt < silentSince))
            silent.State = CheckState.Interrupted;
        return checks;
    }
}

/// <summary>Reads what administrators did.</summary>
public sealed class InstallationLog(Db db, LogSentences sentences)
{
    /// <summary>The lines before a place, newest first, and where older ones begin.</summary>
    /// <param name="before">Only lines before this place; the newest without.</param>
    /// <param name="stop">Stops reading.</param>
    public async Task<(IReadOnlyList<LogEntry> Entries, long? Older)> BeforeAsync(long? before, CancellationToken stop)
    {
        var end = before ?? long.MaxValue;
        var lines = await db.Set<JournalLine>()
            .AsNoTracking()
            .Where(line => line.Chain == JournalChain.Installation && line.Number < end)
            .OrderByDescending(line => line.Number)
            .Take(Pages.UsualSize + 1)
            .ToListAsync(stop);
        var shown = lines.Take(Pages.UsualSize).ToList();
        return (await sentences.OfInstallationAsync(shown, stop), lines.Count > shown.Count ? shown[^1].Number : null);
    }
}
