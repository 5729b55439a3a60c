using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Platform.Search;

/// <summary>One thing of a collaboration that its members may find: what everybody at the table may read, and nothing before that.</summary>
public sealed class SearchEntry
{
    /// <summary>Its number; newer things have a higher one.</summary>
    public long Id { get; init; }

    /// <summary>The id of the thing itself.</summary>
    public Guid Source { get; init; }

    /// <summary>Which kind of thing, such as <c>statement</c>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The collaboration it belongs to.</summary>
    public CollaborationId Collaboration { get; init; }

    /// <summary>A name that people gave it; empty for a thing without one.</summary>
    public string Title { get; init; } = "";

    /// <summary>What it says.</summary>
    public string Text { get; init; } = "";

    /// <summary>The round it belongs to, or null.</summary>
    public Guid? Round { get; init; }

    /// <summary>The party it comes from, or null.</summary>
    public PartyId? Party { get; init; }

    /// <summary>Its number within the round, or null.</summary>
    public int? Number { get; init; }

    /// <summary>Since when it can be read, or null when nobody kept that.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>With which <see cref="SearchWords.Version"/> its words were made.</summary>
    public int Words { get; init; }
}

internal sealed class SearchMapping : IMapping
{
    public void Map(ModelBuilder model, Db db)
    {
        model.Entity<SearchEntry>(entry =>
        {
            entry.ToTable("search_entries").HasKey(known => known.Id);
            entry.Property(known => known.Id).ValueGeneratedOnAdd();
            entry.Property(known => known.Kind).HasMaxLength(40);
            entry.HasIndex(known => known.Source).IsUnique();
            entry.HasQueryFilter("member", known => db.ViewerIsSystem || db.ViewerMemberships.Contains(known.Collaboration));
        });
        model.Entity<SearchFilled>(filled =>
        {
            filled.ToTable("search_filled").HasKey(known => known.Words);
            filled.Property(known => known.Words).ValueGeneratedNever();
        });
    }
}
