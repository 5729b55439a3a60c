using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Platform.Search;

/// <summary>What is found of one thing: only what everybody at the table may read.</summary>
/// <param name="Source">The id of the thing.</param>
/// <param name="Collaboration">The collaboration it belongs to.</param>
/// <param name="At">Since when the table may read it, or null when nobody kept that.</param>
/// <param name="Text">What it says.</param>
public sealed record SearchText(Guid Source, CollaborationId Collaboration, DateTimeOffset? At, string Text)
{
    /// <summary>A name that people gave it; empty without one.</summary>
    public string Title { get; init; } = "";

    /// <summary>The round it belongs to, or null.</summary>
    public Guid? Round { get; init; }

    /// <summary>The party it comes from, or null.</summary>
    public PartyId? Party { get; init; }

    /// <summary>Its number within the round, or null.</summary>
    public int? Number { get; init; }

    /// <summary>Whether nothing of it is found any more.</summary>
    public bool IsGone => Title.Length == 0 && Text.Length == 0;

    /// <summary>Nothing is found of this any more.</summary>
    public static SearchText Gone(Guid source, CollaborationId collaboration) => new(source, collaboration, null, "");
}

/// <summary>A kind of things that people find, told by the capability that knows them. Its words have the key <c>Search.Kind.(code)</c>.</summary>
/// <param name="Code">The word in the address and in the data.</param>
/// <param name="Address">Where one thing is read, with <c>{collaboration}</c>, <c>{round}</c> for the number of the round, <c>{number}</c> and <c>{source}</c>.</param>
public abstract record SearchKind(string Code, string Address)
{
    /// <summary>A kind of which the things are these aggregates.</summary>
    /// <param name="code">The word in the address and in the data.</param>
    /// <param name="address">Where one thing is read.</param>
    /// <param name="text">What is found of it; null while the table may not read it.</param>
    public static SearchKind For<T, TId>(string code, string address, Func<T, SearchText?> text)
        where T : Aggregate<TId>
        where TId : struct, IId<TId> => new Of<T, TId>(code, address, text);

    /// <summary>Whether this aggregate is of this kind.</summary>
    public abstract bool Has(Aggregate aggregate);

    /// <summary>What is found of an aggregate of this kind, or null.</summary>
    public abstract SearchText? TextOf(Aggregate aggregate);

    /// <summary>All of one collaboration, as a job reads them that makes the index anew.</summary>
    public abstract Task<IReadOnlyList<SearchText>> InAsync(Db db, CollaborationId collaboration, CancellationToken stop);

    private sealed record Of<T, TId>(string Code, string Address, Func<T, SearchText?> Text) : SearchKind(Code, Address)
        where T : Aggregate<TId>
        where TId : struct, IId<TId>
    {
        public override bool Has(Aggregate aggregate) => aggregate is T;

        public override SearchText? TextOf(Aggregate aggregate) => Text((T)aggregate);

        public override async Task<IReadOnlyList<SearchText>> InAsync(Db db, CollaborationId collaboration, CancellationToken stop)
        {
            var inside =
                typeof(T) == typeof(Collaboration)
                    ? db.Set<T>().Where(table => EF.Property<CollaborationId>(table, "Id") == collaboration)
                    : db.Set<T>().Where(thing => EF.Property<CollaborationId>(thing, "Collaboration") == collaboration);
            return [.. (await inside.AsNoTracking().ToListAsync(stop)).Select(Text).OfType<SearchText>()];
        }
    }
}

/// <summary>All kinds, of every capability.</summary>
public sealed class SearchKinds(IEnumerable<SearchKind> kinds)
{
    /// <summary>The kinds, in the order of the capabilities.</summary>
    public IReadOnlyList<SearchKind> All { get; } = [.. kinds];

    /// <summary>The kind with this code, or null.</summary>
    public SearchKind? ByCode(string? code) => All.FirstOrDefault(known => known.Code == code);

    /// <summary>Where a thing is read.</summary>
    /// <param name="entry">The thing.</param>
    /// <param name="round">The number of its round, or null for a thing without one.</param>
    public string AddressOf(SearchEntry entry, int? round) =>
        ByCode(entry.Kind)!
            .Address.Replace("{collaboration}", entry.Collaboration.Value.ToString(), StringComparison.Ordinal)
            .Replace("{round}", $"{round}", StringComparison.Ordinal)
            .Replace("{number}", $"{entry.Number}", StringComparison.Ordinal)
            .Replace("{source}", entry.Source.ToString(), StringComparison.Ordinal);

    /// <summary>What is found of an aggregate, with its kind; null when nobody finds anything of it.</summary>
    public (SearchKind Kind, SearchText Text)? Of(Aggregate aggregate) =>
        All.FirstOrDefault(known => known.Has(aggregate)) is { } kind && kind.TextOf(aggregate) is { } text ? (kind, text) : null;
}
