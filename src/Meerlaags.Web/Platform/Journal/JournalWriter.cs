using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Platform.Journal;

/// <summary>Writes facts into their chain, in the same transaction as the change itself. Nothing else writes the journal.</summary>
public static class JournalWriter
{
    internal static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new IdJson(), new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>Code of a fact: <c>TextsRevealed</c> is <c>texts-revealed</c>.</summary>
    public static string CodeOf(Type fact) => JsonNamingPolicy.KebabCaseLower.ConvertName(fact.Name);

    /// <summary>SHA-256 of the previous hash and the content.</summary>
    public static string HashOf(string previous, string content) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(previous + "\n" + content)));

    /// <summary>Takes the head of a chain for this transaction; who comes next waits.</summary>
    internal static async Task<JournalChain> HoldAsync(Db db, Guid chain, CancellationToken stop)
    {
        if (!db.IsSqlite)
        {
            await db.Database.ExecuteAsync($"insert into journal_chains (id, count, hash) values ({chain}, 0, '') on conflict (id) do nothing", stop);
            await db.Database.ExecuteAsync($"select 1 from journal_chains where id = {chain} for update", stop);
        }
        var head = await db.Set<JournalChain>().SingleOrDefaultAsync(head => head.Id == chain, stop);
        return head ?? db.Add(new JournalChain { Id = chain }).Entity;
    }

    internal static async Task<IReadOnlyList<WrittenFact>> AppendAsync(Db db, Writing writing, IEnumerable<Aggregate> changed, CancellationToken stop)
    {
        var written = new List<WrittenFact>();
        foreach (
            var (aggregate, recorded) in changed
                .SelectMany(aggregate => aggregate.Facts.Select(fact => (aggregate, fact)))
                .OrderBy(recorded => recorded.fact.Act.At)
        )
        {
            if ((aggregate.Chain ?? JournalChain.Installation) != writing.Head.Id)
                throw new InvalidOperationException($"{recorded.Fact.GetType().Name} belongs to another chain than the one that is held.");
            var line = Line(writing.Head, recorded);
            db.Add(line);
            written.Add(new WrittenFact(line, recorded));
            writing.Wrote(recorded.Fact);
            writing.Head.ClosedAt =
                recorded.Fact is IClosesChain ? recorded.Act.At
                : recorded.Fact is IReopensChain ? null
                : writing.Head.ClosedAt;
            if (recorded.Fact is IOpensSeal opens)
                await OpenAsync(db, writing.Head.Id, opens, stop);
        }
        return written;
    }

    private static JournalLine Line(JournalChain head, Recorded recorded)
    {
        var actor = recorded.Act.Actor;
        var party = (actor as Actor.ForParty)?.Party;
        var content = new JsonObject
        {
            ["number"] = head.Count + 1,
            ["at"] = recorded.Act.At.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            ["actor"] = JsonSerializer.SerializeToNode<object>(actor, Form),
            ["for"] = CodeOf(actor.GetType()),
            ["fact"] = CodeOf(recorded.Fact.GetType()),
            ["data"] = JsonSerializer.SerializeToNode<object>(recorded.Fact, Form),
        }.ToJsonString(Form);
        var sealing = recorded.Fact as ISealedFact;
        head.Count++;
        head.Hash = HashOf(head.Hash, content);
        return new JournalLine
        {
            Chain = head.Id,
            Number = head.Count,
            At = recorded.Act.At,
            Fact = CodeOf(recorded.Fact.GetType()),
            Person = actor.Person,
            Party = party,
            Content = content,
            Hash = head.Hash,
            Seal = sealing?.Seal,
            SealedFor = sealing?.Party,
        };
    }

    // Lines of earlier changes are not read, only opened; lines of this very change are still in memory.
    private static Task<int> OpenAsync(Db db, Guid chain, IOpensSeal opens, CancellationToken stop)
    {
        var parties = opens.Opened.Select(party => (PartyId?)party).ToList();
        foreach (var line in db.Set<JournalLine>().Local.Where(line => line.Seal == opens.Seal && parties.Contains(line.SealedFor)))
            line.Seal = null;
        return db.Set<JournalLine>()
            .IgnoreQueryFilters(["sealed"])
            .Where(line => line.Chain == chain && line.Seal == opens.Seal && parties.Contains(line.SealedFor))
            .ExecuteUpdateAsync(set => set.SetProperty(line => line.Seal, (Guid?)null), stop);
    }
}

/// <summary>A fact with the line it became.</summary>
internal readonly record struct WrittenFact(JournalLine Line, Recorded Recorded);
