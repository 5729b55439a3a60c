using System.Security.Cryptography;
using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Platform.Search;

/// <summary>
/// The words by which things are found, kept in the same transaction as the things: SQLite in an FTS5 table, PostgreSQL in a tsvector. Both get words of our own making,
/// so they find the same. Every word carries the mark of its collaboration in front: who looks reads the words of the own tables alone, so a search costs the same however much others write.
/// </summary>
public sealed class SearchIndex(SearchKinds kinds, SearchWords words)
{
    /// <summary>Most entries that are weighed for one question: the newest that fit.</summary>
    public const int MostCandidates = 200;

    /// <summary>The things that are about to be saved and that people may find.</summary>
    internal IReadOnlyList<(SearchKind Kind, SearchText Text)> Changed(Db db) =>
        [
            .. db
                .ChangeTracker.Entries<Aggregate>()
                .Where(entry => entry.State is EntityState.Added or EntityState.Modified)
                .Select(entry => kinds.Of(entry.Entity))
                .OfType<(SearchKind, SearchText)>(),
        ];

    /// <summary>Keeps the words of these things, inside the transaction that is under way.</summary>
    internal async Task WriteAsync(Db db, IReadOnlyList<(SearchKind Kind, SearchText Text)> changed, CancellationToken stop)
    {
        foreach (var (kind, text) in changed)
        {
            var mark = Mark(text.Collaboration);
            await WriteAsync(db, kind, text, [.. words.Of(text.Title, text.Text).Append(Mark(kind.Code)).Select(word => mark + word)], stop);
        }
    }

    /// <summary>The newest entries of the viewer that have every word, or any of them; of one kind, or of all.</summary>
    internal static async Task<IReadOnlyList<SearchEntry>> FindAsync(Db db, IReadOnlyList<SearchTerm> terms, Within within, CancellationToken stop)
    {
        if (terms.Count == 0 || within.Collaborations.Count == 0)
            return [];
        var asked = (db.IsSqlite ? SearchDialect.Fts5 : SearchDialect.TsQuery).Ask(terms, within);
        return await (
            db.IsSqlite
                ? db.Set<SearchEntry>()
                    .FromSql(
                        $"select * from search_entries where id in (select rowid from search_index where search_index match {asked} order by rowid desc limit {MostCandidates})"
                    )
                // The words first: else the newest entries would be walked until enough of them fit.
                : db.Set<SearchEntry>()
                    .FromSql(
                        $"""
                        select * from search_entries where id in (
                          with hits as materialized (select id from search_index where words @@ {asked}::tsquery)
                          select id from hits order by id desc limit {MostCandidates})
                        """
                    )
        ).AsNoTracking().ToListAsync(stop);
    }

    private static async Task WriteAsync(Db db, SearchKind kind, SearchText text, string[] found, CancellationToken stop)
    {
        // What SQLite keeps of a time is text.
        object? at = db.IsSqlite && text.At is { } time ? SortableTime.Write(time) : text.At;
        if (db.IsSqlite)
            await db.Database.ExecuteAsync($"delete from search_index where rowid = (select id from search_entries where source = {text.Source})", stop);
        if (text.IsGone)
        {
            await db.Database.ExecuteAsync($"delete from search_entries where source = {text.Source}", stop);
            return;
        }
        await db.Database.ExecuteAsync(
            $"""
            insert into search_entries (source, kind, collaboration, title, text, round, party, number, at, words)
            values ({text.Source}, {kind.Code}, {text.Collaboration.Value}, {text.Title}, {text.Text}, {text.Round}, {text.Party?.Value}, {text.Number}, {at}, {SearchWords.Version})
            on conflict (source) do update set title = excluded.title, text = excluded.text, kind = excluded.kind, words = excluded.words
            """,
            stop
        );
        FormattableString keep =
            $"insert into search_index (rowid, words) select id, {string.Join(' ', found)} from search_entries where source = {text.Source}";
        if (!db.IsSqlite)
            keep = $"""
                insert into search_index (id, words) select id, array_to_tsvector({found}) from search_entries where source = {text.Source}
                on conflict (id) do update set words = excluded.words
                """;
        await db.Database.ExecuteAsync(keep, stop);
    }

    /// <summary>
    /// What stands in front of every word of a collaboration: twelve signs, equal for two of them once in 2⁴⁸ times. Even then nothing is shown that should not be, as the filter of the entries holds.
    /// </summary>
    public static string Mark(CollaborationId collaboration) => Convert.ToHexStringLower(SHA256.HashData(collaboration.Value.ToByteArray()).AsSpan(0, 6));

    // Folded words are letters and digits, so nobody can write this.
    internal static string Mark(string kind) => "_" + kind;
}

/// <summary>Where somebody looks.</summary>
/// <param name="Collaborations">In these collaborations.</param>
/// <param name="Kind">For things of one kind, or null for all.</param>
/// <param name="AnyWord">Whether one of the words is enough.</param>
internal sealed record Within(IReadOnlyList<CollaborationId> Collaborations, string? Kind, bool AnyWord);
