using System.Text.Json;
using Meerlaags.Domain.Collaborations;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Api;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Journal;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Collaborations.Export;

/// <summary>Reads a whole collaboration as far as the viewer may see it.</summary>
public sealed class ExportReader(Db db, CollaborationQueries queries, LogSentences sentences, IEnumerable<IExportPart> parts, Acts acts, Viewer viewer)
{
    /// <summary>The collaboration; null when it is not there for this viewer.</summary>
    public async Task<Exported?> OfAsync(CollaborationId id, CancellationToken stop)
    {
        if (await queries.TableAsync(id, stop) is not { } table || await CollaborationFactsReader.OfAsync(id, queries, acts.Today, stop) is not { } facts)
            return null;
        var chain = id.Value;
        var lines = await db.Set<JournalLine>().AsNoTracking().Where(line => line.Chain == chain).OrderBy(line => line.Number).ToListAsync(stop);
        var provable = ProvableChain.Of(table, lines);
        var said = new List<ExportPart>();
        foreach (var part in parts)
            said.Add(await part.OfAsync(table, stop));
        return new Exported(table, facts)
        {
            MadeAt = acts.Now,
            Parts = said,
            Log = await sentences.OfAsync(table, [.. lines.OrderBy(line => line.At).ThenBy(line => line.Number)], stop),
            Chain = provable,
            IsWhole = provable.Count == lines.Count,
            Holds = await JournalVerification.HoldsAsync(db, viewer, chain, stop),
        };
    }
}

/// <summary>A whole collaboration, as one member may see it at one moment.</summary>
/// <param name="Table">The collaboration.</param>
/// <param name="Facts">With its parties, people and settings.</param>
public sealed record Exported(Collaboration Table, CollaborationFacts Facts)
{
    private static readonly JsonSerializerOptions Form = new(ApiJson.Form) { WriteIndented = true };

    /// <summary>When it was read.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>What each capability took along.</summary>
    public required IReadOnlyList<ExportPart> Parts { get; init; }

    /// <summary>The logbook, oldest first.</summary>
    public required IReadOnlyList<LogEntry> Log { get; init; }

    /// <summary>The lines of which an outsider can recompute every hash.</summary>
    public required IReadOnlyList<JournalLine> Chain { get; init; }

    /// <summary>Whether these are all lines the viewer may see.</summary>
    public required bool IsWhole { get; init; }

    /// <summary>Whether the whole chain holds, sealed lines included.</summary>
    public required bool Holds { get; init; }

    /// <summary>As JSON.</summary>
    public byte[] Json() => JsonSerializer.SerializeToUtf8Bytes(ForPrograms(), Form);

    private ExportFacts ForPrograms() =>
        new("meerlaags-uitvoer/1", MadeAt, Facts)
        {
            Delen = Parts.Where(part => part.Data is not null).ToDictionary(part => part.Name, part => part.Data!),
            Logboek = [.. Log.Select(entry => new LogLine(entry.At, entry.Fact, entry.Sentence, entry.OnlyForParty))],
            Keten = new ChainFacts("sha-256", IsWhole, Holds, [.. Chain.Select(line => new ChainLine(line.Number, line.Content, line.Hash))]),
        };
}

/// <summary>The export for programs.</summary>
public sealed record ExportFacts(string Formaat, DateTimeOffset GemaaktOp, CollaborationFacts Samenwerking)
{
    /// <summary>What each capability took along, by its name.</summary>
    public required IReadOnlyDictionary<string, object> Delen { get; init; }

    /// <summary>All lines the viewer may see, oldest first.</summary>
    public required IReadOnlyList<LogLine> Logboek { get; init; }

    /// <summary>The lines of which everyone can recompute the hashes.</summary>
    public required ChainFacts Keten { get; init; }
}

/// <summary>The provable part of the journal: hash = SHA-256 of the hash before, a line end and the content, as small hexadecimal text.</summary>
public sealed record ChainFacts(string Algoritme, bool Volledig, bool KlopteBijUitvoer, IReadOnlyList<ChainLine> Regels);

/// <summary>One line: its place, the exact text that was hashed, its hash.</summary>
public sealed record ChainLine(long Nummer, string Inhoud, string Hash);
