using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Platform.Journal;

/// <summary>The head of one hash chain: how many lines it has and the hash of the last.</summary>
public sealed class JournalChain
{
    /// <summary>The chain of what belongs to no collaboration.</summary>
    public static readonly Guid Installation = Guid.Empty;

    /// <summary>The collaboration, or <see cref="Installation"/>.</summary>
    public Guid Id { get; init; }

    /// <summary>Number of lines.</summary>
    public long Count { get; set; }

    /// <summary>Hash of the last line; of nothing for an empty chain.</summary>
    public string Hash { get; set; } = "";

    /// <summary>Since when nothing is written here any more but what may happen afterwards; null while there is writing.</summary>
    public DateTimeOffset? ClosedAt { get; set; }
}

/// <summary>One line of the journal: what happened, as the exact text that was hashed. Holds ids and codes only, so that a person can be forgotten without breaking the chain.</summary>
public sealed class JournalLine
{
    /// <summary>The chain it belongs to.</summary>
    public Guid Chain { get; init; }

    /// <summary>Place in the chain, from 1. Not shown: gaps would betray sealed lines.</summary>
    public long Number { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Code of the fact, such as <c>texts-revealed</c>.</summary>
    public string Fact { get; init; } = "";

    /// <summary>Who acted, or null.</summary>
    public PersonId? Person { get; init; }

    /// <summary>For which party, or null.</summary>
    public PartyId? Party { get; init; }

    /// <summary>The exact JSON text that was hashed.</summary>
    public string Content { get; init; } = "";

    /// <summary>SHA-256 of the previous hash and the content, as small hexadecimal text.</summary>
    public string Hash { get; init; } = "";

    /// <summary>While not null only the sealed party sees this line; the reveal empties it. Not part of the hash.</summary>
    public Guid? Seal { get; set; }

    /// <summary>The party that sees a sealed line.</summary>
    public PartyId? SealedFor { get; init; }
}

internal sealed class JournalMapping : IMapping
{
    public void Map(ModelBuilder model, Db db)
    {
        model.Entity<JournalChain>(chain => chain.ToTable("journal_chains").HasKey(head => head.Id));
        model.Entity<JournalLine>(line =>
        {
            line.ToTable("journal_lines").HasKey(entry => new { entry.Chain, entry.Number });
            line.Property(entry => entry.Fact).HasMaxLength(60);
            line.HasIndex(entry => new { entry.Seal });
            line.HasQueryFilter("member", entry => db.ViewerIsSystem || db.ViewerChains.Contains(entry.Chain));
            line.HasQueryFilter("sealed", entry => db.ViewerIsSystem || entry.Seal == null || db.ViewerParties.Contains(entry.SealedFor!.Value));
        });
    }
}
