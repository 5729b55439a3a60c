using Meerlaags.Domain.Register;
using Meerlaags.Web.Features.Register.Files;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Journal;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Register;

/// <summary>Puts the organisations of the register files on record; what is on record already stays as it is.</summary>
public sealed class LoadRegister(Db db, TimeProvider clock, ILogger<LoadRegister> log)
{
    /// <summary>The folder that comes with the product.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "content", "register");

    /// <summary>Other names that people use, as they come with the product.</summary>
    public static ILookup<string, string> KnownAliases() => Aliases.Read(Path.Combine(Folder, Aliases.FileName));

    /// <summary>Loads at start: everything into an empty installation, only new codes later.</summary>
    public static async Task WhenEmptyAsync(IServiceProvider services, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var load = scope.ServiceProvider.GetRequiredService<LoadRegister>();
        var content = RegisterFile.ReadFolder(Folder);
        await load.FromAsync(content, stop);
        await load.PlacesAsync(content, stop);
        await load.SuccessionsAsync(stop);
        await load.AliasesAsync(KnownAliases(), stop);
    }

    /// <summary>Adds the codes of organisations and regions that are not on record yet; answers how many.</summary>
    public async Task<int> FromAsync(RegisterContent content, CancellationToken stop)
    {
        if (await UnknownAsync(content, stop) is ({ Count: 0 }, { Count: 0 }))
            return 0;
        // Two processes may start at once: who holds the chain loads, the other then finds nothing to do.
        await using var writing = await db.WriteAsync(JournalChain.Installation, null, stop);
        var (organisations, regions) = await UnknownAsync(content, stop);
        db.AddRange(organisations.Select(row => Organisation.FromRegister(new OrganisationId(Guid.CreateVersion7()), row)));
        await db.SaveChangesAsync(stop);
        var ids = await db.Organisations.ToDictionaryAsync(known => known.Code, known => known.Id, stop);
        var members = (content.Members ?? []).Where(row => ids.ContainsKey(row.Member)).ToLookup(row => row.Region);
        db.AddRange(
            regions.Select(row =>
                Region.FromRegister(new RegionId(Guid.CreateVersion7()), row, members[row.Code].Select(member => (ids[member.Member], member)))
            )
        );
        await writing.CommitAsync(stop);
        log.LogInformation("Register: {Organisations} organisations and {Regions} regions added", organisations.Count, regions.Count);
        return organisations.Count + regions.Count;
    }

    /// <summary>Where organisations lie, for those that are on record from before the register told it; answers for how many that is new.</summary>
    public async Task<int> PlacesAsync(RegisterContent content, CancellationToken stop)
    {
        var told = (content.Organisations ?? []).Where(row => row.Latitude is not null).ToDictionary(row => row.Code);
        var without = db.Organisations.Where(known => known.Latitude == null && told.Keys.Contains(known.Code));
        if (!await without.AnyAsync(stop))
            return 0;
        await using var writing = await db.WriteAsync(JournalChain.Installation, null, stop);
        var lying = await without.ToListAsync(stop);
        foreach (var organisation in lying)
            organisation.LieAt(told[organisation.Code]);
        await writing.CommitAsync(stop);
        return lying.Count;
    }

    /// <summary>Other names that people use are found from now on; answers for how many organisations that is new.</summary>
    public async Task<int> AliasesAsync(ILookup<string, string> aliases, CancellationToken stop)
    {
        var codes = aliases.Select(names => names.Key).ToList();
        await using var writing = await db.WriteAsync(JournalChain.Installation, null, stop);
        foreach (var organisation in await db.Organisations.Where(known => codes.Contains(known.Code)).ToListAsync(stop))
            organisation.FindAlso(aliases[organisation.Code]);
        var changed = db.ChangeTracker.Entries<Organisation>().Count(entry => entry.State == EntityState.Modified);
        await writing.CommitAsync(stop);
        return changed;
    }

    /// <summary>Makes successions of what the organisations on record tell of who came after them, once; answers how many. What the source does not know stays unknown.</summary>
    public async Task<int> SuccessionsAsync(CancellationToken stop)
    {
        if (await db.Successions.AnyAsync(succession => succession.RecordedBy == null, stop))
            return 0;
        await using var writing = await db.WriteAsync(JournalChain.Installation, null, stop);
        if (await db.Successions.AnyAsync(succession => succession.RecordedBy == null, stop))
            return 0;
        var made = PastSuccessions
            .Untold(await db.Organisations.AsNoTracking().ToListAsync(stop), [])
            .Select(plan => Succession.FromRegister(new SuccessionId(Guid.CreateVersion7()), plan, Moment.Of(clock)))
            .ToList();
        db.AddRange(made);
        await writing.CommitAsync(stop);
        log.LogInformation("Register: {Count} successions of the past", made.Count);
        return made.Count;
    }

    private async Task<(List<RegisterRow> Organisations, List<RegionRow> Regions)> UnknownAsync(RegisterContent content, CancellationToken stop)
    {
        var organisations = (await db.Organisations.Select(known => known.Code).ToListAsync(stop)).ToHashSet(StringComparer.Ordinal);
        var regions = (await db.Regions.Select(known => known.Code).ToListAsync(stop)).ToHashSet(StringComparer.Ordinal);
        return (
            [.. (content.Organisations ?? []).Where(row => !organisations.Contains(row.Code))],
            [.. (content.Regions ?? []).Where(row => !regions.Contains(row.Code))]
        );
    }
}
