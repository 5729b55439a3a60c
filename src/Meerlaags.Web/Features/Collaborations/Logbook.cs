using System.Globalization;
using System.Security.Cryptography;
using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Journal;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>A page of the logbook, newest first.</summary>
/// <param name="Entries">The lines.</param>
/// <param name="Older">Where the older lines begin, or null at the end. Unreadable on purpose: numbers would betray sealed lines.</param>
public sealed record LogPage(IReadOnlyList<LogEntry> Entries, string? Older);

/// <summary>Reads the journal of a collaboration as the viewer may see it.</summary>
public sealed class Logbook(Db db, LogSentences sentences, LogKinds kinds, IDataProtectionProvider protection)
{
    /// <summary>Lines on one page.</summary>
    public const int PageSize = 50;

    private readonly IDataProtector protector = protection.CreateProtector("logbook-place");

    /// <summary>A page of lines older than a place; the newest without a place, or with one that is not ours.</summary>
    public async Task<LogPage> PageAsync(Collaboration table, LogQuestion question, CancellationToken stop, int size = PageSize)
    {
        var chain = table.Id.Value;
        var lines = Filtered(db.Set<JournalLine>().AsNoTracking().Where(line => line.Chain == chain), question.Filter);
        if (Read(question.OlderThan) is { } place)
            lines = lines.Where(line => line.At < place.At || (line.At == place.At && line.Number < place.Number));
        var found = await lines.OrderByDescending(line => line.At).ThenByDescending(line => line.Number).Take(size + 1).ToListAsync(stop);
        var shown = found.Take(size).ToList();
        return new LogPage(await sentences.OfAsync(table, shown, stop), found.Count > size ? Write(shown[^1]) : null);
    }

    // A line is about whom it names, and about who acted: both stand in its text by their ids.
    private IQueryable<JournalLine> Filtered(IQueryable<JournalLine> lines, LogFilter filter)
    {
        if (filter.Person?.ToString() is { } person)
            lines = lines.Where(line => line.Content.Contains(person));
        if (filter.Party?.ToString() is { } party)
            lines = lines.Where(line => line.Content.Contains(party));
        if (kinds.FactsOf(filter.Kind) is { } facts)
            lines = lines.Where(line => facts.Contains(line.Fact));
        if (filter.From is { } from && DutchTime.StartOf(from) is var begin)
            lines = lines.Where(line => line.At >= begin);
        if (filter.Until is { } until && until < DateOnly.MaxValue && DutchTime.StartOf(until.AddDays(1)) is var end)
            lines = lines.Where(line => line.At < end);
        return lines;
    }

    // Of one length whatever the number is.
    private string Write(JournalLine line) => protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{line.At.UtcTicks:D20}{line.Number:D20}"));

    private (DateTimeOffset At, long Number)? Read(string? place)
    {
        if (string.IsNullOrEmpty(place))
            return null;
        try
        {
            var text = protector.Unprotect(place);
            return (
                new DateTimeOffset(long.Parse(text[..20], CultureInfo.InvariantCulture), TimeSpan.Zero),
                long.Parse(text[20..], CultureInfo.InvariantCulture)
            );
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
