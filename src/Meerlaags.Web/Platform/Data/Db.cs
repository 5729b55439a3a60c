using System.Reflection;
using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Domain.Sessions;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Journal;
using Meerlaags.Web.Platform.Notices;
using Meerlaags.Web.Platform.Search;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Platform.Data;

/// <summary>All data of the installation, filtered by what the viewer may see. What is not for this viewer does not exist here.</summary>
public sealed class Db(DbContextOptions<Db> options, Viewer viewer, WriteGate gate, NoticeWriter notices, SearchIndex search)
    : IdentityUserContext<Account, Guid>(options)
{
    /// <summary>What the filters ask; evaluated anew for every query.</summary>
    public IReadOnlyList<CollaborationId> ViewerCollaborations => viewer.Collaborations;

    /// <summary>The same without those where the viewer is a guest: for what guests do not see.</summary>
    public IReadOnlyList<CollaborationId> ViewerMemberships => viewer.IsGuest ? [] : viewer.Collaborations;

    /// <summary>Collaborations the viewer facilitates.</summary>
    public IReadOnlyList<CollaborationId> ViewerFacilitates => [.. viewer.Collaborations.Where(viewer.Facilitates)];

    /// <summary>The journals this viewer may read, sealed lines apart: those of the own tables, and that of the installation for who looks after it.</summary>
    public IReadOnlyList<Guid> ViewerChains =>
        [.. ViewerMemberships.Select(collaboration => collaboration.Value), .. viewer.IsAdministrator ? [JournalChain.Installation] : Array.Empty<Guid>()];

    /// <summary>Whether the viewer looks after the installation.</summary>
    public bool ViewerIsAdministrator => viewer.IsAdministrator;

    /// <summary>The parties whose blind texts this viewer may read.</summary>
    public IReadOnlyList<PartyId> ViewerParties => viewer.Parties;

    /// <summary>The parties this viewer speaks for; a guest for none.</summary>
    public IReadOnlyList<PartyId> ViewerSpeaksFor => [.. viewer.Parties.Where(viewer.SpeaksFor)];

    /// <summary>Whether a guest of a room looks.</summary>
    public bool ViewerIsGuest => viewer.IsGuest;

    /// <summary>The one round that a guest sees.</summary>
    public RoundId ViewerRound => viewer.Guest?.Round ?? default;

    /// <summary>The room of a guest.</summary>
    public RoomId ViewerRoom => viewer.Guest?.Room ?? default;

    /// <summary>The signed-in person, or nobody.</summary>
    public PersonId ViewerPerson => viewer.Person ?? default;

    /// <summary>Whether a job with a stated purpose looks.</summary>
    public bool ViewerIsSystem => viewer.IsSystem;

    /// <summary>The change that is under way, or null.</summary>
    public Writing? Writing { get; internal set; }

    /// <summary>How many changes were begun here.</summary>
    public int Changes { get; private set; }

    /// <summary>Whether this is SQLite; the other one is PostgreSQL.</summary>
    public bool IsSqlite => Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal);

    /// <summary>Starts a change in one collaboration. Until it is disposed nobody else changes that collaboration: load, decide, save and commit inside it.</summary>
    /// <param name="chain">The journal chain: the collaboration, or <see cref="JournalChain.Installation"/>.</param>
    /// <param name="submit">Id the client made for this submit; a resend is recognised by it.</param>
    /// <param name="stop">Stops waiting.</param>
    public async Task<Writing> WriteAsync(Guid chain, Guid? submit, CancellationToken stop)
    {
        Changes++;
        return await Data.Writing.BeginAsync(this, gate, new WriteRequest(chain, submit, viewer.Person), stop);
    }

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var changed = ChangeTracker.Entries<Aggregate>().Select(entry => entry.Entity).Where(aggregate => aggregate.Facts.Count > 0).ToList();
        if (changed.Count > 0)
        {
            if (Writing is null)
                throw new InvalidOperationException("Facts are only written inside WriteAsync: the journal chain must be held.");
            await notices.WriteAsync(this, await JournalWriter.AppendAsync(this, Writing, changed, cancellationToken), cancellationToken);
        }
        var found = search.Changed(this);
        var count = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await search.WriteAsync(this, found, cancellationToken);
        changed.ForEach(aggregate => aggregate.Written());
        return count;
    }

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("Use SaveChangesAsync: it writes the journal.");

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => Conventions.Configure(configurationBuilder, IsSqlite);

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        foreach (var mapping in Mappings())
            mapping.Map(builder, this);
        Conventions.Finish(builder);
    }

    private static IEnumerable<IMapping> Mappings() =>
        Assembly
            .GetExecutingAssembly()
            .GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IMapping)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (IMapping)Activator.CreateInstance(type)!);
}

/// <summary>How one capability keeps its types, and the filter that decides who sees them.</summary>
public interface IMapping
{
    /// <summary>Maps; filters name the properties of <paramref name="db"/>, which the framework replaces by the context of each query.</summary>
    void Map(ModelBuilder model, Db db);
}
