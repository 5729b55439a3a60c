using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Platform.Journal;

/// <summary>What was found in one chain.</summary>
/// <param name="Chain">The chain.</param>
/// <param name="Lines">How many lines were right.</param>
/// <param name="Break">The first line that is not, or null.</param>
public sealed record VerifiedChain(Guid Chain, long Lines, JournalBreak? Break);

/// <summary>The first line of a chain that does not hold.</summary>
/// <param name="Number">Its place.</param>
/// <param name="Kind">What is wrong: <c>number</c>, <c>hash</c>, <c>columns</c> or <c>head</c>.</param>
public sealed record JournalBreak(long Number, string Kind);

/// <summary>Recomputes every hash of the journal and compares the columns with what was hashed. Reads line by line, shows no content.</summary>
public static class JournalVerification
{
    /// <summary>Lines read at once.</summary>
    public const int AtOnce = 1000;

    /// <summary>Verifies chain after chain. Each ends where its head stood when it was read, so work may go on meanwhile.</summary>
    public static async IAsyncEnumerable<VerifiedChain> RunAsync(IServiceProvider services, [EnumeratorCancellation] CancellationToken stop)
    {
        var db = services.GetRequiredService<Db>();
        using var _ = services.GetRequiredService<Viewer>().System(SystemPurpose.VerifyJournal);
        var headless = db.Set<JournalLine>().Select(line => line.Chain).Distinct().Where(chain => !db.Set<JournalChain>().Any(head => head.Id == chain));
        foreach (var lost in await headless.ToListAsync(stop))
            yield return new VerifiedChain(lost, 0, new JournalBreak(1, "head"));
        foreach (var head in await db.Set<JournalChain>().AsNoTracking().OrderBy(chain => chain.Id).ToListAsync(stop))
            yield return await VerifyAsync(db, head, stop);
    }

    /// <summary>Whether one chain holds from its first line to its last, those that are sealed included. Says no more: how many lines there are would betray these.</summary>
    public static async Task<bool> HoldsAsync(Db db, Viewer viewer, Guid chain, CancellationToken stop)
    {
        using var _ = viewer.System(SystemPurpose.VerifyJournal);
        return await db.Set<JournalChain>().AsNoTracking().SingleOrDefaultAsync(head => head.Id == chain, stop) is { } head
            && (await VerifyAsync(db, head, stop)).Break is null;
    }

    private static async Task<VerifiedChain> VerifyAsync(Db db, JournalChain head, CancellationToken stop)
    {
        var (number, hash) = (0L, "");
        await foreach (var line in LinesAsync(db, head, stop))
        {
            number++;
            hash = JournalWriter.HashOf(hash, line.Content);
            var kind =
                line.Number != number ? "number"
                : line.Hash != hash ? "hash"
                : !CanHold(line) ? "columns"
                : null;
            if (kind is not null)
                return new VerifiedChain(head.Id, number - 1, new JournalBreak(number, kind));
        }
        return new VerifiedChain(head.Id, number, number == head.Count && hash == head.Hash ? null : new JournalBreak(number + 1, "head"));
    }

    // Some at a time: a reader that stays open for a whole chain keeps what was deleted or rewritten meanwhile from being cleaned up.
    private static async IAsyncEnumerable<JournalLine> LinesAsync(Db db, JournalChain head, [EnumeratorCancellation] CancellationToken stop)
    {
        var after = long.MinValue;
        while (true)
        {
            var lines = await db.Set<JournalLine>()
                .AsNoTracking()
                .Where(line => line.Chain == head.Id && line.Number > after && line.Number <= head.Count)
                .OrderBy(line => line.Number)
                .Take(AtOnce)
                .ToListAsync(stop);
            foreach (var line in lines)
                yield return line;
            if (lines.Count < AtOnce)
                yield break;
            after = lines[^1].Number;
        }
    }

    // Who rewrites a whole chain may leave text behind that is no line at all; that is a broken line too.
    private static bool CanHold(JournalLine line)
    {
        try
        {
            return ColumnsHold(line);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return false;
        }
    }

    private static bool ColumnsHold(JournalLine line)
    {
        using var content = JsonDocument.Parse(line.Content);
        var root = content.RootElement;
        var actor = root.GetProperty("actor");
        return root.GetProperty("number").GetInt64() == line.Number
            && root.GetProperty("fact").GetString() == line.Fact
            && DateTimeOffset.Parse(root.GetProperty("at").GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) == line.At
            && IdIn(actor, "person") == line.Person?.Value
            && IdIn(actor, "party") == line.Party?.Value;
    }

    private static Guid? IdIn(JsonElement actor, string name) =>
        actor.TryGetProperty(name, out var id) && id.ValueKind == JsonValueKind.String ? id.GetGuid() : null;
}
