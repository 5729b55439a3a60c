using Meerlaags.Domain.Collaborations;
using Meerlaags.Web.Features.Collaborations;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Journal;
using Meerlaags.Web.Platform.Notices;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Notices;

/// <summary>Which notices are asked for.</summary>
/// <param name="OnlyUnread">Only those not read yet.</param>
/// <param name="OlderThan">The last notice of the page before; the newest without.</param>
public sealed record NoticeQuestion(bool OnlyUnread, Guid? OlderThan);

/// <summary>A notice as people read it.</summary>
/// <param name="Id">Its name in addresses.</param>
/// <param name="Table">The collaboration in which it happened.</param>
/// <param name="Entry">The sentence of the logbook, and when.</param>
/// <param name="More">How many more such lines the same act wrote.</param>
public sealed record ShownNotice(Guid Id, Collaboration Table, LogEntry Entry, int More)
{
    /// <summary>When it was read, or null.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>Where it is seen.</summary>
    public string Address { get; init; } = "";
}

/// <summary>A page of notices, newest first.</summary>
/// <param name="Notices">The notices.</param>
/// <param name="Older">After which notice the older ones begin, or null at the end.</param>
public sealed record NoticePage(IReadOnlyList<ShownNotice> Notices, Guid? Older);

/// <summary>Reads what the viewer is told, as far as the viewer may still see what it is about.</summary>
public sealed class NoticeReader(Db db, CollaborationQueries queries, LogSentences sentences, NoticeBoard board, IEnumerable<INoticePages> pages)
{
    /// <summary>Notices on one page.</summary>
    public const int PageSize = 25;

    /// <summary>A page of notices.</summary>
    public async Task<NoticePage> PageAsync(NoticeQuestion question, CancellationToken stop)
    {
        var told = question.OnlyUnread ? Told.Where(one => one.Notice.ReadAt == null) : Told;
        if (question.OlderThan is { } id && await db.Set<NoticeLine>().AsNoTracking().SingleOrDefaultAsync(notice => notice.Id == id, stop) is { } last)
            told = told.Where(one =>
                one.Notice.At < last.At
                || (one.Notice.At == last.At && (one.Notice.Number < last.Number || (one.Notice.Number == last.Number && one.Notice.Id.CompareTo(id) < 0)))
            );
        var found = await told.OrderByDescending(one => one.Notice.At)
            .ThenByDescending(one => one.Notice.Number)
            .ThenByDescending(one => one.Notice.Id)
            .Take(PageSize + 1)
            .ToListAsync(stop);
        var shown = await InWordsAsync([.. found.Take(PageSize)], stop);
        return new NoticePage(shown, found.Count > PageSize ? shown[^1].Id : null);
    }

    /// <summary>One notice; null when it does not exist for this viewer.</summary>
    public async Task<ShownNotice?> FindAsync(Guid id, CancellationToken stop) =>
        await Told.SingleOrDefaultAsync(one => one.Notice.Id == id, stop) is { } found ? (await InWordsAsync([found], stop))[0] : null;

    private IQueryable<ToldLine> Told =>
        from notice in db.Set<NoticeLine>().AsNoTracking()
        join line in db.Set<JournalLine>().AsNoTracking()
            on new { Chain = (Guid)(object)notice.Collaboration, notice.Number } equals new { line.Chain, line.Number }
        select new ToldLine { Notice = notice, Line = line };

    private async Task<IReadOnlyList<ShownNotice>> InWordsAsync(IReadOnlyList<ToldLine> told, CancellationToken stop)
    {
        if (told.Count == 0)
            return [];
        var tables = (await queries.TablesAsync(told.Select(found => found.Notice.Collaboration), stop)).ToDictionary(table => table.Id);
        var entries = await sentences.OfAsync(tables.Values, [.. told.Select(found => found.Line)], stop);
        var known = new Dictionary<Guid, string>();
        foreach (var source in pages)
        foreach (var (thing, page) in await source.PagesAsync(tables.Keys, stop))
            known[thing] = page;
        return [.. told.Zip(entries, (found, entry) => Shown(found, tables[found.Notice.Collaboration], entry, known))];
    }

    private ShownNotice Shown(ToldLine told, Collaboration table, LogEntry entry, Dictionary<Guid, string> known)
    {
        var home = $"/samenwerkingen/{table.Id.Value}";
        var seen = board.SeenAt(told.Line);
        return new ShownNotice(told.Notice.Id, table, entry, told.Notice.More)
        {
            ReadAt = told.Notice.ReadAt,
            Address =
                seen.Thing is not { } thing ? home + seen.Page
                : known.TryGetValue(thing, out var page) ? page + seen.Page
                : home,
        };
    }

    // Set by name, so that a query can be built upon it.
    private sealed class ToldLine
    {
        public NoticeLine Notice { get; init; } = null!;

        public JournalLine Line { get; init; } = null!;
    }
}
